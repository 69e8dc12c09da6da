/** A year’s (or a window’s) cohort: how many children, and their mean in days, unrounded. */
export interface Cohort {
  readonly children: number;
  readonly meanDays: number;
}

/**
 * What each of the remaining years must average for a window to come out at the
 * threshold, with as many children in every year. 535 days in the first of three years and a threshold of
 * 426 leave (3 × 426 − 535) ÷ 2 = 371.5. Nothing where no years remain.
 */
export function averageNeeded(threshold: number, years: number, known: readonly number[]): number | null {
  const left = years - known.length;
  return left <= 0 ? null : (years * threshold - known.reduce((a, b) => a + b, 0)) / left;
}

/** The same where the children are counted: what `toCome` more children must average. */
export function averageNeededOf(threshold: number, known: readonly Cohort[], toCome: number): number | null {
  if (toCome <= 0) return null;
  const { children, meanDays } = together(known);
  return ((children + toCome) * threshold - children * meanDays) / toCome;
}

/**
 * Cohorts taken as one, each child counting once: a rolling figure over the years known
 * so far, or a window with the children now placed added as if adopted. No children, no days.
 */
export function together(cohorts: readonly Cohort[]): Cohort {
  const children = cohorts.reduce((n, c) => n + c.children, 0);
  const days = cohorts.reduce((n, c) => n + c.children * c.meanDays, 0);
  return { children, meanDays: children === 0 ? 0 : days / children };
}
