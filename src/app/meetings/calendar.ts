import { createHash, randomBytes } from "node:crypto";
import type { Person } from "../../domain/access/viewer.ts";
import { addDays, addMonths } from "../../domain/dates/day.ts";
import { wasUnplanned } from "../../domain/meetings/plan-ahead.ts";
import { calendarText } from "../../exports/calendar/calendar.ts";
import type { App } from "../app.ts";
import { calendarMeeting } from "./invitations.ts";

/** Letters, figures, - and _ that nobody guesses: 32 bytes. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** When the address of somebody’s own calendar was made (ISO 8601 in UTC); nothing where they have none. The address itself is kept nowhere. */
export const calendarMadeAt = (app: App, person: Person): Promise<string | undefined> => app.store.calendarFeeds.madeAt(person.account);

/** Gives somebody an address for their own calendar, told this once; one they had before is out of use. */
export async function renewCalendar(app: App, person: Person): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await app.store.calendarFeeds.put(person.account, hashOf(token), app.clock.now());
  return token;
}

/** Puts the address of somebody’s calendar out of use. */
export const stopCalendar = (app: App, person: Person): Promise<void> => app.store.calendarFeeds.drop(person.account);

/**
 * The calendar at an address: titles, times and places of the meetings that whoever has it belongs to, from three months ago on.
 * Nothing where no such address is in use, or whoever had it has left: the two look the same.
 */
export async function calendarAt(app: App, token: string): Promise<string | undefined> {
  // What has not the shape of a token is looked for all the same: no answer comes sooner than another.
  const account = await app.store.calendarFeeds.accountAt(hashOf(token));
  const person = account === undefined || !TOKEN.test(token) ? undefined : await app.store.directory.person(account);
  if (person === undefined) return undefined;
  const { series, meetings } = await app.store.reading(person, async (reader) => {
    const own = await reader.meetings.seriesOf(person.account);
    const today = app.clock.today();
    return { series: (await reader.meetings.series()).filter(({ id }) => own.has(id)), meetings: await reader.meetings.meetings(addMonths(today, -3), addDays(today, 3660)) };
  });
  const definitions = new Map(series.map(({ id, definition }) => [id, definition]));
  const shown = meetings.flatMap((meeting) => {
    const definition = definitions.get(meeting.series);
    return definition === undefined || wasUnplanned(meeting) || meeting.detail.chairsAction === true ? [] : [calendarMeeting(meeting, definition)];
  });
  return calendarText("Meetings", shown, app.clock.now());
}

/** One meeting to be put into a calendar by hand; nothing where the viewer may not follow it. */
export async function calendarOfMeeting(app: App, person: Person, meetingId: string): Promise<string | undefined> {
  return app.store.reading(person, async (reader) => {
    const meeting = await reader.meetings.meeting(meetingId);
    const series = meeting === undefined ? undefined : await reader.meetings.seriesById(meeting.series);
    return meeting === undefined || series === undefined ? undefined : calendarText(series.definition.neutralTitle, [calendarMeeting(meeting, series.definition)], app.clock.now());
  });
}
