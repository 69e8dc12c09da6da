import type { Day } from "../../dates/day.ts";
import { type Step, STEPS, type Traits, type Wait, waitsFor, type KnownWay } from "./way.ts";

/** Weeks that a wait is followed for: six years. What lasts longer goes on at the pace of the last year seen. */
export const WEEKS = 312;

/** How strongly a group is drawn to everybody: as if so many more of its waits had ended at everybody's pace. */
const PULL = 6;

/** Fewest waits that ended, for those placed early to have a curve of their own. */
const OWN_CURVE = 15;

/** Rounds in which the effects are worked out beside each other. */
const ROUNDS = 6;

/** The traits by which a wait is quicker or slower, each with its groups in words. */
export const EFFECTS = {
  age: { label: "Age at the decision", groups: ["under 1", "1 or 2", "3 or 4", "5 or over"], groupOf: ({ age }: Traits): number => (age < 1 ? 0 : age < 3 ? 1 : age < 5 ? 2 : 3) },
  together: { label: "To be placed with brothers or sisters", groups: ["alone", "two together", "three or more together"], groupOf: ({ together }: Traits): number => Math.min(together, 3) - 1 },
  health: { label: "Health or development", groups: ["nothing uncertain written down", "something uncertain written down"], groupOf: ({ healthUncertain }: Traits): number => (healthUncertain ? 1 : 0) },
  // Those without any are counted with the most: many of them need no order, which the curve of the order cannot say.
  proceedings: { label: "Care proceedings at the decision", groups: ["none issued, or 13 to 26 weeks before", "issued less than 13 weeks before", "issued over 26 weeks before"], groupOf: ({ proceedingsDays: days }: Traits): number => (days === null || (days >= 91 && days <= 182) ? 0 : days < 91 ? 1 : 2) },
} as const;
export type Effect = keyof typeof EFFECTS;
export const EFFECT_NAMES = Object.keys(EFFECTS) as Effect[];

/** How much quicker than everybody (above 1) or slower a group is, after the pull; and on how many waits that rests. */
export interface Multiplier {
  readonly times: number;
  readonly ended: number;
  /** How sure: one standard deviation of the logarithm of `times`. */
  readonly spread: number;
}

export interface LearntStep {
  readonly step: Step;
  /** The chance of ending by each week, summed as a hazard: 0 at the start, one more cell than weeks; for those placed early, and for others. */
  readonly curves: readonly [others: Float64Array, early: Float64Array];
  readonly effects: Readonly<Record<Effect, readonly Multiplier[]>>;
  readonly authorities: ReadonlyMap<string, Multiplier>;
  /** The daily chance of leaving the way while waiting. */
  readonly leaving: number;
  /** Waits that ended in the step, and all. */
  readonly ended: number;
  readonly waits: number;
}

export type Learnt = Readonly<Record<Step, LearntStep>>;

/**
 * Learns the waits of a region's children as they were known on a day: for each step the weekly chance that a wait ends (a
 * discrete-time hazard, by Nelson and Aalen's estimate), and how much quicker or slower each authority and each group of children
 * is. A group's figure is its waits that ended over those that the common curve would have ended, drawn to 1 as if PULL more had
 * ended at the common pace; so a group of few says little.
 */
export function learn(ways: readonly KnownWay[], on: Day): Learnt {
  return Object.fromEntries(STEPS.map((step) => [step, learnStep(step, waitsFor(ways, step, on))])) as Learnt;
}

const weekOf = (days: number): number => Math.min(WEEKS - 1, Math.floor(days / 7));

