import { randomUUID } from "node:crypto";
import type { Viewer } from "../../domain/access/viewer.ts";
import { addDays } from "../../domain/dates/day.ts";
import { BeyondCalendar } from "../../domain/dates/working-days.ts";
import { type AgendaItem, buildAgenda, type Rebuilt } from "../../domain/meetings/agenda.ts";
import { leadDay } from "../../domain/meetings/leads.ts";
import { isNotOver, type Part, type SeriesDefinition } from "../../domain/meetings/meeting.ts";
import type { ItemDraft, ItemRow, MeetingRow, SeriesRow } from "../../store/meetings/rows.ts";
import type { Reader } from "../../store/reader.ts";
import type { Writer } from "../../store/writer.ts";
import type { App } from "../app.ts";
import { childrenFor, daysOf, familiesAmong, organisationOf, rulesInForce } from "./agenda-facts.ts";
import { isHolder } from "./asking.ts";
import { holderOf } from "./keep-asking.ts";

export type Changed =
  | { readonly outcome: "done" }
  /** In words that a person can act on; nothing was changed. */
  | { readonly outcome: "refused"; readonly field: string; readonly message: string }
  | { readonly outcome: "not-found" };

export const refused = (field: string, message: string): Changed => ({ outcome: "refused", field, message });

/** The parts of a series, with the minutes that this meeting gives them. */
export const partsOf = ({ parts }: SeriesDefinition, { detail }: Pick<MeetingRow, "detail">): readonly Part[] => parts.map((part) => ({ ...part, minutes: detail.minutes?.[part.id] ?? part.minutes }));

/** An item as the rules of an agenda have it. `family`: the sibling group that joins it to others. */
export const itemOf = (row: ItemRow, family: string | null): AgendaItem => ({
  id: row.id, child: row.recordId, localId: row.localId, title: row.title, family, part: row.part, minutes: row.minutes, mode: row.mode, reasons: row.reasons,
  presenter: row.presenter, byHand: row.byHand, changedBy: row.changedBy, why: row.why, concluded: row.concludedAt !== null,
});

/** The items of a meeting that the viewer sees, in the order of its parts; those of a part that the series has no longer come last. */
export async function itemsOf(reader: Reader, meeting: MeetingRow, parts: readonly Pick<Part, "id">[]): Promise<{ readonly items: readonly AgendaItem[]; readonly rows: ReadonlyMap<string, ItemRow> }> {
  const rows = await reader.meetings.items(meeting.id);
  const lines = await reader.agendaLines(rows.flatMap(({ recordId }) => recordId ?? []));
  const family = familiesAmong(lines.map(({ recordId, groups }) => [recordId, groups] as const));
  const place = (part: string): number => { const at = parts.findIndex(({ id }) => id === part); return at === -1 ? parts.length : at; };
  return {
    items: rows.toSorted((a, b) => place(a.part) - place(b.part) || a.position - b.position).map((row) => itemOf(row, row.recordId === null ? null : family.get(row.recordId) ?? null)),
    rows: new Map(rows.map((row) => [row.id, row])),
  };
}

/** Items in their order, to be written; `authorities`: whose each child is. */
export function draftsOf(items: readonly AgendaItem[], authorities: ReadonlyMap<string, string>): ItemDraft[] {
  const positions = new Map<string, number>();
  return items.map(({ id, child, title, part, minutes, mode, reasons, presenter, byHand, changedBy, why }): ItemDraft => {
    const position = (positions.get(part) ?? 0) + 1;
    positions.set(part, position);
    return { id, authority: child === null ? null : authorities.get(child) ?? null, recordId: child, title, part, position, minutes, mode, reasons, presenter, byHand, changedBy, why };
  });
}

export interface Open {
  readonly meeting: MeetingRow;
  readonly series: SeriesRow;
}

/** A meeting with its series, where the viewer may follow it. */
export async function meetingWithSeries(reader: Reader, meetingId: string): Promise<Open | undefined> {
  const meeting = await reader.meetings.meeting(meetingId);
  const series = meeting === undefined ? undefined : await reader.meetings.seriesById(meeting.series);
  return meeting === undefined || series === undefined ? undefined : { meeting, series };
}

const TRIES = 4;
class Overtaken extends Error {}

/**
 * Changes an agenda from what it is now: where somebody else changed the meeting meanwhile, it is worked out anew from what they made of
 * it. `work` writes and gives what else changes in the meeting, or says why it cannot be.
 */
