import { type Day, addDays, latest } from "../../dates/day.ts";
import { disrupt, untilTheOrder } from "../after-placement.ts";
import { type EntryRoute, beginPlacement, comeIntoCare, moveAbout } from "../coming-into-care.ts";
import { goToCourtAtLast, holdFinalHearing, makePlacementOrder } from "../court.ts";
import { findFamily } from "../family-finding.ts";
import { type Life, soon, workday } from "../life.ts";
import { match, matchWithCarers } from "../matching.ts";
import { becomeAdoptive, moveIn } from "../moving-in.ts";
import { type Decided, applyForPlacementOrder, planAtFirst, planForAdoption } from "../planning.ts";
import { holdReviews, reviewDays, waitingReviewDays } from "../regular.ts";

const ROUTES: Readonly<Record<EntryRoute, number>> = { "section-20": 30, "police-protection": 20, "emergency-order": 15, "interim-order": 35 };
export const drawRoute = (life: Life): EntryRoute => life.luck.family.weighted(ROUTES);

/** A child whom a court has authorised the authority to place. */
export interface Authorised {
  readonly decided: Decided;
  readonly on: Day;
}

export interface Decision {
  readonly decided: Decided;
  readonly hearingOn: Day;
  readonly reviews: readonly Day[];
}

/** Into care, through the first reviews to the decision and the final hearing; what the court does there comes next. */
export function untilFinalHearing(life: Life, early = false): Decision {
  const { path } = life.luck;
  const route = drawRoute(life);
  const newborn = life.startsOn < addDays(life.bornOn, 30);
  // Drawn whatever the age: brothers and sisters on one path must come to the same days.
  const [ready, unit, slower] = [path.chance(0.7), path.chance(0.12), path.chance(0.5)];
  const carersReady = early && ready;
  const inCare = comeIntoCare(life, { route, court: true, type: carersReady ? "U5" : newborn && unit ? "R3" : "U6" });
  const reviews = reviewDays(life, life.startsOn);
  planAtFirst(life, reviews, newborn || !slower ? "RETURN6M" : "RETURNEV", path.chance(0.5) ? "ADOPTION" : "LTRELFR");
  if (early) welcomeEarly(life, carersReady);
  const outOfUnitOn = soon(life, life.startsOn, 35, 90);
  if (life.line.open("placement")?.detail["type"] === "R3") beginPlacement(life, outOfUnitOn, "U6", { reason: "CARPL" });
  const decided = planForAdoption(life, reviews[path.chance(0.88) ? 1 : 2]!, { early });
  const notBefore = applyForPlacementOrder(life, decided.on);
  const hearing = holdFinalHearing(life, inCare.issuedOn ?? life.startsOn, notBefore);
  return { decided, hearingOn: hearing.on, reviews };
}

/** Early permanence carers: decided on before or just after the child is born; the child may have to wait a few weeks for them. */
function welcomeEarly(life: Life, ready: boolean): void {
  const { line, startsOn: on } = life;
  line.point("early-permanence-considered", workday(life, addDays(on, -6)));
  const movesOn = ready ? on : soon(life, on, 12, 60);
  line.point("early-permanence-decision", ready ? on : workday(life, addDays(movesOn, -4)), { outcome: "made" });
  if (!ready) beginPlacement(life, movesOn, "U5", { reason: "CARPL" });
}

/** As `untilFinalHearing`, with the placement order made there. */
export function untilPlacementOrder(life: Life, early = false): Authorised {
  const { decided, hearingOn, reviews } = untilFinalHearing(life, early);
  makePlacementOrder(life, hearingOn);
  holdReviews(life, reviews, hearingOn);
  return { decided, on: hearingOn };
}

