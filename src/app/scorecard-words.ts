import { CLOSED, type TrendPoint } from "./open-scorecard.ts";
import type { Judged } from "../domain/scorecard/gap.ts";
import type { FigureOf } from "../domain/scorecard/indicators.ts";
import { quotient } from "../domain/scorecard/rounding.ts";
import { countToldAs, daysToldAs, isExact, percentToldAs, type Telling, tellingOfCount, tellingOfFigure, SUPPRESSED } from "../domain/scorecard/suppression.ts";
import type { Thresholds } from "../domain/scorecard/thresholds.ts";
import { meets } from "../domain/scorecard/thresholds.ts";
import { type Day, yearEndingOf } from "../domain/dates/day.ts";
import { type IndicatorCode, type Window, windowName } from "../domain/scorecard/window.ts";

export { SUPPRESSED } from "../domain/scorecard/suppression.ts";

/** Whether the last year of a window has not ended: its figures are so far. */
export const isSoFar = ({ yearEnding }: Pick<Window, "yearEnding">, today: Day): boolean => yearEnding >= yearEndingOf(today);

/** “2023-26”; “2024-27 so far”. */
export const windowInWords = (window: Window, today: Day): string => `${windowName(window)}${isSoFar(window, today) ? " so far" : ""}`;

/** Thresholds are for three-year averages: no other window is judged by them. */
export const isJudged = ({ years }: Pick<Window, "years">): boolean => years === 3;

/** How many of the children counted in a figure are ones whose records the viewer may not open. */
export const closedIn = (code: IndicatorCode, figures: FigureOf): number => figures[code].counted.filter(({ child }) => child === CLOSED).length;

/** What the viewer is told of one figure. One with hidden children who are still in the process changes by each of them, so it is not told exactly. */
export function toldOfFigure(code: IndicatorCode, figures: FigureOf, telling: Telling): Telling {
  const told = tellingOfFigure(telling, closedIn(code, figures));
  const hidden = figures[code].counted.filter(({ child, inProcess }) => child === CLOSED && inProcess !== undefined).length;
  return isExact(told) ? tellingOfInProcess(told, hidden) : told;
}

const tellingOfInProcess = (told: Telling, hidden: number): Telling => (told === "whole" || hidden === 0 ? told : tellingOfCount(hidden));

/** A figure as it is shown: “434 days”, “45%”, or that there is none; “x” where it would tell of a few children whose records the viewer may not open. */
export function figureInWords(code: IndicatorCode, figures: FigureOf, telling: Telling): string {
  const told = toldOfFigure(code, figures, telling);
  if (told === "none") return SUPPRESSED;
  const about = told === "coarse" ? "about " : "";
  if (code === "A3") {
    const { children, within } = figures.A3;
    return children === 0 ? "No figure" : `${about}${percentToldAs(quotient(within * 100, children, 0), told)}%`;
  }
  const { days } = figures[code];
  return days === null ? "No figure" : `${about}${daysToldAs(days, told)} days`;
}

/** Why figures are about; nothing where none of them is. */
export const aboutInWords = (tellings: readonly Telling[]): string => (!tellings.includes("coarse") ? ""
  : " A figure told as about is an average to the nearest 10 days or a share to the nearest 5%, and its children are counted to the nearest 5: from exact figures of two windows or of two days, the days of a few children whose records you may not open could be worked out.");

/** How many children stand behind a figure: “30 of 67 children”. */
export function countInWords(code: IndicatorCode, figures: FigureOf, telling: Telling): string {
  const { children } = figures[code];
  const all = `${numberInWords(code, figures, telling)} ${children === 1 ? "child" : "children"}`;
  return code === "A3" && isExact(toldOfFigure(code, figures, telling)) ? `${figures.A3.within} of ${all}` : `${all} counted`;
}

/** How many children are counted in a figure, as far as the viewer is told. */
export function numberInWords(code: IndicatorCode, figures: FigureOf, telling: Telling): string {
  const closed = closedIn(code, figures);
  return countToldAs(figures[code].children - closed, closed, toldOfFigure(code, figures, telling));
}

/** A figure of a window beside its threshold, as the viewer is told it; none where either is not there to be told. */
export function judgedOf(code: IndicatorCode, point: TrendPoint | undefined): Judged | undefined {
  if (point === undefined || code === "A3") return undefined;
  const { days } = point.figures[code];
  const threshold = point.thresholds[code].days;
  const told = toldOfFigure(code, point.figures, point.telling);
  return days === null || threshold === null || told === "none" ? undefined : { days: daysToldAs(days, told), threshold, isAbout: told === "coarse" };
}

export interface Verdict {
  readonly words: string;
  readonly tone: "met" | "not-met" | "none";
}

/** Whether the threshold is met, in words. Thresholds are for three-year averages: a single year is not judged by them. */
export function verdict(code: IndicatorCode, figures: FigureOf, thresholds: Thresholds, window: Window, telling: Telling): Verdict {
  const told = toldOfFigure(code, figures, telling);
  if (told === "none") return { words: "Not shown: it would tell of 1 to 5 children whose records you may not open", tone: "none" };
  if (code === "A3") return { words: "No threshold: its 14 months are in its definition", tone: "none" };
  const exact = figures[code].days;
  if (exact === null) return { words: "No children to count", tone: "none" };
  const days = daysToldAs(exact, told);
  if (thresholds.days === null) return { words: "No threshold is applied", tone: "none" };
  if (!isJudged(window)) return { words: `${thresholds.days} days is the threshold for three-year averages; a single year is not judged by it`, tone: "none" };
  const by = Math.abs(days - thresholds.days);
  if (told === "coarse") {
    const gap = daysToldAs(by, told);
    if (by < 10) return { words: `About the threshold of ${thresholds.days}`, tone: "none" };
    return meets(days, thresholds.days) ? { words: `Met: about ${gap} days under the threshold of ${thresholds.days}`, tone: "met" } : { words: `Not met: about ${gap} days over the threshold of ${thresholds.days}`, tone: "not-met" };
  }
  if (meets(days, thresholds.days)) return { words: by === 0 ? `Met: ${thresholds.days} days exactly` : `Met: ${by} ${plural(by)} under the threshold of ${thresholds.days}`, tone: "met" };
  return { words: `Not met: ${by} ${plural(by)} over the threshold of ${thresholds.days}`, tone: "not-met" };
}

const plural = (n: number): string => (n === 1 ? "day" : "days");
