import { type Entry, isWithdrawal } from "../../chronology/entry.ts";
import { KINDS } from "../../chronology/kinds.ts";
import type { ImportPlan } from "./plan.ts";
import type { Problem } from "./problem.ts";
import type { Conflict } from "./reconcile.ts";
import { inWords } from "./same-thing.ts";

/** Every problem of an import in one list: those of the files, then where record and files differ and a person must settle it. */
export function problemsInFull(plan: ImportPlan): Problem[] {
  const differing = plan.plans.flatMap(({ localId, conflicts, vanished, drafts }) => {
    const withdrawn = new Set(drafts.filter((d) => isWithdrawal(d.cause)).map((d) => d.supersedes));
    return [
      ...conflicts.map((c) => conflictProblem(localId, c)),
      ...vanished.map((e) => vanishedProblem(localId, e, withdrawn.has(e.number))),
    ];
  });
  return [...plan.problems, ...differing];
}

const conflictProblem = (localId: string, c: Conflict): Problem => ({
  severity: "warning", file: c.file, row: c.row, column: null,
  message: `Child ${localId}, ${KINDS[c.kind].label.toLowerCase()}: the record says ${c.recordSays}; the file says ${c.fileSays}. The record is left as it is. Settle which is right.`,
});

function vanishedProblem(localId: string, e: Entry, withdrawn: boolean): Problem {
  const from = e.source.type === "ssda903" ? ` (${e.source.file}, row ${e.source.row})` : "";
  const then = withdrawn ? "It is withdrawn." : "It stays in the record until somebody withdraws it.";
  return {
    severity: "warning", file: null, row: null, column: null,
    message: `Child ${localId}, ${KINDS[e.kind].label.toLowerCase()}, ${inWords(e)}: an earlier import had this${from}, and these files do not. ${then}`,
  };
}
