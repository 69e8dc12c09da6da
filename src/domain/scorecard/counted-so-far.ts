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

/** One indicator’s count for one child, without today in it. */
export interface Count {
  readonly indicator: IndicatorCode;
  readonly from: Day;
  /** The day that stopped it; null while it runs, or where that day was not recorded. */
  readonly until: Day | null;
  /** Why the day that stopped it is not there, where the child has gone further than it. */
  readonly missing?: string;
}

/**
 * A10 and A2 for one child as they stand: finished where the child has moved in or been
 * matched, else still counting for a child on the way to adoption. A1 beside A10 for
 * a child placed with the carer they lived with, for whom the two differ. None for a child
 * who is not on the way, or whose start is not known; and where the child has gone further
 * than a day that nobody recorded, what is missing.
 */
export function countsOf(journey: Journey): readonly Count[] {
  if (!journey.decisionStands && journey.adoptedOn === null) return [];
  const isPast = journey.adoptedOn !== null || isPlaced(journey);
  const count = (indicator: IndicatorCode, from: KnownDay, to: KnownDay, what: string): Count[] => {
    if (!("on" in from)) return [];
    if ("on" in to) return [{ indicator, from: from.on, until: to.on }];
    return [{ indicator, from: from.on, until: null, ...(isPast ? { missing: `${what} not recorded` } : {}) }];
  };
  const { careStarted, movedIn, placed } = journey;
  const differ = "on" in placed && !("on" in movedIn && movedIn.on === placed.on);
  return [
    ...count("A10", careStarted, movedIn, "day of moving in"),
    ...(differ ? count("A1", careStarted, placed, "day placed") : []),
    ...count("A2", journey.placementOrder, journey.matched, "match date"),
  ];
}

/** The counts of a child in days, up to today where they still run, each beside its threshold. */
export const countedSoFar = (journey: Journey, today: Day, thresholdOf: (indicator: IndicatorCode) => number | null): readonly Counted[] =>
  countedOn(countsOf(journey), today, thresholdOf);

/** The same of counts that have been worked out before. */
export const countedOn = (counts: readonly Count[], today: Day, thresholdOf: (indicator: IndicatorCode) => number | null): readonly Counted[] =>
  counts.map(({ indicator, from, until, missing }) => {
    const threshold = thresholdOf(indicator);
    if (missing !== undefined) return { indicator, missing, threshold, running: false };
    return { indicator, days: Math.max(0, daysBetween(from, until ?? today)), threshold, running: until === null };
  });

const isPlaced = ({ placed }: Journey): boolean => "on" in placed || placed.missing === MISSING.placedBeforeFiles;

/** The counts that are over their thresholds: “A10 over by 518 days”. */
export const overInWords = (counted: readonly Counted[]): readonly string[] =>
  overOf(counted).map(({ indicator, over }) => `${indicator} over by ${over.toLocaleString("en-GB")} ${over === 1 ? "day" : "days"}`);

/** The same where the days stand beside: “A10 and A2 are over”; nothing where none is. */
export function overInShort(counted: readonly Counted[]): string {
  const codes: readonly string[] = overOf(counted).map(({ indicator }) => indicator);
  return codes.length === 0 ? "" : codes.length === 1 ? `${codes[0]} is over` : `${codes.slice(0, -1).join(", ")} and ${codes.at(-1)} are over`;
}

const overOf = (counted: readonly Counted[]): readonly { readonly indicator: IndicatorCode; readonly over: number }[] => counted.flatMap(({ indicator, days, threshold }) => {
  const over = days === undefined || threshold === null ? 0 : days - threshold;
  return over > 0 ? [{ indicator, over }] : [];
});
