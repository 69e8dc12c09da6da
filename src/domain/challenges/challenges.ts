import { CHALLENGE_LEVELS, type ChallengeLevel } from "../chronology/codes.ts";
import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { type Day, daysBetween } from "../dates/day.ts";

/** One rung of a challenge: whom it was put to, by when they were to answer, and what they said. */
export interface Rung {
  readonly level: ChallengeLevel;
  /** The entry that put it there: the challenge itself, or its being taken further. */
  readonly put: Entry;
  readonly answerBy: Day;
  /** Why it was taken further; none on the first rung. */
  readonly why: string | null;
  readonly answer: Entry | null;
}

export const CHALLENGE_STATES = { waiting: "Waits for an answer", answered: "Answered", resolved: "Resolved" } as const;
export type ChallengeState = keyof typeof CHALLENGE_STATES;

/** A formal challenge as the child’s entries tell it. */
export interface Challenge {
  /** The number of the entry that raised it. */
  readonly number: number;
  readonly raised: Entry;
  readonly about: string;
  readonly wanted: string;
  /** From the first; never empty. */
  readonly rungs: readonly Rung[];
  readonly resolved: Entry | null;
  readonly state: ChallengeState;
}

export const LADDER = Object.keys(CHALLENGE_LEVELS) as readonly ChallengeLevel[];

/** The rung after this one; nothing after the last. */
export const nextLevel = (level: ChallengeLevel): ChallengeLevel | undefined => LADDER[LADDER.indexOf(level) + 1];

/** Every challenge on a child’s record, in the order they were raised. Pure; total. */
export function challengesOf(c: Case): readonly Challenge[] {
  const about = (e: Entry, raised: Entry): boolean => e.detail["challenge"] === raised.number;
  return c.of("challenge-raised").toSorted((a, b) => a.number - b.number).map((raised) => {
    const puts = [raised, ...c.of("challenge-escalated").filter((e) => about(e, raised)).toSorted((a, b) => a.number - b.number)];
    const answers = c.of("challenge-answered").filter((e) => about(e, raised));
    const rungs = puts.map((put, i): Rung => ({
      level: levelOf(put), put, answerBy: String(put.detail["answerBy"]) as Day,
      why: i === 0 ? null : String(put.detail["why"] ?? ""),
      answer: answers.find((e) => e.number > put.number && e.number < (puts[i + 1]?.number ?? Infinity)) ?? null,
    }));
    const resolved = c.of("challenge-resolved").find((e) => about(e, raised)) ?? null;
    return {
      number: raised.number, raised, rungs, resolved,
      about: String(raised.detail["about"]), wanted: String(raised.detail["wanted"]),
      state: resolved !== null ? "resolved" : rungs.at(-1)?.answer ? "answered" : "waiting",
    };
  });
}

const levelOf = (put: Entry): ChallengeLevel => LADDER.find((level) => level === put.detail["level"]) ?? "team-manager";

/** The rung on which a challenge stands. */
export const standingRung = ({ rungs }: Challenge): Rung => rungs.at(-1)!;

/** Days by which the answer is late; nothing while it is not, and once it came. */
export function daysLate(challenge: Challenge, today: Day): number | undefined {
  const { answerBy } = standingRung(challenge);
  return challenge.state === "waiting" && answerBy < today ? daysBetween(answerBy, today) : undefined;
}

/** Those that wait for an answer, the one due first on top; then those answered; what is resolved last. */
export function byUrgency(a: Challenge, b: Challenge): number {
  const order: Record<ChallengeState, number> = { waiting: 0, answered: 1, resolved: 2 };
  return order[a.state] - order[b.state] || compare(standingRung(a).answerBy, standingRung(b).answerBy) || a.number - b.number;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
