import { type Day, daysBetween } from "../../dates/day.ts";
import type { Way } from "./way.ts";

export const FORECAST_INDICATORS = ["A1", "A2", "A10"] as const;
export type ForecastIndicator = (typeof FORECAST_INDICATORS)[number];

const between = (from: Day | null, to: Day | null): number | null => (from === null || to === null ? null : Math.max(0, daysBetween(from, to)));

/** The days that each figure counts of a way that has come to its end; null where it does not count it. As the indicators themselves have it, which a test holds. */
export const COUNTED: Readonly<Record<ForecastIndicator, (way: Way) => number | null>> = {
  A1: ({ careStartedOn, steps: { placed } }) => between(careStartedOn, placed),
  A2: ({ orderCountedOn, steps: { matched } }) => between(orderCountedOn, matched),
  A10: ({ careStartedOn, movedInOn, steps: { placed } }) => (placed === null ? null : between(careStartedOn, movedInOn ?? placed)),
};
