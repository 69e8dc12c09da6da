import type { Person } from "../../domain/access/viewer.ts";
import { KINDS } from "../../domain/chronology/kinds.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { addDays, type Day } from "../../domain/dates/day.ts";
import type { CompiledPack } from "../../domain/standards/evaluate.ts";
import { DATE_MOVED, type Drift, driftOf, driftTitle, isDriftRule } from "../../domain/standards/drift.ts";
import type { Standard } from "../../domain/standards/standard.ts";
import { seatsOfHolder } from "../../domain/work/holders.ts";
import type { Reader } from "../../store/reader.ts";
import type { Changed } from "../../store/team.ts";
import { type App, forbids } from "../app.ts";
import { openChallenges } from "../challenges/open.ts";
import { requestsWaiting } from "../extensions/waiting.ts";
import { standardsFor } from "../standards-for.ts";
import { itemOf } from "../work/items.ts";
import { type Looking, lookingAt, standardsFor as standardsOn } from "./looking.ts";
import { WEEK_BACK } from "./open-items.ts";
import { awaitingOf } from "./open-team.ts";
import type { DriftCount, ServicePage } from "./views.ts";

/** More than a manager reads of them on this page. */
const MOST_TO_DISCUSS = 10;

/** What waits for a service manager, how the teams stand, and what is different from a week ago; nothing for those who sign nothing off. */
export async function openService(app: App, person: Person): Promise<ServicePage | undefined> {
  if (forbids(person, "sign-off") !== undefined) return undefined;
  const page = await app.store.reading(person, async (reader) => {
    const looking = await lookingAt(app, reader, person, undefined);
    const { today, authority } = looking;
    const since = addDays(today, -WEEK_BACK);
    const { pack } = await standardsFor(reader, authority);
    const teams = await reader.workCounts({ authority, today, by: "team" });
    const rules = [...pack.versions.values()].map((versions) => versions.at(-1)!).filter((s) => isDriftRule(s) && s.confirmed && s.tier !== "checklist");
    const changed = await reader.changedSince({
      authority, today, since, drift: rules.map(({ id }) => id), unlessPlan: rules.filter(({ shape }) => shape === "by-event").map(({ id }) => id),
    });
    const moved = await movedTooOften(app, reader, authority, pack, changed.moved, today);
    const drift = driftCounts(rules, changed, moved, since);
    const awaiting = await reader.awaitingManagers({ authority });
    const asked = await requestsWaiting(app, reader, person, authority, awaiting.filter(({ kind }) => kind === "extension-requested").map(({ localId }) => localId));
    return {
      today, since, drift, mayReassign: looking.mayReassign,
      teams: teams.map(({ value, ...rest }) => ({ team: value, ...rest })),
      interagency: awaiting.filter(({ kind }) => kind === "interagency-discussed").map((row) => awaitingOf(row, looking)),
      toDiscuss: await searchesToDiscuss(reader, person, looking, pack),
      extensions: asked.filter(({ request }) => request.signAs !== null),
      withOthers: asked.filter(({ request }) => request.signAs === null).length,
      changed: {
        newlyLate: changed.newlyLate, newlyLateChildren: changed.newlyLateChildren, extensionsAgreed: changed.extensionsAgreed,
        newlyAdrift: drift.reduce((sum, { newly }) => sum + newly, 0),
        decided: changed.decided.map(({ kind, count }) => ({ label: KINDS[kind].label, count })),
      },
    };
  });
  const { open = [], resolved = [] } = (await openChallenges(app, person)) ?? {};
  return {
    ...page,
    challenges: { open: open.length, late: open.filter(({ late }) => late !== undefined).length, mine: open.filter(({ mine }) => mine) },
    changed: {
      ...page.changed,
      raised: [...open, ...resolved].filter(({ challenge }) => challenge.raised.recordedAt >= page.since).length,
      resolved: resolved.filter(({ challenge }) => (challenge.resolved?.recordedAt ?? "") >= page.since).length,
    },
  };
}

/** The searches that a standard says are to be discussed by a day: those due first. */
async function searchesToDiscuss(reader: Reader, person: Person, { today, scope, here }: Looking, pack: CompiledPack): Promise<ServicePage["toDiscuss"]> {
  const standards = standardsOn(pack, ["interagency-discussed"]);
  if (standards.length === 0) return [];
  const seats = seatsOfHolder(undefined, here);
  const { rows } = await reader.desk({ seats, today, scope, standards, groups: ["late", "week", "later"], page: 1, pageSize: MOST_TO_DISCUSS });
  const shape = { today, viewer: person, seats, showsNames: false, names: new Map<string, string>(), packOf: () => pack };
  return rows.map((row) => itemOf(row, shape));
}

/** Dates put off too often, of the children of whom that may be so. */
async function movedTooOften(app: App, reader: Reader, authority: string, pack: CompiledPack, localIds: readonly string[], today: Day): Promise<readonly (readonly Drift[])[]> {
  const found: (readonly Drift[])[] = [];
  if (localIds.length === 0) return found;
  for await (const batch of reader.recordsWithEntries(authority, localIds)) {
    for (const { entries } of batch) found.push(driftOf(fold(entries), [], pack, app.calendar, today));
  }
  return found.filter((own) => own.length > 0);
}

function driftCounts(rules: readonly Standard[], { drift }: Changed, moved: readonly (readonly Drift[])[], since: Day): readonly DriftCount[] {
  const limits = rules.map((rule): DriftCount => {
    const { past = 0, near = 0, newly = 0 } = drift.find(({ standard }) => standard === rule.id) ?? {};
    return { rule: rule.id, title: driftTitle(rule), past, near, newly };
  });
  const dates: DriftCount = {
    rule: DATE_MOVED, title: "A planned date moved three times or more", past: moved.flat().length, near: 0, newly: moved.flat().filter(({ listedOn }) => listedOn >= since).length,
  };
  return [...limits, dates].sort((a, b) => b.past - a.past || b.near - a.near || (a.title < b.title ? -1 : 1));
}
