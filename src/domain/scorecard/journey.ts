import type { Day } from "../dates/day.ts";
import type { Period } from "../dates/period.ts";

/** A day the scorecard needs, or why there is none. */
export type KnownDay = { readonly on: Day } | { readonly missing: string };

/** What the scorecard needs of one child, taken from the record once and kept beside it. */
export interface Journey {
  /** The day of the adoption order, if there is one. */
  readonly adoptedOn: Day | null;
  /** Start of the latest period of care (of the one that ended in the order, where there is an order). */
  readonly careStarted: KnownDay;
  /** End of that period of care, however it ended. */
  readonly careEndedOn: Day | null;
  /** First placement order of that period of care; and any later ones. */
  readonly placementOrder: KnownDay;
  readonly laterPlacementOrders: readonly Day[];
  /** The placement order in force; of a child who was adopted or left the way, the one of that way. Where a child stands goes by it, and no figure does. */
  readonly orderInForceOn: Day | null;
  /** First day of the unbroken adoptive placement that ended in the order (or still runs). */
  readonly placed: KnownDay;
  /** For a child adopted by the carer they lived with: when they first lived there; else as `placed`. */
  readonly movedIn: KnownDay;
  readonly matched: KnownDay;
  readonly adoptedByCarer: boolean;
  /** The decision that the child should be placed still stands. */
  readonly decisionStands: boolean;
  /** Every span in which such a decision stood: from the decision to its reversal. */
  readonly decisions: readonly Period[];
  /** When adoption became the plan in that period of care; nothing where that is not recorded. */
  readonly plannedOn: Day | null;
  /** What of the child’s circumstances forecasts are learnt by. */
  readonly circumstances: Circumstances;
}

/** Each with the day on which it came to be so. Ethnicity and disability are never among it. */
export interface Circumstances {
  readonly bornOn: Day | null;
  /** First placed under fostering for adoption or concurrent planning, or with the carer who is to adopt. */
  readonly earlyPermanenceOn: Day | null;
  /** When it was first written down as a barrier that health, development or needs are uncertain. */
  readonly healthUncertainOn: Day | null;
  /** When the first care proceedings of the period of care, or of the time before it, were issued. */
  readonly proceedingsOn: Day | null;
}

/** A journey of which no more is known than the days the indicators need. */
export const NO_MORE_KNOWN = { orderInForceOn: null, plannedOn: null, circumstances: { bornOn: null, earlyPermanenceOn: null, healthUncertainOn: null, proceedingsOn: null } } as const satisfies Pick<Journey, "orderInForceOn" | "plannedOn" | "circumstances">;

/** Why a day is missing. Figures tell these apart, so each is written once. */
export const MISSING = {
  noCare: "no period of care recorded",
  careBeforeFiles: "care started before the earliest file",
  noOrder: "no placement order",
  orderBeforeFiles: "placement order made before the earliest file",
  notPlaced: "not placed for adoption before the order",
  placedBeforeFiles: "placed for adoption before the earliest file",
  noPlacements: "adopted by their carer, and no placement recorded to show when they moved in",
  movedInBeforeFiles: "adopted by their carer, and moved in with them before the earliest file",
  noMatch: "no match decision recorded",
} as const;
