import type { Viewer } from "../../domain/access/viewer.ts";
import { type Day, daysBetween, latest } from "../../domain/dates/day.ts";
import { isWorkingDay } from "../../domain/dates/working-days.ts";
import { leadsOf } from "../../domain/meetings/leads.ts";
import { isAhead } from "../../domain/meetings/meeting.ts";
import { missingPapers } from "../../domain/meetings/papers.ts";
import type { MeetingRow, MessageDraft, SeriesRow } from "../../store/meetings/rows.ts";
import type { UpdateRow } from "../../store/meetings/updates.ts";
import type { Writer } from "../../store/writer.ts";
import { type App, forbids } from "../app.ts";
import { londonDay } from "../london-time.ts";
import { mayHoldIn } from "./in-room.ts";
import { type ChildAsked, childrenOn, whomOf } from "./whom.ts";

export type AskingOutcome =
  /** `asked`: children newly asked about. `nobody`: local ids of those of whom there is nobody to ask. */
  | { readonly outcome: "done"; readonly asked: number; readonly nobody: readonly string[] }
  | { readonly outcome: "refused"; readonly message: string }
  | { readonly outcome: "forbidden"; readonly reason: string }
  | { readonly outcome: "not-found" };


/** Where somebody gives the updates of one meeting: the one that it is about, or the list of theirs. No name and no id of a child is in it. */
const pathFor = (items: readonly string[]): string => (items.length === 1 ? `/meetings/items/${items[0]!}/update` : "/work#for-meetings");

/**
 * Asks the worker of each child on a meeting’s agenda for an update, in one message a person, and passes on what was asked of
 * somebody who is away, has left or has the child no longer. Asking again asks about those who came onto the agenda since.
 */
export async function askForUpdates(app: App, viewer: Viewer, meetingId: string): Promise<AskingOutcome> {
  return beforeMeeting(app, viewer, meetingId, async (writer, meeting, series) => {
    const whom = await whomOf(writer, meeting, series, app.clock.today());
    const asked = await askOf(app, writer, meeting, series, whom);
    return { outcome: "done", asked, nobody: whom.flatMap(({ item, asked: one }) => (one === undefined ? item.localId ?? [] : [])) };
  });
}

/** Reminds whoever has not answered, or not sent the papers: once a day each, however often it is asked for. */
export async function remindOf(app: App, viewer: Viewer, meetingId: string): Promise<AskingOutcome> {
  return beforeMeeting(app, viewer, meetingId, async (writer, meeting, series) => {
    const whom = await whomOf(writer, meeting, series, app.clock.today());
    await askOf(app, writer, meeting, series, whom);
    return { outcome: "done", asked: await remind(app, writer, meeting, series), nobody: [] };
  });
}

/**
 * What the program does of itself about one meeting on a day: asks from its day on, reminds from its day until the papers are due.
 * Of an agenda that was built only after the day for asking nobody is asked until whoever holds the meeting asks: it is trimmed first.
 */
export async function askInTime(app: App, viewer: Viewer, meeting: MeetingRow, series: SeriesRow): Promise<void> {
  const today = app.clock.today();
  const days = leadsOf(series.definition, meeting.heldOn, app.calendar);
  if (!isAhead(meeting.state) || today < days.updates || today >= meeting.heldOn) return;
  const reminding = today >= days.remind && today <= latest(days.papers, days.remind) && isWorkingDay(app.calendar, today);
  await beforeMeeting(app, viewer, meeting.id, async (writer, fresh) => {
    const isLate = (fresh.agendaBuiltAt === null ? today : londonDay(fresh.agendaBuiltAt)) > days.updates;
    if (isLate && (await writer.meetings.updatesOf(fresh.id)).length === 0) return { outcome: "done", asked: 0, nobody: [] };
    const whom = await whomOf(writer, fresh, series, today);
    const asked = await askOf(app, writer, fresh, series, whom);
    if (reminding) await remind(app, writer, fresh, series);
    return { outcome: "done", asked, nobody: [] };
  });
}

