import type { DecidingRoles } from "../access/decides.ts";
import { type Challenge, challengesOf, LADDER, nextLevel, standingRung } from "../challenges/challenges.ts";
import { CHALLENGE_LEVELS } from "../chronology/codes.ts";
import type { Draft } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { addMonths, type Day, dayInWords, parseDay } from "../dates/day.ts";
import { addWorkingDays, type WorkingCalendar } from "../dates/working-days.ts";
import { accept, type Decision, refuse, type Refusal } from "./command.ts";

/** Working days that each rung has to answer, unless another day is given. */
export const DAYS_TO_ANSWER = 5;

/** The day that a rung answers by, where nobody says another. */
export const usualAnswerBy = (today: Day, calendar: WorkingCalendar): Day => addWorkingDays(calendar, today, DAYS_TO_ANSWER);

/** Who acts on a challenge: their account, and the roles they have today, those of whom they cover too. */
export interface Challenger {
  readonly account: string;
  readonly roles: DecidingRoles;
}

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

const GONE = (field: string): Refusal => ({ field, message: "This challenge has been withdrawn since" });

function said(text: string, field: string, message: string, refusals: Refusal[]): string {
  const trimmed = text.trim();
  if (trimmed === "") refusals.push({ field, message });
  return trimmed;
}

/** The furthest ahead that an answer may be due: beyond it the year is mistyped. */
const MONTHS_AHEAD = 6;

function readAnswerBy(text: string, today: Day, refusals: Refusal[]): Day | undefined {
  const on = parseDay(text.trim());
  const wrong = on === undefined ? (text.trim() === "" ? "Enter the day to answer by" : "Enter the day to answer by as a real date, such as 27 3 2026")
    : on < today ? `${dayInWords(on)} has passed. Give today or a day to come`
    : on > addMonths(today, MONTHS_AHEAD) ? `${dayInWords(on)} is more than six months ahead. Check the year` : undefined;
  if (wrong !== undefined) refusals.push({ field: "answerBy", message: wrong });
  return wrong === undefined ? on : undefined;
}

const drafted = (kind: Draft["kind"], happenedOn: Day, detail: Draft["detail"]): Draft =>
  ({ kind, happenedOn, certainty: "actual", source: { type: "person" }, detail });

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

