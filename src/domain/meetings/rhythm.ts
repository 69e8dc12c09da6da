import { addDays, type Day, dayInWords, daysBetween, dayFrom, daysInMonth, earliest, latest, partsOf, weekday } from "../dates/day.ts";
import { addWorkingDays, type WorkingCalendar } from "../dates/working-days.ts";
import type { Rhythm, Weekday } from "./meeting.ts";

/** A day on which a series meets. */
export interface MeetingDay {
  readonly on: Day;
  /** The bank holiday that the rhythm gave, where it was moved from one. */
  readonly movedFrom?: Day;
}

export const WEEKDAYS = { 1: "Monday", 2: "Tuesday", 3: "Wednesday", 4: "Thursday", 5: "Friday", 6: "Saturday", 7: "Sunday" } as const satisfies Record<Weekday, string>;
export const NTHS = { 1: "first", 2: "second", 3: "third", 4: "fourth", last: "last" } as const satisfies Record<Extract<Rhythm, { every: "month" }>["nth"], string>;

/** Longer than any run of days off: what the rhythm gives so long before a day may be moved to it. */
const FURTHEST_MOVE = 10;

/**
 * The days of a rhythm from a day to a day, both counted, the earliest first. One on a bank holiday is on the next working day
 * instead. Days for which no bank holidays are published are left out: see `knownUntil`.
 */
export function meetingDaysOf(rhythm: Rhythm, from: Day, to: Day, calendar: WorkingCalendar): readonly MeetingDay[] {
  const until = knownUntil(to, calendar);
  const start = latest(addDays(from, -FURTHEST_MOVE), calendar.firstOn);
  return givenBy(rhythm, start, until)
    .flatMap((day) => moved(day, calendar) ?? [])
    .filter(({ on }) => on >= from && on <= until);
}

/** How far meetings can be planned, of a day until which they are to be: no further than bank holidays are published. */
export const knownUntil = (to: Day, calendar: WorkingCalendar): Day => earliest(to, calendar.lastOn);

/** Off a bank holiday to the next working day; nothing where that is beyond what is published. */
function moved(day: Day, calendar: WorkingCalendar): MeetingDay | undefined {
  if (!calendar.holidays.has(day)) return { on: day };
  try {
    return { on: addWorkingDays(calendar, day, 1), movedFrom: day };
  } catch {
    return undefined;
  }
}

function givenBy(rhythm: Rhythm, from: Day, to: Day): readonly Day[] {
  switch (rhythm.every) {
    case "never": return [];
    case "weeks": return everyWeeks(rhythm.count * 7, rhythm.from, from, to);
    case "month": return everyMonth(rhythm, from, to);
  }
}

function everyWeeks(step: number, first: Day, from: Day, to: Day): readonly Day[] {
  const days: Day[] = [];
  const skipped = Math.max(0, Math.ceil(daysBetween(first, from) / step));
  for (let on = addDays(first, skipped * step); on <= to; on = addDays(on, step)) days.push(on);
  return days;
}

function everyMonth(rhythm: Extract<Rhythm, { every: "month" }>, from: Day, to: Day): readonly Day[] {
  const days: Day[] = [];
  const [start, end] = [partsOf(from), partsOf(to)];
  for (let month = start.year * 12 + start.month - 1; month <= end.year * 12 + end.month - 1; month++) {
    const on = nthOf(Math.floor(month / 12), (month % 12) + 1, rhythm);
    if (on >= from && on <= to) days.push(on);
  }
  return days;
}

/** The day of a month that a monthly rhythm gives. */
function nthOf(year: number, month: number, { nth, weekday: of }: Extract<Rhythm, { every: "month" }>): Day {
  if (nth === "last") {
    const end = dayOf(year, month, daysInMonth(year, month));
    return addDays(end, -((weekday(end) - of + 7) % 7));
  }
  const first = dayOf(year, month, 1);
  return addDays(first, ((of - weekday(first) + 7) % 7) + (nth - 1) * 7);
}

function dayOf(year: number, month: number, date: number): Day {
  const on = dayFrom(year, month, date);
  if (on === undefined) throw new RangeError(`${year}-${month}-${date} is not a day`);
  return on;
}

/** “Every 2 weeks on a Tuesday, counted from 5 January 2027”, “On the second Tuesday of every month”, “When a meeting is called”. */
export function rhythmInWords(rhythm: Rhythm): string {
  switch (rhythm.every) {
    case "never": return "When a meeting is called";
    case "weeks": return `Every ${rhythm.count === 1 ? "week" : `${rhythm.count} weeks`} on a ${WEEKDAYS[weekday(rhythm.from) as Weekday]}, counted from ${dayInWords(rhythm.from)}`;
    case "month": return `On the ${NTHS[rhythm.nth]} ${WEEKDAYS[rhythm.weekday]} of every month`;
  }
}

/** “Tuesday 5 January 2027”. */
export const weekdayInWords = (on: Day): string => `${WEEKDAYS[weekday(on) as Weekday]} ${dayInWords(on)}`;

/** Why a meeting is not on its day: “Moved from Monday 3 May 2027, Early May bank holiday”. */
export const movedInWords = (from: Day, calendar: WorkingCalendar): string => {
  const holiday = calendar.holidays.get(from);
  return `Moved from ${weekdayInWords(from)}${holiday === undefined ? "" : `, ${holiday}`}`;
};
