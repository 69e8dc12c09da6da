import { type Day, addDays, addMonths, earliest, latest } from "../dates/day.ts";
import { beginPlacement, leaveCare } from "./coming-into-care.ts";
import { type Life, after, earlier, milestone, soon, workday, workdayBefore, workingDaysAfter } from "./life.ts";
import { adoptionReviewDays, writeUpReview } from "./regular.ts";

/** Ten weeks of living together before anybody may apply. */
const TEN_WEEKS = 70;

/** From the day the child moved in to the adoption order, and what is owed after it. */
export function untilTheOrder(life: Life, placedOn: Day, livedTogetherFrom: Day, unopposed: boolean): void {
  const { line, luck: { path } } = life;
  const appliedOn = latest(workday(life, addDays(livedTogetherFrom, TEN_WEEKS)), after(life, placedOn, "placedToApplication"));
  const issuedOn = soon(life, appliedOn, 3, 12);
  const askedOn = soon(life, issuedOn, 1, 8);
  const byOn = workday(life, addDays(askedOn, 42));
  const orderOn = latest(after(life, addDays(issuedOn, 14), "applicationToOrder"), workday(life, addDays(byOn, 16)));
  settleIn(life, placedOn, orderOn);
  milestone(life, "application-timing-agreed", workdayBefore(life, addDays(appliedOn, -path.whole(8, 20))));
  line.point("adoption-application", appliedOn, {}, { knownFrom: addDays(appliedOn, -20) });
  line.point("adoption-application-issued", issuedOn);
  line.point("annex-a-requested", askedOn, { by: byOn });
  line.point("directions-hearing", soon(life, issuedOn, 16, path.chance(1 - life.settings.late) ? 26 : 38), {}, { knownFrom: issuedOn });
  line.point("annex-a-filed", workdayBefore(life, addDays(byOn, path.chance(1 - life.settings.late) ? -path.whole(0, 12) : path.whole(2, 15))));
  line.point("adoption-order", orderOn, {}, { knownFrom: addDays(issuedOn, 25) });
  leaveCare(life, orderOn, unopposed ? "E11" : "E12", closeAfter(life, orderOn));
}

/** Visits and reviews from the day a child moves in until the order, or until it ends without one. */
export function settleIn(life: Life, placedOn: Day, until: Day): void {
  const { line, luck: { path, self } } = life;
  const reviews = adoptionReviewDays(life, placedOn, until);
  for (const [i, on] of reviews.entries()) {
    line.point("adoption-review", on, {}, { knownFrom: reviews[i - 1] ?? addDays(placedOn, 1) });
    writeUpReview(life, on);
  }
  const weeklyUntil = reviews[0] ?? until;
  const end = earliest(until, life.to);
  for (let at = workday(life, addDays(placedOn, path.whole(1, 3))); at < end; ) {
    line.point("adoption-visit", at);
    const gap = at < weeklyUntil ? path.whole(6, 7) : path.whole(30, 40);
    at = workdayBefore(life, addDays(at, gap + (self.chance(life.settings.late / 3) ? 5 : 0)));
  }
  milestone(life, "support-notified", soon(life, placedOn, 1, 6));
  const second = reviews[1];
  if (path.chance(0.8) && second !== undefined) milestone(life, "life-story-book-given", earlier(life, second, 5, 30), { note: "The first chapters" });
  if (addDays(placedOn, 48) < until) milestone(life, "support-visit", soon(life, placedOn, 38, 46));
  if (addMonths(placedOn, 2) < until) {
    milestone(life, "support-groups-invited", soon(life, placedOn, 10, 40));
    if (path.chance(0.8)) milestone(life, "letterbox-agreement", soon(life, placedOn, 20, 55));
    if (path.chance(0.6)) milestone(life, "settling-in-letter", soon(life, placedOn, 20, 55));
    milestone(life, "annex-a-completed", soon(life, placedOn, 20, 45));
    milestone(life, "later-life-letter-completed", soon(life, placedOn, 20, 45));
  }
}

/** Celebration, book, letter and closing: what is owed when the order is made, some of it late. Returns the last day of it. */
function closeAfter(life: Life, orderOn: Day): Day {
  const { line, luck: { path } } = life;
  const celebrated = path.chance(0.85);
  const celebratedOn = latest(after(life, orderOn, "orderToCelebration"), workday(life, addDays(orderOn, 22)));
  if (celebrated) line.point("celebration-hearing", celebratedOn, {}, { knownFrom: addDays(orderOn, 8) });
  const from = celebrated ? celebratedOn : addDays(orderOn, 24);
  const inTime = path.chance(1 - life.settings.late * 2);
  milestone(life, "life-story-completed", workdayBefore(life, addDays(from, -path.whole(5, 15))));
  line.point("life-story-book-given", inTime ? workingDaysAfter(life, from, path.whole(1, 9)) : soon(life, from, 20, 90), { note: "Complete" });
  line.point("later-life-letter-given", inTime ? workingDaysAfter(life, from, path.whole(1, 10)) : soon(life, from, 16, 60));
  milestone(life, "support-plan-reviewed", soon(life, orderOn, 5, 25));
  milestone(life, "closure-summary", soon(life, from, 10, 27));
  const closedOn = soon(life, from, 28, 34);
  milestone(life, "tracking-closed", closedOn, { reason: "Adoption order made" });
  return closedOn;
}

/** The placement ends before any order: the child goes back to foster carers, and everyone meets to learn why. */
export function disrupt(life: Life, placedOn: Day): Day {
  const { line, luck: { path } } = life;
  const on = soon(life, placedOn, 45, 240);
  settleIn(life, placedOn, on);
  line.point("disruption", on, { note: path.pick(["The couple separated", "The family could not manage the child’s distress", "An adopter became seriously ill"]) });
  beginPlacement(life, on, "U6", { reason: path.pick(["CREQB", "CREQO", "LAREQ"]) });
  line.point("disruption-meeting", soon(life, on, 20, 45));
  return on;
}
