import { type Day, addDays, daysBetween, earliest, latest } from "../dates/day.ts";
import { type Life, after, soon, workday } from "./life.ts";

export interface Hearing {
  readonly on: Day;
}

/** Twenty-six weeks beginning with the day of issue end on the 182nd day. */
const TIME_LIMIT = 181;
const EXTENSION = 56;

/** The final hearing of care proceedings, not before a day when the authority's plan is ready, with its moves and extensions. */
export function holdFinalHearing(life: Life, issuedOn: Day, notBefore: Day): Hearing {
  const { line, luck: { path } } = life;
  const on = latest(after(life, issuedOn, "issueToHearing"), workday(life, notBefore));
  const knownFrom = soon(life, issuedOn, 8, 25);
  const moved = path.chance(0.4);
  line.point("final-hearing", on, {}, {
    knownFrom,
    firstMeantFor: moved ? latest(workday(life, addDays(on, -path.whole(20, 60))), addDays(knownFrom, 20)) : undefined,
  });
  for (let end = addDays(issuedOn, TIME_LIMIT); end < on; ) {
    const to = addDays(end, EXTENSION);
    line.point("proceedings-extended", workday(life, addDays(end, -path.whole(6, 20))), { to, note: path.pick(["A late-coming relative is being assessed", "The expert’s report is not ready", "No court time"]) });
    end = to;
  }
  line.point("proceedings-concluded", on);
  return { on };
}

/**
 * The authority goes to court about a child whom it accommodated by agreement for the best part of a year, unless that ends
 * before: an agreement may drift for months, but somebody sees it in the end. By the child’s own days, so that it takes no luck from the rest of the life.
 */
export function goToCourtAtLast(life: Life, until: Day): void {
  const { line, startsOn, bornOn } = life;
  const issuedOn = workday(life, addDays(startsOn, 280 + (daysBetween(bornOn, startsOn) % 120)));
  if (issuedOn >= until) return;
  line.point("proceedings-issued", issuedOn);
  line.begin("legal-status", issuedOn, { status: "C1" });
  const heardOn = workday(life, addDays(issuedOn, 170));
  if (heardOn < until) {
    line.point("final-hearing", heardOn, {}, { knownFrom: workday(life, addDays(issuedOn, 14)) });
    line.begin("legal-status", heardOn, { status: "C2" });
  }
  line.point("proceedings-concluded", earliest(heardOn, until));
}

/** The placement order, made at the hearing; the care order is suspended beneath it. Now and then somebody appeals. */
export function makePlacementOrder(life: Life, on: Day): void {
  const { line, luck: { path } } = life;
  line.point("placement-order", on);
  line.begin("legal-status", on, { status: "E1" });
  if (path.chance(0.07)) {
    const lodged = soon(life, on, 10, 20);
    line.point("appeal-lodged", lodged);
    line.point("appeal-determined", after(life, lodged, "appeal"), { note: "Dismissed" });
  }
}

/** The placement order ends, and the care order it suspended comes back. */
export function endPlacementOrder(life: Life, on: Day): void {
  life.line.point("placement-order-revoked", on);
  life.line.begin("legal-status", on, { status: "C2" });
}
