import { type Day, daysBetween } from "../dates/day.ts";
import type { Journey, KnownDay } from "./journey.ts";
import type { IndicatorCode } from "./window.ts";

/** What a child's own days come to on one indicator, finished or still counting. */
export interface Counted {
  readonly indicator: IndicatorCode;
  readonly days: number;
  /** Days of the threshold to judge by, where there is one. */
  readonly threshold: number | null;
  /** Still counting: the day that would stop it has not come. */
  readonly running: boolean;
}

/**
 * A10 and A2 for one child as they stand: finished where the child has moved in or been
 * matched, else counted up to today for a child on the way to adoption. None for a child
 * who is not, or whose start is not known.
 */
export function countedSoFar(
  journey: Journey, today: Day, thresholdOf: (indicator: IndicatorCode) => number | null,
): readonly Counted[] {
  if (!journey.decisionStands && journey.adoptedOn === null) return [];
  const counted = (indicator: IndicatorCode, from: KnownDay, to: KnownDay): Counted[] => {
    if (!("on" in from)) return [];
    const running = !("on" in to);
    const days = Math.max(0, daysBetween(from.on, running ? today : to.on));
    return [{ indicator, days, threshold: thresholdOf(indicator), running }];
  };
  return [...counted("A10", journey.careStarted, journey.movedIn), ...counted("A2", journey.placementOrder, journey.matched)];
}
