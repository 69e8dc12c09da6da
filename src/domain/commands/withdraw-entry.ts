import { type Entry, WITHDRAWAL_CAUSES, type WithdrawalCause } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { notTakenBack } from "./by-hand.ts";
import { accept, type Decision, inForce, refuse, type Refusal } from "./command.ts";

export interface WithdrawalInput {
  readonly number: number;
  readonly cause: string;
  readonly reason: string;
}

/** Takes an entry out of force. It stays in the history with who withdrew it and why. */
export function withdrawEntry(c: Case, input: WithdrawalInput): Decision {
  const old = inForce(c.entries, input.number);
  if (!("number" in old)) return refuse(old);
  return withdrawn(old, input, notTakenBack(c, old));
}

/** The withdrawal of an entry by whoever may, with whatever else there is against it. */
export function withdrawn(old: Entry, input: WithdrawalInput, against: readonly Refusal[] = []): Decision {
  const refusals: Refusal[] = [...against];
  if (!Object.hasOwn(WITHDRAWAL_CAUSES, input.cause)) refusals.push({ field: "cause", message: "Choose why the entry is withdrawn" });
  if (input.reason.trim() === "") refusals.push({ field: "reason", message: "Say why, so that the next reader understands" });
  if (input.cause === "not-going-ahead" && old.certainty === "actual") {
    refusals.push({ field: "cause", message: "This is recorded as having happened. Choose another reason" });
  }
  if (refusals.length > 0) return refuse(...refusals);
  const { kind, happenedOn, certainty, detail } = old;
  return accept({
    kind, happenedOn, certainty, detail,
    ...(old.until === undefined ? {} : { until: old.until }),
    source: { type: "person" }, supersedes: old.number, cause: input.cause as WithdrawalCause, reason: input.reason.trim(),
  });
}
