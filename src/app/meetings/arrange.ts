import { randomUUID } from "node:crypto";
import type { Person, Viewer } from "../../domain/access/viewer.ts";
import type { Refusal } from "../../domain/commands/command.ts";
import { addDays, type Day, dayInWords } from "../../domain/dates/day.ts";
import type { Seat } from "../../domain/meetings/attendance.ts";
import { type Arrangement, type ArrangementTyped, mayAttend, readArrangement, readMeetingDay } from "../../domain/meetings/arrangement.ts";
import { leadsOf, passedLeads } from "../../domain/meetings/leads.ts";
import { isAhead, type Lead, type MeetingDetail } from "../../domain/meetings/meeting.ts";
import { wasUnplanned } from "../../domain/meetings/plan-ahead.ts";
import { readTime } from "../../domain/meetings/time-of-day.ts";
import type { ItemDraft, MeetingChange, MeetingRow, SeriesRow } from "../../store/meetings/rows.ts";
import type { Writer } from "../../store/writer.ts";
import { versionOf } from "../administration/administering.ts";
import { type App, forbids } from "../app.ts";
import { isHolder } from "./asking.ts";
import { ownSeat } from "./attend.ts";
import { namesOf } from "./in-room.ts";
import { inviteAhead, tellMembers } from "./invitations.ts";
import { type MeetingPerson, meetingPeople } from "./people.ts";
import { tellWorkers, workersAsked } from "./tell-workers.ts";

export interface ArrangePage {
  readonly meeting: MeetingRow;
  readonly series: SeriesRow;
  readonly today: Day;
  readonly people: readonly MeetingPerson[];
  readonly nameOf: (account: string) => string;
  /** By it a form says on what it was based. */
  readonly version: string;
  readonly leads: Readonly<Record<Lead, Day>> | undefined;
  readonly passed: readonly Lead[];
  /** Workers have been asked for their updates: those of the children whom the viewer sees. */
  readonly asked: boolean;
  /** The viewer’s own, where they may say whether they come. */
  readonly seat: Seat | null;
  readonly may: { readonly hold: boolean; readonly move: boolean; readonly attend: boolean };
}

export interface Arranged {
  readonly meeting: string;
  readonly revision: number;
  readonly heldOn: Day;
  /** The bank holiday that was asked for. */
  readonly offHoliday: Day | null;
  /** The day it was on, where it was moved. */
  readonly movedFrom: Day | null;
  /** Lead times whose day has passed already. */
  readonly passed: readonly Lead[];
  /** How many items came onto the agenda of the next meeting, and which day that is. */
  readonly back: { readonly items: number; readonly on: Day | null } | null;
}

export type ArrangeOutcome =
  | { readonly outcome: "done"; readonly done: Arranged }
  | { readonly outcome: "refused"; readonly refusals: readonly Refusal[] }
  | { readonly outcome: "overtaken" }
  | { readonly outcome: "forbidden"; readonly reason: string }
  | { readonly outcome: "not-found" };

const versionOfMeeting = ({ heldOn, state, detail: { built: _b, sentItems: _s, minutes: _m, invited: _i, left: _l, ...detail } }: MeetingRow): string => versionOf([heldOn, state, detail]);

