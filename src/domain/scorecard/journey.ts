import type { Day } from "../dates/day.ts";

/** A day the scorecard needs, or why there is none. */
export type KnownDay = { readonly on: Day } | { readonly missing: string };

/** What the scorecard needs of one child, taken from the record once and kept beside it. */
export interface Journey {
  /** The day of the adoption order, if there is one. */
  readonly adoptedOn: Day | null;
  /** Start of the latest period of care. */
  readonly careStarted: KnownDay;
  /** First placement order of that period of care; and any later ones. */
  readonly placementOrder: KnownDay;
  readonly laterPlacementOrders: readonly Day[];
  /** First day of the unbroken adoptive placement that ended in the order (or still runs). */
  readonly placed: KnownDay;
  /** For a child adopted by the carer they lived with: when they first lived there; else as `placed`. */
  readonly movedIn: KnownDay;
  readonly matched: KnownDay;
  readonly adoptedByCarer: boolean;
  /** The decision that the child should be placed still stands. */
  readonly decisionStands: boolean;
}
