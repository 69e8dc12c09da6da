import { type Day, addMonths, day, daysBetween } from "./day.ts";
import type { Duration } from "./duration.ts";

/** The fewest and the most days that a length of time comes to, from whatever day it is counted. */
interface Span {
  readonly fewest: number;
  readonly most: number;
}

/** Is one length of time never longer than another, from whatever day both are counted? */
export function isNeverLonger(a: Duration, b: Duration): boolean {
  if (a.unit === b.unit) return a.count <= b.count;
  if (MONTHS[a.unit] !== undefined && MONTHS[b.unit] !== undefined) return a.count * MONTHS[a.unit]! <= b.count * MONTHS[b.unit]!;
  return spanOf(a).most <= spanOf(b).fewest;
}

const MONTHS: Readonly<Partial<Record<Duration["unit"], number>>> = { month: 1, year: 12 };

function spanOf({ count, unit }: Duration): Span {
  switch (unit) {
    case "hour": return exactly(Math.ceil(count / 24));
    case "day": return exactly(count);
    case "week": return exactly(count * 7);
    case "month": return monthsOf(count);
    case "year": return monthsOf(count * 12);
    case "working day": return { fewest: fewestDays(count), most: mostDays(count) };
  }
}

const exactly = (days: number): Span => ({ fewest: days, most: days });

/** Counted from a Sunday, with no bank holiday on the way. */
const fewestDays = (n: number): number => (n === 0 ? 0 : n + 2 * Math.floor((n - 1) / 5));

/** Counted from a Friday, with more bank holidays on the way than any stretch has had: four at once, and one in ten after. */
function mostDays(n: number): number {
  if (n === 0) return 0;
  const holidays = 4 + Math.ceil(n / 10);
  return n + holidays + 2 * Math.ceil((n + holidays) / 5);
}

const YEARS = Array.from({ length: 48 }, (_, i) => addMonths(day("2023-01-01"), i));

/** From every first of a month, leap years too, and its last, whose corresponding date may not be there. */
function monthsOf(n: number): Span {
  const lengths = YEARS.flatMap((first) => [first, lastOfMonth(first)]).map((from) => daysBetween(from, addMonths(from, n)));
  return { fewest: Math.min(...lengths), most: Math.max(...lengths) };
}

const lastOfMonth = (first: Day): Day => addMonths(day("2024-01-31"), monthsBetween(day("2024-01-01"), first));

const monthsBetween = (a: Day, b: Day): number => (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5, 7)) - Number(a.slice(5, 7));