/** One meeting with its day, place, people and lead times, for whoever may follow it. */
export async function openArrange(app: App, person: Person, meetingId: string): Promise<ArrangePage | undefined> {
  const found = await app.store.reading(person, async (reader) => {
    const meeting = await reader.meetings.meeting(meetingId);
    const series = meeting === undefined ? undefined : await reader.meetings.seriesById(meeting.series);
    return meeting === undefined || series === undefined ? undefined : { meeting, series, asked: (await reader.meetings.updatesOf(meetingId)).length > 0, people: isHolder(person, meeting) || ownSeat(person, series, meeting) !== undefined ? await meetingPeople(app, reader, person) : [] };
  });
  if (found === undefined) return undefined;
  const { meeting, series, people, asked } = found;
  const today = app.clock.today();
  const leads = leadsKnown(app, series, meeting.heldOn);
  const said = Object.values(meeting.detail.attendance ?? {}).flatMap(({ standIn }) => standIn ?? []);
  const accounts = [...series.definition.members.flatMap(({ account }) => account ?? []), meeting.detail.chair ?? [], meeting.detail.minuteTaker ?? []].flat();
  const names = await namesOf(app, [...accounts, ...said.filter((one) => people.some(({ account }) => account === one))]);
  const hold = isHolder(person, meeting);
  return {
    seat: hold ? null : ownSeat(person, series, meeting) ?? null, meeting, series, today, people, leads, asked, version: versionOfMeeting(meeting), nameOf: (account) => names.get(account) ?? account,
    passed: leads === undefined || !isAhead(meeting.state) ? [] : passedLeads(leads, today),
    may: { hold, move: hold && isAhead(meeting.state), attend: hold && mayAttend(meeting.state) },
  };
}

/** The days of the lead times; nothing where bank holidays are not known that far. */
function leadsKnown(app: App, { definition }: SeriesRow, heldOn: Day): Readonly<Record<Lead, Day>> | undefined {
  try {
    return leadsOf(definition, heldOn, app.calendar);
  } catch {
    return undefined;
  }
}

/** Moves a meeting, says where it is and who stands in, who sent apologies and who came. Where papers or invitations went out, those who had them are told of another day, time or place. */
export async function arrangeMeeting(app: App, viewer: Person, meetingId: string, basedOn: string, typed: ArrangementTyped): Promise<ArrangeOutcome> {
  const people = new Set((await app.store.reading(viewer, (reader) => meetingPeople(app, reader, viewer))).map(({ account }) => account));
  const made = await withMeeting(app, viewer, meetingId, async (writer, meeting, series) => {
    if (versionOfMeeting(meeting) !== basedOn) return { outcome: "overtaken" };
    const others = await daysOf(app, writer, meeting);
    const read = readArrangement(typed, { definition: series.definition, meeting, others, people, today: app.clock.today(), calendar: app.calendar });
    if ("refusals" in read) return { outcome: "refused", refusals: read.refusals };
    return put(app, writer, series, meeting, read.arrangement);
  });
  if (made.outcome === "done" && made.done.movedFrom !== null) await tellWorkers(app, viewer.organisation.code, made.done, "meeting-moved");
  return made;
}

async function put(app: App, writer: Writer, series: SeriesRow, meeting: MeetingRow, { heldOn, detail, offHoliday }: Arrangement): Promise<ArrangeOutcome> {
  const moved = heldOn !== meeting.heldOn;
  const now: MeetingRow = { ...meeting, heldOn, detail, revision: meeting.revision + 1 };
  await change(app, writer, meeting, { heldOn, detail }, moved ? { did: "move", heldOn, was: meeting.heldOn } : { did: "arrange" });
  const elsewhere = (["startsAt", "place"] as const).some((key) => detail[key] !== meeting.detail[key]);
  if (meeting.detail.invited === true && (moved || elsewhere)) await tellMembers(app, writer, series, now, moved ? "meeting-moved" : "meeting-changed", moved ? meeting.heldOn : undefined);
  // Who stands in now is asked to come.
  if (isAhead(meeting.state)) await inviteAhead(app, writer, series);
  if (moved) await writer.addMessages(await workersAsked(writer, now, series, "meeting-moved", meeting.heldOn), app.clock.now());
  return { outcome: "done", done: { meeting: meeting.id, revision: now.revision, heldOn, offHoliday: offHoliday ?? null, movedFrom: moved ? meeting.heldOn : null, passed: passedOn(app, series, heldOn), back: null } };
}

const passedOn = (app: App, series: SeriesRow, heldOn: Day): readonly Lead[] => {
  const leads = leadsKnown(app, series, heldOn);
  return leads === undefined ? [] : passedLeads(leads, app.clock.today());
};

