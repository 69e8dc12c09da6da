import { type Day, epochDay } from "../../dates/day.ts";
import { daysOf, type Window } from "../window.ts";
import { Chance } from "./chance.ts";
import { COUNTED, FORECAST_INDICATORS, type ForecastIndicator } from "./counted.ts";
import { type Learnt, speedOf, WEEKS } from "./learn.ts";
import { isWaiting, numbered, type KnownWay, type Step, STEPS } from "./way.ts";

/** Cells in which the weeks of a curve are looked up by its sum. */
const CELLS = 2048;

/** A curve turned round: how many days until the hazard has summed to so much. */
interface Turned {
  readonly curve: Float64Array;
  readonly days: Float64Array;
  readonly most: number;
  /** Days for each further unit of hazard, past the curve's end. */
  readonly beyond: number;
}

function turned(curve: Float64Array): Turned {
  const most = curve[WEEKS]!;
  const days = new Float64Array(CELLS + 2);
  for (let cell = 0, week = 0; cell <= CELLS; cell++) {
    const wanted = (cell * most) / CELLS;
    while (week < WEEKS && curve[week + 1]! < wanted) week++;
    const [low, high] = [curve[week]!, curve[Math.min(week + 1, WEEKS)]!];
    days[cell] = 7 * (week + (high > low ? (wanted - low) / (high - low) : 0));
  }
  days[CELLS + 1] = days[CELLS]!;
  const lastYear = most - curve[WEEKS - 52]!;
  return { curve, days, most, beyond: lastYear > 0 ? 364 / lastYear : 730 };
}

const daysAt = ({ days, most, beyond }: Turned, hazard: number): number => {
  if (hazard >= most) return days[CELLS]! + (hazard - most) * beyond;
  const at = (hazard / most) * CELLS;
  const cell = at | 0;
  return days[cell]! + (at - cell) * (days[cell + 1]! - days[cell]!);
};

const hazardAt = ({ curve, most, beyond }: Turned, days: number): number => {
  const at = days / 7;
  if (at >= WEEKS) return most + (days - 7 * WEEKS) / beyond;
  const week = at | 0;
  return curve[week]! + (at - week) * (curve[week + 1]! - curve[week]!);
};

/** What is asked of the futures. */
export interface Asked {
  readonly authority: string;
  readonly today: Day;
  /** The authority's own ways, as known today: those who wait are followed, those adopted count in the figures. */
  readonly ways: readonly KnownWay[];
  readonly learnt: Learnt;
  readonly windows: readonly Window[];
  readonly futures: number;
  readonly seed: number;
  /** What is imagined otherwise; nothing where the question is how things are. */
  readonly otherwise?: Otherwise;
}

/** What if: steps so many days quicker, from today on; or steps of some children by a day. */
export interface Otherwise {
  /** Days taken off each wait for a step that is still to end. */
  readonly sooner?: Partial<Readonly<Record<Step, number>>>;
  /** By child: the day by which they are placed, with the order and the match that it takes. */
  readonly placedBy?: ReadonlyMap<string, Day>;
}

/** What came out: of each child when each step comes (weeks from today, counted), and of each window the figures, future by future. */
export interface Futures {
  readonly waiting: readonly KnownWay[];
  /** By child, by step: in how many futures the step came in that week from today; the last cell is later. */
  readonly weeks: readonly (Readonly<Record<Step, Uint16Array>>)[];
  /** By child: in how many futures they left the way. */
  readonly left: Uint16Array;
  /** By window: each future's mean, NaN where nobody was adopted in it; and how many were. */
  readonly figures: readonly { readonly window: Window; readonly means: Readonly<Record<ForecastIndicator, Float64Array>>; readonly adopted: Uint16Array }[];
}

interface Followed {
  readonly careStarted: number;
  readonly known: Float64Array;
  readonly movedIn: number;
  /** NaN where the order that A2 will count from is still to come. */
  readonly orderCounted: number;
  readonly decided: number;
  readonly speeds: Float64Array;
  readonly early: 0 | 1;
  readonly household: number;
  readonly by: number;
  /** No order was made, and none is waited for. */
  readonly withoutOrder: boolean;
  /** How much of the hazard of the step now waited for has been used up, unhurt, by today. */
  readonly hazard: number;
}

/** How far back the children are looked at whom those to come are imagined like, in days. */
const LIKE_THE_LAST = 3 * 365;

/**
 * Imagines the time to come, so many times over. In each future every child who waits goes on from where they are: each wait
 * ends when the learnt hazard has used up a draw of chance, unless they leave the way first; children placed together share
 * their draws; the authority's pace is drawn anew within what is known of it; and children not yet decided on come as often as in
 * the last three years, each like one of those. The same seed gives the same answer.
 */
