import type { Day } from "../dates/day.ts";
import { drafted, said } from "./challenge-input.ts";
import { accept, type Decision, refuse, type Refusal } from "./command.ts";
import { LONGEST_WHY } from "./erase-entry.ts";

export interface HoldInput {
  readonly why: string;
}

/** Puts a record on legal hold from today: nothing of it is erased or destroyed while the hold runs. It may be held for several reasons at once. */
export function holdRecord(input: HoldInput, today: Day): Decision {
  const refusals: Refusal[] = [];
  const why = said(input.why, "why", "Say why the record must be kept, such as the inquiry or the case", refusals);
  if (why.length > LONGEST_WHY) refusals.push({ field: "why", message: `Use at most ${LONGEST_WHY} characters` });
  return refusals.length > 0 ? refuse(...refusals) : accept(drafted("legal-hold", today, { why }));
}