/** Cancels a meeting. Those who were to come or to send something are told, and what was on its agenda comes back at the next meeting of the series. */
export async function cancelMeeting(app: App, viewer: Person, meetingId: string, basedOn: string, why: string): Promise<ArrangeOutcome> {
  const made = await withMeeting(app, viewer, meetingId, async (writer, meeting, series) => {
    const reason = why.trim();
    if (reason === "" || reason.length > 500) return { outcome: "refused", refusals: [{ field: "why", message: reason === "" ? "Say why it is cancelled" : "Use 500 characters or fewer" }] };
    if (versionOfMeeting(meeting) !== basedOn) return { outcome: "overtaken" };
    if (!isAhead(meeting.state)) return { outcome: "refused", refusals: [{ field: "why", message: "This meeting has begun, or is over: it cannot be cancelled any more" }] };
    const detail: MeetingDetail = { ...meeting.detail, cancelled: reason };
    await change(app, writer, meeting, { state: "cancelled", detail }, { did: "cancel", heldOn: meeting.heldOn });
    const now: MeetingRow = { ...meeting, state: "cancelled", detail, revision: meeting.revision + 1 };
    if (meeting.detail.invited === true || meeting.agendaSentAt !== null) await tellMembers(app, writer, series, now, "meeting-cancelled");
    await writer.addMessages(await workersAsked(writer, now, series, "meeting-cancelled"), app.clock.now());
    const back = await bringBack(app, writer, now, viewer.account);
    return { outcome: "done", done: { meeting: meeting.id, revision: now.revision, heldOn: meeting.heldOn, offHoliday: null, movedFrom: null, passed: [], back } };
  });
  if (made.outcome === "done") await tellWorkers(app, viewer.organisation.code, made.done, "meeting-cancelled");
  return made;
}

/** Puts what was on the agenda of a meeting that does not take place onto that of the next one of its series. */
async function bringBack(app: App, writer: Writer, cancelled: MeetingRow, by: string): Promise<{ readonly items: number; readonly on: Day | null }> {
  const own = (await writer.meetings.items(cancelled.id)).filter(({ mode, concludedAt }) => mode !== "removed" && concludedAt === null);
  const later = await writer.meetings.meetings(cancelled.heldOn, addDays(cancelled.heldOn, 366), cancelled.series);
  const next = later.find(({ id, state, heldOn }) => id !== cancelled.id && isAhead(state) && heldOn >= app.clock.today());
  if (next === undefined || own.length === 0) return { items: own.length, on: next?.heldOn ?? null };
  const there = await writer.meetings.items(next.id);
  const has = new Set(there.map(({ recordId }) => recordId));
  const why = `On the agenda of ${dayInWords(cancelled.heldOn)}, which was cancelled`;
  const added = own.filter(({ recordId }) => recordId === null || !has.has(recordId)).map(({ localId: _l, organisation: _o, meeting: _m, concludedAt: _a, concludedBy: _b, entries: _e, ...item }, i): ItemDraft =>
    ({ ...item, id: randomUUID(), mode: "discuss", why, byHand: ["added"], changedBy: by, position: there.length + i + 1 }));
  if (added.length > 0) await writer.meetings.putItems(next.organisation, next.id, [...there, ...added]);
  return { items: own.length, on: next.heldOn };
}

interface Called {
  readonly heldOn: string;
  readonly startsAt: string;
  readonly place: string;
  readonly why: string;
}

