import { type Day, daysBetween } from "../dates/day.ts";
import type { Traveller } from "./indicators.ts";
import type { Journey, KnownDay } from "./journey.ts";

/** The five stages of the way to adoption, each from the end of the one before. Source: Sheffield’s report, which asks where the days go. */
export const STAGES = {
  plan: "Entering care to adoption becoming the plan",
  decision: "Plan to decision",
  order: "Decision to placement order",
  placement: "Placement order to moving in",
  adoption: "Moving in to adoption order",
} as const;
export type Stage = keyof typeof STAGES;
export const STAGE_CODES = Object.keys(STAGES) as Stage[];

/** What each point is called in a sentence. */
const POINTS = { entry: "entering care", plan: "adoption becoming the plan", decision: "the decision", order: "the placement order", placement: "moving in", adoption: "the adoption order" } as const;
type Point = keyof typeof POINTS;
const FROM: Readonly<Record<Stage, Point>> = { plan: "entry", decision: "plan", order: "decision", placement: "order", adoption: "placement" };

/** One stage of one child’s journey. Its days, or in words why it has none; and what is odd about those it has. */
export interface Leg {
  readonly stage: Stage;
  readonly from: KnownDay;
  readonly to: KnownDay;
  readonly days: number | null;
  readonly words: string | null;
}

export function legsOf(j: Journey): readonly Leg[] {
  const points = pointsOf(j);
  return STAGE_CODES.map((stage): Leg => {
    const [from, to] = [points[FROM[stage]], points[stage]];
    if ("missing" in from || "missing" in to) {
      const lacking = [from, to].flatMap((known) => ("missing" in known ? [known.missing] : []));
      return { stage, from, to, days: null, words: lacking.join("; ") };
    }
    if (to.on < from.on) return { stage, from, to, days: 0, words: `${POINTS[stage]} came before ${POINTS[FROM[stage]]}: no days` };
    return { stage, from, to, days: daysBetween(from.on, to.on), words: null };
  });
}

function pointsOf(j: Journey): Readonly<Record<Point, KnownDay>> {
  const decision = j.decisions.findLast(({ from }) => j.adoptedOn === null || from <= j.adoptedOn);
  return {
    entry: j.careStarted,
    plan: j.plannedOn === null ? { missing: "the day adoption became the plan is not recorded" } : { on: j.plannedOn },
    decision: decision === undefined ? { missing: "no decision recorded" } : { on: decision.from },
    order: j.placementOrder,
    placement: j.placed,
    adoption: j.adoptedOn === null ? { missing: "not adopted" } : { on: j.adoptedOn },
  };
}

/** The stage in which a day falls; nothing for a day before the first known point, after the last, or beside one that is missing. */
export const stageOn = (legs: readonly Leg[], on: Day): Stage | undefined =>
  legs.find(({ from, to }) => "on" in from && "on" in to && from.on <= on && on < to.on)?.stage;

/** Days from entering care to the adoption order; nothing where either is not known. */
export const wholeOf = ({ careStarted, adoptedOn }: Journey): number | null =>
  adoptedOn === null || "missing" in careStarted ? null : daysBetween(careStarted.on, adoptedOn);

export interface StageFigure {
  readonly stage: Stage;
  /** Each child whose two days are known, with the days between. */
  readonly counted: readonly { readonly child: string; readonly days: number }[];
  readonly lacking: readonly { readonly child: string; readonly words: string }[];
  readonly totalDays: number;
  /** Unrounded; none where nobody is counted. */
  readonly meanDays: number | null;
}

export interface WhereTheDaysWent {
  readonly stages: readonly StageFigure[];
  /** Children whose whole way is known, and its days. */
  readonly whole: { readonly children: readonly string[]; readonly totalDays: number };
  /** Of the days of the whole, those in no stage, because a point between is not recorded or out of order. */
  readonly notSplit: number;
}

/** The stages of these children, averaged over those who have both days of each. */
export function whereTheDaysWent(travellers: readonly Traveller[]): WhereTheDaysWent {
  const all = travellers.map(({ child, journey }) => ({ child, legs: legsOf(journey), whole: wholeOf(journey) }));
  const stages = STAGE_CODES.map((stage, i): StageFigure => {
    const here = all.map(({ child, legs }) => ({ child, leg: legs[i]! }));
    const counted = here.flatMap(({ child, leg: { days } }) => (days === null ? [] : [{ child, days }]));
    const totalDays = counted.reduce((sum, { days }) => sum + days, 0);
    return {
      stage, counted, totalDays, meanDays: counted.length === 0 ? null : totalDays / counted.length,
      lacking: here.flatMap(({ child, leg: { days, words } }) => (days === null ? [{ child, words: words ?? "" }] : [])),
    };
  });
  const known = all.flatMap(({ child, legs, whole }) => (whole === null ? [] : [{ child, whole, split: legs.reduce((sum, { days }) => sum + (days ?? 0), 0) }]));
  return {
    stages,
    whole: { children: known.map(({ child }) => child), totalDays: known.reduce((sum, { whole }) => sum + whole, 0) },
    notSplit: known.reduce((sum, { whole, split }) => sum + Math.max(0, whole - split), 0),
  };
}
