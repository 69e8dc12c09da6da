import type { Team } from "./teams.ts";

/** What becomes of a child, from the first day to the last. Weights over these say how many begin each journey. */
export const JOURNEYS = {
  "adoption": "Adopted by a family found for the child",
  "fostering-for-adoption": "Adopted by carers who fostered the child to that end",
  "adopted-by-carer": "Adopted by the foster carer the child already lived with",
  "relinquished": "Placed with the parents’ consent, without a placement order",
  "disrupted": "The first adoptive placement ends; a second family is found",
  "reversed": "Decision for adoption reversed; another plan follows",
  "remade": "Decision reversed, then made again, with a second placement order",
  "guardianship": "Special guardianship",
  "home": "Returns to the family",
  "long-term-fostering": "Long-term fostering",
  "residential": "Lives in a children’s home",
  "section-20": "Accommodated under section 20, and drifting",
  "with-parents": "Under a care order, placed with parents",
  "early-alert": "Not yet born; adoption is likely",
  "short-breaks": "A series of short breaks",
} as const;
export type JourneyKind = keyof typeof JOURNEYS;

/** Parts of the way in which an authority may be quick or slow. */
export const STRETCHES = {
  court: "Court proceedings",
  planning: "From plan to decision",
  "family-finding": "Finding a family",
  matching: "From the meeting to the match decision",
  "moving-in": "From match to moving in",
  "after-placement": "From moving in to the order",
} as const;
export type Stretch = keyof typeof STRETCHES;

/** How long a step takes: about `typical` days, the logarithm of its ratio spread by `spread`. */
export interface Delay {
  readonly typical: number;
  readonly spread: number;
  readonly stretch: Stretch;
}

const delay = (stretch: Stretch, typical: number, spread: number): Delay => ({ typical, spread, stretch });

/** Ordinary lengths of the steps, in days. Invented, to give journeys about as long as England's published averages. */
export const ORDINARY_DELAYS = {
  section20ToOrder: delay("court", 45, 0.6),
  issueToHearing: delay("court", 215, 0.25),
  decisionToApplication: delay("court", 9, 0.5),
  appeal: delay("court", 60, 0.3),
  planToPackSent: delay("planning", 5, 0.5),
  packSentToReceived: delay("planning", 24, 0.35),
  packToMeeting: delay("planning", 8, 0.4),
  meetingToDecision: delay("planning", 13, 0.5),
  decisionBroughtBack: delay("planning", 35, 0.4),
  decisionToSearch: delay("family-finding", 6, 0.5),
  searchToLink: delay("family-finding", 120, 0.7),
  linkFails: delay("family-finding", 38, 0.5),
  nextLink: delay("family-finding", 45, 0.5),
  linkToMeeting: delay("family-finding", 24, 0.4),
  nobodyFound: delay("family-finding", 420, 0.3),
  proceedToPanel: delay("matching", 36, 0.35),
  panelToMinutes: delay("matching", 5, 0.5),
  minutesToDecision: delay("matching", 5, 0.5),
  decisionToPlanning: delay("moving-in", 8, 0.4),
  planningToIntroductions: delay("moving-in", 9, 0.4),
  introductions: delay("moving-in", 10, 0.3),
  placedToApplication: delay("after-placement", 125, 0.35),
  applicationToOrder: delay("after-placement", 85, 0.3),
  orderToCelebration: delay("after-placement", 36, 0.3),
} as const satisfies Record<string, Delay>;
export type DelayName = keyof typeof ORDINARY_DELAYS;

/** The habits of one authority and the children it looks after. */
export interface SimulationSettings {
  /** Local ids: the prefix, then a number of so many digits, from `first`. */
  readonly localIds: { readonly prefix: string; readonly digits: number; readonly first: number };
  /** How likely each journey is for a child coming to the authority's notice. */
  readonly journeys: Readonly<Record<JourneyKind, number>>;
  /** Share of families that come with more than one child. */
  readonly siblings: number;
  /** 1 is ordinary; 2 takes twice as long. */
  readonly pace: Readonly<Record<Stretch, number>>;
  readonly delays: Readonly<Record<DelayName, Delay>>;
  /** Share of reviews, visits and other regular things that come after their day. */
  readonly late: number;
  /** Share of local milestones that somebody writes down. */
  readonly recorded: number;
  /** Share kept of the families whose journeys are over: below 1, there is more live work to look at. */
  readonly finished: number;
  /** Share of children with a mistake in the record that was put right. */
  readonly corrected: number;
  /** Codes of the workers whom children are allocated to, evenly. */
  readonly workers: { readonly socialWorkers: readonly string[]; readonly familyFinders: readonly string[] };
  /** The teams those social workers are in; none where the record does not say. */
  readonly teams: readonly Team[];
  /** Share of the waits on the way to adoption in which something stands in the way. */
  readonly barriers: number;
}

const codes = (first: number, count: number): string[] => Array.from({ length: count }, (_, i) => `SW${first + i}`);

/** An authority like any other. */
export const ORDINARY_SETTINGS: SimulationSettings = {
  localIds: { prefix: "R", digits: 6, first: 100001 },
  journeys: {
    "adoption": 22, "fostering-for-adoption": 5, "adopted-by-carer": 2, "relinquished": 2, "disrupted": 1.5,
    "reversed": 4, "remade": 1.5, "guardianship": 15, "home": 20, "long-term-fostering": 10,
    "residential": 4, "section-20": 6, "with-parents": 5, "early-alert": 1, "short-breaks": 1,
  },
  siblings: 0.22,
  pace: { "court": 1, "planning": 1, "family-finding": 1, "matching": 1, "moving-in": 1, "after-placement": 1 },
  delays: ORDINARY_DELAYS,
  late: 0.13,
  recorded: 0.94,
  finished: 1,
  corrected: 0.12,
  workers: { socialWorkers: codes(90001, 30), familyFinders: codes(90501, 12) },
  teams: [],
  barriers: 0.4,
};
