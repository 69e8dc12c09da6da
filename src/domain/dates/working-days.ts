import { type Day, addDays, addMonths, dayInWords, dayOfEpoch, epochDay } from "./day.ts";
import { type Duration, durationInWords } from "./duration.ts";

/**
 * The bank holidays of England and Wales as a value, built from reference data. A
 * working day is not a Saturday, a Sunday or a bank holiday. Friday + 1 is Monday,
 * unless Monday is a bank holiday; then it is Tuesday.
 */
export interface WorkingCalendar {
  readonly firstOn: Day;
  /** The last day of the last year whose bank holidays are published. */
  readonly lastOn: Day;
  readonly holidays: ReadonlyMap<Day, string>;
  readonly first: number;
  /** By days since `firstOn`: how many working days there are up to and including that day. */
  readonly workingDaysUpTo: Int32Array;
  /** The nth working day (from 1), as days since `firstOn`. */
  readonly nthWorkingDay: Int32Array;
}

export interface BankHoliday {
  readonly on: Day;
  readonly name: string;
}

/** Thrown where a date would need bank holidays that nobody has published. */
export class BeyondCalendar extends Error {
  override name = "BeyondCalendar";
  constructor(d: Day, calendar: { readonly firstOn: Day; readonly lastOn: Day }) {
    super(
      `Working days cannot be counted to ${dayInWords(d)}: bank holidays are known from ` +
        `${dayInWords(calendar.firstOn)} to ${dayInWords(calendar.lastOn)}`,
    );
  }
}

/** Builds the calendar; refuses a holiday given twice, at a weekend, or outside its years. */
export function workingCalendar(firstOn: Day, lastOn: Day, bankHolidays: readonly BankHoliday[]): WorkingCalendar {
  const holidays = new Map<Day, string>();
  for (const { on, name } of bankHolidays) {
    if (on < firstOn || on > lastOn) throw new RangeError(`Bank holiday ${on} is outside ${firstOn} to ${lastOn}`);
    if (holidays.has(on)) throw new RangeError(`Bank holiday ${on} is given twice`);
    if (isWeekend(epochDay(on))) throw new RangeError(`Bank holiday ${on} is at a weekend: give its substitute day`);
    holidays.set(on, name);
  }
  const first = epochDay(firstOn);
  const length = epochDay(lastOn) - first + 1;
  const off = new Set([...holidays.keys()].map(epochDay));
  const workingDaysUpTo = new Int32Array(length);
  const nth: number[] = [0];
  for (let i = 0, count = 0; i < length; i++) {
    if (!isWeekend(first + i) && !off.has(first + i)) {
      count++;
      nth.push(i);
    }
    workingDaysUpTo[i] = count;
  }
  return { firstOn, lastOn, holidays, first, workingDaysUpTo, nthWorkingDay: Int32Array.from(nth) };
}

const isWeekend = (epoch: number): boolean => ((epoch + 3) % 7 + 7) % 7 >= 5;

function upTo(calendar: WorkingCalendar, epoch: number): number {
  const count = calendar.workingDaysUpTo[epoch - calendar.first];
  if (count === undefined) throw new BeyondCalendar(dayOfEpoch(epoch), calendar);
  return count;
}

function nthWorkingDay(calendar: WorkingCalendar, n: number): Day {
  const offset = n > 0 ? calendar.nthWorkingDay[n] : undefined;
  if (offset === undefined) throw new BeyondCalendar(n > 0 ? addDays(calendar.lastOn, 1) : addDays(calendar.firstOn, -1), calendar);
  return dayOfEpoch(calendar.first + offset);
}

export const isWorkingDay = (calendar: WorkingCalendar, d: Day): boolean =>
  upTo(calendar, epochDay(d)) > (d === calendar.firstOn ? 0 : upTo(calendar, epochDay(d) - 1));

/** The `n`th working day after `from`: the day after `from` is the first that can count. */
export const addWorkingDays = (calendar: WorkingCalendar, from: Day, n: number): Day =>
  n === 0 ? from : nthWorkingDay(calendar, upTo(calendar, epochDay(from)) + n);

/** The `n`th working day before `from`: the day before `from` is the first that can count. */
export const subtractWorkingDays = (calendar: WorkingCalendar, from: Day, n: number): Day =>
  n === 0 ? from : nthWorkingDay(calendar, upTo(calendar, epochDay(from) - 1) - n + 1);

/** Working days after `from`, up to and including `to`; negative where `to` is the earlier. */
export const workingDaysBetween = (calendar: WorkingCalendar, from: Day, to: Day): number =>
  upTo(calendar, epochDay(to)) - upTo(calendar, epochDay(from));

export interface Counting {
  /** “beginning with the day”: the starting day is day one. */
  readonly beginningWith?: boolean;
  /** Counted back from the starting day: “at least 3 working days before”. */
  readonly before?: boolean;
}

/**
 * The last day on which a thing within `within` of `start` is in time. The day after
 * `start` is day one, unless the source says “beginning with”. Months run to the
 * corresponding date, or the month's last day. Hours are judged by the calendar day.
 * Throws BeyondCalendar.
 */
export function dueOn(calendar: WorkingCalendar, start: Day, within: Duration, counting: Counting = {}): Day {
  const { count, unit } = within;
  const way = counting.before === true ? -1 : 1;
  // A period “beginning with” a day ends a day sooner than one counted from the day after.
  const from = counting.beginningWith === true && count > 0 ? addDays(start, -way) : start;
  switch (unit) {
    case "hour":
      return addDays(from, way * Math.ceil(count / 24));
    case "day":
      return addDays(from, way * count);
    case "week":
      return addDays(from, way * count * 7);
    case "month":
    case "year": {
      const on = addMonths(start, way * count * (unit === "year" ? 12 : 1));
      return from === start ? on : addDays(on, -way);
    }
    case "working day":
      return way === 1 ? addWorkingDays(calendar, from, count) : subtractWorkingDays(calendar, from, count);
  }
}

/** The arithmetic in words: “5 working days after 2 April 2026, not counting weekends, Good Friday and Easter Monday”. */
export function countingInWords(
  calendar: WorkingCalendar,
  start: Day,
  within: Duration,
  counting: Counting = {},
): string {
  const way = counting.before === true ? "before" : counting.beginningWith === true ? "beginning with" : "after";
  const base = `${durationInWords(within)} ${way} ${dayInWords(start)}`;
  if (within.unit === "hour") return `${base}, judged by the calendar day`;
  if (within.unit !== "working day") return base;
  const due = dueOn(calendar, start, within, counting);
  const [from, to] = start < due ? [start, due] : [due, start];
  const startCounts = counting.beginningWith === true;
  const skipped = [...calendar.holidays].filter(([on]) => on >= from && on <= to && (on !== start || startCounts)).map(([on, name]) => `${name} (${dayInWords(on)})`);
  const named = skipped.length === 0 ? "weekends" : `weekends, ${skipped.join(", ")}`;
  return `${base}, not counting ${named.replace(/, ([^,]*)$/, " and $1")}`;
}
