import { ROLES } from "../../domain/access/role.ts";
import type { Person, Viewer } from "../../domain/access/viewer.ts";
import type { Refusal } from "../../domain/commands/command.ts";
import { addDays, addMonths, type Day } from "../../domain/dates/day.ts";
import { usualRules } from "../../domain/meetings/agenda-rule.ts";
import type { SeriesDefinition } from "../../domain/meetings/meeting.ts";
import { UNPLANNED, wasUnplanned } from "../../domain/meetings/plan-ahead.ts";
import { differsIn, readSeries, type SeriesTyped } from "../../domain/meetings/series.ts";
import { type Differs, differences } from "../../domain/meetings/series-words.ts";
import { loadAgendaRules } from "../../reference/agenda.ts";
import type { MeetingRow, SeriesRow } from "../../store/meetings/rows.ts";
import type { Writer } from "../../store/writer.ts";
import { type App, forbids } from "../app.ts";
import { isHolder } from "./asking.ts";
import { namesOf } from "./in-room.ts";
import { tellGone } from "./invitations.ts";
import { type MeetingPerson, meetingPeople } from "./people.ts";
import { type Planned, planIn, unplan } from "./plan.ts";
import { namesInTitle } from "./series-title.ts";

export { keepPlanned, planAhead, type Planned } from "./plan.ts";
export { accountMeant, type MeetingPerson } from "./people.ts";

export type SeriesOutcome =
  | { readonly outcome: "done"; readonly series: string; readonly planned: Planned }
  | { readonly outcome: "refused"; readonly refusals: readonly Refusal[] }
  /** Somebody changed it since: what is saved now, by whom, and how it differs from what was typed. Nothing of either is lost. */
  | { readonly outcome: "overtaken"; readonly now: SeriesRow; readonly by: string; readonly differs: readonly Differs[] }
  | { readonly outcome: "forbidden"; readonly reason: string }
  | { readonly outcome: "not-found" };

export interface SeriesPage {
  readonly series: SeriesRow;
  readonly today: Day;
  /** From three months ago on; those that only the plan took out are left out. */
  readonly meetings: readonly MeetingRow[];
  readonly mayHold: boolean;
  readonly nameOf: (account: string) => string;
}

/** A series that the viewer may follow. */
export async function openSeries(app: App, person: Person, id: string): Promise<SeriesPage | undefined> {
  const today = app.clock.today();
  const found = await app.store.reading(person, async (reader) => {
    const series = await reader.meetings.seriesById(id);
    return series === undefined ? undefined : { series, meetings: await reader.meetings.meetings(addMonths(today, -3), addDays(today, 3660), id) };
  });
  if (found === undefined) return undefined;
  const names = await namesOf(app, found.series.definition.members.flatMap(({ account }) => account ?? []));
  return { series: found.series, today, mayHold: isHolder(person, found.series), meetings: found.meetings.filter((one) => !wasUnplanned(one)), nameOf: (account) => names.get(account) ?? account };
}

/** Who may be made a member by somebody who holds meetings. */
export const peopleFor = (app: App, person: Person): Promise<readonly MeetingPerson[]> => app.store.reading(person, (reader) => meetingPeople(app, reader, person));

interface ToSave {
  /** Nothing for a new series. */
  readonly id?: string | undefined;
  /** The revision that whoever asks looked at. */
  readonly basedOn: number;
  /** Members by account. */
  readonly typed: SeriesTyped;
}

/** Sets up a series or changes it, and plans its next three months. */
export async function saveSeries(app: App, viewer: Viewer, { id, basedOn, typed }: ToSave): Promise<SeriesOutcome> {
  const offices = viewer.type === "operator" ? await officesAsOperator(app) : new Map((await peopleFor(app, viewer)).map(({ account, office }) => [account, office]));
  return changingSeries(app, viewer, id, async (writer, before) => {
    const read = readSeries(typed, { before: before?.definition, offices });
    if ("refusals" in read) return { outcome: "refused", refusals: read.refusals };
    const named = before?.definition.neutralTitle === read.definition.neutralTitle ? [] : await namesInTitle(writer, read.definition.neutralTitle);
    if (named.length > 0) return { outcome: "refused", refusals: named };
    if (before === undefined) {
      const organisation = organisationOf(viewer);
      // It begins with the rules that a series with these parts usually goes by.
      const definition = { ...read.definition, rules: usualRules(loadAgendaRules(), read.definition.parts) };
      const series: SeriesRow = { organisation, id: await writer.meetings.addSeries(organisation, definition, app.clock.now()), definition, revision: 1, endedOn: null };
      return saved(app, writer, series, "add", []);
    }
    if (before.revision !== basedOn) return overtaken(app, writer, before, read.definition);
    const fields = differsIn(before.definition, read.definition);
    if (fields.length === 0) return { outcome: "done", series: before.id, planned: await planIn(app, writer, before) };
    await tellGone(app, writer, before, read.definition);
    return changed(app, writer, { ...before, definition: read.definition }, "change", fields);
  });
}

