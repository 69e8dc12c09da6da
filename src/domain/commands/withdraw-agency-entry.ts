import type { Case } from "../chronology/fold.ts";
import { KINDS } from "../chronology/kinds.ts";
import { type Decision, inForce, refuse } from "./command.ts";
import { type WithdrawalInput, withdrawn } from "./withdraw-entry.ts";

/** Takes back a date or a note of the agency’s own. */
export function withdrawAgencyEntry(c: Case, input: WithdrawalInput, agency: string): Decision {
  const old = inForce(c.entries, input.number);
  if (!("number" in old)) return refuse(old);
  if ((old.kind !== "agency-date" && old.kind !== "agency-note") || old.detail["agency"] !== agency) {
    return refuse({ field: "entry", message: `${KINDS[old.kind].label}: this is not your agency’s own date or note. Whoever recorded it can withdraw it` });
  }
  return withdrawn(old, input);
}
