import { type Day, daysBetween } from "../dates/day.ts";
import { type Journey, type KnownDay, MISSING } from "./journey.ts";
import type { IndicatorCode } from "./window.ts";

/** What a child's own days come to on one indicator, finished or still counting. */
export interface Counted {
  readonly indicator: IndicatorCode;
  /** Left out where the day that stopped the count was not recorded. */
  readonly days?: number;
  /** Why there are no days. */
  readonly missing?: string;
  /** Days of the threshold to judge by, where there is one. */
  readonly threshold: number | null;
  /** Still counting: the day that would stop it has not come. */
  readonly running: boolean;
}

/**
 * A10 and A2 for one child as they stand: finished where the child has moved in or been
 * matched, else counted up to today for a child on the way to adoption. A1 beside A10 for
 * a child placed with the carer they lived with, for whom the two differ. None for a child
 * who is not on the way, or whose start is not known; and where the child has gone further
 * than a day that nobody recorded, no days, with what is missing.
 */
export function countedSoFar(
  journey: Journey, today: Day, thresholdOf: (indicator: IndicatorCode) => number | null,
): readonly Counted[] {
  if (!journey.decisionStands && journey.adoptedOn === null) return [];
  const isPast = journey.adoptedOn !== null || isPlaced(journey);
  const counted = (indicator: IndicatorCode, from: KnownDay, to: KnownDay, what: string): Counted[] => {
    if (!("on" in from)) return [];
    const threshold = thresholdOf(indicator);
    if ("on" in to) return [{ indicator, days: Math.max(0, daysBetween(from.on, to.on)), threshold, running: false }];
    if (isPast) return [{ indicator, missing: `${what} not recorded`, threshold, running: false }];
    return [{ indicator, days: Math.max(0, daysBetween(from.on, today)), threshold, running: true }];
  };
  const { careStarted, movedIn, placed } = journey;
  const differ = "on" in placed && !("on" in movedIn && movedIn.on === placed.on);
  return [
    ...counted("A10", careStarted, movedIn, "day of moving in"),
    ...(differ ? counted("A1", careStarted, placed, "day placed") : []),
    ...counted("A2", journey.placementOrder, journey.matched, "match date"),
  ];
}

const isPlaced = ({ placed }: Journey): boolean => "on" in placed || placed.missing === MISSING.placedBeforeFiles;
