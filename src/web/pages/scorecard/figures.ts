import type { FigureOf } from "../../../domain/scorecard/indicators.ts";
import { quotient } from "../../../domain/scorecard/rounding.ts";
import type { Thresholds } from "../../../domain/scorecard/thresholds.ts";
import { meets } from "../../../domain/scorecard/thresholds.ts";
import { type Day, yearEndingOf } from "../../../domain/dates/day.ts";
import { type IndicatorCode, type Window, windowName } from "../../../domain/scorecard/window.ts";

/** Whether the last year of a window has not ended: its figures are so far. */
export const isSoFar = ({ yearEnding }: Pick<Window, "yearEnding">, today: Day): boolean => yearEnding >= yearEndingOf(today);

/** “2023-26”; “2024-27 so far”. */
export const windowInWords = (window: Window, today: Day): string => `${windowName(window)}${isSoFar(window, today) ? " so far" : ""}`;

/** Thresholds are for three-year averages: no other window is judged by them. */
export const isJudged = ({ years }: Pick<Window, "years">): boolean => years === 3;

/** A figure as it is shown: “434 days”, “45%”, or that there is none. */
export function figureInWords(code: IndicatorCode, figures: FigureOf): string {
  if (code === "A3") {
    const { children, within } = figures.A3;
    return children === 0 ? "No figure" : `${quotient(within * 100, children, 0)}%`;
  }
  const { days } = figures[code];
  return days === null ? "No figure" : `${days} days`;
}

/** How many children stand behind a figure: “30 of 67 children”. */
export function countInWords(code: IndicatorCode, figures: FigureOf): string {
  const { children } = figures[code];
  const all = `${children} ${children === 1 ? "child" : "children"}`;
  return code === "A3" ? `${figures.A3.within} of ${all}` : `${all} counted`;
}

export interface Verdict {
  readonly words: string;
  readonly tone: "met" | "not-met" | "none";
}

/** Whether the threshold is met, in words. Thresholds are for three-year averages: a single year is not judged by them. */
export function verdict(code: IndicatorCode, figures: FigureOf, thresholds: Thresholds, window: Window): Verdict {
  if (code === "A3") return { words: "No threshold: its 14 months are in its definition", tone: "none" };
  const { days } = figures[code];
  if (days === null) return { words: "No children to count", tone: "none" };
  if (thresholds.days === null) return { words: "No threshold is applied", tone: "none" };
  if (!isJudged(window)) return { words: `${thresholds.days} days is the threshold for three-year averages; a single year is not judged by it`, tone: "none" };
  const by = Math.abs(days - thresholds.days);
  if (meets(days, thresholds.days)) return { words: by === 0 ? `Met: ${thresholds.days} days exactly` : `Met: ${by} ${plural(by)} under the threshold of ${thresholds.days}`, tone: "met" };
  return { words: `Not met: ${by} ${plural(by)} over the threshold of ${thresholds.days}`, tone: "not-met" };
}

const plural = (n: number): string => (n === 1 ? "day" : "days");