/** A family is found, chosen and matched; the child moves in. Returns the day. */
export function untilMovedIn(life: Life, { decided, on }: Authorised): Day {
  const found = findFamily(life, { from: decided.on, authorityOn: on, hearingOn: on });
  const matched = match(life, found, on);
  moveAbout(life, life.startsOn, matched.on, 0.9);
  const placedOn = moveIn(life, matched, "A6", on);
  holdReviews(life, waitingReviewDays(life, on), placedOn);
  return placedOn;
}

const unopposed = (life: Life): boolean => life.luck.path.chance(0.35);

export function adopted(life: Life): void {
  const placedOn = untilMovedIn(life, untilPlacementOrder(life));
  untilTheOrder(life, placedOn, placedOn, unopposed(life));
}

/** The first family was not the last. */
export function adoptedAfterDisruption(life: Life): void {
  const authorised = untilPlacementOrder(life);
  const endedOn = disrupt(life, untilMovedIn(life, authorised));
  const found = findFamily(life, { from: addDays(endedOn, 30), authorityOn: authorised.on });
  const matched = match(life, found, endedOn);
  const placedOn = moveIn(life, matched, "A6", matched.on);
  holdReviews(life, reviewDays(life, endedOn), placedOn);
  untilTheOrder(life, placedOn, placedOn, unopposed(life));
}

/** The carers were approved as adopters from the start. The match may be decided before the order is made. */
export function adoptedByEarlyCarers(life: Life): void {
  const { path } = life.luck;
  const { decided, on } = untilPlacementOrder(life, true);
  const livedFrom = life.line.open("placement")?.on ?? life.startsOn;
  const from = path.chance(0.35) ? latest(decided.on, addDays(on, -70)) : latest(decided.on, addDays(on, -15));
  const placedOn = becomeAdoptive(life, matchWithCarers(life, from, `AF-${path.whole(1000, 4999)}`), "A5", on);
  holdReviews(life, waitingReviewDays(life, on), placedOn);
  untilTheOrder(life, placedOn, livedFrom, unopposed(life));
}

/** Nobody was found; then the foster carer asked. */
export function adoptedByCarer(life: Life): void {
  const { path } = life.luck;
  const { on } = untilPlacementOrder(life);
  const livedFrom = life.line.open("placement")?.on ?? life.startsOn;
  const askedOn = soon(life, on, 60, 260);
  const placedOn = becomeAdoptive(life, matchWithCarers(life, addDays(askedOn, 40), `AF-${path.whole(1000, 4999)}`), "A5", on);
  holdReviews(life, waitingReviewDays(life, on), placedOn);
  untilTheOrder(life, placedOn, livedFrom, unopposed(life));
}

/** The parents ask for adoption: section 20, their consent once the child is six weeks old, panel, and no placement order; a court only where nobody is found for long. */
export function relinquished(life: Life): void {
  const { line } = life;
  const { path } = life.luck;
  const early = path.chance(0.35);
  comeIntoCare(life, { route: "section-20", court: false, type: early ? "U5" : "U6" }, "N8");
  const reviews = reviewDays(life, life.startsOn);
  const consentOn = workday(life, addDays(life.bornOn, path.whole(44, 60)));
  line.point("consent-given", consentOn);
  if (early) line.point("early-permanence-decision", life.startsOn, { outcome: "made" });
  const decided = planForAdoption(life, reviews[0]!, { panel: true, early });
  const authorityOn = latest(consentOn, decided.on);
  if (early) {
    const placedOn = becomeAdoptive(life, matchWithCarers(life, decided.on, `AF-${path.whole(1000, 4999)}`), "A3", authorityOn);
    holdReviews(life, reviews, placedOn);
    untilTheOrder(life, placedOn, life.startsOn, true);
  } else {
    const matched = match(life, findFamily(life, { from: decided.on, authorityOn, hearingOn: addDays(authorityOn, 28) }), authorityOn);
    goToCourtAtLast(life, matched.on);
    const placedOn = moveIn(life, matched, "A4", authorityOn);
    holdReviews(life, reviews, placedOn);
    untilTheOrder(life, placedOn, placedOn, true);
  }
}
