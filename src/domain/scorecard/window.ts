import { type Day, dayFrom } from "../dates/day.ts";
import { daysOf as daysOfQuarter, type Quarter, quarterInWords } from "../dates/quarter.ts";

export const INDICATORS = {
  A1: "Average days from entering care to moving in with the adoptive family",
  A2: "Average days from the court’s authority to place to the match decision",
  A3: "Children who waited less than 14 months from entering care to moving in",
  A10: "A1, with children adopted by their foster carer counted from when they moved in with that carer",
} as const;
export type IndicatorCode = keyof typeof INDICATORS;
export const INDICATOR_CODES = Object.keys(INDICATORS) as IndicatorCode[];

/** Financial years, 1 April to 31 March: `years` of them, the last ending in March of `yearEnding`. */
export interface Window {
  readonly yearEnding: number;
  readonly years: number;
  /** This quarter of its one year alone. */
  readonly quarter?: Quarter["number"];
}

/** First and last day of a window. Throws a RangeError for years no calendar has. */
export function daysOf({ yearEnding, years, quarter }: Window): { readonly firstOn: Day; readonly lastOn: Day } {
  if (quarter !== undefined && years === 1) {
    const { from, to } = daysOfQuarter({ yearEnding, number: quarter });
    return { firstOn: from, lastOn: to };
  }
  const firstOn = dayFrom(yearEnding - years, 4, 1);
  const lastOn = dayFrom(yearEnding, 3, 31);
  if (firstOn === undefined || lastOn === undefined || years < 1 || quarter !== undefined) {
    throw new RangeError(`${years} years ending in March ${yearEnding} is no window of financial years`);
  }
  return { firstOn, lastOn };
}

/** “2023-26” for three years ending in March 2026; “2025-26” for one; “April to June 2025” for a quarter. */
export const windowName = ({ yearEnding, years, quarter }: Window): string =>
  quarter === undefined ? `${yearEnding - years}-${String(yearEnding % 100).padStart(2, "0")}` : quarterInWords({ yearEnding, number: quarter });
