import { type Day, addDays, addMonths } from "../../dates/day.ts";
import { untilTheOrder } from "../after-placement.ts";
import { beginPlacement, moveAbout, status } from "../coming-into-care.ts";
import { endPlacementOrder, makePlacementOrder } from "../court.ts";
import { findFamily } from "../family-finding.ts";
import { type Life, after, soon, workday } from "../life.ts";
import { match } from "../matching.ts";
import { moveIn } from "../moving-in.ts";
import { type Reversal, applyForPlacementOrder, drawReversal, planForAdoption, reverseDecision } from "../planning.ts";
import { holdReviews, waitingReviewDays } from "../regular.ts";
import { untilFinalHearing } from "./adoption.ts";
import { growUp, toGuardians } from "./other-plans.ts";

interface Undone {
  readonly on: Day;
  readonly reviews: readonly Day[];
}

/** The decision for adoption, and its undoing: by the court at the hearing, or later, when nobody is found or things change. */
function decidedAndUndone(life: Life, reason: Reversal, plan: string): Undone {
  const { line, luck: { path } } = life;
  const { decided, hearingOn, reviews } = untilFinalHearing(life);
  if (reason === "RD2") {
    status(life, hearingOn, "C2");
    const on = soon(life, hearingOn, 3, 20);
    reverseDecision(life, on, reason, plan);
    return { on, reviews };
  }
  makePlacementOrder(life, hearingOn);
  line.begin("family-finder", soon(life, decided.on, 3, 12), {});
  line.point("family-finding-started", soon(life, decided.on, 3, 12));
  const on = reason === "RD3" ? after(life, hearingOn, "nobodyFound") : workday(life, addDays(hearingOn, path.whole(120, 330)));
  if (reason === "RD3") line.point("own-region-search-ended", soon(life, hearingOn, 60, 120));
  // The order ends the day the decision does, or the return would show an order with no decision beneath it.
  endPlacementOrder(life, on);
  reverseDecision(life, on, reason, plan);
  return { on, reviews: [...reviews.filter((day) => day < hearingOn), ...waitingReviewDays(life, hearingOn)] };
}

/** Long-term fostering or special guardianship in place of adoption. */
export function reversed(life: Life): void {
  const { path } = life.luck;
  const guardians = path.chance(0.3);
  const { on, reviews } = decidedAndUndone(life, drawReversal(life), guardians ? "LTRELFR" : "LTFOST18");
  moveAbout(life, life.startsOn, on, 0.8);
  if (guardians) {
    beginPlacement(life, soon(life, on, 10, 60), "U3", { reason: "CARPL" });
    toGuardians(life, soon(life, on, 150, 260), reviews);
  } else {
    beginPlacement(life, soon(life, on, 30, 200), "U4", { reason: "CARPL" });
    growUp(life, reviews);
  }
}

/** Undone, and a year later made again: a second decision, a second placement order, and a family. */
export function remade(life: Life): void {
  const { line, luck: { path } } = life;
  const first = decidedAndUndone(life, path.pick(["RD1", "RD2", "RD4"]), "RETURNEV");
  const reviewOn = first.reviews.find((day) => day >= addMonths(first.on, 5)) ?? addMonths(first.on, 6);
  const decided = planForAdoption(life, reviewOn, { again: true });
  const orderOn = soon(life, addDays(applyForPlacementOrder(life, decided.on), 40), 20, 90);
  line.point("final-hearing", orderOn, {}, { knownFrom: addDays(decided.on, 20) });
  makePlacementOrder(life, orderOn);
  const matched = match(life, findFamily(life, { from: decided.on, authorityOn: orderOn, hearingOn: orderOn }), orderOn);
  moveAbout(life, life.startsOn, matched.on, 0.7);
  const placedOn = moveIn(life, matched, "A6", orderOn);
  holdReviews(life, first.reviews, orderOn);
  holdReviews(life, waitingReviewDays(life, orderOn), placedOn);
  untilTheOrder(life, placedOn, placedOn, path.chance(0.4));
}

