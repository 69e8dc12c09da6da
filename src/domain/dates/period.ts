import { type Day, daysBetween } from "./day.ts";

/**
 * From a day up to but not including `until`; open where there is no `until`. The 903
 * ends one episode and begins the next on the same day, so periods that follow each
 * other meet without overlapping.
 */
export interface Period {
  readonly from: Day;
  readonly until?: Day | undefined;
}

export const contains = (p: Period, d: Day): boolean => p.from <= d && (p.until === undefined || d < p.until);

export const overlaps = (a: Period, b: Period): boolean =>
  (b.until === undefined || a.from < b.until) && (a.until === undefined || b.from < a.until);

/** Whole days in the part of the period before `today`. */
export const lengthInDays = (p: Period, today: Day): number =>
  daysBetween(p.from, p.until !== undefined && p.until < today ? p.until : today);
