import { LEGAL_FORCES, type Standard } from "../../../domain/standards/standard.ts";
import { rowsOf } from "./standard-rows.ts";

export interface Difference {
  readonly label: string;
  /** Undefined: not said before, or no longer. */
  readonly was: string | undefined;
  readonly is: string | undefined;
}

/** What a version says otherwise than the one before it, but for the days on which each holds; all of it where there is none before. */
export function differences(before: Standard | null, after: Standard): readonly Difference[] {
  const [had, has] = [before === null ? new Map<string, string>() : said(before), said(after)];
  return [...new Set([...has.keys(), ...had.keys()])].filter((label) => label !== "In force" && had.get(label) !== has.get(label))
    .map((label) => ({ label, was: had.get(label), is: has.get(label) }));
}

/** By whom it is laid down is no difference: whoever changes it knows. */
const said = (s: Standard): Map<string, string> => new Map([["What must happen", s.title], ...rowsOf(s, null), ["Force", LEGAL_FORCES[s.legalForce]], ["Text", s.confirmed ? "Confirmed" : "Advisory: not confirmed yet"]]);