async function beforeMeeting(app: App, viewer: Viewer, meetingId: string, work: (writer: Writer, meeting: MeetingRow, series: SeriesRow) => Promise<AskingOutcome>): Promise<AskingOutcome> {
  const reason = forbids(viewer, "hold-meetings");
  if (reason !== undefined) return { outcome: "forbidden", reason };
  return app.store.inTransaction(viewer, async (writer): Promise<AskingOutcome> => {
    const meeting = await writer.meetings.meeting(meetingId);
    const series = meeting === undefined ? undefined : await writer.meetings.seriesById(meeting.series);
    if (meeting === undefined || series === undefined || !isHolder(viewer, meeting)) return { outcome: "not-found" };
    if (!isAhead(meeting.state)) return { outcome: "refused", message: "This meeting is over or was cancelled. Nobody is asked for an update of it any more" };
    return work(writer, meeting, series);
  });
}

/** A series may be followed from another organisation; it is held by its own. */
export const isHolder = (viewer: Viewer, { organisation }: Pick<MeetingRow, "organisation">): boolean =>
  viewer.type === "operator" ? viewer.authority === organisation : mayHoldIn(viewer, organisation);

/** Asks those not asked yet and passes on what somebody else is to answer now; gives how many children somebody was newly asked about. */
async function askOf(app: App, writer: Writer, meeting: MeetingRow, series: SeriesRow, whom: readonly ChildAsked[]): Promise<number> {
  const rows = new Map((await writer.meetings.updatesOf(meeting.id)).map((row) => [row.item, row]));
  const asked = new Map(whom.flatMap(({ item, asked: one }) => (one === undefined ? [] : [[item.id, one.account] as const])));
  const fresh = await writer.meetings.askUpdates(meeting.organisation, meeting.id, [...asked].filter(([item]) => !rows.has(item)).map(([item, account]) => ({ item, asked: account })), app.clock.now());
  const passed: string[] = [];
  for (const [item, account] of asked) {
    const row = rows.get(item);
    if (row === undefined || row.answeredAt !== null || row.asked === account) continue;
    await writer.meetings.passUpdate(item, account);
    passed.push(item);
  }
  const told = [...fresh, ...passed];
  await writer.addMessages(messages(app, "update-asked", meeting, series, Map.groupBy(told, (item) => asked.get(item)!), (items) => `update-asked/${meeting.id}/${items.toSorted()[0]!}`), app.clock.now());
  return told.length;
}

/** Gives how many children somebody was reminded about. */
async function remind(app: App, writer: Writer, meeting: MeetingRow, series: SeriesRow): Promise<number> {
  const today = app.clock.today();
  const on = new Map(childrenOn(await writer.meetings.items(meeting.id)).map((item) => [item.id, item]));
  const rows = (await writer.meetings.updatesOf(meeting.id)).filter(({ item, answeredAt, papers }) =>
    on.has(item) && (answeredAt === null || (on.get(item)?.authority === meeting.organisation && missingPapers(papers).length > 0)));
  const due = new Set(await writer.meetings.noteReminded(rows.map(({ item }) => item), today, app.clock.now()));
  const told = rows.filter(({ item }) => due.has(item));
  const byPerson = (some: readonly UpdateRow[]): ReadonlyMap<string, readonly string[]> =>
    new Map([...Map.groupBy(some, ({ asked }) => asked)].map(([account, list]) => [account, list.map(({ item }) => item)]));
  const key = (what: string, day: Day) => (): string => `${what}/${meeting.id}/${day}`;
  await writer.addMessages([
    ...messages(app, "update-reminder", meeting, series, byPerson(told.filter(({ answeredAt }) => answeredAt === null)), key("update-reminder", today)),
    ...messages(app, "papers-missing", meeting, series, byPerson(told.filter(({ answeredAt }) => answeredAt !== null)), key("papers-missing", today)),
  ], app.clock.now());
  return told.length;
}

/** One message a person for all their children of the meeting. */
function messages(app: App, template: string, meeting: MeetingRow, { definition }: SeriesRow, items: ReadonlyMap<string, readonly string[]>, key: (items: readonly string[]) => string): readonly MessageDraft[] {
  const dueOn = leadsOf(definition, meeting.heldOn, app.calendar).papers;
  const daysLate = Math.max(0, daysBetween(dueOn, app.clock.today()));
  return [...items].map(([account, own]) => ({
    account, template, path: pathFor(own), key: key(own),
    detail: { title: definition.neutralTitle, heldOn: meeting.heldOn, dueOn, count: own.length, ...(template === "update-asked" && daysLate > 0 ? { daysLate } : {}) },
  }));
}
