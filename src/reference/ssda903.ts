import type { CodeSets } from "../domain/returns/ssda903/code-sets.ts";

/** The return's code lists by column and year, from `reference/ssda903/codes.json`. */
export function loadCodeSets(): CodeSets {
  return {};
}