function learnStep(step: Step, waits: readonly Wait[]): LearntStep {
  const authorities = [...new Set(waits.map(({ way }) => way.authority))];
  const groups: readonly (readonly [groups: number, groupOf: (wait: Wait) => number])[] = [
    ...EFFECT_NAMES.map((e) => [EFFECTS[e].groups.length, ({ way }: Wait) => EFFECTS[e].groupOf(way.traits)] as const),
    [authorities.length, ({ way }: Wait) => authorities.indexOf(way.authority)],
  ];
  const of = groups.map(([, groupOf]) => Int32Array.from(waits, groupOf));
  const times = groups.map(([count]) => new Float64Array(count).fill(1));
  const speed = (i: number, but = -1): number => times.reduce((product, own, g) => (g === but ? product : product * own[of[g]![i]!]!), 1);
  const isEarly = waits.map(({ way }) => way.traits.earlyPermanence);
  const ownCurve = waits.filter((w, i) => isEarly[i] === true && w.end === "taken").length >= OWN_CURVE;

  let curves: readonly [Float64Array, Float64Array] = [new Float64Array(WEEKS + 1), new Float64Array(WEEKS + 1)];
  let found: Multiplier[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const others = curveOf(waits, (i) => (ownCurve && isEarly[i] === true ? 0 : speed(i)));
    curves = [others, ownCurve ? curveOf(waits, (i) => (isEarly[i] === true ? speed(i) : 0)) : others];
    found = groups.map(([count], g) => {
      const [ended, expected] = [new Float64Array(count), new Float64Array(count)];
      waits.forEach((wait, i) => {
        const at = of[g]![i]!;
        if (wait.end === "taken") ended[at]! += 1;
        expected[at]! += curves[isEarly[i] === true ? 1 : 0][weekOf(wait.days) + 1]! * speed(i, g);
      });
      return Array.from(ended, (n, at) => ({ times: (n + PULL) / (expected[at]! + PULL), ended: n, spread: 1 / Math.sqrt(n + PULL) }));
    });
    found.forEach((group, g) => group.forEach((m, at) => (times[g]![at] = m.times)));
  }
  const days = waits.reduce((sum, wait) => sum + wait.days + 1, 0);
  const left = waits.filter(({ end }) => end === "left").length;
  return {
    step, curves,
    effects: Object.fromEntries(EFFECT_NAMES.map((e, g) => [e, found[g]!])) as unknown as LearntStep["effects"],
    authorities: new Map(authorities.map((code, at) => [code, found.at(-1)![at]!])),
    leaving: days === 0 ? 0 : left / days,
    ended: waits.filter(({ end }) => end === "taken").length, waits: waits.length,
  };
}

/** The summed weekly hazard of waits that each go so many times as fast as the common pace; those at 0 take no part. */
function curveOf(waits: readonly Wait[], speedOf: (i: number) => number): Float64Array {
  const [ended, leaving] = [new Float64Array(WEEKS), new Float64Array(WEEKS + 1)];
  let waiting = 0;
  waits.forEach(({ days, end }, i) => {
    const speed = speedOf(i);
    if (speed === 0) return;
    const week = weekOf(days);
    if (end === "taken") ended[week]! += 1;
    leaving[week + 1]! += speed;
    waiting += speed;
  });
  const summed = new Float64Array(WEEKS + 1);
  for (let week = 0, seen = 0, sum = 0; week < WEEKS; week++) {
    waiting -= leaving[week]!;
    // Beyond where anybody was seen, the pace of the last year seen goes on.
    if (waiting > 0.5) {
      seen = week + 1;
      sum += ended[week]! / waiting;
    } else sum += tail(summed, seen);
    summed[week + 1] = sum;
  }
  return summed;
}

/** The weekly hazard of the last year that was seen; a wait of two years where nothing was. */
function tail(summed: Float64Array, seen: number): number {
  const from = Math.max(0, seen - 52);
  const pace = seen === 0 ? 0 : (summed[seen]! - summed[from]!) / (seen - from);
  return Math.max(pace, 1 / 104);
}

/** How many times as fast as the common pace a child with these traits goes, in this authority. */
export const speedOf = (learnt: LearntStep, traits: Traits, authority: string): number =>
  EFFECT_NAMES.reduce((product, e) => product * (learnt.effects[e][EFFECTS[e].groupOf(traits)]?.times ?? 1), learnt.authorities.get(authority)?.times ?? 1);
