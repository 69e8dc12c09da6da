import type { Case } from "../chronology/fold.ts";
import {
  lastOf, latestCare, openOf, standingAdoptivePlacement, standingMatch, standingPlacementOrder, standingPlanDecision,
} from "./moments.ts";

/** Stages in the order of the river. A child is in exactly one. */
export const STAGES = {
  "early-alert": "Early alert",
  "no-plan": "No plan recorded",
  "other-plan": "Other permanence plan",
  "adoption-plan": "Plan is adoption",
  "decision": "Decision made",
  "placement-order": "Placement order",
  "matched": "Matched",
  "placed": "Placed",
  "applied": "Applied for order",
  "adopted": "Adopted",
  "left-care": "Left care",
} as const;

export type Stage = keyof typeof STAGES;
export const STAGE_CODES = Object.keys(STAGES) as Stage[];
export const isStage = (text: string): text is Stage => Object.hasOwn(STAGES, text);

/** The line to an adoption order. A child in care without a plan, with another plan, or who left care another way, is not on it. */
const ADOPTION_LINE: readonly Stage[] = ["early-alert", "adoption-plan", "decision", "placement-order", "matched", "placed", "applied", "adopted"];

/**
 * The stages at which an agreement shares a child with a regional agency: those on the line to an
 * adoption order, from the one agreed on. An agreement from a stage that is not on the line shares nobody.
 */
export function sharedFrom(agreed: Stage): readonly Stage[] {
  const at = ADOPTION_LINE.indexOf(agreed);
  return at === -1 ? [] : ADOPTION_LINE.slice(at);
}

/** Stages in which nothing more is awaited. */
export const ENDED_STAGES: readonly Stage[] = ["adopted", "left-care"];

/** The furthest point that still stands: a reversal, an end of an order or a disruption takes a child back. */
export function stageOf(c: Case): Stage {
  if (lastOf(c, "adoption-order") !== undefined) return "adopted";
  const care = latestCare(c);
  if (care !== undefined && care.until !== undefined) return "left-care";
  const placed = standingAdoptivePlacement(c);
  if (placed !== undefined) {
    const applied = lastOf(c, "adoption-application");
    return applied !== undefined && applied.happenedOn >= placed.happenedOn ? "applied" : "placed";
  }
  if (standingMatch(c) !== undefined) return "matched";
  if (standingPlacementOrder(c) !== undefined) return "placement-order";
  if (standingPlanDecision(c) !== undefined) return "decision";
  const plans = [openOf(c, "primary-plan"), openOf(c, "parallel-plan")];
  if (plans.some((p) => p?.detail["plan"] === "ADOPTION")) return "adoption-plan";
  if (lastOf(c, "adoption-became-plan") !== undefined && plans[0] === undefined) return "adoption-plan";
  if (plans[0] !== undefined) return "other-plan";
  return care === undefined && lastOf(c, "early-alert") !== undefined ? "early-alert" : "no-plan";
}
