import { restrictionOf } from "../access/named.ts";
import type { Case } from "../chronology/fold.ts";
import type { Day } from "../dates/day.ts";
import { accept, type Decision, refuse } from "./command.ts";

export interface EndRestrictionInput {
  readonly why: string;
}

/** Ends the restriction by hand. Who was named on the record stays named until that, too, is ended. */
export function endRestriction(c: Case, { why }: EndRestrictionInput, today: Day): Decision {
  const old = restrictionOf(c);
  if (old === undefined) return refuse({ field: "why", message: "This record is not restricted by hand. Somebody may have ended it since" });
  if (why.trim() === "") return refuse({ field: "why", message: "Say why the restriction ends, for whoever asks later" });
  const { kind, happenedOn, certainty, detail, number } = old;
  return accept({ kind, happenedOn, until: today, certainty, detail, source: { type: "person" }, supersedes: number, cause: "ended", reason: why.trim() });
}
