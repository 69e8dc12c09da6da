import { type Day, dayFrom, daysInMonth, monthName, partsOf } from "../dates/day.ts";
import { type Clock, counts, isOpen, judge } from "./clock.ts";

/** The days that figures are of, both ends counted. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** How one clock weighs in the figures of its standard. Days are early above zero and late below; left or overdue of an open one. */
export type Measured =
  | { readonly type: "finished"; readonly on: Day; readonly days: number }
  | { readonly type: "open"; readonly days: number }
  /** A line of a checklist, done in the span or still to be done: never early or late. */
  | { readonly type: "done" | "to-do" }
  /** Would weigh, but its text is not confirmed, or its source cannot say. */
  | { readonly type: "advisory" | "not-recorded" };

/**
 * What a clock adds to the figures of its standard: finished within the span, or open today;
 * nothing where it ended otherwise, has no day to be early or late by, or only says how soon
 * is too soon.
 */
export function measure(clock: Clock, span: Span, today: Day): Measured | undefined {
  const { stoppedOn, flags } = clock;
  const finished = stoppedOn !== null && span.from <= stoppedOn && stoppedOn <= span.to;
  if ((!finished && !isOpen(clock)) || flags.includes("not-before")) return undefined;
  if (flags.includes("checklist")) return flags.includes("advisory") ? { type: "advisory" } : clock.notRecorded ? { type: "not-recorded" } : { type: finished ? "done" : "to-do" };
  if (clock.dueOn === null && !clock.notRecorded) return undefined;
  if (flags.includes("advisory")) return { type: "advisory" };
  const { state, days } = judge(clock, today);
  if (!counts(clock) || state === "not-recorded") return { type: "not-recorded" };
  if (days === null) return undefined;
  return finished ? { type: "finished", on: stoppedOn, days } : { type: "open", days };
}

/** What the days of finished clocks come to. */
export interface Figures {
  readonly finished: number;
  readonly inTime: number;
  /** Whole per cent met in time: 100 only where all were, 0 only where none was; null of none. */
  readonly percent: number | null;
  /** Days early, or below zero late; halfway between the middle two of an even number; null of none. */
  readonly median: number | null;
}

export function figuresOf(days: readonly number[]): Figures {
  const inTime = days.filter((n) => n >= 0).length;
  return { finished: days.length, inTime, percent: percentOf(inTime, days.length), median: medianOf(days) };
}

function percentOf(part: number, whole: number): number | null {
  if (whole === 0) return null;
  if (part === 0 || part === whole) return part === 0 ? 0 : 100;
  return Math.min(99, Math.max(1, Math.floor((part * 200 + whole) / (whole * 2))));
}

function medianOf(days: readonly number[]): number | null {
  if (days.length === 0) return null;
  const sorted = days.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * The worst first: the lowest share met in time, then the most overdue. A standard of which nothing finished and something
 * is overdue met none of it; of which neither, it comes last, for nothing can be said of it.
 */
export function worstPerformanceFirst(a: Figures & { readonly overdue: number }, b: Figures & { readonly overdue: number }): number {
  const nothing = (row: typeof a): boolean => row.finished === 0 && row.overdue === 0;
  if (nothing(a) || nothing(b)) return Number(nothing(a)) - Number(nothing(b));
  const share = (row: typeof a): number => (row.finished === 0 ? 0 : row.inTime / row.finished);
  return share(a) - share(b) || b.overdue - a.overdue || b.finished - a.finished;
}

/** A calendar month, as “2026-03”. */
export type Month = string & { readonly __month: never };

export const monthOf = (d: Day): Month => d.slice(0, 7) as Month;

/** Reads “2026-03”; nothing where the text is no month. */
export const parseMonth = (text: string): Month | undefined => (/^\d{4}-\d{2}$/.test(text) && dayFrom(Number(text.slice(0, 4)), Number(text.slice(5)), 1) !== undefined ? text as Month : undefined);

const firstDay = (month: Month): Day => `${month}-01` as Day;

/** The month so many on, or back below zero. */
export function monthAfter(month: Month, n: number): Month {
  const { year, month: number } = partsOf(firstDay(month));
  const months = year * 12 + number - 1 + n;
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}` as Month;
}

/** From the first day of one month to the last of another. */
export function spanOf(from: Month, to: Month): Span {
  const { year, month } = partsOf(firstDay(to));
  return { from: firstDay(from), to: `${to}-${String(daysInMonth(year, month)).padStart(2, "0")}` as Day };
}

/** Every month from one to another, both counted. */
export function monthsFrom(from: Month, to: Month): readonly Month[] {
  const months: Month[] = [];
  for (let at = from; at <= to; at = monthAfter(at, 1)) months.push(at);
  return months;
}

/** “March 2026”. */
export const monthInWords = (month: Month): string => `${monthName(partsOf(firstDay(month)).month)} ${month.slice(0, 4)}`;

/** “3 days early”, “5½ days late”, “on the day”. */
export function marginInWords(days: number): string {
  const n = Math.abs(days);
  if (n === 0) return "on the day";
  const count = Number.isInteger(n) ? n.toLocaleString("en-GB") : `${n < 1 ? "" : Math.floor(n).toLocaleString("en-GB")}½`;
  return `${count} ${n <= 1 ? "day" : "days"} ${days > 0 ? "early" : "late"}`;
}
