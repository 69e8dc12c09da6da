import { type Day, yearEndingOf } from "../dates/day.ts";
import { roundHalfUp } from "./rounding.ts";
import { daysOf, type Window } from "./window.ts";

/**
 * What is told of a figure to somebody who may not open the record of every child in it. The figure counts them
 * all; but from it and the children whom they do open, nobody is to work out what is so of a few others. Source: the
 * suppression of the 2012 performance tables (small values, and those from which a small one could be worked out), and the
 * rounding of published local counts to the nearest 5.
 *
 * - `whole`: whatever there is, to whoever knows every child’s days anyway;
 * - `all`: figure and count as they are;
 * - `coarse`: the figure rounded, and a count to the nearest 5: exact figures of one day, window or span of months and of the
 *   next differ by as little as one such child, or by the few of one year, and that child’s days, or those few’s, could be worked out;
 * - `none`: a few such children are all that stands between the figure and what the viewer knows.
 */
export type Telling = "whole" | "all" | "coarse" | "none";

/** Whether counts are told as they are. */
export const isExact = (telling: Telling): boolean => telling === "whole" || telling === "all";

/** Stands, or is printed, in the place of what is not told: a few, or what a few could be worked out from; of a count it may stand for nought. */
export const SUPPRESSED = "x";

/** How many children are a few: few enough that one could be known by it. */
export const FEW = 5;
export const isFew = (n: number): boolean => n > 0 && n <= FEW;

/** What else windows are told by. */
export interface Beside {
  /** Of those children, the days of the adoption orders of parts that a figure tells apart: see `partsOf`. */
  readonly parts?: readonly (readonly Day[])[];
  /** A window that has not ended changes by one child from one day to the next. */
  readonly today?: Day;
}

/** A window so many years from a year of a few has other windows in common with it, from which the few could be worked out. */
const NEAR = 2;

/**
 * What is told of a window, by the days of the adoption orders of the children in it whose records the viewer may not open. Near a
 * year with a few of them nothing is exact: an average of three years, exact to the day, less those of two of them, leaves the
 * days of the third even where no count is told.
 */
export function tellingOf(closed: readonly Day[], window: Window, { parts = [], today }: Beside = {}): Telling {
  const { firstOn, lastOn } = daysOf(window);
  const inWindow = closed.filter((on) => firstOn <= on && on <= lastOn).length;
  if (inWindow === 0) return "all";
  if (isFew(inWindow)) return "none";
  const [from, to] = [window.yearEnding - window.years + 1 - NEAR, window.yearEnding + NEAR];
  const isNearFew = [closed, ...parts].some((part) => [...Map.groupBy(part, yearEndingOf)].some(([year, { length }]) => from <= year && year <= to && isFew(length)));
  return isNearFew || (today !== undefined && today <= lastOn) ? "coarse" : "all";
}

/** As `tellingOf`, of a window as at a day that anybody may choose: two such days can be subtracted from each other. */
export function tellingOfAsAt(closed: readonly Day[], window: Window): Telling {
  const { firstOn, lastOn } = daysOf(window);
  const telling = tellingOf(closed, window);
  return telling !== "none" && closed.some((on) => firstOn <= on && on <= lastOn) ? "coarse" : telling;
}

/** As `telling`, of a figure of the window: `closed` of the children counted in it. */
export const tellingOfFigure = (telling: Telling, closed: number): Telling => (telling !== "whole" && isFew(closed) ? "none" : telling);

/**
 * What is told of a figure without a window, or of a span that anybody may choose: nothing where a few of those in it are of
 * children whose records the viewer may not open, and no exact one where any is.
 */
export const tellingOfCount = (closed: number): Telling => (closed === 0 ? "all" : isFew(closed) ? "none" : "coarse");

/** Whole days as they are told: to the nearest 10 where they are told coarsely. */
export const daysToldAs = (days: number, telling: Telling): number => (telling === "coarse" ? roundHalfUp(days / 10) * 10 : days);

/** Per cent as it is told: to the nearest 5 where it is told coarsely. */
export const percentToldAs = (percent: number, telling: Telling): number => (telling === "coarse" ? toNearest5(percent) : percent);

/** “14”; “11 and 1 to 5 more”; “about 30”. `open`: children whose records the viewer may open; `closed`: the others. */
export function countToldAs(open: number, closed: number, telling: Telling): string {
  if (closed === 0) return String(open);
  if (isExact(telling)) return String(open + closed);
  if (isFew(closed)) return open === 0 ? "1 to 5" : `${open} and 1 to 5 more`;
  return `about ${toNearest5(open + closed)}`;
}

/** “and 12 children whose records you may not open”; nothing where there is none. No rounded number: two rounded differently would narrow each other. */
export function moreToldAs(closed: number, telling: Telling): string | null {
  if (closed === 0) return null;
  if (isExact(telling)) return `and ${closed} ${closed === 1 ? "child whose record" : "children whose records"} you may not open`;
  return `and ${isFew(closed) ? "1 to 5" : "other"} children whose records you may not open`;
}

export const toNearest5 = (n: number): number => roundHalfUp(n / 5) * 5;
