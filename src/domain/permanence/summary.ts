import type { DifferenceSide } from "../agency/differences.ts";
import type { Day } from "../dates/day.ts";
import type { Certainty } from "../chronology/entry.ts";
import type { Kind } from "../chronology/kinds.ts";
import type { ListedProfile } from "../profile/in-list.ts";
import type { Count } from "../scorecard/counted-so-far.ts";
import type { Journey } from "../scorecard/journey.ts";
import type { Clock } from "../standards/clock.ts";
import type { Stage } from "./stage.ts";

/** One band of the small picture: a legal status from a day until a day. */
export interface LineBand {
  readonly status: string;
  readonly from: Day;
  readonly until: Day | null;
}

export interface LineMark {
  readonly kind: Kind;
  readonly on: Day;
  readonly certainty: Certainty;
}

/** The date a list shows of a thing that happens on a day. */
export interface ShownDate {
  readonly on: Day;
  readonly certainty: Certainty;
  /** The number of the entry. */
  readonly entry: number;
}

/** Something a child may be found by, beside the local id and the people who have them allocated. */
export interface FindingTerm {
  /** `family`: carers who may adopt the child, or have. Nobody finds by these who may not know the adopters. */
  readonly type: "name" | "carer" | "family";
  readonly text: string;
}

/** What a list shows of a child, and what the projections hold; nothing in it depends on today. */
export interface Summary {
  readonly stage: Stage;
  /** Given and family name, as far as recorded. */
  readonly name: string | null;
  readonly bornOn: Day | null;
  readonly expectedOn: Day | null;
  readonly careStartedOn: Day | null;
  readonly legalStatus: string | null;
  readonly plan: string | null;
  readonly placementType: string | null;
  /** The placement order in force; none once the child is adopted or has left care. */
  readonly orderOn: Day | null;
  /** Account or worker id of the open period on each track. */
  readonly socialWorker: string | null;
  readonly familyFinder: string | null;
  readonly team: string | null;
  /** Account of the reviewing officer last appointed, where the entry names one. */
  readonly reviewingOfficer: string | null;
  /** Codes of BARRIERS open now, in the order they began. */
  readonly barriers: readonly string[];
  /** Placed under fostering for adoption or concurrent planning now or at any time since coming into care. */
  readonly earlyPermanence: boolean;
  readonly bands: readonly LineBand[];
  readonly marks: readonly LineMark[];
  /** By kind: what is still to come, or else what last happened. Kinds with nothing recorded are left out. */
  readonly dates: Readonly<Partial<Record<Kind, ShownDate>>>;
  /** The regional agency’s own dates, by the kind that each is of. */
  readonly agencyDates: Readonly<Partial<Record<Kind, ShownDate>>>;
  /** Where such a date differs from the authority’s: whose it is to settle it; empty where nothing is to be settled. */
  readonly differs: readonly DifferenceSide[];
  /** Who may see the profile; nothing where it was never shown. */
  readonly profile: ListedProfile | null;
  /** A10, A1 where it differs, and A2. */
  readonly counts: readonly Count[];
  readonly terms: readonly FindingTerm[];
  readonly clocks: readonly Clock[];
  readonly journey: Journey;
  /** Accounts or worker ids with the child allocated to them now. */
  readonly workers: readonly string[];
}

/** The part of a summary that a line of a list shows. */
export type ListedSummary = Omit<Summary, "clocks" | "journey" | "workers" | "terms">;
