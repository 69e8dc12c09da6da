import { addDays } from "../../domain/dates/day.ts";
import { holderAt, seatsAt } from "../../domain/meetings/attendance.ts";
import { isAhead, type MeetingDetail, type SeriesDefinition } from "../../domain/meetings/meeting.ts";
import { type CalendarMeeting, invitationText } from "../../exports/calendar/calendar.ts";
import type { MeetingRow, MessageDraft, SeriesRow } from "../../store/meetings/rows.ts";
import type { Writer } from "../../store/writer.ts";
import type { App } from "../app.ts";

/** So many days before it the members of a meeting are asked to come; a calendar of one’s own has it sooner. */
const INVITED_DAYS_BEFORE = 28;

/** A meeting as a calendar has it. */
export const calendarMeeting = ({ id, heldOn, state, detail, revision }: MeetingRow, { neutralTitle, startsAt, place, parts }: SeriesDefinition): CalendarMeeting => ({
  id, heldOn, title: neutralTitle, startsAt: detail.startsAt ?? startsAt, place: detail.place ?? place, sequence: revision, cancelled: state === "cancelled",
  minutes: parts.reduce((sum, part) => sum + (detail.minutes?.[part.id] ?? part.minutes), 0),
});

/** Who is asked to come to a meeting: its members, and those who stand in, by account. */
export function askedToCome(definition: SeriesDefinition, detail: MeetingDetail): ReadonlyMap<string, { readonly optional: boolean }> {
  const asked = new Map<string, { readonly optional: boolean }>();
  for (const { member, standIn } of seatsAt(definition, detail)) {
    if (standIn !== null) asked.set(standIn, { optional: false });
    if (member.account !== null) asked.set(member.account, { optional: member.as === "invited" });
  }
  for (const account of [detail.chair, detail.minuteTaker]) if (account !== undefined) asked.set(account, { optional: false });
  return asked;
}

/** To whom answers to an invitation go: whoever takes the minutes, else the chair. */
function answersTo(definition: SeriesDefinition, detail: MeetingDetail, addresses: ReadonlyMap<string, string>): string | null {
  const accounts = [holderAt(definition, detail, "minute-taker"), holderAt(definition, detail, "chair")].flatMap((holder) => holder?.account ?? []);
  return accounts.flatMap((account) => addresses.get(account) ?? [])[0] ?? null;
}

type Told = "meeting-invitation" | "meeting-moved" | "meeting-changed" | "meeting-cancelled";

/** What the members of a meeting, as it now is, are told of it, each with the invitation or its cancellation. `movedFrom`: the day it was to be on. */
export async function tellMembers(app: App, writer: Writer, series: SeriesRow, meeting: MeetingRow, told: Told, movedFrom?: string): Promise<void> {
  const asked = askedToCome(series.definition, meeting.detail);
  const addresses = await writer.meetings.addresses([...asked.keys()]);
  const event = calendarMeeting(meeting, series.definition);
  const organizer = answersTo(series.definition, meeting.detail, addresses);
  const stamp = app.clock.now();
  await writer.addMessages([...asked].map(([account, { optional }]): MessageDraft => {
    const email = addresses.get(account);
    return {
      account, template: told, path: `/meetings/${meeting.id}`,
      detail: { title: event.title, heldOn: event.heldOn, ...(told === "meeting-cancelled" ? {} : { startsAt: event.startsAt }), ...(movedFrom === undefined ? {} : { movedFrom }) },
      // An invitation is sent to each once; what changes afterwards, under the number of the change.
      key: told === "meeting-invitation" ? `${told}/${meeting.id}${stint(meeting, account)}` : `${told}/${meeting.id}/${event.sequence}`,
      calendar: invitationText(event, { stamp, organizer, invited: email === undefined ? null : { email, optional } }),
    };
  }), app.clock.now());
}

/** Asks the members of a series to the meetings that are near, and who has come to belong to it since to those the others were asked to. */
export async function inviteAhead(app: App, writer: Writer, series: SeriesRow): Promise<void> {
  const today = app.clock.today();
  const near = addDays(today, INVITED_DAYS_BEFORE);
  for (const meeting of await writer.meetings.meetings(today, addDays(today, 366), series.id)) {
    if ((meeting.state !== "planned" && meeting.state !== "agenda-sent") || meeting.detail.chairsAction === true) continue;
    if (meeting.detail.invited === undefined && meeting.heldOn > near) continue;
    const detail: MeetingDetail = { ...meeting.detail, invited: true };
    const changed = meeting.detail.invited === true || (await writer.meetings.changeMeeting(meeting.id, meeting.revision, { detail }));
    if (changed) await tellMembers(app, writer, series, { ...meeting, detail, revision: meeting.revision + (meeting.detail.invited === true ? 0 : 1) }, "meeting-invitation");
  }
}

/** Somebody who was taken off and belongs to it again is asked again. */
const stint = ({ detail: { left = {} } }: MeetingRow, account: string): string => (left[account] === undefined ? "" : `/${left[account]}`);

/** Tells those whom a change takes off a series that they are no longer asked to the meetings to come, each with a cancellation for their calendar. */
export async function tellGone(app: App, writer: Writer, before: SeriesRow, after: SeriesDefinition): Promise<void> {
  const [today, stamp] = [app.clock.today(), app.clock.now()];
  for (const meeting of await writer.meetings.meetings(today, addDays(today, FURTHEST), before.id)) {
    if (!isAhead(meeting.state) || meeting.detail.invited !== true) continue;
    const still = askedToCome(after, meeting.detail);
    const gone = [...askedToCome(before.definition, meeting.detail).keys()].filter((account) => !still.has(account));
    if (gone.length === 0) continue;
    const left = { ...meeting.detail.left, ...Object.fromEntries(gone.map((account) => [account, (meeting.detail.left?.[account] ?? 0) + 1])) };
    if (!(await writer.meetings.changeMeeting(meeting.id, meeting.revision, { detail: { ...meeting.detail, left } }))) continue;
    const addresses = await writer.meetings.addresses(gone);
    const event = { ...calendarMeeting({ ...meeting, revision: meeting.revision + 1 }, before.definition), cancelled: true };
    const organizer = answersTo(after, meeting.detail, await writer.meetings.addresses([...still.keys()]));
    await writer.addMessages(gone.map((account): MessageDraft => {
      const email = addresses.get(account);
      return {
        account, template: "meeting-not-asked", path: "/meetings", key: `meeting-not-asked/${meeting.id}/${left[account] ?? 0}`, detail: { title: event.title, heldOn: event.heldOn },
        calendar: invitationText(event, { stamp, organizer, invited: email === undefined ? null : { email, optional: false } }),
      };
    }), stamp);
  }
}

const FURTHEST = 3660;

/** Asks those who may say whether the minutes are right to read them, now that the meeting is over: its members and who stood in for them, each once. */
export async function tellToConfirm(writer: Writer, { definition }: SeriesRow, meeting: MeetingRow, at: string): Promise<void> {
  const readers = [...askedToCome(definition, meeting.detail)].flatMap(([account, { optional }]) => (optional ? [] : [account]));
  await writer.addMessages(readers.map((account): MessageDraft => ({
    account, template: "minutes-to-confirm", path: `/meetings/${meeting.id}/minutes`, key: `minutes-to-confirm/${meeting.id}`, detail: { title: definition.neutralTitle, heldOn: meeting.heldOn },
  })), at);
}
