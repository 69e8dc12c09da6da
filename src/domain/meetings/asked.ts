import type { Case } from "../chronology/fold.ts";
import type { Day } from "../dates/day.ts";
import { birthOf, holding, lastOf, standingPlacementOrder, standingPlanDecision } from "../permanence/moments.ts";

/** Which of the room’s questions are asked of a child. */
export interface Asked {
  /** Adoption is on its way: a plan of any kind, a decision or a placement order says so. */
  readonly adoption: boolean;
  /** An early alert, or a child not yet born, with no decision that they should be placed. */
  readonly early: boolean;
}

/** Which questions the room asks of a child on a day. Source: SHEF-T02 to T11 (children with adoption on their way), DERB-03 and 05 (early alerts). */
export function askedOf(c: Case, on: Day): Asked {
  const decided = standingPlanDecision(c) !== undefined || standingPlacementOrder(c) !== undefined;
  const planned = (["primary-plan", "contingency-plan", "parallel-plan"] as const).some((kind) => holding(c, kind, on)?.detail["plan"] === "ADOPTION");
  return { adoption: decided || planned, early: !decided && (lastOf(c, "early-alert") !== undefined || birthOf(c)?.expected === true) };
}
