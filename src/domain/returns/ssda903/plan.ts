import { type Draft, type Entry, isWithdrawal } from "../../chronology/entry.ts";
import { checkReturn } from "./checks/check-return.ts";
import { chronologyOf } from "./chronology.ts";
import type { CodeSets } from "./code-sets.ts";
import type { ParsedReturn } from "./parsed-return.ts";
import { type Problem, errorsFirst, isError } from "./problem.ts";
import { type Conflict, reconcile, vanishedWith } from "./reconcile.ts";
import { strangersProblems } from "./strangers.ts";
import type { ChildRows } from "./tables.ts";

export const CHILD_CHANGES = { new: "New", changed: "Changed", unchanged: "Unchanged", vanished: "Vanished" } as const;
export type ChildChange = keyof typeof CHILD_CHANGES;

/** What an import would do to one child's record. */
export interface ChildPlan {
  readonly localId: string;
  readonly change: ChildChange;
  /** To be written, in this order: new entries, those that supersede, and withdrawals. */
  readonly drafts: readonly Draft[];
  /** The entries that drafts supersede. */
  readonly replaced: readonly Entry[];
  readonly conflicts: readonly Conflict[];
  readonly vanished: readonly Entry[];
}

export interface ImportPlan {
  readonly children: Readonly<Record<ChildChange, number>>;
  readonly entries: { readonly added: number; readonly superseded: number; readonly withdrawn: number };
  /**
   * Errors first. Any error: nothing may be written, and `plans` is empty. What differs from
   * the record is in `plans`; `problemsInFull` gives the two as one list.
   */
  readonly problems: readonly Problem[];
  readonly refused: boolean;
  /** Children for whom there is something to write or to say; unchanged ones are only counted. */
  readonly plans: readonly ChildPlan[];
}

export interface ImportOptions {
  readonly codes: CodeSets;
  readonly withdrawVanished?: boolean;
  /** Local ids of children of whose records no problem may tell: whoever reads it may not open them. */
  readonly closed?: ReadonlySet<string>;
}

/** Progress through the children: how many of how many are planned. */
export interface PlanProgress {
  readonly done: number;
  readonly of: number;
}

/** Every child's entries, history included, by local id. */
export type CurrentEntries = ReadonlyMap<string, readonly Entry[]>;

/** Plans the import a child at a time, so that a progress bar can be shown; returns the whole plan. */
export function* planningImport(given: ParsedReturn, current: CurrentEntries, options: ImportOptions): Generator<PlanProgress, ImportPlan> {
  const problems: Problem[] = [...given.problems, ...checkReturn(given, options.codes), ...strangersProblems(given, current, options.closed)];
  const children = { new: 0, changed: 0, unchanged: 0, vanished: 0 };
  const entries = { added: 0, superseded: 0, withdrawn: 0 };
  const plans: ChildPlan[] = [];
  if (problems.some(isError)) return { children, entries, problems: errorsFirst(problems), refused: true, plans };

  const context = { years: given.years, withdrawVanished: options.withdrawVanished ?? false };
  const ids = [...new Set([...given.children.keys(), ...current.keys()])];
  for (const [done, localId] of ids.entries()) {
    const rows = given.children.get(localId);
    const before = current.get(localId) ?? [];
    const told = rows !== undefined && tellsOfCare(rows);
    const { drafts: wanted, problems: odd } = told ? chronologyOf(rows, context) : { drafts: [], problems: [] };
    const { add, conflicts, vanished } = told ? reconcile(before, wanted, context) : vanishedWith(before, context);
    problems.push(...odd);
    const differs = add.length > 0 || conflicts.length > 0 || vanished.length > 0;
    if (told || vanished.length > 0) {
      const change = !told ? "vanished" : before.length === 0 ? "new" : differs ? "changed" : "unchanged";
      children[change]++;
      if (differs) plans.push({ localId, change, drafts: add, replaced: supersededBy(add, before), conflicts, vanished });
    }
    for (const d of add) entries[d.supersedes === undefined ? "added" : isWithdrawal(d.cause) ? "withdrawn" : "superseded"]++;
    yield { done: done + 1, of: ids.length };
  }
  return { children, entries, problems: errorsFirst(problems), refused: false, plans };
}

function supersededBy(drafts: readonly Draft[], before: readonly Entry[]): Entry[] {
  if (before.length === 0) return [];
  const numbers = new Set(drafts.map((d) => d.supersedes));
  return before.filter((e) => numbers.has(e.number));
}

/** A child who is only in the Header, or in tables that are not used (care leavers are), has no line to tell of. */
const tellsOfCare = ({ child: _id, header: _header, notUsed: _notUsed, ...lists }: ChildRows): boolean =>
  Object.values(lists).some((list) => list.length > 0);

/** As `planningImport`, all at once. */
export function planImport(given: ParsedReturn, current: CurrentEntries, options: ImportOptions): ImportPlan {
  const planning = planningImport(given, current, options);
  for (;;) {
    const step = planning.next();
    if (step.done === true) return step.value;
  }
}