export function imagine({ authority, today, ways, learnt, windows, futures, seed, otherwise = {} }: Asked): Futures {
  const chance = new Chance(seed);
  const now = epochDay(today);
  const [otherCurves, earlyCurves] = [STEPS.map((step) => turned(learnt[step].curves[0])), STEPS.map((step) => turned(learnt[step].curves[1]))];
  const waiting = ways.filter(isWaiting);
  // Children placed together share their draws; one alone has their own as they come.
  const homes = Map.groupBy(waiting, (way) => way.household);
  const shared = new Map([...homes].filter(([, home]) => home.length > 1).map(([household], i) => [household, i]));
  const follow = (way: KnownWay): Followed => {
    const household = shared.get(way.household) ?? -1;
    const withoutOrder = way.steps.ordered === null && (way.steps.placed !== null || way.steps.adopted !== null);
    const next = STEPS.findIndex((s, i) => way.steps[s] === null && !(i === 0 && withoutOrder));
    const since = next < 0 ? null : STEPS.slice(0, next).reduce<Day>((last, s) => (way.steps[s] !== null && way.steps[s] > last ? way.steps[s] : last), way.decidedOn);
    return {
      withoutOrder,
      hazard: since === null ? 0 : hazardAt((way.traits.earlyPermanence ? earlyCurves : otherCurves)[next]!, Math.max(0, now - epochDay(since))),
      careStarted: numbered(way.careStartedOn), known: Float64Array.from(STEPS, (s) => numbered(way.steps[s])), movedIn: numbered(way.movedInOn), orderCounted: numbered(way.orderCountedOn), decided: epochDay(way.decidedOn),
      speeds: Float64Array.from(STEPS, (s) => speedOf(learnt[s], way.traits, authority)), early: way.traits.earlyPermanence ? 1 : 0, household,
      by: numbered(otherwise.placedBy?.get(way.child) ?? null),
    };
  };
  const followed = waiting.map(follow);
  const recent = ways.filter(({ decidedOn }) => now - epochDay(decidedOn) <= LIKE_THE_LAST);
  const models = recent.map(follow);
  const lastDay = Math.max(...windows.map((w) => epochDay(daysOf(w).lastOn)));
  const perDay = recent.length / LIKE_THE_LAST;

  const firstYear = Math.min(...windows.map((w) => w.yearEnding - w.years + 1));
  const lastYear = Math.max(...windows.map((w) => w.yearEnding));
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i): Window => ({ yearEnding: firstYear + i, years: 1 }));
  /** The first day after each year. */
  const over = Float64Array.from(years, (y) => epochDay(daysOf(y).lastOn) + 1);
  const begins = epochDay(daysOf(years[0]!).firstOn);
  const before = years.map((y) => knownSums(ways, epochDay(daysOf(y).firstOn), epochDay(daysOf(y).lastOn)));
  const figures = windows.map((window) => ({
    window, adopted: new Uint16Array(futures),
    means: { A1: new Float64Array(futures), A2: new Float64Array(futures), A10: new Float64Array(futures) },
  }));
  const sums = years.map(() => new Float64Array(SUMS));
  /** Flat, for the inner loop: by child, by step, by week. */
  const counts = new Uint16Array(waiting.length * 4 * (WEEKS + 1));
  const left = new Uint16Array(waiting.length);
  const sooner = STEPS.map((s) => otherwise.sooner?.[s] ?? 0);
  const spreads = STEPS.map((s) => learnt[s].authorities.get(authority)?.spread ?? 0.4);
  const leaving = STEPS.map((s) => learnt[s].leaving);
  const at = new Float64Array(4);
  const pace = new Float64Array(4);
  const draws = new Float64Array(shared.size * 4);

  /** Follows one child to the order, from a day on; false where they leave the way before it. Their days are left in `at`. */
  const goOn = (child: Followed, from: number): boolean => {
    const { known, speeds, early } = child;
    let came = child.decided;
    for (let step = 0; step < 4; step++) {
      const done = known[step]!;
      if (done <= from) {
        at[step] = done;
        if (done > came) came = done;
        continue;
      }
      // An order that was passed over, as parents consented, is not waited for.
      if (step === 0 && child.withoutOrder) {
        at[0] = Number.NaN;
        continue;
      }
      const draw = child.household < 0 ? chance.wait() : draws[child.household * 4 + step]!;
      const begun = came < from ? child.hazard : 0;
      const curve = early === 1 ? earlyCurves[step]! : otherCurves[step]!;
      let day = came + daysAt(curve, begun + draw / (speeds[step]! * pace[step]!));
      if (day < from + 1) day = from + 1;
      if (sooner[step]! > 0) day = Math.max(from + 1, came, day - sooner[step]!);
      if (step < 3 && day > child.by) day = Math.max(child.by, came, from + 1);
      const risk = (day - (came > from ? came : from)) * leaving[step]!;
      // exp(-risk) is never below 1 - risk: most are past it without a logarithm.
      const luck = chance.next();
      if (luck > 1 - risk && -Math.log(luck) < risk) return false;
      at[step] = day;
      if (day > came) came = day;
    }
    return true;
  };
  const count = (child: Followed): void => {
    const adopted = at[3]!;
    if (adopted < begins) return;
    let year = 0;
    while (year < over.length && adopted >= over[year]!) year++;
    const sum = sums[year];
    if (sum === undefined) return;
    sum[6]! += 1;
    const { careStarted, movedIn } = child;
    if (careStarted === careStarted) {
      const placed = at[2]!;
      sum[0]! += placed > careStarted ? placed - careStarted : 0;
      sum[1]! += 1;
      const moved = movedIn === movedIn ? movedIn : placed;
      sum[4]! += moved > careStarted ? moved - careStarted : 0;
      sum[5]! += 1;
    }
    const ordered = child.orderCounted === child.orderCounted ? child.orderCounted : at[0]!;
    const matched = at[1]!;
    if (ordered === ordered) {
      sum[2]! += matched > ordered ? matched - ordered : 0;
      sum[3]! += 1;
    }
  };
  const total = new Float64Array(SUMS);

  for (let future = 0; future < futures; future++) {
    for (let step = 0; step < 4; step++) pace[step] = Math.exp(spreads[step]! * chance.bell());
    for (let i = 0; i < draws.length; i++) draws[i] = chance.wait();
    for (let y = 0; y < sums.length; y++) sums[y]!.set(before[y]!);
    for (let i = 0; i < followed.length; i++) {
      const child = followed[i]!;
      if (!goOn(child, now)) {
        left[i]! += 1;
        continue;
      }
      for (let step = 0; step < 4; step++) {
        const after = at[step]! - now;
        // What has come is not counted, nor an order that was passed over.
        if (after > 0) counts[(i * 4 + step) * (WEEKS + 1) + Math.min(WEEKS, (after / 7) | 0)]! += 1;
      }
      count(child);
    }
    if (models.length > 0) {
      for (let day = now + chance.wait() / perDay; day < lastDay - 60; day += chance.wait() / perDay) {
        const like = models[(chance.next() * models.length) | 0]!;
        if (goOn(shifted(like, day), day)) count(arrived);
      }
    }
    for (const { window: { yearEnding, years: long }, means, adopted } of figures) {
      total.fill(0);
      for (let y = yearEnding - long + 1 - firstYear; y <= yearEnding - firstYear; y++) for (let i = 0; i < SUMS; i++) total[i]! += sums[y]![i]!;
      means.A1[future] = total[0]! / total[1]!;
      means.A2[future] = total[2]! / total[3]!;
      means.A10[future] = total[4]! / total[5]!;
      adopted[future] = total[6]!;
    }
  }
  const weeks = waiting.map((_, i) => Object.fromEntries(STEPS.map((s, step) => [s, counts.subarray((i * 4 + step) * (WEEKS + 1), (i * 4 + step + 1) * (WEEKS + 1))])) as Record<Step, Uint16Array>);
  return { waiting, weeks, left, figures };
}

