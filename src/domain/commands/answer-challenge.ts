import type { DecidingRoles } from "../access/decides.ts";
import { type Challenge, challengesOf, LADDER, standingRung } from "../challenges/challenges.ts";
import { CHALLENGE_LEVELS } from "../chronology/codes.ts";
import type { Case } from "../chronology/fold.ts";
import { type Day, dayInWords } from "../dates/day.ts";
import { lower } from "../words.ts";
import { drafted, GONE, said } from "./challenge-input.ts";
import { accept, type Decision, refuse, type Refusal } from "./command.ts";

/** Who acts on a challenge: their account, and the roles they have today, those of whom they cover too. */
export interface Challenger {
  readonly account: string;
  readonly roles: DecidingRoles;
}

export interface AnswerInput {
  /** The number of the challenge’s entry. */
  readonly challenge: number;
  readonly answer: string;
}

/** Answers a challenge on the rung where it stands. */
export function answerChallenge(c: Case, input: AnswerInput, who: Challenger, today: Day): Decision {
  const challenge = challengesOf(c).find((one) => one.number === input.challenge);
  if (challenge === undefined) return refuse(GONE("answer"));
  const cannot = whyNotAnswer(challenge, who);
  if (cannot !== undefined) return refuse({ field: "answer", message: cannot });
  const refusals: Refusal[] = [];
  const answer = said(input.answer, "answer", "Write your answer", refusals);
  return refusals.length > 0 ? refuse(...refusals) : accept(drafted("challenge-answered", today, { challenge: challenge.number, answer }));
}

/** Why this person cannot answer, in words; nothing where they can. Those above the rung may answer for it. */
export function whyNotAnswer(challenge: Challenge, { account, roles }: Challenger): string | undefined {
  const { level, put, answer } = standingRung(challenge);
  if (challenge.resolved !== null) return `This challenge was resolved on ${dayInWords(challenge.resolved.happenedOn)}`;
  if (answer !== null) return `The ${lower(CHALLENGE_LEVELS[level])} answered on ${dayInWords(answer.happenedOn)}. It can be resolved or taken further`;
  if (challenge.raised.recordedBy === account || put.recordedBy === account) return "You raised this challenge or took it further, and nobody answers their own";
  const above = LADDER.slice(LADDER.indexOf(level));
  return above.some((one) => (roles as readonly string[]).includes(one)) ? undefined : `It was put to the ${lower(CHALLENGE_LEVELS[level])}, who answers it`;
}
