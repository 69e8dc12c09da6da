import { PROFILE_STATES, type ProfileState } from "../chronology/codes.ts";
import type { Case } from "../chronology/fold.ts";
import { type Day, day, dayInWords } from "../dates/day.ts";
import { type BreachCode, BREACHES } from "./breach.ts";
import { MOVING_KINDS } from "./facts.ts";
import { profileOf } from "./profile.ts";

/** Who may see a child’s profile, as a list has room for it. */
export interface ListedProfile {
  readonly state: ProfileState;
  readonly since: Day;
  /** What is wrong, where it is shown further than it may be. */
  readonly breach: BreachCode | null;
}

/** Nothing is recorded as having happened after today: all that is recorded has. */
const EVER = day("9999-12-31");

/** As the record stands; nothing where the profile was never shown to anybody. */
export function profileInList(c: Case): ListedProfile | null {
  if (MOVING_KINDS.every((kind) => c.of(kind).length === 0)) return null;
  const { state, since, breach } = profileOf(c, EVER);
  const from = since ?? breach?.by.happenedOn;
  return from === undefined ? null : { state, since: from, breach: breach?.code ?? null };
}

/** “Identified, own region, since 3 May 2026”; what is wrong first. */
export function listedInWords(profile: ListedProfile | null): string {
  if (profile === null) return PROFILE_STATES.draft;
  const state = `${PROFILE_STATES[profile.state]}, since ${dayInWords(profile.since)}`;
  return profile.breach === null ? state : `${BREACHES[profile.breach]}; ${state}`;
}