/** Calls a meeting of a series out of its rhythm. */
export async function callMeeting(app: App, viewer: Person, seriesId: string, typed: Called): Promise<ArrangeOutcome> {
  return holding(app, viewer, async (writer) => {
    const series = await writer.meetings.seriesById(seriesId);
    if (series === undefined) return { outcome: "not-found" };
    if (!isHolder(viewer, series)) return { outcome: "forbidden", reason: "This series is another organisation’s, and theirs to change" };
    const refusals: Refusal[] = [];
    const no = (field: string, message: string): undefined => void refusals.push({ field, message });
    const [today, why, place] = [app.clock.today(), typed.why.trim(), typed.place.trim()];
    if (series.endedOn !== null) no("heldOn", "This series has ended. Take it up again first");
    const day = readMeetingDay(typed.heldOn, { others: await daysOf(app, writer, { series: series.id, id: "" }), today, calendar: app.calendar }, no);
    const time = typed.startsAt.trim() === "" ? series.definition.startsAt : readTime(typed.startsAt) ?? no("startsAt", "Enter when it starts, such as 10:00 or 2:30pm");
    if (place.length > 200) no("place", "Use 200 characters or fewer for the place");
    if (why === "" || why.length > 500) no("why", why === "" ? "Say why the meeting is called" : "Use 500 characters or fewer");
    if (refusals.length > 0 || day === undefined || time === undefined) return { outcome: "refused", refusals };
    const detail: MeetingDetail = { extraordinary: why, ...(time === series.definition.startsAt ? {} : { startsAt: time }), ...(place === "" || place === series.definition.place ? {} : { place }) };
    const id = await writer.meetings.addMeeting(series.organisation, series.id, day.on, { detail });
    if (id === undefined) return { outcome: "overtaken" };
    await writer.appendAudit(series.organisation, { command: "plan-meeting", input: { series: series.id, meeting: id, did: "call", heldOn: day.on } }, app.clock.now());
    await inviteAhead(app, writer, series);
    return { outcome: "done", done: { meeting: id, revision: 1, heldOn: day.on, offHoliday: day.movedFrom ?? null, movedFrom: null, passed: passedOn(app, series, day.on), back: null } };
  });
}

/** The days on which a series meets besides one meeting. */
async function daysOf(app: App, writer: Writer, { series, id }: Pick<MeetingRow, "series" | "id">): Promise<ReadonlySet<Day>> {
  const all = await writer.meetings.meetings(addDays(app.clock.today(), -1), addDays(app.clock.today(), 3660), series);
  return new Set(all.filter((one) => one.id !== id && one.state !== "cancelled" && !wasUnplanned(one)).map(({ heldOn }) => heldOn));
}

async function change(app: App, writer: Writer, meeting: MeetingRow, to: MeetingChange, said: Readonly<Record<string, string>>): Promise<void> {
  if (!(await writer.meetings.changeMeeting(meeting.id, meeting.revision, to))) throw new Overtaken();
  await writer.appendAudit(meeting.organisation, { command: "plan-meeting", input: { series: meeting.series, meeting: meeting.id, ...said } }, app.clock.now());
}

const withMeeting = (app: App, viewer: Viewer, meetingId: string, work: (writer: Writer, meeting: MeetingRow, series: SeriesRow) => Promise<ArrangeOutcome>): Promise<ArrangeOutcome> =>
  holding(app, viewer, async (writer) => {
    const meeting = await writer.meetings.meeting(meetingId);
    const series = meeting === undefined ? undefined : await writer.meetings.seriesById(meeting.series);
    if (meeting === undefined || series === undefined) return { outcome: "not-found" };
    if (!isHolder(viewer, meeting)) return { outcome: "forbidden", reason: "This meeting is another organisation’s, and theirs to arrange" };
    return work(writer, meeting, series);
  });

/** Somebody built the agenda or opened the meeting at the same time. */
class Overtaken extends Error {
  override name = "Overtaken";
}

async function holding(app: App, viewer: Viewer, work: (writer: Writer) => Promise<ArrangeOutcome>): Promise<ArrangeOutcome> {
  const reason = forbids(viewer, "hold-meetings");
  if (reason !== undefined) return { outcome: "forbidden", reason };
  return app.store.inTransaction(viewer, async (writer) => {
    await writer.lock(viewer.type === "operator" ? viewer.authority : viewer.organisation.code);
    return work(writer);
  }).catch((error: unknown): ArrangeOutcome => {
    if (error instanceof Overtaken) return { outcome: "overtaken" };
    throw error;
  });
}
