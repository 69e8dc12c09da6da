import { PROFILE_STATES, type ProfileState } from "../chronology/codes.ts";
import type { Detail, Draft } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { type Day, dayInWords, parseDay } from "../dates/day.ts";
import { factsOn } from "../profile/facts.ts";
import { guardsOf, isShown, SHOWN_STATES, type ShownState } from "../profile/guards.ts";
import { movesUntil, type Profile, profileOf } from "../profile/profile.ts";
import { accept, type Decision, refuse, type Refusal } from "./command.ts";
import { recordEntry } from "./record-entry.ts";

/** Who may see a profile from a day on, as somebody typed it. */
export interface MoveProfileInput {
  readonly to: string;
  /** A day as text, YYYY-MM-DD. */
  readonly happenedOn: string;
  /** Why: asked where it is withdrawn, or shown to fewer. */
  readonly why: string;
  /** It now has photographs or video: “yes”, or anything else. */
  readonly photographs: string;
  readonly profileSystem: string;
  readonly profilePlace: string;
  readonly profileOn: string;
}

const SOURCE = { type: "person" } as const;

/** The states that somebody can move a profile to: any other than the one it is in, and nobody makes a draft of it again. */
export const movesFrom = ({ state }: Profile): readonly ProfileState[] =>
  [...SHOWN_STATES, "withdrawn" as const].filter((to) => to !== state && !(to === "withdrawn" && state === "draft"));

/**
 * Says who sees a child’s profile from a day on; refused unless everything holds on that day that the state asks. With it is written what
 * the standards on profiles go by, so that nobody enters it twice: completed and visible, with photographs, opened nationally.
 */
export function moveProfile(c: Case, input: MoveProfileInput, today: Day): Decision {
  const refusals: Refusal[] = [];
  const on = readDay(input.happenedOn, "happenedOn", "Enter the day from which it is so", today, refusals);
  const version = input.profileOn.trim() === "" ? undefined : readDay(input.profileOn, "profileOn", "Enter the date of the profile as a real date", today, refusals);
  const to = stateOf(input.to);
  if (to === undefined) refusals.push({ field: "to", message: "Choose who is to see the profile" });
  if (on === undefined || to === undefined) return refuse(...refusals);
  const before = profileOf(c, on);
  refusals.push(...standInTheWay(c, before, to, on));
  if (to !== undefined && fewer(before, to) && input.why.trim() === "") refusals.push({ field: "why", message: "Say why, for whoever asks later who saw the profile" });
  if (refusals.length > 0) return refuse(...refusals);
  const moved: Draft = { kind: "profile-moved", happenedOn: on, certainty: "actual", detail: detailOf(to, input, version), source: SOURCE };
  const standards = beside(c, to, on, input.photographs === "yes", today);
  return accept(...standards, moved);
}

const stateOf = (text: string): ProfileState | undefined => (Object.hasOwn(PROFILE_STATES, text) && text !== "draft" ? (text as ProfileState) : undefined);

function readDay(text: string, field: string, missing: string, today: Day, refusals: Refusal[]): Day | undefined {
  const on = parseDay(text.trim());
  if (on === undefined) refusals.push({ field, message: missing });
  else if (on > today) refusals.push({ field, message: `${dayInWords(on)} is in the future. Enter a day up to today` });
  return on;
}

function standInTheWay(c: Case, before: Profile, to: ProfileState, on: Day): readonly Refusal[] {
  const later = movesUntil(c, "9999-12-31" as Day).find(({ by }) => by.happenedOn > on);
  if (later !== undefined) return [{ field: "happenedOn", message: `Who sees the profile changed on ${dayInWords(later.by.happenedOn)}, after ${dayInWords(on)}. Enter a day from then on, or withdraw that entry first` }];
  if (to === "withdrawn") return movesFrom(before).includes(to) || before.breach !== undefined ? [] : [{ field: "to", message: "Nobody is shown the profile, so there is nothing to withdraw" }];
  if (to === before.state && before.breach === undefined) return [{ field: "to", message: `It is so already, since ${dayInWords(before.since ?? on)}. Choose another, or go back` }];
  const missing = isShown(to) ? guardsOf(to, factsOn(c, on)).filter(({ holds }) => !holds) : [];
  return missing.map(({ words }) => ({ field: "to", message: `${PROFILE_STATES[to]} is not open on ${dayInWords(on)}: ${words.charAt(0).toLowerCase()}${words.slice(1)}` }));
}

const ORDER: readonly ProfileState[] = ["withdrawn", "draft", ...SHOWN_STATES];
/** Whether fewer people see it than before, or than the record says. */
const fewer = ({ state, breach }: Profile, to: ProfileState): boolean => breach !== undefined || ORDER.indexOf(to) < ORDER.indexOf(state);

function detailOf(to: ProfileState, { why, profileSystem, profilePlace }: MoveProfileInput, version: Day | undefined): Detail {
  const said = { why: why.trim(), profileSystem: profileSystem.trim(), profilePlace: profilePlace.trim(), profileOn: version ?? "" };
  return { to, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== "")) };
}

/** What the standards on profiles go by, where the record has it not yet. What was planned is confirmed by it. */
function beside(c: Case, to: ProfileState, on: Day, photographs: boolean, today: Day): readonly Draft[] {
  if (!isShown(to)) return [];
  const drafts: Draft[] = [];
  const add = (kind: "profile-completed" | "profile-updated" | "profile-opened-nationally", detail: Readonly<Record<string, string>> = {}): void => {
    const decision = recordEntry(c, { kind, happenedOn: on, certainty: "actual", detail }, today, "child");
    if (decision.accepted) drafts.push(...decision.drafts);
  };
  const had = c.of("profile-completed").some((e) => e.certainty === "actual" && e.happenedOn >= lastReversal(c));
  if (!had) add("profile-completed", { visibility: to satisfies ShownState });
  if (photographs && to !== "own-region-anonymous") add("profile-updated");
  if (to === "national") add("profile-opened-nationally");
  return drafts;
}

/** A plan made again after a reversal has a profile of its own. */
const lastReversal = (c: Case): string => c.of("plan-decision-reversed").findLast((e) => e.certainty === "actual")?.happenedOn ?? "";
