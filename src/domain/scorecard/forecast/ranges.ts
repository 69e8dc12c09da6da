import { addDays, type Day } from "../../dates/day.ts";
import { WEEKS } from "./learn.ts";

/** A likely value with the range in which four futures of five lie. */
export interface Range<T> {
  readonly low: T;
  readonly likely: T;
  readonly high: T;
}

/** The shares of futures below the low end, the likely value and the high end: a range of 80 %. */
export const QUANTILES = [0.1, 0.5, 0.9] as const;

/** Of figures, future by future; those that are not numbers are left out. Nothing where fewer than `least` are. */
export function rangeOf(values: Float64Array, least = 1): Range<number> | null {
  const sorted = values.filter((v) => v === v).sort();
  if (sorted.length < least) return null;
  const [low, likely, high] = QUANTILES.map((q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!);
  return { low: low!, likely: likely!, high: high! };
}

/** Of a day, from the weeks after `today` in which it came; nothing where it came in no future. The high end is null where it is later than can be said. */
export function dayRange(weeks: Uint16Array, today: Day): (Range<Day> & { readonly share: number }) | null {
  const total = weeks.reduce((sum, n) => sum + n, 0);
  if (total === 0) return null;
  const [low, likely, high] = QUANTILES.map((q) => {
    let seen = 0;
    for (let week = 0; week <= WEEKS; week++) {
      const n = weeks[week]!;
      // Within its week as far as its share of it.
      if (n > 0 && seen + n >= q * total) return addDays(today, 1 + Math.round(7 * (week + (q * total - seen) / n)) - 1);
      seen += n;
    }
    return addDays(today, 7 * WEEKS);
  });
  return { low: low!, likely: likely!, high: high!, share: total };
}
