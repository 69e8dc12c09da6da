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
 * - `rounded`: the figure, and a count to the nearest 5: a year of the window has a few such children, and from exact
 *   counts of one window and the next those of one year could be worked out;
 * - `coarse`: the figure rounded, and a count to the nearest 5: figures of one day, or span of months, and the next differ by
 *   as little as one such child, and from exact ones that child’s days could be worked out;
 * - `none`: a few such children are all that stands between the figure and what the viewer knows.
 */
export type Telling = "whole" | "all" | "rounded" | "coarse" | "none";

/** Whether counts are told as they are. */
export const isExact = (telling: Telling): boolean => telling === "whole" || telling === "all";

/** How many children are a few. */
export const FEW = 5;
const isFew = (n: number): boolean => n > 0 && n <= FEW;

/** What is told of a window, by the days of the adoption orders of the children in it whose records the viewer may not open. */
export function tellingOf(closed: readonly Day[], window: Window): Telling {
  const { firstOn, lastOn } = daysOf(window);
  const inWindow = closed.filter((on) => firstOn <= on && on <= lastOn);
  if (isFew(inWindow.length)) return "none";
  const byYear = Map.groupBy(inWindow, yearEndingOf);
  return [...byYear.values()].some(({ length }) => isFew(length)) ? "rounded" : "all";
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

/** “and 12 children whose records you may not open”; nothing where there is none. */
export function moreToldAs(closed: number, telling: Telling): string | null {
  if (closed === 0) return null;
  if (isExact(telling)) return `and ${closed} ${closed === 1 ? "child whose record" : "children whose records"} you may not open`;
  return `and ${isFew(closed) ? "1 to 5" : `about ${toNearest5(closed)}`} children whose records you may not open`;
}

export const toNearest5 = (n: number): number => roundHalfUp(n / 5) * 5;
