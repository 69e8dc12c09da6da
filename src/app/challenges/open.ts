import type { Viewer } from "../../domain/access/viewer.ts";
import { byUrgency, type Challenge, challengesOf, daysLate, standingRung } from "../../domain/challenges/challenges.ts";
import { fold } from "../../domain/chronology/fold.ts";
import type { Kind } from "../../domain/chronology/kinds.ts";
import { whyNotAnswer } from "../../domain/commands/answer-challenge.ts";
import { usualAnswerBy } from "../../domain/commands/challenge-input.ts";
import { whyNotEscalate } from "../../domain/commands/escalate-challenge.ts";
import type { Day } from "../../domain/dates/day.ts";
import { BeyondCalendar } from "../../domain/dates/working-days.ts";
import { type App, forbids } from "../app.ts";
import { peopleAmong } from "../open-tracker.ts";
import type { ChildPage } from "../views.ts";
import { challengerOf } from "./run.ts";

const KINDS_OF_CHALLENGES: readonly Kind[] = ["challenge-raised", "challenge-answered", "challenge-escalated", "challenge-resolved"];

/** A challenge with what the viewer may do about it: nothing stands in the way, or why not. */
export interface ChallengeView extends Challenge {
  readonly late: number | undefined;
  /** Why the viewer cannot answer it; null where they can, and where they answer no challenges at all. */
  readonly whyNotAnswer: string | null;
  readonly whyNotEscalate: string | null;
}

export interface ChallengesOfChild {
  /** What waits for an answer first, what is resolved last. */
  readonly challenges: readonly ChallengeView[];
  /** The day that an answer is due by, unless another is given. */
  readonly usualAnswerBy: Day | null;
  readonly may: { readonly challenge: boolean; readonly answer: boolean };
}

/** The challenges on a child’s record, which the viewer has open. */
export async function challengesOfChild(app: App, viewer: Viewer, { case: c, today }: ChildPage): Promise<ChallengesOfChild> {
  const who = await challengerOf(app, app.store.reader(viewer), viewer);
  return {
    challenges: challengesOf(c).toSorted(byUrgency).map((challenge) => ({
      ...challenge, late: daysLate(challenge, today), whyNotAnswer: whyNotAnswer(challenge, who) ?? null, whyNotEscalate: whyNotEscalate(challenge) ?? null,
    })),
    usualAnswerBy: usualDay(app, today),
    may: { challenge: forbids(viewer, "challenge") === undefined, answer: forbids(viewer, "answer-challenge") === undefined },
  };
}

/** None while the bank holidays of those days are not published. */
function usualDay(app: App, today: Day): Day | null {
  try {
    return usualAnswerBy(today, app.calendar);
  } catch (error) {
    if (error instanceof BeyondCalendar) return null;
    throw error;
  }
}

/** A child’s challenge in the list of all. */
export interface ListedChallenge {
  readonly recordId: string;
  readonly localId: string;
  readonly challenge: Challenge;
  readonly late: number | undefined;
  readonly raisedBy: string;
  /** It waits on the viewer’s own rung: those above may answer it too, and it does not wait for them. */
  readonly mine: boolean;
}

export interface ChallengesPage {
  readonly today: Day;
  /** Those not resolved, late ones first. */
  readonly open: readonly ListedChallenge[];
  /** The last resolved, at most so many as fit a page. */
  readonly resolved: readonly ListedChallenge[];
}

const MOST_RESOLVED = 50;

/** Every challenge of the viewer’s authority; nothing for those who neither raise nor answer any. */
export async function openChallenges(app: App, viewer: Viewer): Promise<ChallengesPage | undefined> {
  if (viewer.type === "operator") return undefined;
  if (forbids(viewer, "challenge") !== undefined && forbids(viewer, "answer-challenge") !== undefined) return undefined;
  const answers = forbids(viewer, "answer-challenge") === undefined;
  const today = app.clock.today();
  return app.store.reading(viewer, async (reader) => {
    const who = await challengerOf(app, reader, viewer);
    const { names } = peopleAmong(await reader.workers());
    const told = await reader.toldOf({ authority: viewer.organisation.code, kinds: KINDS_OF_CHALLENGES });
    const all = told.flatMap(({ recordId, localId, entries }) => challengesOf(fold(entries)).map((challenge): ListedChallenge => ({
      recordId, localId, challenge, late: daysLate(challenge, today),
      raisedBy: names.get(challenge.raised.recordedBy) ?? challenge.raised.recordedBy,
      mine: answers && whyNotAnswer(challenge, who) === undefined && (who.roles as readonly string[]).includes(standingRung(challenge).level),
    })));
    const resolvedOn = ({ challenge }: ListedChallenge): string => challenge.resolved?.happenedOn ?? "";
    return {
      today,
      open: all.filter(({ challenge }) => challenge.resolved === null).sort((a, b) => byUrgency(a.challenge, b.challenge)),
      resolved: all.filter(({ challenge }) => challenge.resolved !== null).sort((a, b) => (resolvedOn(a) < resolvedOn(b) ? 1 : -1)).slice(0, MOST_RESOLVED),
    };
  });
}
