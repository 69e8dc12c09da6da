import { PROFILE_STATES, type ProfileState } from "../chronology/codes.ts";
import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { type Day, dayInWords } from "../dates/day.ts";
import { type Breach, breachOf } from "./breach.ts";
import { DECIDING_KINDS, type Facts, factsOn, MOVING_KINDS } from "./facts.ts";
import { furthest, type Guard, guardsOf, isShown, overInWords, SHOWN_STATES, type ShownState } from "./guards.ts";

/** One step of a profile’s history. */
export interface ProfileStep {
  readonly state: ProfileState;
  readonly since: Day;
  readonly why: string;
  /** The entry that somebody moved it by; nothing where it went of itself. */
  readonly by: Entry | undefined;
}

/** A state that may come next, and what it asks. */
export interface Opening {
  readonly to: ShownState;
  readonly guards: readonly Guard[];
  readonly holds: boolean;
}

/** Who may see a child’s profile on a day. The profile itself is kept elsewhere. */
export interface Profile {
  readonly state: ProfileState;
  /** Since when; nothing of a draft that was never anything else. */
  readonly since: Day | undefined;
  readonly why: string;
  /** Oldest first; empty where it was never shown. */
  readonly history: readonly ProfileStep[];
  /** The record says that it is shown further than it may be. */
  readonly breach: Breach | undefined;
  /** What each state in which somebody sees it asks today. */
  readonly openings: readonly Opening[];
}

const NEVER = "It has not been shown to anybody yet";

/**
 * The state of a child’s profile at the end of a day. It is never further than its guards allow on that day: what is recorded beyond
 * them is a breach, and counts once they hold. The end of the authority to place, a reversal, a match and the end of care
 * withdraw it of themselves; after that somebody moves it again or nobody sees it.
 */
export function profileOf(c: Case, on: Day): Profile {
  const moves = movesUntil(c, on);
  const facts = factsOn(c, on);
  const openings = SHOWN_STATES.map((to): Opening => {
    const guards = guardsOf(to, facts);
    return { to, guards, holds: guards.every(({ holds }) => holds) };
  });
  if (moves.length === 0) return { state: "draft", since: undefined, why: NEVER, history: [], breach: undefined, openings };
  const { said, history } = walk(c, moves, on);
  const last = history.at(-1);
  return {
    state: last?.state ?? "draft", since: last?.since, why: last?.why ?? NEVER, history, openings,
    breach: said === undefined ? undefined : breachOf(said, facts),
  };
}

/** What was said last of who is shown it, and the entry that says it. */
export interface Said {
  readonly state: ProfileState;
  readonly by: Entry;
}

function walk(c: Case, moves: readonly Said[], on: Day): { readonly said: Said | undefined; readonly history: readonly ProfileStep[] } {
  const history: ProfileStep[] = [];
  let said: Said | undefined;
  let before: Facts | undefined;
  const step = (state: ProfileState, since: Day, why: string, by: Entry | undefined): void => {
    if ((history.at(-1)?.state ?? "draft") !== state) history.push({ state, since, why, by });
  };
  for (const day of daysOf(c, moves, on)) {
    const facts = factsOn(c, day);
    const cause = said === undefined || before === undefined || !isShown(said.state) ? undefined : withdrawnBy(before, facts);
    if (cause !== undefined) {
      said = undefined;
      step(isShown(history.at(-1)?.state ?? "draft") ? "withdrawn" : (history.at(-1)?.state ?? "draft"), day, cause, undefined);
    }
    let moved: Entry | undefined;
    for (const move of moves) if (move.by.happenedOn === day) [said, moved] = [appliedTo(said, move), move.by];
    if (said !== undefined) {
      const state = stateSaid(said.state, facts, history.at(-1)?.state ?? "draft");
      step(state, day, moved === undefined ? ofItselfInWords(history.at(-1)?.state ?? "draft", state) : movedInWords(said.by, said.state, state), state === said.state ? moved : undefined);
    }
    before = facts;
  }
  return { said, history };
}

/** As far as the guards allow what was said. Where they allow nothing it is withdrawn, or still the draft it was. */
function stateSaid(said: ProfileState, facts: Facts, before: ProfileState): ProfileState {
  if (!isShown(said)) return said;
  return furthest(said, facts) ?? (before === "draft" ? "draft" : "withdrawn");
}

/** Photographs and video are for a child who is told by name: they open what was anonymous, and change nothing of the rest. */
const appliedTo = (said: Said | undefined, move: Said): Said | undefined =>
  move.by.kind !== "profile-updated" || said === undefined || said.state === "own-region-anonymous" || said.state === "draft" ? move : said;

/** Why a profile that was shown is withdrawn on a day, of itself. */
function withdrawnBy(before: Facts, now: Facts): string | undefined {
  if (now.over !== undefined && now.over !== before.over) return overInWords(now.over);
  if (now.reversed !== undefined && before.reversed === undefined) return `The decision was reversed on ${dayInWords(now.reversed.happenedOn)}`;
  if (before.authority === undefined || now.authority !== undefined) return undefined;
  return before.authority.kind === "placement-order" ? "The placement order ended" : "A parent withdrew consent";
}

const FURTHER: readonly ProfileState[] = ["withdrawn", "draft", ...SHOWN_STATES];
const ofItselfInWords = (before: ProfileState, now: ProfileState): string =>
  FURTHER.indexOf(now) > FURTHER.indexOf(before) ? "It was recorded before, and what it waited for came" : "What allowed it to be shown further no longer holds";

function movedInWords(by: Entry, said: ProfileState, state: ProfileState): string {
  const why = by.detail["why"];
  if (typeof why === "string" && why !== "") return why;
  if (said !== state) return `Recorded as “${PROFILE_STATES[said].toLowerCase()}”, which it may not be yet`;
  return "As recorded";
}

/** Who is shown it, as each entry says that has happened by a day, in order. A profile completed without a word on who sees it is taken for the nearest. */
export function movesUntil(c: Case, on: Day): readonly Said[] {
  const entries = MOVING_KINDS.flatMap((kind) => c.of(kind)).filter((e) => e.certainty === "actual" && e.happenedOn <= on);
  return entries.sort((a, b) => (a.happenedOn < b.happenedOn ? -1 : a.happenedOn > b.happenedOn ? 1 : a.number - b.number)).map((by) => ({ by, state: saidBy(by) }));
}

function saidBy({ kind, detail }: Entry): ProfileState {
  switch (kind) {
    case "profile-moved": return detail["to"] as ProfileState;
    case "profile-completed": return (detail["visibility"] as ShownState | undefined) ?? "own-region-anonymous";
    case "profile-opened-nationally": return "national";
    default: return "own-region";
  }
}

/** The days on which anything could change. */
function daysOf(c: Case, moves: readonly Said[], on: Day): readonly Day[] {
  const days = new Set(moves.map(({ by }) => by.happenedOn));
  for (const kind of DECIDING_KINDS) {
    for (const { certainty, happenedOn, until } of c.of(kind)) {
      if (certainty !== "actual") continue;
      days.add(happenedOn);
      if (until !== undefined) days.add(until);
    }
  }
  return [...days].filter((day) => day <= on).sort();
}
