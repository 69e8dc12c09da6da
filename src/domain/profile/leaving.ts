import { PROFILE_STATES, SEXES } from "../chronology/codes.ts";
import type { Case } from "../chronology/fold.ts";
import { ageOn, type Day, dayInWords, parseDay } from "../dates/day.ts";
import { birthOf } from "../permanence/moments.ts";
import { nameOf } from "../permanence/summarise.ts";
import { ageInWords } from "../permanence/standing.ts";
import { aliasOf } from "./alias.ts";
import { factsOn } from "./facts.ts";
import { authorityInWords, isShown } from "./guards.ts";
import { identifiable } from "./identifiable.ts";
import type { Profile } from "./profile.ts";

export interface LeavingLine {
  readonly what: string;
  readonly said: string;
}

/** A profile as it may leave: what is said of the child, and what is not and why. */
export interface LeavingProfile {
  /** What the child is called in it, which is its title. */
  readonly called: string;
  readonly identified: boolean;
  readonly lines: readonly LeavingLine[];
  readonly note: string;
}

export interface LeavingChild {
  readonly recordId: string;
  readonly authority: string;
}

const ANONYMOUS = "This may not say who the child is: no name, day of birth, address, school, area or local id is in it, and none may be added. It is for approved adopters of our own region.";

/**
 * What may leave of a child’s profile on a day; nothing where nobody is shown it. Anonymous unless the profile is shown with the child’s
 * name, and a placement order or consent stands whatever the profile says.
 */
export function leavingProfile(c: Case, profile: Profile, { recordId, authority }: LeavingChild, on: Day): LeavingProfile | undefined {
  const { state, since } = profile;
  if (!isShown(state)) return undefined;
  const seenBy: LeavingLine = { what: "Who may see this", said: `${PROFILE_STATES[state]}, since ${dayInWords(since ?? on)}` };
  const version = versionOf(c);
  const last: readonly LeavingLine[] = [seenBy, ...(version === undefined ? [] : [{ what: "The profile is of", said: dayInWords(version) }])];
  const sex = sexOf(c);
  if (state === "own-region-anonymous" || !identifiable(c)) {
    const called = aliasOf(recordId);
    return { called, identified: false, note: ANONYMOUS, lines: [{ what: "Called here", said: called }, { what: "Age", said: ageBand(c, on) }, ...sex, ...last] };
  }
  const called = nameOf(c) ?? aliasOf(recordId);
  const birth = birthOf(c);
  const order = factsOn(c, on).authority;
  return {
    called, identified: true,
    note: state === "national" ? "This says who the child is. It is for approved adopters whom the child’s workers show it to, and nobody else." : "This says who the child is. It is for approved adopters of our own region whom the child’s workers show it to, and nobody else.",
    lines: [
      { what: "Name", said: called }, { what: "Born", said: birth === undefined ? "Not recorded" : dayInWords(birth.on) }, { what: "Age", said: ageInWords(birth, on) }, ...sex,
      { what: "Authority", said: authority }, ...(order === undefined ? [] : [{ what: "By what the child may be placed", said: authorityInWords(order) }]), ...last,
    ],
  };
}

function sexOf(c: Case): readonly LeavingLine[] {
  const sex = c.of("particulars").at(-1)?.detail["sex"];
  return sex === "M" || sex === "F" ? [{ what: "Sex", said: SEXES[sex] }] : [];
}

const versionOf = (c: Case): Day | undefined => parseDay(String(c.of("profile-moved").findLast((e) => e.detail["profileOn"] !== undefined)?.detail["profileOn"] ?? ""));

const BANDS: readonly (readonly [before: number, words: string])[] = [[1, "Under 1"], [3, "1 or 2"], [5, "3 or 4"], [8, "5 to 7"], [11, "8 to 10"], [99, "11 or over"]];

/** An age that fits many children. */
export function ageBand(c: Case, on: Day): string {
  const birth = birthOf(c);
  if (birth === undefined) return "Not recorded";
  if (birth.expected) return "Not born yet";
  const { years } = ageOn(birth.on, on);
  return BANDS.find(([before]) => years < before)?.[1] ?? "11 or over";
}
