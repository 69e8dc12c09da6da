import { dayInWords } from "../dates/day.ts";
import { type Retention, RETENTION, UNKNOWN } from "./retention.ts";

/** “Adoption made: at least 100 years from the adoption order, until 28 February 2117. On legal hold.” */
export function retentionInWords({ class: of, unknown, keepUntil, holds }: Retention): string {
  const held = holds.length === 0 ? "" : " On legal hold: nothing of it is erased or destroyed while the hold runs.";
  if (of === null || keepUntil === null) return `Not known. ${unknown === null ? "" : `${UNKNOWN[unknown]}.`}${held}`;
  const { label, keep } = RETENTION[of];
  return `${label}: ${keep}, which is ${dayInWords(keepUntil)}.${held}`;
}
