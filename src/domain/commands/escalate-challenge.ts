import { type Challenge, challengesOf, nextLevel, standingRung } from "../challenges/challenges.ts";
import { CHALLENGE_LEVELS } from "../chronology/codes.ts";
import type { Case } from "../chronology/fold.ts";
import { type Day, dayInWords } from "../dates/day.ts";
import { lower } from "../words.ts";
import { drafted, GONE, readAnswerBy, said } from "./challenge-input.ts";
import { accept, type Decision, refuse, type Refusal } from "./command.ts";

export interface EscalateInput {
  readonly challenge: number;
  readonly why: string;
  readonly answerBy: string;
}

/** Takes a challenge to the next rung. */
export function escalateChallenge(c: Case, input: EscalateInput, today: Day): Decision {
  const challenge = challengesOf(c).find((one) => one.number === input.challenge);
  if (challenge === undefined) return refuse(GONE("why"));
  const cannot = whyNotEscalate(challenge);
  if (cannot !== undefined) return refuse({ field: "why", message: cannot });
  const level = nextLevel(standingRung(challenge).level)!;
  const refusals: Refusal[] = [];
  const why = said(input.why, "why", "Say why it goes further", refusals);
  const answerBy = readAnswerBy(input.answerBy, today, refusals);
  if (refusals.length > 0 || answerBy === undefined) return refuse(...refusals);
  return accept(drafted("challenge-escalated", today, { challenge: challenge.number, level, why, answerBy }));
}

/** Why it cannot go further, in words; nothing where it can. It need not have been answered: silence is a reason too. */
export function whyNotEscalate(challenge: Challenge): string | undefined {
  if (challenge.resolved !== null) return `This challenge was resolved on ${dayInWords(challenge.resolved.happenedOn)}. Raise another`;
  const { level } = standingRung(challenge);
  return nextLevel(level) === undefined ? `It is with the ${lower(CHALLENGE_LEVELS[level])}, the last rung of the ladder. Say how it was resolved` : undefined;
}