/** Ends a series: what is planned and not begun is taken out, and nothing more is planned. */
export const endSeries = (app: App, viewer: Viewer, id: string, basedOn: number): Promise<SeriesOutcome> =>
  changingSeries(app, viewer, id, async (writer, before) => {
    if (before === undefined) return { outcome: "not-found" };
    if (before.revision !== basedOn) return overtaken(app, writer, before, before.definition);
    const today = app.clock.today();
    const ahead = (await writer.meetings.meetings(today, addDays(today, 3660), before.id)).filter(({ state, agendaBuiltAt }) => state === "planned" && agendaBuiltAt === null);
    for (const meeting of ahead) await unplan(app, writer, before, meeting, UNPLANNED.ended);
    return changed(app, writer, { ...before, endedOn: today }, "end", []);
  });

/** Takes up again a series that was ended, with its meetings planned anew. */
export const resumeSeries = (app: App, viewer: Viewer, id: string, basedOn: number): Promise<SeriesOutcome> =>
  changingSeries(app, viewer, id, async (writer, before) => {
    if (before === undefined) return { outcome: "not-found" };
    return before.revision === basedOn ? changed(app, writer, { ...before, endedOn: null }, "resume", []) : overtaken(app, writer, before, before.definition);
  });

async function changingSeries(app: App, viewer: Viewer, id: string | undefined, work: (writer: Writer, before: SeriesRow | undefined) => Promise<SeriesOutcome>): Promise<SeriesOutcome> {
  const reason = forbids(viewer, "hold-meetings");
  if (reason !== undefined) return { outcome: "forbidden", reason };
  return app.store.inTransaction(viewer, async (writer): Promise<SeriesOutcome> => {
    // Under the lock of the organisation: what is read then is what is changed.
    await writer.lock(organisationOf(viewer));
    const before = id === undefined ? undefined : await writer.meetings.seriesById(id);
    if (id !== undefined && before === undefined) return { outcome: "not-found" };
    if (before !== undefined && !isHolder(viewer, before)) return { outcome: "forbidden", reason: "This series is another organisation’s, and theirs to change" };
    return work(writer, before);
  });
}

async function changed(app: App, writer: Writer, series: SeriesRow, did: "change" | "end" | "resume", fields: readonly string[]): Promise<SeriesOutcome> {
  const { id, revision, definition, endedOn } = series;
  if (!(await writer.meetings.changeSeries(id, revision, { definition, endedOn }, app.clock.now()))) return { outcome: "not-found" };
  return saved(app, writer, { ...series, revision: revision + 1 }, did, fields);
}

async function saved(app: App, writer: Writer, series: SeriesRow, did: "add" | "change" | "end" | "resume", fields: readonly string[]): Promise<SeriesOutcome> {
  const none: Planned = { added: [], dropped: [], stay: [], until: app.clock.today(), cutShort: false };
  const planned = series.endedOn === null ? await planIn(app, writer, series, { refit: true }) : none;
  await writer.appendAudit(series.organisation, {
    command: "set-meeting-series", input: { series: series.id, did, revision: series.revision, fields: [...fields], planned: planned.added.length, dropped: planned.dropped.length },
  }, app.clock.now());
  return { outcome: "done", series: series.id, planned };
}

async function overtaken(app: App, writer: Writer, now: SeriesRow, typed: SeriesDefinition): Promise<SeriesOutcome> {
  const last = await writer.meetings.lastChange(now.id);
  const names = await namesOf(app, [...now.definition.members, ...typed.members].flatMap(({ account }) => account ?? []).concat(last?.by ?? []));
  const nameOf = (account: string): string => names.get(account) ?? account;
  return { outcome: "overtaken", now, by: last === undefined ? "Somebody" : nameOf(last.by), differs: differences(now.definition, typed, nameOf) };
}

const organisationOf = (viewer: Viewer): string => (viewer.type === "operator" ? viewer.authority : viewer.organisation.code);

/** The machine’s operator makes anybody a member who is here. */
const officesAsOperator = async (app: App): Promise<ReadonlyMap<string, string>> => new Map((await app.store.directory.people()).map(({ account, role }) => [account, ROLES[role]]));
