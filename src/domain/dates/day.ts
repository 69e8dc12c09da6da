/**
 * A calendar day, written `YYYY-MM-DD`. It sorts and compares with `<`, and goes to
 * PostgreSQL and JSON unchanged. Arithmetic goes through the count of days since
 * 1 January 1970, never through `Date`, which would bring a time zone with it.
 */
export type Day = string & { readonly __day: never };

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const isLeapYear = (year: number): boolean =>
  (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month; `month` runs from 1. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);

const pad = (n: number, width: number): string => String(n).padStart(width, "0");

/** The day with these parts, or nothing where there is none such (31 February). */
export function dayFrom(year: number, month: number, date: number): Day | undefined {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(date);
  if (!whole || year < 1000 || year > 9999) return undefined;
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}` as Day;
}

/** Reads `YYYY-MM-DD`; nothing where the text is no such day. */
export function parseDay(text: string): Day | undefined {
  if (!SHAPE.test(text)) return undefined;
  const { year, month, date } = partsOf(text as Day);
  return dayFrom(year, month, date);
}

/** As `parseDay`, for days known to be good: throws a RangeError naming the text. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`“${text}” is not a day written YYYY-MM-DD`);
  return parsed;
}

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;

export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

export const partsOf = (d: Day): DayParts => ({
  year: digit(d, 0) * 1000 + digit(d, 1) * 100 + digit(d, 2) * 10 + digit(d, 3),
  month: digit(d, 5) * 10 + digit(d, 6),
  date: digit(d, 8) * 10 + digit(d, 9),
});

const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** Days since 1 January 1970, which is 0. No allocation: clocks call this in their inner loop. */
export function epochDay(d: Day): number {
  const year = digit(d, 0) * 1000 + digit(d, 1) * 100 + digit(d, 2) * 10 + digit(d, 3);
  return epochOf(year, digit(d, 5) * 10 + digit(d, 6), digit(d, 8) * 10 + digit(d, 9));
}

/** The same, of the parts of a day that is known to be one. */
function epochOf(year: number, month: number, date: number): number {
  const y = year - 1;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  const thisLeap = month > 2 && isLeapYear(year) ? 1 : 0;
  return y * 365 + leapDays - 719162 + (BEFORE_MONTH[month - 1] ?? 0) + thisLeap + date - 1;
}

const known = new Map<number, Day>();

/** The day a count of days after 1 January 1970. Days asked for twice are made once. */
export function dayOfEpoch(count: number): Day {
  const had = known.get(count);
  if (had !== undefined) return had;
  // Civil-from-days, counting years from 1 March so that 29 February comes last.
  const shifted = count + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const made = dayFrom(year, month, date);
  if (made === undefined) throw new RangeError(`${count} days from 1970 is outside the years 1000 to 9999`);
  known.set(count, made);
  return made;
}

export const addDays = (d: Day, n: number): Day => dayOfEpoch(epochDay(d) + n);

/** Whole days from `from` to `to`; negative where `to` is the earlier. */
export const daysBetween = (from: Day, to: Day): number => epochDay(to) - epochDay(from);

/**
 * The corresponding date `n` calendar months on (or back, below zero); where that month
 * has none, its last day: 31 August + 6 months is 28 February.
 */
export function addMonths(d: Day, n: number): Day {
  const { year, month, date } = partsOf(d);
  const months = year * 12 + (month - 1) + n;
  const toYear = Math.floor(months / 12);
  const toMonth = (months % 12 + 12) % 12 + 1;
  return dayOfEpoch(epochOf(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth))));
}

/** 1 Monday … 7 Sunday. 1 January 1970 was a Thursday. */
export const weekday = (d: Day): number => ((epochDay(d) + 3) % 7 + 7) % 7 + 1;

export const earliest = (a: Day, b: Day): Day => (a < b ? a : b);
export const latest = (a: Day, b: Day): Day => (a > b ? a : b);

/** Completed years of age on a day; a child born on 29 February has the birthday on 1 March otherwise. */
export function ageOn(bornOn: Day, on: Day): { readonly years: number; readonly months: number } {
  const born = partsOf(bornOn);
  const now = partsOf(on);
  const months = (now.year - born.year) * 12 + (now.month - born.month) - (now.date < born.date ? 1 : 0);
  return { years: Math.floor(months / 12), months: ((months % 12) + 12) % 12 };
}

/** The year, in March of which the day's financial year (1 April to 31 March) ends. */
export function yearEndingOf(d: Day): number {
  const { year, month } = partsOf(d);
  return month >= 4 ? year + 1 : year;
}

const MONTH_NAMES = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

export const monthName = (month: number): string => MONTH_NAMES[month - 1] ?? "";

/** `2026-03-05` as “5 March 2026”, the one way days are written for people. */
export function dayInWords(d: Day): string {
  const { year, month, date } = partsOf(d);
  return `${date} ${monthName(month)} ${year}`;
}
