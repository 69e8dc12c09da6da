import { LADDER } from "../challenges/challenges.ts";
import type { Day } from "../dates/day.ts";
import { drafted, readAnswerBy, said } from "./challenge-input.ts";
import { accept, type Decision, refuse, type Refusal } from "./command.ts";

export interface RaiseInput {
  readonly about: string;
  readonly wanted: string;
  readonly level: string;
  readonly answerBy: string;
}

/** Raises a challenge: what, what should happen, whom it is put to and by when they answer. */
export function raiseChallenge(input: RaiseInput, today: Day): Decision {
  const refusals: Refusal[] = [];
  const about = said(input.about, "about", "Say what you challenge", refusals);
  const wanted = said(input.wanted, "wanted", "Say what should happen", refusals);
  const level = LADDER.find((l) => l === input.level);
  if (level === undefined) refusals.push({ field: "level", message: "Choose whom you put it to" });
  const answerBy = readAnswerBy(input.answerBy, today, refusals);
  if (refusals.length > 0 || level === undefined || answerBy === undefined) return refuse(...refusals);
  return accept(drafted("challenge-raised", today, { about, wanted, level, answerBy }));
}
