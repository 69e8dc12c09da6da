import type { Day } from "../../dates/day.ts";
import type { Draft, Entry } from "../../chronology/entry.ts";
import type { CodeSets } from "./code-sets.ts";
import type { ParsedReturn } from "./parsed-return.ts";
import type { Problem } from "./problem.ts";
import type { Conflict } from "./reconcile.ts";

export const CHILD_CHANGES = { new: "New", changed: "Changed", unchanged: "Unchanged", vanished: "Vanished" } as const;
export type ChildChange = keyof typeof CHILD_CHANGES;

/** What an import would do to one child's record. */
export interface ChildPlan {
  readonly localId: string;
  readonly change: ChildChange;
  /** To be written, in this order: new entries, those that supersede, and withdrawals. */
  readonly drafts: readonly Draft[];
  readonly conflicts: readonly Conflict[];
  readonly vanished: readonly Entry[];
}

export interface ImportPlan {
  readonly children: Readonly<Record<ChildChange, number>>;
  readonly entries: { readonly added: number; readonly superseded: number; readonly withdrawn: number };
  /** Errors first. Any error: nothing may be written, and `plans` is empty. */
  readonly problems: readonly Problem[];
  readonly refused: boolean;
  /** Children for whom there is something to write or to say; unchanged ones are only counted. */
  readonly plans: readonly ChildPlan[];
}

export interface ImportOptions {
  readonly today: Day;
  readonly codes: CodeSets;
  readonly withdrawVanished?: boolean;
}

/** Progress through the children: how many of how many are planned. */
export interface PlanProgress {
  readonly done: number;
  readonly of: number;
}

/** Every child's entries, history included, by local id. */
export type CurrentEntries = ReadonlyMap<string, readonly Entry[]>;

/** Plans the import a child at a time, so that a progress bar can be shown; returns the whole plan. */
export function* planningImport(
  given: ParsedReturn,
  current: CurrentEntries,
  options: ImportOptions,
): Generator<PlanProgress, ImportPlan> {
  void given;
  void current;
  void options;
  yield { done: 0, of: 0 };
  return {
    children: { new: 0, changed: 0, unchanged: 0, vanished: 0 },
    entries: { added: 0, superseded: 0, withdrawn: 0 },
    problems: [],
    refused: false,
    plans: [],
  };
}

/** As `planningImport`, all at once. */
export function planImport(given: ParsedReturn, current: CurrentEntries, options: ImportOptions): ImportPlan {
  const planning = planningImport(given, current, options);
  for (;;) {
    const step = planning.next();
    if (step.done === true) return step.value;
  }
}
