import type { Day } from "../dates/day.ts";
import type { Period } from "../dates/period.ts";
import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { EARLY_PERMANENCE_PLACEMENTS } from "../chronology/codes.ts";
import { birthOf, happened, lastOf, standingMatch, standingPlacementOrder, standingPlanDecision } from "../permanence/moments.ts";
import { type Circumstances, type Journey, type KnownDay, MISSING } from "./journey.ts";
import { movedInWithCarer, withCurrentCarer } from "./moved-in.ts";

const known = (on: Day): KnownDay => ({ on });
const missing = (reason: string): KnownDay => ({ missing: reason });

/** What the scorecard needs of a child, from the entries in force. Pure, and free of today. */
export function journeyOf(c: Case): Journey {
  const order = lastOf(c, "adoption-order");
  const adoptedOn = order?.happenedOn ?? null;
  const care = careThatEndedIn(c, adoptedOn);
  const careStarted = startOfCare(care);
  const orders = courtAuthority(c, care);
  const placed = placedFor(c, adoptedOn);
  const match = matchFor(c, adoptedOn);
  const decisions = decisionsOf(c);
  const adoptedByCarer = placed !== undefined && withCurrentCarer(c, placed, [order, match]);
  const placedOn = startOf(placed, MISSING.notPlaced, MISSING.placedBeforeFiles);
  const movedIn = placed !== undefined && adoptedByCarer ? movedInWithCarer(c, placed.happenedOn, "on" in careStarted ? careStarted.on : undefined) : placedOn;
  return {
    adoptedOn,
    careStarted,
    careEndedOn: care?.until ?? null,
    placementOrder: startOf(orders[0], MISSING.noOrder, MISSING.orderBeforeFiles),
    laterPlacementOrders: orders.slice(1).map((e) => e.happenedOn),
    orderInForceOn: orderOfTheWay(c, adoptedOn, decisions, care?.until)?.happenedOn ?? null,
    placed: placedOn,
    movedIn,
    matched: startOf(match, MISSING.noMatch, MISSING.noMatch),
    adoptedByCarer,
    decisionStands: standingPlanDecision(c) !== undefined,
    decisions,
    plannedOn: happened(c, "adoption-became-plan").findLast((e) => care === undefined || e.happenedOn >= care.happenedOn)?.happenedOn ?? null,
    circumstances: circumstancesOf(c, care?.happenedOn, adoptedByCarer ? movedIn : undefined),
  };
}

const UNCERTAIN: ReadonlySet<string> = new Set(["health", "needs-uncertain"]);

function circumstancesOf(c: Case, careFrom: Day | undefined, withCarer: KnownDay | undefined): Circumstances {
  const early = c.of("placement").find((e) => e.certainty === "actual" && EARLY_PERMANENCE_PLACEMENTS.has(String(e.detail["type"])) && e.happenedOn >= (careFrom ?? ""));
  return {
    bornOn: birthOf(c)?.on ?? null,
    earlyPermanenceOn: early?.happenedOn ?? (withCarer !== undefined && "on" in withCarer ? withCarer.on : null),
    healthUncertainOn: c.of("barrier").find((e) => UNCERTAIN.has(String(e.detail["barrier"])))?.happenedOn ?? null,
    proceedingsOn: proceedingsOf(c, careFrom),
  };
}

/** Proceedings are issued before or in the period of care; those of an earlier period were concluded before it. */
function proceedingsOf(c: Case, careFrom: Day | undefined): Day | null {
  const concluded = happened(c, "proceedings-concluded").findLast((e) => careFrom !== undefined && e.happenedOn < careFrom)?.happenedOn ?? "";
  return happened(c, "proceedings-issued").find((e) => e.happenedOn >= concluded)?.happenedOn ?? null;
}

const startOf = (e: Entry | undefined, none: string, beforeFiles: string): KnownDay =>
  e === undefined ? missing(none) : e.detail["startUnknown"] === true ? missing(beforeFiles) : known(e.happenedOn);

const startOfCare = (care: Entry | undefined): KnownDay => startOf(care, MISSING.noCare, MISSING.careBeforeFiles);

/** The latest period of care; for an adopted child, the latest that had begun by the order. */
const careThatEndedIn = (c: Case, adoptedOn: Day | null): Entry | undefined =>
  c.of("looked-after").findLast((e) => e.certainty === "actual" && (adoptedOn === null || e.happenedOn < adoptedOn));

/**
 * The court’s authority to place, within a period of care: placement orders, the first
 * first. Where there is none, a freeing order (none were made after 2005) is its like.
 */
function courtAuthority(c: Case, care: Entry | undefined): readonly Entry[] {
  const within = (e: Entry): boolean =>
    care === undefined || (e.happenedOn >= care.happenedOn && (care.until === undefined || e.happenedOn <= care.until));
  const orders = happened(c, "placement-order").filter(within);
  if (orders.length > 0) return orders;
  return c.of("legal-status").filter((e) => e.certainty === "actual" && e.detail["status"] === "D1" && within(e)).slice(0, 1);
}

/**
 * The order in force now, or just before the adoption order. Of a child who left the way, the last one made on it, or in force
 * when it began: that it ended with the way does not undo that it was made.
 */
function orderOfTheWay(c: Case, adoptedOn: Day | null, decisions: readonly Period[], careEndedOn: Day | undefined): Entry | undefined {
  const last = decisions.at(-1);
  const leftOn = adoptedOn === null ? last?.until ?? careEndedOn : undefined;
  if (last === undefined || leftOn === undefined) return standingPlacementOrder(c, adoptedOn ?? undefined);
  return happened(c, "placement-order").findLast(({ happenedOn: on }) => last.from <= on && on <= leftOn) ?? standingPlacementOrder(c, last.from);
}

/** The move to the family that adopted (or to the one the child is with): not one that broke down. */
function placedFor(c: Case, adoptedOn: Day | null): Entry | undefined {
  const byThen = (e: Entry): boolean => adoptedOn === null || e.happenedOn <= adoptedOn;
  const placed = happened(c, "placed-for-adoption").findLast(byThen);
  const disrupted = happened(c, "disruption").findLast(byThen);
  // A child who leaves one family for the next on the same day is placed with the next.
  return placed === undefined || (disrupted !== undefined && disrupted.happenedOn > placed.happenedOn) ? undefined : placed;
}

/** The match that led to the order, the last decided by then; before any order, the match that stands. */
const matchFor = (c: Case, adoptedOn: Day | null): Entry | undefined =>
  adoptedOn === null ? standingMatch(c) : happened(c, "match-decision").findLast((e) => e.happenedOn <= adoptedOn);

/** From each decision that the child should be placed to its reversal; one made again while it stands changes nothing. */
function decisionsOf(c: Case): readonly Period[] {
  const reversals = happened(c, "plan-decision-reversed").map((e) => e.happenedOn);
  const spans: { from: Day; until?: Day }[] = [];
  for (const { happenedOn: from } of happened(c, "plan-decision")) {
    const last = spans.at(-1);
    if (last !== undefined && (last.until === undefined || from < last.until)) continue;
    const until = reversals.find((on) => on >= from);
    spans.push(until === undefined ? { from } : { from, until });
  }
  return spans;
}
