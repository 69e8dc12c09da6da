import ical, { ICalAttendeeRole, ICalAttendeeStatus, type ICalCalendar, ICalCalendarMethod, ICalEventBusyStatus, type ICalEventData, ICalEventStatus } from "ical-generator";
import type { Day } from "../../domain/dates/day.ts";
import { laterBy } from "../../domain/meetings/time-of-day.ts";
import { LONDON } from "./london.ts";

/** A meeting as a calendar has it: nothing in it tells of a child. */
export interface CalendarMeeting {
  readonly id: string;
  /** The neutral title of its series. */
  readonly title: string;
  readonly heldOn: Day;
  /** HH:MM in England. */
  readonly startsAt: string;
  readonly minutes: number;
  readonly place: string;
  /** Rises with every change: the highest that a calendar has been told of holds. */
  readonly sequence: number;
  readonly cancelled: boolean;
}

export interface Invited {
  readonly email: string;
  /** Invited, and not a member. */
  readonly optional: boolean;
}

interface InvitationOptions {
  /** The instant at which it was written (ISO 8601 in UTC). */
  readonly stamp: string;
  /** To whom answers go; none where nobody who holds the meeting has an address. */
  readonly organizer: string | null;
  /** To whom it goes; none where they have no address. */
  readonly invited: Invited | null;
}

const PRODUCT = { company: "Permanence Tracker", product: "Meetings", language: "EN" } as const;

/** An invitation, or where the meeting is cancelled its cancellation, for one person, as the text of an .ics file (RFC 5546). */
export function invitationText(meeting: CalendarMeeting, { stamp, organizer, invited }: InvitationOptions): string {
  const calendar = ical({ prodId: PRODUCT, timezone: LONDON, method: meeting.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST });
  addEvent(calendar, meeting, stamp, {
    ...(organizer === null ? {} : { organizer: { name: meeting.title, email: organizer } }),
    ...(invited === null ? {} : { attendees: [{ email: invited.email, role: invited.optional ? ICalAttendeeRole.OPT : ICalAttendeeRole.REQ, status: ICalAttendeeStatus.NEEDSACTION, rsvp: !meeting.cancelled }] }),
  });
  return written(calendar);
}

/** One meeting to be put into a calendar, or somebody’s meetings for a program that asks for them again and again. */
export function calendarText(name: string, meetings: readonly CalendarMeeting[], stamp: string): string {
  const calendar = ical({ prodId: PRODUCT, timezone: LONDON, method: ICalCalendarMethod.PUBLISH, name, ttl: HOURS_BETWEEN * 3600 });
  for (const meeting of meetings) addEvent(calendar, meeting, stamp, {});
  return written(calendar);
}

/** How often a calendar program is asked to look again. */
const HOURS_BETWEEN = 4;

function addEvent(calendar: ICalCalendar, meeting: CalendarMeeting, stamp: string, more: Pick<ICalEventData, "organizer" | "attendees">): void {
  // A time without a zone is read and written by the library in the machine’s own: the figures stay as they are, and our zone’s name comes beside them.
  const at = (time: string): string => `${meeting.heldOn}T${time}:00`;
  calendar.createEvent({
    id: `${meeting.id}@meetings.permanence-tracker`,
    sequence: meeting.sequence,
    stamp: stamp.replace(/Z$/, ""),
    timezone: LONDON.name,
    start: at(meeting.startsAt),
    end: at(laterBy(meeting.startsAt, meeting.minutes)),
    summary: meeting.title,
    ...(meeting.place === "" ? {} : { location: meeting.place }),
    status: meeting.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: meeting.cancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    ...more,
  });
}

/** The instant of writing is in Greenwich time, which it must say (RFC 5545, 3.8.7.2). */
const written = (calendar: ICalCalendar): string => `${calendar.toString().replaceAll(/^(DTSTAMP:\d{8}T\d{6})(?=\r)/gm, "$1Z")}\r\n`;