/** A child yet to be decided on, like one before; one object for all of them. */
const NOTHING_KNOWN = new Float64Array(4).fill(Number.NaN);
const arrived: { -readonly [K in keyof Followed]: Followed[K] } = { careStarted: 0, known: NOTHING_KNOWN, movedIn: Number.NaN, orderCounted: Number.NaN, decided: 0, speeds: NOTHING_KNOWN, early: 0, household: -1, by: Number.NaN, withoutOrder: false, hazard: 0 };
function shifted(like: Followed, decided: number): Followed {
  arrived.careStarted = decided - (like.decided - like.careStarted);
  arrived.decided = decided;
  arrived.speeds = like.speeds;
  arrived.early = like.early;
  arrived.withoutOrder = like.withoutOrder;
  arrived.movedIn = decided - (like.decided - like.movedIn);
  return arrived;
}

/** What is summed of a year: days and children of A1, of A2 and of A10, and all the adopted. */
const SUMS = 7;

/** What those adopted already add to a year. */
function knownSums(ways: readonly KnownWay[], first: number, last: number): Float64Array {
  const sum = new Float64Array(SUMS);
  for (const way of ways) {
    const adopted = numbered(way.steps.adopted);
    if (!(adopted >= first && adopted <= last)) continue;
    sum[6]! += 1;
    for (const [i, code] of FORECAST_INDICATORS.entries()) {
      const days = COUNTED[code](way);
      if (days === null) continue;
      sum[2 * i]! += days;
      sum[2 * i + 1]! += 1;
    }
  }
  return sum;
}
