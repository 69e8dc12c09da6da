import type { Case } from "../chronology/fold.ts";
import type { Day } from "../dates/day.ts";
import { said } from "./challenge-input.ts";
import { accept, type Decision, inForce, refuse, type Refusal } from "./command.ts";
import { LONGEST_WHY } from "./erase-entry.ts";

export interface EndHoldInput {
  /** The number of the hold's entry. */
  readonly hold: number;
  readonly why: string;
}

/** Ends a legal hold today. Other holds on the record run on. One that began today was right while it ran: it ended, like any other. */
export function endHold(c: Case, input: EndHoldInput, today: Day): Decision {
  const old = inForce(c.of("legal-hold"), input.hold);
  if (!("number" in old)) return refuse({ field: "why", message: "This hold has been ended since. Open the page again" });
  const refusals: Refusal[] = [];
  const reason = said(input.why, "why", "Say why the record need no longer be held", refusals);
  if (reason.length > LONGEST_WHY) refusals.push({ field: "why", message: `Use at most ${LONGEST_WHY} characters` });
  if (old.until !== undefined) refusals.push({ field: "why", message: "This hold has already ended" });
  if (refusals.length > 0) return refuse(...refusals);
  const { kind, happenedOn, certainty, detail, number: supersedes } = old;
  return accept({ kind, happenedOn, until: today, certainty, detail, source: { type: "person" }, supersedes, cause: "ended", reason });
}
