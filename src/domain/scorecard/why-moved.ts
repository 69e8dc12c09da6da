import { indicator, type Options, type Traveller } from "./indicators.ts";
import type { Cohort } from "./projection.ts";
import type { Window } from "./window.ts";

/** Why a three-year average moved from one window to the next: the year that left it, and the year that came in. Days are unrounded; below zero is better. */
export interface WhyMoved {
  readonly before: Cohort;
  readonly after: Cohort;
  readonly left: Cohort & { readonly yearEnding: number; readonly movedBy: number };
  readonly came: Cohort & { readonly yearEnding: number; readonly movedBy: number };
  readonly movedBy: number;
}

const cohortOf = (code: "A1" | "A2" | "A10", travellers: readonly Traveller[], window: Window, options: Options): Cohort => {
  const { children, meanDays } = indicator(code, travellers, window, options);
  return { children, meanDays: meanDays ?? 0 };
};

/**
 * The change from the window before. Each year’s part is how far its children lie from the earlier average, over the children now
 * in the window; the two parts together are the whole change. Nothing where either window has nobody in it.
 */
export function whyMoved(code: "A1" | "A2" | "A10", travellers: readonly Traveller[], { yearEnding, years }: Window, options: Options = {}): WhyMoved | null {
  const before = cohortOf(code, travellers, { yearEnding: yearEnding - 1, years }, options);
  const after = cohortOf(code, travellers, { yearEnding, years }, options);
  if (before.children === 0 || after.children === 0) return null;
  const of = (year: number, sign: 1 | -1): WhyMoved["left"] => {
    const cohort = cohortOf(code, travellers, { yearEnding: year, years: 1 }, options);
    return { ...cohort, yearEnding: year, movedBy: cohort.children === 0 ? 0 : (sign * cohort.children * (cohort.meanDays - before.meanDays)) / after.children };
  };
  return { before, after, left: of(yearEnding - years, -1), came: of(yearEnding, 1), movedBy: after.meanDays - before.meanDays };
}
