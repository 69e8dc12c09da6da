import { type Day, addDays, addMonths, earliest } from "../dates/day.ts";
import { type Life, horizonOf, workdayBefore, workday, workingDaysAfter, yearsOld } from "./life.ts";

/** A regular thing comes a little before its day, or as often as the authority is late, after it. */
function onItsDay(life: Life, due: Day, early: number, late: number): Day {
  const luck = life.luck.family;
  return luck.chance(life.settings.late) ? workday(life, addDays(due, luck.whole(2, late))) : workdayBefore(life, addDays(due, -luck.whole(0, early)));
}

/**
 * The days of the looked-after reviews of a child who comes into care on a day: within
 * 20 working days, then 3 months, then every 6, each from the one before, while care lasts.
 */
export function reviewDays(life: Life, from: Day): Day[] {
  return chainOn(life, [onItsDay(life, workingDaysAfter(life, from, 20), 5, 20)], 3);
}

/** The reviews once there is authority to place a child: within 3 months, then every 6. */
export function waitingReviewDays(life: Life, from: Day): Day[] {
  return chainOn(life, [onItsDay(life, addMonths(from, 3), 16, 30)], 6);
}

function chainOn(life: Life, days: Day[], months: number): Day[] {
  const horizon = horizonOf(life);
  for (let last = days[0]!; last < horizon; months = 6) {
    last = onItsDay(life, addMonths(last, months), 16, 40);
    days.push(last);
  }
  return days;
}

const SPEAKING = { PN1: 55, PN2: 6, PN3: 4, PN4: 2, PN5: 3, PN6: 20, PN7: 10 } as const;

/** Writes down the reviews held before a day, with what follows each; the first one still to come is planned. */
export function holdReviews(life: Life, days: readonly Day[], before: Day): void {
  const { line, luck: { self } } = life;
  days.forEach((on, i) => {
    if (on >= before) return;
    const participation = yearsOld(life, on) < 4 ? "PN0" : self.weighted(SPEAKING);
    const previous = days[i - 1];
    line.point("review", on, { participation }, previous === undefined ? {} : { knownFrom: previous });
    writeUpReview(life, on);
  });
}

/** What follows a review of either sort: its decisions sent round, its record written and sent, mostly in time. */
export function writeUpReview(life: Life, on: Day): void {
  const { line, luck: { self } } = life;
  if (on > life.to) return;
  const done = (inTime: readonly [number, number], late: readonly [number, number]): Day =>
    workingDaysAfter(life, on, self.whole(...(self.chance(life.settings.late) ? late : inTime)));
  line.point("review-decisions-circulated", done([2, 5], [6, 10]));
  line.point("review-record-completed", done([9, 15], [16, 24]));
  line.point("review-record-distributed", done([16, 20], [21, 35]));
}

/** A chain's day for adoption reviews: within 4 weeks of moving in, then 3 months, then every 6. */
export function adoptionReviewDays(life: Life, placedOn: Day, until: Day): Day[] {
  const days: Day[] = [];
  const end = earliest(until, addDays(horizonOf(life), 200));
  for (let due = addDays(placedOn, 28), early = 5; ; early = 14) {
    const on = onItsDay(life, due, early, 14);
    if (on >= end) return days;
    days.push(on);
    due = addMonths(on, days.length === 1 ? 3 : 6);
  }
}

/**
 * Social workers' visits through every placement that is not an adoptive one: within a
 * week, then every six weeks, or three months once a long-term placement has lasted a year.
 */
export function visitPlacements(life: Life): void {
  const { line, luck: { self } } = life;
  for (const home of line.all("placement")) {
    const type = String(home.detail["type"]);
    if (type.startsWith("A") || type.startsWith("T")) continue;
    const until = earliest(home.until ?? life.to, life.to);
    const weekly = type === "P1" || type === "U3" ? addDays(home.on, 24) : home.on;
    let at = workday(life, addDays(home.on, self.whole(1, 5)));
    while (at < until) {
      line.point("visit", at, { seenAlone: yearsOld(life, at) >= 4 && self.chance(0.85) });
      const settled = (type === "U1" || type === "U4") && at > addMonths(home.on, 12);
      const gap = at < weekly ? 7 : settled ? self.whole(75, 90) : self.whole(33, 41);
      at = workdayBefore(life, addDays(at, gap + (self.chance(life.settings.late * 0.6) ? self.whole(4, 18) : 0)));
    }
  }
}

/** From time to time a child old enough says what they want, or somebody who knows them does. */
export function hearTheChild(life: Life, from: Day, until: Day): void {
  const { line, luck: { self } } = life;
  const end = earliest(until, life.to);
  for (let at = addDays(from, self.whole(15, 60)); at < end; at = addDays(at, self.whole(150, 320))) {
    const age = yearsOld(life, at);
    line.point("wishes-and-feelings", workdayBefore(life, at), { note: self.pick(age < 3 ? SEEN : age < 8 ? YOUNG : OLDER) });
  }
}

const SEEN = ["Settles quickly with the carer after contact", "Reaches for the carer when tired", "Sleeps better since the move"] as const;
const YOUNG = ["Drew a house with everyone in it", "Asks when brothers and sisters can visit", "Would like to stay where the dog is"] as const;
const OLDER = ["Would like to stay at the same school", "Wants the judge to know about seeing grandparents", "Does not want to move again"] as const;

/** Spells of being missing, for older children. */
export function goMissing(life: Life, from: Day, until: Day, spells: number): void {
  const { line, luck: { self } } = life;
  for (let i = 0, at = addDays(from, self.whole(30, 160)); i < spells; i++, at = addDays(at, self.whole(20, 140))) {
    const back = addDays(at, self.whole(1, 4));
    if (back >= until) return;
    line.span("missing", at, back, { type: self.chance(0.75) ? "M" : "A" });
  }
}

/** The allocated worker changes now and then. */
export function changeWorkers(life: Life, from: Day, until: Day): void {
  const { line, luck: { self } } = life;
  for (let at = workday(life, addDays(from, self.whole(45, 120))); at < addDays(until, -20) && at <= life.to; ) {
    line.begin("allocated-worker", at, { reason: self.weighted({ TSPROC: 40, LEFTRL: 25, MANAGE: 15, ORGRST: 10, ABSENC: 7, PCCHAN: 3 }) });
    at = workday(life, addDays(at, self.whole(240, 700)));
  }
}
