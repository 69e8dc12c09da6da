import type { Day } from "../domain/dates/day.ts";
import type { Choices } from "../domain/scorecard/choices.ts";
import { type FigureOf, figuresIn, type Traveller } from "../domain/scorecard/indicators.ts";
import type { Telling } from "../domain/scorecard/suppression.ts";
import { daysOf, type Window } from "../domain/scorecard/window.ts";

/** The figures of one quarter of a year, or of the year to date. */
export interface SpanFigures {
  readonly window: Window;
  readonly figures: FigureOf;
  readonly telling: Telling;
  /** Its last day has not come. */
  readonly isSoFar: boolean;
}

export interface YearByQuarter {
  /** Those that have begun, the earliest first. */
  readonly quarters: readonly SpanFigures[];
  readonly year: SpanFigures;
}

/**
 * A year’s figures by quarter and to date. Where a quarter has a few closed records, no quarter of the year is told: from the
 * year and the others it could be worked out.
 */
export function yearByQuarter(travellers: readonly Traveller[], yearEnding: number, today: Day, telling: (of: Window) => Telling, choices: Choices): YearByQuarter {
  const span = (window: Window): SpanFigures => ({ window, figures: figuresIn(travellers, window, choices), telling: telling(window), isSoFar: daysOf(window).lastOn > today });
  const quarters = ([1, 2, 3, 4] as const).map((quarter): Window => ({ yearEnding, years: 1, quarter })).filter((window) => daysOf(window).firstOn <= today).map(span);
  const isHidden = quarters.some((quarter) => quarter.telling === "none");
  return { quarters: isHidden ? quarters.map((quarter) => ({ ...quarter, telling: "none" })) : quarters, year: span({ yearEnding, years: 1 }) };
}
