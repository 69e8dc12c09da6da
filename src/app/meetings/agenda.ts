import type { Person } from "../../domain/access/viewer.ts";
import { LEGAL_STATUSES, PERMANENCE_PLANS, PLACEMENT_TYPES } from "../../domain/chronology/codes.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { type Day, dayInWords, earliest } from "../../domain/dates/day.ts";
import { BeyondCalendar } from "../../domain/dates/working-days.ts";
import { actionsIn, saidInWords } from "../../domain/meetings/actions.ts";
import type { AgendaItem } from "../../domain/meetings/agenda.ts";
import type { AgendaRule } from "../../domain/meetings/agenda-rule.ts";
import { fit, type PuttingOff } from "../../domain/meetings/fit.ts";
import { leadsOf } from "../../domain/meetings/leads.ts";
import { isNotOver } from "../../domain/meetings/meeting.ts";
import { whomToAsk } from "../../domain/meetings/whom.ts";
import { lower } from "../../domain/words.ts";
import { isPresent } from "../../domain/work/seats.ts";
import { loadAgendaRules } from "../../reference/agenda.ts";
import type { AgendaLineRow } from "../../store/meetings/agenda-children.ts";
import type { ItemRow } from "../../store/meetings/rows.ts";
import type { Reader } from "../../store/reader.ts";
import type { WorkerRow } from "../../store/rows.ts";
import type { App } from "../app.ts";
import { peopleAmong } from "../open-tracker.ts";
import type { MeetingItem, MeetingPage } from "./agenda-views.ts";
import { nextMeetingOn } from "./agenda-facts.ts";
import { isHolder } from "./asking.ts";
import { ownSeat } from "./attend.ts";
import { itemsOf, meetingWithSeries, type Open, partsOf } from "./build-agenda.ts";
import { namesOf } from "./in-room.ts";

/** A meeting with its agenda, for somebody who may follow it; nothing for anybody else. */
export async function openMeeting(app: App, viewer: Person, meetingId: string): Promise<MeetingPage | undefined> {
  return app.store.reading(viewer, async (reader) => {
    const open = await meetingWithSeries(reader, meetingId);
    return open === undefined ? undefined : pageOf(app, viewer, reader, open);
  });
}

/** What the rules say of putting children off. */
export function puttingOff(rules: readonly AgendaRule[] = loadAgendaRules()): PuttingOff {
  const of = (is: (rule: AgendaRule) => boolean): ((id: string) => boolean) => { const ids = new Set(rules.filter(is).map(({ id }) => id)); return (id) => ids.has(id); };
  return { must: of(({ must }) => must), notable: of(({ notable }) => notable) };
}

async function pageOf(app: App, viewer: Person, reader: Reader, { meeting, series }: Open): Promise<MeetingPage> {
  const parts = partsOf(series.definition, meeting);
  const [mayHold, isBefore] = [isHolder(viewer, meeting), isNotOver(meeting.state)];
  const { items, rows } = await itemsOf(reader, meeting, parts);
  const off = puttingOff();
  const fits = fit(items, parts, series.definition.rules, meeting.heldOn, off);
  const proposals = new Map(mayHold && isBefore ? fits.flatMap((part) => part.proposals.map((p) => [p.item, p] as const)) : []);
  const told = await tellerOf(app, reader, items, rows, earliest(app.clock.today(), meeting.heldOn));
  const shown = items.map((item): MeetingItem => ({ ...told(item), must: item.reasons.some(({ rule }) => off.must(rule)), proposal: proposals.get(item.id) ?? null }));
  const { built, sentItems } = meeting.detail;
  const among = (ids: readonly string[] | undefined): readonly MeetingItem[] => shown.filter(({ id, mode }) => ids?.includes(id) === true && mode !== "removed");
  const gone = await reader.recordsById(built?.gone ?? []);
  const known = new Set(parts.map(({ id }) => id));
  return {
    today: app.clock.today(), meeting, series, mayHold, isBefore, hasSeat: ownSeat(viewer, series, meeting) !== undefined,
    nextOn: await nextMeetingOn(app, reader, meeting, series),
    leads: leadsOrNone(app, { meeting, series }),
    // A part that the series no longer has is shown last, for as long as something is in it.
    parts: [
      ...parts.map((part, i) => ({ ...part, fit: fits[i]!, items: shown.filter((item) => item.part === part.id && (item.mode === "discuss" || item.mode === "note")) })),
      ...[...new Set(shown.map(({ part }) => part))].filter((id) => !known.has(id)).map((id) => ({ id, name: "In a part that there no longer is", minutes: 0, fit: { part: id, minutes: 0, taken: 0, proposals: [], afterwards: 0, mustTake: 0 }, items: shown.filter((item) => item.part === id && (item.mode === "discuss" || item.mode === "note")) })),
    ],
    deferred: shown.filter(({ mode }) => mode === "deferred"),
    removed: mayHold ? shown.filter(({ mode }) => mode === "removed") : [],
    cannotShow: mayHold && sentItems?.some((id) => !rows.has(id)) === true,
    changes: { added: among(built?.added), changed: among(built?.changed), gone: gone.map(({ localId }) => localId).toSorted() },
    sentByName: meeting.agendaSentBy === null ? null : (await namesOf(app, [meeting.agendaSentBy])).get(meeting.agendaSentBy) ?? null,
    showsNames: await reader.showsNames(),
  };
}

