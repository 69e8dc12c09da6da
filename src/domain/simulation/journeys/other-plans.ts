import { type Day, addDays, addMonths, earliest, latest } from "../../dates/day.ts";
import { beginPlacement, comeIntoCare, leaveCare, moveAbout, status, stayInCare } from "../coming-into-care.ts";
import { goToCourtAtLast, holdFinalHearing } from "../court.ts";
import { type Life, horizonOf, milestone, soon, workday } from "../life.ts";
import { planAtFirst } from "../planning.ts";
import { goMissing, holdReviews, reviewDays } from "../regular.ts";
import { drawRoute } from "./adoption.ts";

/** In care until 18, unless today comes first. */
export function growUp(life: Life, reviews: readonly Day[]): void {
  const adultOn = addMonths(life.bornOn, 216);
  holdReviews(life, reviews, adultOn);
  if (adultOn > horizonOf(life)) stayInCare(life);
  else leaveCare(life, adultOn, life.luck.self.weighted({ E17: 40, E5: 45, E8: 15 }));
}

/** The court makes a special guardianship order to the relatives whom the child lives with. */
export function toGuardians(life: Life, on: Day, reviews: readonly Day[]): void {
  holdReviews(life, reviews, on);
  leaveCare(life, on, "E45");
}

export function guardianship(life: Life): void {
  const { luck: { path, family } } = life;
  const atOnce = family.chance(0.55);
  const { issuedOn } = comeIntoCare(life, { route: drawRoute(life), court: true, type: atOnce ? "U3" : "U6" });
  const reviews = reviewDays(life, life.startsOn);
  planAtFirst(life, reviews, "RETURN6M", "LTRELFR");
  if (!atOnce) beginPlacement(life, soon(life, life.startsOn, 40, 105), "U3", { reason: "CARPL" });
  const planOn = reviews[1]!;
  life.line.begin("primary-plan", planOn, { plan: "LTRELFR" });
  if (path.chance(0.3)) life.line.begin("contingency-plan", planOn, { plan: "ADOPTION" });
  else life.line.end("contingency-plan", planOn);
  const { on } = holdFinalHearing(life, issuedOn ?? life.startsOn, addDays(planOn, 30));
  toGuardians(life, on, reviews);
}

/** Back to the family, from an agreement or at the end of proceedings, some of them through a placement at home. */
export function home(life: Life): void {
  const { luck: { path, family } } = life;
  const court = family.chance(0.45);
  const { issuedOn } = comeIntoCare(life, { route: drawRoute(life), court, type: path.chance(0.8) ? "U6" : "U3" });
  const reviews = reviewDays(life, life.startsOn);
  const plan = (): void => planAtFirst(life, reviews, path.pick(["RETURN1M", "RETURN6M"]), path.chance(0.4) ? "LTFOST18" : undefined);
  if (issuedOn === undefined) {
    const on = soon(life, life.startsOn, 6, path.chance(0.7) ? 90 : 300);
    if (on > addDays(reviews[0]!, 65)) plan();
    moveAbout(life, life.startsOn, on, 0.8);
    holdReviews(life, reviews, on);
    leaveCare(life, on, path.chance(0.8) ? "E4A" : "E4B");
    return;
  }
  plan();
  const { on } = holdFinalHearing(life, issuedOn, addDays(reviews[1]!, 20));
  if (path.chance(0.4)) beginPlacement(life, latest(addDays(on, -path.whole(30, 80)), addDays(life.startsOn, 40)), "P1", { reason: "CARPL" });
  holdReviews(life, reviews, on);
  leaveCare(life, on, "E4A");
}

