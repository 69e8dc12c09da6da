import type { Day } from "../dates/day.ts";

/** How much a login of the database reads of an authority, the most first. */
export const READS = {
  whole: "figures as they are, and every child but those restricted by hand or sealed",
  children: "figures as they are told to who may open no restricted record, and every child who is not restricted",
  figures: "no child, and figures as they are told to who may open none",
} as const;
export type Reads = keyof typeof READS;
export const READS_CODES = Object.keys(READS) as Reads[];
export const isReads = (text: string): text is Reads => Object.hasOwn(READS, text);

type Cell = string | number | boolean | null;
/** One row by its columns, each as db/migrations/0040-reporting.sql has it but for the underlines: `happenedOn` is `happened_on`. */
export type ReportingRow = Readonly<Record<string, Cell>>;

/** The rows of one child, by table; without authority and key, which the store puts to them. */
export interface ChildRows {
  readonly child: ReportingRow;
  readonly milestone: readonly ReportingRow[];
  readonly journeyStage: readonly ReportingRow[];
  readonly clock: readonly ReportingRow[];
  readonly barrier: readonly ReportingRow[];
  readonly action: readonly ReportingRow[];
  readonly indicatorChild: readonly ReportingRow[];
}

/** The rows of an authority that are of no single child, by table. */
export interface AuthorityRows {
  readonly indicator: readonly ReportingRow[];
  readonly eventCount: readonly ReportingRow[];
  readonly threshold: readonly ReportingRow[];
  readonly comparator: readonly ReportingRow[];
  readonly comparatorGroup: readonly ReportingRow[];
}

/** One thing happening to one child, for counts. */
export interface Counted {
  readonly child: string;
  readonly on: Day;
}
