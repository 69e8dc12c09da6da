import { roundHalfUp } from "./rounding.ts";
import { meets } from "./thresholds.ts";

/** A figure in whole days beside the threshold it is judged by. */
export interface Judged {
  readonly days: number;
  readonly threshold: number;
  /** The days are to the nearest 10: so is the gap, which is then said to be about. */
  readonly isAbout?: boolean;
}

const gapOf = ({ days, threshold, isAbout = false }: Judged): number => (isAbout ? roundHalfUp(Math.abs(days - threshold) / 10) * 10 * Math.sign(days - threshold) : days - threshold);

/** What became of the gap between a figure and its threshold since the window before; `window` is that window’s name. */
export function gapInWords(now: Judged, before: Judged, window: string): string {
  const [gap, was] = [gapOf(now), gapOf(before)];
  const [wasMet, isMet] = [meets(before.days, before.threshold), meets(now.days, now.threshold)];
  const then = `${before.isAbout === true ? "about " : ""}${wasMet ? `${-was} under` : `${was} over`} in ${window}${before.threshold === now.threshold ? "" : `, against ${before.threshold}`}`;
  if (wasMet) return `${isMet ? "Met before too" : "It has opened"}: ${then}`;
  if (isMet) return `The gap has closed: ${then}`;
  return gap === was ? `The gap stays as it was: ${then}` : `The gap is ${gap < was ? "closing" : "widening"}: ${then}`;
}
