import type { FoundRow } from "../../../app/views.ts";
import type { Day } from "../../../domain/dates/day.ts";
import { ageInWords } from "../../../domain/permanence/standing.ts";
import { isNear } from "../../../domain/tracker/find.ts";

/**
 * By what a child was found: “by worker Ash Rowan”. Never the name of a child: that stands beside it where
 * names are shown, and where they are not, whether it is spelt quite so is not told either.
 */
export function foundBy({ by: { type, text } }: FoundRow, typed: string): string {
  switch (type) {
    case "local-id": return isNear(typed, text) ? "a local id near to that" : "by local id";
    case "name": return text !== "" && isNear(typed, text) ? "a name spelt near to that" : "by name";
    case "sibling": return `by a brother or sister, ${text}`;
    case "worker": return `by worker ${text}`;
    case "carer": return `by carer reference ${text}`;
  }
}

export const ageOfFound = ({ bornOn, expectedOn }: FoundRow, today: Day): string =>
  ageInWords(bornOn !== null ? { on: bornOn, expected: false } : expectedOn !== null ? { on: expectedOn, expected: true } : undefined, today);

/** How many were found, where `shown` may be the most that are listed. */
export function countFound(found: number, most: number): string {
  if (found === 0) return "No child that you may see matches";
  return found > most ? `The ${most} that match best; there are more` : `${found} ${found === 1 ? "child" : "children"} found`;
}
