import type { Day } from "../dates/day.ts";
import { contains } from "../dates/period.ts";
import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";

/** What did happen, in order: actual entries of a kind, and for decisions only those that were made. */
export const happened = (c: Case, kind: Kind): readonly Entry[] =>
  c.of(kind).filter((e) => e.certainty === "actual" && isDecided(e));

/** A decision with no outcome recorded was made: that is what writing it down meant. */
export const isDecided = (e: Entry): boolean => e.detail["outcome"] === undefined || e.detail["outcome"] === "made";

export const lastOf = (c: Case, kind: Kind): Entry | undefined => happened(c, kind).at(-1);

/** The period of a kind that holds on a day. */
export const holding = (c: Case, kind: Kind, on: Day): Entry | undefined =>
  c.of(kind).findLast((e) => e.certainty === "actual" && contains({ from: e.happenedOn, until: e.until }, on));

/** The period of a kind still open, whatever the day. */
export const openOf = (c: Case, kind: Kind): Entry | undefined =>
  c.of(kind).findLast((e) => e.certainty === "actual" && e.until === undefined);

/** Date of birth, or expected date of delivery where the child is not yet born. */
export function birthOf(c: Case): { readonly on: Day; readonly expected: boolean } | undefined {
  const birth = c.of("birth").at(-1);
  return birth === undefined ? undefined : { on: birth.happenedOn, expected: birth.certainty !== "actual" };
}

/** The latest period of care, running or ended. Short breaks (V3, V4) are not recorded as periods of care. */
export const latestCare = (c: Case): Entry | undefined => c.of("looked-after").findLast((e) => e.certainty === "actual");

/**
 * The last of a kind, unless what ends it came after. On one and the same day the count
 * decides: a child may leave one adoptive family and join the next that day.
 */
function standing(c: Case, kind: Kind, endedBy: Kind, before?: Day): Entry | undefined {
  const byThen = (e: Entry): boolean => before === undefined || e.happenedOn < before;
  const made = happened(c, kind).filter(byThen);
  const ended = happened(c, endedBy).filter(byThen);
  const [last, end] = [made.at(-1), ended.at(-1)];
  if (last === undefined || end === undefined || end.happenedOn < last.happenedOn) return last;
  return end.happenedOn === last.happenedOn && made.length > ended.length ? last : undefined;
}

/** The decision that the child should be placed, unless it was later reversed. */
export const standingPlanDecision = (c: Case): Entry | undefined => standing(c, "plan-decision", "plan-decision-reversed");

/** The placement order in force: the last one made, unless it ended; as it was before a day, where one is given. */
export const standingPlacementOrder = (c: Case, before?: Day): Entry | undefined => standing(c, "placement-order", "placement-order-revoked", before);

/** The parents’ consent to a placement, unless it was withdrawn. */
export const standingConsent = (c: Case): Entry | undefined => standing(c, "consent-given", "consent-withdrawn");

/** Where the child lives with adopters: the last move in, unless that placement broke down. */
export const standingAdoptivePlacement = (c: Case): Entry | undefined => standing(c, "placed-for-adoption", "disruption");

/** The match that stands: decided after any disruption, and not after a reversal of the plan. */
export function standingMatch(c: Case): Entry | undefined {
  const match = lastOf(c, "match-decision");
  if (match === undefined) return undefined;
  const undone = [lastOf(c, "disruption"), lastOf(c, "plan-decision-reversed")];
  return undone.some((e) => e !== undefined && e.happenedOn >= match.happenedOn) ? undefined : match;
}
