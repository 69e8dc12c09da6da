import type { Case } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import { isDecided } from "./moments.ts";
import type { ShownDate } from "./summary.ts";

/** The one date a list has room for: the first still to come after the last that happened, or else that last one. A decision that was not made is none. */
export function dateShown(c: Case, kind: Kind): ShownDate | undefined {
  const decided = c.of(kind).filter(isDecided);
  const last = decided.findLast((e) => e.certainty === "actual");
  const ahead = decided.find((e) => e.certainty !== "actual" && (last === undefined || e.happenedOn >= last.happenedOn));
  const shown = ahead ?? last ?? decided.at(-1);
  return shown === undefined ? undefined : { on: shown.happenedOn, certainty: shown.certainty, entry: shown.number };
}
