import { challengesOf } from "../challenges/challenges.ts";
import type { Case } from "../chronology/fold.ts";
import { type Day, dayInWords } from "../dates/day.ts";
import { drafted, GONE, said } from "./challenge-input.ts";
import { accept, type Decision, refuse, type Refusal } from "./command.ts";

export interface ResolveInput {
  readonly challenge: number;
  readonly how: string;
}

/** Ends a challenge, on whichever rung it stands. */
export function resolveChallenge(c: Case, input: ResolveInput, today: Day): Decision {
  const challenge = challengesOf(c).find((one) => one.number === input.challenge);
  if (challenge === undefined) return refuse(GONE("how"));
  if (challenge.resolved !== null) return refuse({ field: "how", message: `This challenge was resolved already, on ${dayInWords(challenge.resolved.happenedOn)}` });
  const refusals: Refusal[] = [];
  const how = said(input.how, "how", "Say how it was resolved", refusals);
  return refusals.length > 0 ? refuse(...refusals) : accept(drafted("challenge-resolved", today, { challenge: challenge.number, how }));
}
