import type { Problem } from "./problem.ts";
import type { ChildRows, ReturnYear } from "./tables.ts";

/** What was given, read: rows by child, and every problem met in reading. Any error means none of it may be used. */
export interface ParsedReturn {
  /** Earliest first. */
  readonly years: readonly ReturnYear[];
  /** By the authority's own id for the child. */
  readonly children: ReadonlyMap<string, ChildRows>;
  readonly problems: readonly Problem[];
}
