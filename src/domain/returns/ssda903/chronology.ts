import type { Draft } from "../../chronology/entry.ts";
import type { Problem } from "./problem.ts";
import type { ChildRows, ReturnYear } from "./tables.ts";

export interface ChronologyContext {
  /** The years that were given, earliest first. */
  readonly years: readonly ReturnYear[];
}

export interface Chronology {
  readonly drafts: readonly Draft[];
  readonly problems: readonly Problem[];
}

/** A child's line as the rows tell it, by the kinds table. Pure; total: odd rows give warnings. */
export function chronologyOf(rows: ChildRows, context: ChronologyContext): Chronology {
  void rows;
  void context;
  return { drafts: [], problems: [] };
}
