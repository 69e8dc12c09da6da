import type { CodeSets } from "../code-sets.ts";
import type { ParsedReturn } from "../parsed-return.ts";
import type { Problem } from "../problem.ts";
import { checkAdopted } from "./adopted.ts";
import { checkBirth } from "./birth.ts";
import { checkCodes } from "./codes.ts";
import { checkDecisionRows, checkDecisions } from "./decisions.ts";
import { checkDuplicates } from "./duplicates.ts";
import { checkEnds, checkEpisodeCodes, checkSequence } from "./episodes.ts";
import type { Check, Note } from "./note.ts";
import { checkFilled, checkNeed, checkPreviousPermanence, checkReviews } from "./other-tables.ts";
import { checkPlacements } from "./placements.ts";
import { checkTables } from "./tables.ts";

const CHECKS: readonly Check[] = [
  checkCodes, checkDuplicates, checkBirth, checkEnds, checkEpisodeCodes, checkSequence, checkPlacements, checkNeed,
  checkDecisionRows, checkDecisions, checkAdopted, checkReviews, checkPreviousPermanence, checkFilled,
];

/**
 * What is wrong in a return beyond what could not be read: errors for what cannot be
 * understood, warnings for what contradicts itself or breaks the return’s own rules.
 */
export function checkReturn(given: ParsedReturn, codes: CodeSets): Problem[] {
  const problems = checkTables(given);
  const note: Note = (severity, at, column, message) => {
    problems.push({ severity, file: at.file.name, row: at.row, column, message });
  };
  const context = { years: given.years, codes };
  for (const rows of given.children.values()) for (const check of CHECKS) check(rows, note, context);
  return problems;
}