export function longTermFostering(life: Life): void {
  const { luck: { path } } = life;
  const { issuedOn } = comeIntoCare(life, { route: drawRoute(life), court: true, type: path.chance(0.85) ? "U6" : "U3" });
  const reviews = reviewDays(life, life.startsOn);
  planAtFirst(life, reviews, "RETURNEV", "LTFOST18");
  life.line.begin("primary-plan", reviews[1]!, { plan: "LTFOST18" });
  life.line.end("contingency-plan", reviews[1]!);
  const { on } = holdFinalHearing(life, issuedOn ?? life.startsOn, addDays(reviews[1]!, 20));
  status(life, on, "C2");
  const matchedOn = soon(life, on, 60, 420);
  moveAbout(life, life.startsOn, matchedOn, 0.9);
  const same = path.chance(0.6);
  beginPlacement(life, matchedOn, life.line.open("placement")?.detail["type"] === "U3" ? "U1" : "U4", same ? { sameCarer: true, reason: "CARPL" } : { reason: "CARPL" });
  growUp(life, reviews);
}

/** Foster homes that did not last, then children's homes; away from home at times, and a few deprived of their liberty. */
export function residential(life: Life): void {
  const { line, luck: { path, family } } = life;
  const court = family.chance(0.6);
  const { issuedOn } = comeIntoCare(life, { route: drawRoute(life), court, type: path.chance(0.6) ? "U6" : "K2" });
  const reviews = reviewDays(life, life.startsOn);
  planAtFirst(life, reviews, "RETURNEV", "RESPLMT");
  life.line.begin("primary-plan", reviews[1]!, { plan: "RESPLMT" });
  if (issuedOn !== undefined) status(life, holdFinalHearing(life, issuedOn, addDays(reviews[1]!, 20)).on, "C2");
  const movedOn = soon(life, life.startsOn, 50, 300);
  beginPlacement(life, movedOn, "K2", { reason: "CREQB" });
  const until = earliest(addMonths(life.bornOn, 216), horizonOf(life));
  if (issuedOn === undefined) goToCourtAtLast(life, addMonths(life.bornOn, 216));
  moveAbout(life, movedOn, until, 1.1);
  goMissing(life, life.startsOn, until, path.whole(0, 7));
  if (path.chance(0.2)) line.span("deprivation-of-liberty", addDays(movedOn, 40), addDays(movedOn, 40 + path.whole(60, 180)));
  growUp(life, reviews);
}

/** Accommodated by agreement, always going home soon, and still here; in the end the authority goes to court. */
export function section20(life: Life): void {
  const { luck: { path } } = life;
  comeIntoCare(life, { route: "section-20", court: false, type: path.chance(0.75) ? "U6" : "U3" });
  const reviews = reviewDays(life, life.startsOn);
  planAtFirst(life, reviews, "RETURNEV");
  const on = soon(life, life.startsOn, 110, 900);
  moveAbout(life, life.startsOn, on, 1);
  if (path.chance(0.5)) milestone(life, "legal-advice", soon(life, life.startsOn, 100, 300), { note: "Whether to issue" });
  goToCourtAtLast(life, earliest(on, addMonths(life.bornOn, 216)));
  if (on >= addMonths(life.bornOn, 216)) return growUp(life, reviews);
  holdReviews(life, reviews, on);
  leaveCare(life, on, path.pick(["E4A", "E4B", "E13"]));
}

/** Under an order and living at home, long after it should have been discharged. */
export function withParents(life: Life): void {
  const { line, luck: { path } } = life;
  const { issuedOn, orderedOn } = comeIntoCare(life, { route: drawRoute(life), court: true, type: "U6" });
  const reviews = reviewDays(life, life.startsOn);
  planAtFirst(life, reviews, "RETURN6M", "LTFOST18");
  const homeOn = soon(life, orderedOn ?? life.startsOn, 15, 75);
  beginPlacement(life, homeOn, "P1", { reason: "CARPL" });
  line.span("placed-before-assessment", homeOn, addDays(homeOn, path.whole(30, 80)), { regulation: "19" });
  const { on } = holdFinalHearing(life, issuedOn ?? life.startsOn, addDays(reviews[1]!, 20));
  line.begin("primary-plan", on, { plan: "REMAINSUP" });
  status(life, on, "C2");
  const dischargedOn = workday(life, addDays(on, path.whole(150, 900)));
  holdReviews(life, reviews, dischargedOn);
  leaveCare(life, dischargedOn, "E4A");
}
