import type { Person } from "../../domain/access/viewer.ts";
import type { Entry } from "../../domain/chronology/entry.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { isComplete, planned, toConfirm } from "../../domain/decisions/ahead.ts";
import { isOutsidePanel, papersOf } from "../../domain/decisions/papers.ts";
import { kindStopping } from "../../domain/decisions/stopping.ts";
import { nameOf } from "../../domain/permanence/summarise.ts";
import { judge } from "../../domain/standards/clock.ts";
import { versionFor } from "../../domain/standards/compile.ts";
import type { Seat } from "../../domain/work/seats.ts";
import type { Reader } from "../../store/reader.ts";
import { type App, forbids } from "../app.ts";
import { peopleAmong } from "../open-tracker.ts";
import { standardsFor } from "../standards-for.ts";
import type { AheadLine, DecisionsPage, FeedbackLine, PapersLine } from "./views.ts";

/** What is due from whoever decides; nobody’s desk holds more than this at once. */
const MOST = 200;
const SEAT: Seat = { by: "role", owners: ["decision-maker"], forAccount: null };
const LAST_FEEDBACK = 20;

/** The agency decision-maker’s desk; nothing for whoever is neither the decision-maker nor their deputy today. */
export async function openDecisions(app: App, person: Person): Promise<DecisionsPage | undefined> {
  const today = app.clock.today();
  const authority = person.organisation.code;
  return app.store.reading(person, async (reader) => {
    const deputyFor = person.role === "decision-maker" ? undefined : (await reader.covered(today)).find(({ role }) => role === "decision-maker");
    if (person.role !== "decision-maker" && deputyFor === undefined) return undefined;
    const showsNames = await reader.showsNames();
    const { names } = peopleAmong(await reader.workers());
    const { pack } = await standardsFor(reader, authority);
    const { rows } = await reader.desk({ seats: [SEAT], today, page: 1, pageSize: MOST });
    const due = rows.map(({ recordId, clock, group }) => ({ recordId, clock, group }));
    const ids = new Set([...due.map(({ recordId }) => recordId), ...await reader.decisionsAhead(authority)]);
    const children = await reader.recordsById([...ids]);
    const papers: PapersLine[] = [];
    const ahead: AheadLine[] = [];
    for await (const batch of reader.recordsWithEntries(authority, children.map(({ localId }) => localId))) {
      for (const { id, localId, version, entries } of batch) {
        const c = fold(entries);
        const who = { recordId: id, localId, name: showsNames ? nameOf(c) : null };
        for (const { clock, group } of due.filter(({ recordId }) => recordId === id)) {
          const kind = kindStopping(clock, pack);
          if (kind === undefined) continue;
          papers.push({ ...who, kind, group, clock: judge(clock, today), title: versionFor(pack, clock)?.title ?? clock.standard, papers: papersOf(c, kind) });
        }
        const lineOf = (entry: Entry): AheadLine => ({
          ...who, version, entry, by: names.get(entry.recordedBy) ?? entry.recordedBy, complete: isComplete(entry, today), outsidePanel: isOutsidePanel(c, entry),
        });
        ahead.push(...toConfirm(c).map(lineOf), ...planned(c).map(lineOf));
      }
    }
    const soonest = ahead.sort((a, b) => (a.entry.happenedOn < b.entry.happenedOn ? -1 : a.entry.happenedOn > b.entry.happenedOn ? 1 : a.localId < b.localId ? -1 : 1));
    return {
      today, deputyOf: deputyFor?.name ?? null,
      papers: oncePerDecision(papers.sort(bySoonest)),
      toConfirm: soonest.filter(({ entry }) => entry.certainty === "provisional"),
      planned: soonest.filter(({ entry }) => entry.certainty === "planned"),
      feedback: await feedbackOf(reader, authority, names),
    };
  });
}

/** Those that can be late by the day they are due; after them what has no such day. */
const bySoonest = (a: PapersLine, b: PapersLine): number =>
  Number(a.group === "undated") - Number(b.group === "undated") || ((a.clock.dueOn ?? "9999") < (b.clock.dueOn ?? "9999") ? -1 : 1);

/** One line a decision: several standards may ask for the same one, and the first of them says by when. */
const oncePerDecision = (papers: readonly PapersLine[]): readonly PapersLine[] =>
  papers.filter(({ recordId, kind }, nth) => papers.findIndex((other) => other.recordId === recordId && other.kind === kind) === nth);

/** The last feedback of the decision-maker’s in the viewer’s authority; nothing for those who do not see every child of it. */
export async function lastFeedback(app: App, person: Person): Promise<readonly FeedbackLine[] | undefined> {
  if (forbids(person, "answer-challenge") !== undefined && forbids(person, "challenge") !== undefined && person.role !== "decision-maker") return undefined;
  return app.store.reading(person, async (reader) => feedbackOf(reader, person.organisation.code, peopleAmong(await reader.workers()).names));
}

async function feedbackOf(reader: Reader, authority: string, names: ReadonlyMap<string, string>): Promise<readonly FeedbackLine[]> {
  const told = await reader.toldOf({ authority, kinds: ["decision-feedback"], limit: LAST_FEEDBACK });
  return told
    .flatMap(({ recordId, localId, entries }) => fold(entries).entries.map((entry) => ({ recordId, localId, entry, by: names.get(entry.recordedBy) ?? entry.recordedBy })))
    .sort((a, b) => (a.entry.recordedAt < b.entry.recordedAt ? 1 : -1));
}