export async function changingAgenda(app: App, viewer: Viewer, meetingId: string, work: (writer: Writer, open: Open) => Promise<Parameters<Writer["meetings"]["changeMeeting"]>[2] | Changed>): Promise<Changed> {
  for (let tries = 1; ; tries++) {
    try {
      return await app.store.inTransaction(viewer, async (writer): Promise<Changed> => {
        const open = await meetingWithSeries(writer, meetingId);
        if (open === undefined || !isHolder(viewer, open.meeting)) return { outcome: "not-found" };
        if (!isNotOver(open.meeting.state)) return refused("agenda", open.meeting.state === "cancelled" ? "This meeting was cancelled: its agenda stays as it was" : "This meeting has been held: its agenda stays as it was");
        const change = await work(writer, open);
        if ("outcome" in change) return change;
        if (!(await writer.meetings.changeMeeting(meetingId, open.meeting.revision, change))) throw new Overtaken();
        return { outcome: "done" };
      });
    } catch (error) {
      if (!(error instanceof Overtaken) || tries === TRIES) throw error;
    }
  }
}

export type Built = { readonly outcome: "built"; /** That are on it: neither put off nor taken off. */ readonly items: number; readonly changes: Rebuilt } | Exclude<Changed, { outcome: "done" }>;

/**
 * Builds the agenda of a meeting from the rules of its series, for the children whom the viewer sees, or builds it anew and keeps what
 * people did by hand. Reading comes first: what the rules judge is as the viewer reads it, an agency’s people under their agreement.
 */
export async function buildAgendaOf(app: App, viewer: Viewer, meetingId: string): Promise<Built> {
  const found = await app.store.reading(viewer, async (reader) => {
    const open = await meetingWithSeries(reader, meetingId);
    if (open === undefined || !isHolder(viewer, open.meeting)) return undefined;
    const organisation = await organisationOf(app, open.meeting.organisation);
    const days = await daysOf(app, reader, open.meeting, open.series, organisation);
    return (await childrenFor(app, reader, organisation, rulesInForce(open.series.definition.rules), days)).children;
  });
  if (found === undefined) return { outcome: "not-found" };
  let built: { readonly items: number; readonly changes: Rebuilt } | undefined;
  const outcome = await changingAgenda(app, viewer, meetingId, async (writer, { meeting, series }) => {
    const parts = partsOf(series.definition, meeting);
    const { items: before, rows } = await itemsOf(writer, meeting, parts);
    const { items, changes } = buildAgenda({ heldOn: meeting.heldOn, parts, rules: series.definition.rules, children: found, before, keptOff: await writer.meetings.keptOff(series.id, meeting.heldOn), newId: () => randomUUID() });
    const authorities = new Map([...[...rows.values()].flatMap(({ recordId, authority }) => (recordId === null || authority === null ? [] : [[recordId, authority] as const])), ...found.map((child) => [child.child, child.authority] as const)]);
    await writer.meetings.putItems(meeting.organisation, meeting.id, draftsOf(items, authorities));
    built = { items: items.filter(({ mode }) => mode === "discuss" || mode === "note").length, changes };
    // The first time everything is new, and nothing changed.
    return { agendaBuiltAt: app.clock.now(), detail: { ...meeting.detail, built: meeting.agendaBuiltAt === null ? { added: [], changed: [], gone: [] } : changes } };
  });
  return outcome.outcome === "done" && built !== undefined ? { outcome: "built", ...built } : outcome.outcome === "done" ? { outcome: "not-found" } : outcome;
}

/** How far ahead meetings are looked for whose agenda is to be built. */
const AHEAD_DAYS = 60;

/** Builds the agendas whose day has come and that nobody has built. It may be done as often as one likes. */
export async function keepBuilding(app: App): Promise<void> {
  const today = app.clock.today();
  for (const organisation of await app.store.directory.organisations()) {
    const holder = await holderOf(organisation, () => app.store.directory.people());
    if (holder === undefined) continue;
    const due = await app.store.reading(holder, async (reader) => {
      const meetings = (await reader.meetings.meetings(today, addDays(today, AHEAD_DAYS))).filter((m) => m.organisation === organisation.code && m.state === "planned" && m.agendaBuiltAt === null && m.detail.chairsAction !== true);
      if (meetings.length === 0) return [];
      const series = new Map((await reader.meetings.series()).map((one) => [one.id, one]));
      return meetings.filter((meeting) => isBuildDay(app, meeting, series.get(meeting.series)));
    });
    for (const { id } of due) await buildAgendaOf(app, holder, id);
  }
}

function isBuildDay(app: App, { heldOn }: MeetingRow, series: SeriesRow | undefined): boolean {
  if (series === undefined || series.definition.rules.length === 0) return false;
  try {
    return leadDay(heldOn, series.definition.leads.build, app.calendar) <= app.clock.today();
  } catch (error) {
    if (error instanceof BeyondCalendar) return false;
    throw error;
  }
}

