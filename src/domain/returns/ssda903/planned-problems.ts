import type { Entry } from "../../chronology/entry.ts";
import { KINDS } from "../../chronology/kinds.ts";
import { isFromReturn } from "./by-hand.ts";
import type { ParsedReturn } from "./parsed-return.ts";
import { type Problem, isError } from "./problem.ts";
import type { Conflict } from "./reconcile.ts";
import { inWords } from "./same-thing.ts";

/** What a person must look at before or after an import, said as warnings. */
export const conflictProblem = (localId: string, c: Conflict): Problem => ({
  severity: "warning", file: c.file, row: c.row, column: null,
  message: `Child ${localId}, ${KINDS[c.kind].label.toLowerCase()}: the record says ${c.recordSays}; the file says ${c.fileSays}. The record is left as it is. Settle which is right.`,
});

export function vanishedProblem(localId: string, e: Entry, withdrawn: boolean): Problem {
  const from = e.source.type === "ssda903" ? ` (${e.source.file}, row ${e.source.row})` : "";
  const then = withdrawn ? "It is withdrawn." : "It stays in the record until somebody withdraws it.";
  return {
    severity: "warning", file: null, row: null, column: null,
    message: `Child ${localId}, ${KINDS[e.kind].label.toLowerCase()} ${inWords(e)}: an earlier import had this${from}, and these files do not. ${then}`,
  };
}

/** Another authority’s files cannot be told by anything in them; that not one child is known is the sign. */
export function strangersProblem(given: ParsedReturn, current: ReadonlyMap<string, readonly Entry[]>): Problem[] {
  const imported = [...current].filter(([, entries]) => entries.some(isFromReturn));
  if (imported.length === 0 || given.children.size === 0 || imported.some(([id]) => given.children.has(id))) return [];
  return [{
    severity: "warning", file: null, row: null, column: "CHILD",
    message: `Not one of the ${given.children.size} children in these files is among the ${imported.length} imported for this authority before. These may be another authority’s files: make sure before you import them.`,
  }];
}

/** Errors first; otherwise in the order in which they were found. */
export const errorsFirst = (problems: readonly Problem[]): Problem[] => [...problems.filter(isError), ...problems.filter((p) => !isError(p))];
