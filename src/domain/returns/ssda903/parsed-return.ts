import { type Day, day } from "../../dates/day.ts";
import type { Problem } from "./problem.ts";
import type { ChildRows, ReturnYear, TableName } from "./tables.ts";

/** What was given, read: rows by child, and every problem met in reading. Any error means none of it may be used. */
export interface ParsedReturn {
  /** Earliest first. */
  readonly years: readonly ReturnYear[];
  /** By the authority's own id for the child. */
  readonly children: ReadonlyMap<string, ChildRows>;
  readonly problems: readonly Problem[];
}

export const yearStartsOn = (yearEnding: number): Day => day(`${yearEnding - 1}-04-01`);
export const yearEndsOn = (yearEnding: number): Day => day(`${yearEnding}-03-31`);

export const tablesOf = (year: ReturnYear): readonly TableName[] => [...new Set(year.files.map((f) => f.table))];