function leadsOrNone(app: App, { meeting, series }: Open): MeetingPage["leads"] {
  try {
    return leadsOf(series.definition, meeting.heldOn, app.calendar);
  } catch (error) {
    if (error instanceof BeyondCalendar) return null;
    throw error;
  }
}

/** What a page says of an item beside what the agenda has of it. Who presents is who would be asked about the child on a day: whoever covers, where the worker is away; a manager, where they have left. */
export async function tellerOf(app: App, reader: Reader, items: readonly AgendaItem[], rows: ReadonlyMap<string, ItemRow>, day: Day): Promise<(item: AgendaItem) => Omit<MeetingItem, "must" | "proposal">> {
  const covers = await reader.covers(day);
  const lines = new Map((await reader.agendaLines(items.flatMap(({ child }) => child ?? []))).map((line) => [line.recordId, line]));
  const workers = await reader.workers();
  const people = peopleAmong(workers);
  const names = await namesOf(app, items.flatMap(({ changedBy, presenter }) => [changedBy, presenter].filter((account) => account !== null && !people.names.has(account)) as string[]));
  const nameOf = (account: string | null): string | null => (account === null || account === "operator" ? null : people.names.get(account) ?? names.get(account) ?? null);
  const showsNames = await reader.showsNames();
  const titles = new Map(loadAgendaRules().map(({ id, title }) => [id, title]));
  const said = await saidOf(reader, items.flatMap(({ child }) => child ?? []), day);
  const families = Map.groupBy(items.filter(({ family }) => family !== null), ({ family }) => family);
  return (item) => {
    const line = item.child === null ? undefined : lines.get(item.child);
    const authority = rows.get(item.id)?.authority ?? null;
    const presenter = line === undefined ? item.presenter : whomToAsk({ socialWorker: item.presenter ?? line.socialWorker, team: line.team }, workers.filter(({ organisation }) => organisation === authority), covers, day)?.account ?? null;
    return {
      ...item, authority, entries: rows.get(item.id)?.entries ?? [],
      reasons: item.reasons.map((reason) => ({ ...reason, title: titles.get(reason.rule) ?? "A rule that there no longer is" })),
      name: showsNames ? line?.name ?? null : null,
      stage: line?.stage ?? null, standing: standingOf(line),
      presenters: [...new Set([nameOf(presenter), ...managersOf(workers, authority, line?.team ?? null, day)])].filter((name) => name !== null),
      siblings: item.family === null ? [] : (families.get(item.family) ?? []).filter(({ id, mode }) => id !== item.id && mode !== "removed").flatMap(({ localId }) => localId ?? []),
      changedByName: nameOf(item.changedBy), said: said.get(item.child ?? "") ?? [],
    };
  };
}

/** By child: “Ring the court”, due 3 May 2026. What is in the way, said on 12 May 2026: the form is not signed. */
async function saidOf(reader: Reader, children: readonly string[], today: Day): Promise<ReadonlyMap<string, readonly string[]>> {
  const followed = children.length === 0 ? [] : await reader.followed({ what: "action-agreed", open: true, saidOf: children });
  return new Map(followed.map(({ recordId, entries }) => [recordId, actionsIn(fold(entries), today).flatMap((action) => {
    const words = saidInWords(action);
    return words.length === 0 ? [] : [`${action.what === "" ? "An action" : `“${action.what}”`}, due ${dayInWords(action.dueOn)}. ${words.join(". ")}`];
  })]));
}

const inCode = (codes: Readonly<Record<string, string>>, code: string | null | undefined): string[] => (code == null ? [] : [codes[code] ?? code]);

const standingOf = (line: AgendaLineRow | undefined): string =>
  (line === undefined ? "" : [...inCode(LEGAL_STATUSES, line.legalStatus), ...inCode(PERMANENCE_PLANS, line.plan).map((plan) => `Plan: ${lower(plan)}`), ...inCode(PLACEMENT_TYPES, line.placementType)].join(" · "));

const managersOf = (workers: readonly WorkerRow[], authority: string | null, team: string | null, today: MeetingPage["today"]): readonly string[] =>
  (team === null ? [] : workers.filter((one) => one.organisation === authority && one.team === team && one.role === "team-manager" && isPresent(one, today)).slice(0, 1).map(({ name }) => name));
