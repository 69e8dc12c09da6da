import type { Owner } from "../access/role.ts";
import type { Kind } from "../chronology/kinds.ts";
import { stopsOf } from "../standards/compile.ts";
import { kindsOf } from "../standards/occasions.ts";
import type { Standard } from "../standards/standard.ts";

interface FunctionRow {
  readonly label: string;
  /** What it is, for whoever gives it. */
  readonly says: string;
  /** What the agency's people then record themselves. */
  readonly kinds: readonly Kind[];
  readonly source: string;
}

/**
 * The adoption functions that an authority may give to its regional agency. Source: section 3ZA(3) of the Adoption and
 * Children Act 2002 for what may be given; which milestones make up each is our own reading of the source documents.
 *
 * None holds a decision that somebody takes as their own office, a period that says who has the child, or a date of the
 * authority's 903 return: those stay the authority's whatever is given.
 */
export const ADOPTION_FUNCTIONS = {
  "family-finding": {
    label: "Family finding",
    says: "The profile, the search in the region and beyond, and families’ interest in the child",
    kinds: [
      "register-referral", "family-finding-started", "carer-pack-shared", "profiling-visit", "profile-completed", "profile-sent-to-carer", "profile-discussed", "profile-updated",
      "own-region-search-ended", "profile-opened-nationally", "discovery-event-prepared", "discovery-event", "expression-of-interest", "adopter-report-received", "shortlist",
      "permanence-report-shared", "adopter-reports-sent",
    ],
    source: "Adoption and Children Act 2002, section 3(4): the authority may have what is needed provided by an adoption agency",
  },
  "matching": {
    label: "Linking and matching",
    says: "From the link with a family to the papers for panel, and telling people what was decided",
    kinds: [
      "link", "link-ended", "linking-meeting", "matching-meeting", "matching-outcome-told", "validation-visit", "meet-and-greet", "messaging-agreed", "medical-consultation",
      "permanence-report-to-adviser", "chemistry-meeting", "health-visitor-contacted", "papers-to-manager", "panel-papers", "carer-told-outcome", "match-told", "carer-told-match", "match-written",
    ],
    source: "Adoption and Children Act 2002, section 3ZA(3)(d); the decision itself stays with the authority’s decision-maker here",
  },
  "panel": {
    label: "Adoption panel",
    says: "Holding the panel and sending its minutes",
    kinds: ["plan-panel", "plan-panel-minutes", "matching-panel", "matching-panel-minutes"],
    source: "Adoption and Children Act 2002, section 3ZA(3)(c) and (d)",
  },
  "adopters": {
    label: "Recruiting, assessing and approving adopters",
    says: "Work with the adopters before a child moves in, and the report on the placement",
    kinds: ["network-meeting", "placement-report"],
    source: "Adoption and Children Act 2002, section 3ZA(3)(a) to (c)",
  },
  "placement-support": {
    label: "Introductions and support after moving in",
    says: "The introduction plan, preparing the child, and support visits until the order",
    kinds: [
      "placement-plan-sent", "placement-notified", "draft-introduction-plan", "introduction-planning-meeting", "final-introduction-plan", "accommodation-offered", "birth-parent-risk-assessment",
      "birth-parent-meeting", "child-prepared", "play-date", "introductions-start", "introductions-support", "pause-and-plan", "support-visit",
    ],
    source: "Adoption and Children Act 2002, section 3ZA(3)(e)",
  },
  "adoption-support": {
    label: "Adoption support",
    says: "The support plan, life story support, and support to the family before and after the order",
    kinds: ["support-planning-meeting", "support-plan", "support-plan-reviewed", "life-story-referral", "life-story-meeting", "post-adoption-support-visit", "support-groups-invited"],
    source: "Adoption and Children Act 2002, section 3ZA(3)(e)",
  },
} as const satisfies Readonly<Record<string, FunctionRow>>;

export type AdoptionFunction = keyof typeof ADOPTION_FUNCTIONS;
export const FUNCTION_CODES = Object.keys(ADOPTION_FUNCTIONS) as AdoptionFunction[];
export const isFunction = (text: string): text is AdoptionFunction => Object.hasOwn(ADOPTION_FUNCTIONS, text);

/** The kinds that the agency's people record where these functions are theirs, each once, in the order of the functions. */
export const kindsGiven = (functions: readonly AdoptionFunction[]): readonly Kind[] => FUNCTION_CODES.filter((f) => functions.includes(f)).flatMap((f): readonly Kind[] => ADOPTION_FUNCTIONS[f].kinds);

/** The function that a kind belongs to; nothing where it is the authority's whatever is given. */
export const functionOf = (kind: Kind): AdoptionFunction | undefined => FUNCTION_CODES.find((f) => (ADOPTION_FUNCTIONS[f].kinds as readonly Kind[]).includes(kind));

/** The functions for which an agency has to know who the adopters are, and of those the one that goes on after the adoption order. */
const NEED_ADOPTERS: ReadonlySet<AdoptionFunction> = new Set(["matching", "adopters", "placement-support", "adoption-support"]);
const NEEDS_THEM_AFTER_ORDER: AdoptionFunction = "adoption-support";

/** May an agency to which these functions are given know the adopters of a child, of whom an adoption order is made or not? */
export const needsAdopters = (functions: readonly AdoptionFunction[], isOrdered: boolean): boolean =>
  functions.some((f) => (isOrdered ? f === NEEDS_THEM_AFTER_ORDER : NEED_ADOPTERS.has(f)));

/** Until when an agency knows the adopters, in a sentence for whoever gives the functions. */
export const adoptersInWords = (functions: readonly AdoptionFunction[]): string =>
  needsAdopters(functions, true) ? "The agency’s people know who the adopters are (names, address, references), after the adoption order too."
    : needsAdopters(functions, false) ? "The agency’s people know who the adopters are (names, address, references), until the adoption order."
    : functions.includes("family-finding") ? "The agency’s people do not know who the adopters are. They read families’ references until a match is decided."
    : "The agency’s people do not know who the adopters are, nor families’ references.";

/** Whose work passes to the agency. What a child's social worker, a manager, a reviewing officer, a carer or a court must do stays theirs. */
const HANDED_OVER: ReadonlySet<Owner> = new Set(["family-finder", "business-support", "adopters-social-worker", "panel"]);

/** Whose a standard is where these functions are the agency's: the home finder's, where all that stops it belongs to them and it was an adoption worker's. */
export function ownerUnder(standard: Standard, functions: readonly AdoptionFunction[]): Owner {
  if (functions.length === 0 || !HANDED_OVER.has(standard.owner)) return standard.owner;
  const stops = stopsOf(standard).flatMap((occasion) => [...kindsOf(occasion)]);
  const given = kindsGiven(functions);
  return stops.length > 0 && stops.every((kind) => given.includes(kind)) ? "agency-home-finder" : standard.owner;
}
