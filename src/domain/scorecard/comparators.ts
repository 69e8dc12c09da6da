import { roundHalfUp } from "./rounding.ts";

/** A published cell: a figure in days, `x` where it was suppressed, nothing where none was printed. */
export type PublishedValue = number | "x" | null;

const figures = (values: readonly PublishedValue[]): number[] => values.filter((v): v is number => typeof v === "number");

/** The mean of the authorities’ figures, each counting once whatever its number of children; `x` is left out. */
export function unweightedMean(values: readonly PublishedValue[]): number | null {
  const numbers = figures(values);
  return numbers.length === 0 ? null : numbers.reduce((a, b) => a + b, 0) / numbers.length;
}

/** A group’s average as councils print it: the unweighted mean, rounded half-up. */
export function comparatorAverage(values: readonly PublishedValue[]): number | null {
  const mean = unweightedMean(values);
  return mean === null ? null : roundHalfUp(mean);
}

/** Ranks, 1 for the fewest days or, of shares, for the highest; equal figures share a rank, and the next is counted past them. Nothing for `x`. */
export function ranks(values: readonly PublishedValue[], best: "fewest" | "most" = "fewest"): readonly (number | null)[] {
  const sorted = figures(values).sort((a, b) => (best === "fewest" ? a - b : b - a));
  return values.map((v) => (typeof v === "number" ? sorted.indexOf(v) + 1 : null));
}

/** One row of a published table, as printed; by the year in which each window ends. */
export interface PublishedRow {
  /** Core cities, statistical neighbours, the region; the authority itself; averages and thresholds as printed. */
  readonly group: "threshold" | "head" | "average" | "core" | "sn" | "region";
  readonly printed: string;
  readonly key: string;
  readonly values: ReadonlyMap<number, PublishedValue>;
  readonly rank: number | null;
  readonly note: string;
}

export interface PublishedTable {
  readonly indicator: "A1" | "A2";
  readonly source: string;
  readonly rows: readonly PublishedRow[];
}

/** A group’s figures for one window, in the order printed. */
export const groupValues = (table: PublishedTable, group: PublishedRow["group"], yearEnding: number): readonly PublishedValue[] =>
  table.rows.filter((r) => r.group === group).map((r) => r.values.get(yearEnding) ?? null);
