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
  /** Its two days as they are recorded. */
  readonly from: KnownDay;
  readonly to: KnownDay;
  /** From and to which its days are counted: no two stages count one day. None where either is not known. */
  readonly span: Span | null;
  readonly days: number | null;
  readonly words: string | null;
}

interface Span {
  readonly from: Day;
  readonly to: Day;
}

export function legsOf(j: Journey): readonly Leg[] {
  const points = pointsOf(j);
  const reached = reachedOf(points);
  return STAGE_CODES.map((stage): Leg => {
    const [from, to] = [points[FROM[stage]], points[stage]];
    const span = spanOf(reached, stage);
    return { stage, from, to, span, days: daysOf(span), words: wordsOn(stage, points, span) };
  });
}

type Points = Readonly<Record<Point, KnownDay>>;
type Reached = Readonly<Record<Point, Day | null>>;
const POINT_CODES = Object.keys(POINTS) as Point[];

/** When each point had been reached: on its day, or on that of a later point where that came first; never before care started. So the stages follow each other, and add up. */
function reachedOf(points: Points): Reached {
  const start = "missing" in points.entry ? null : points.entry.on;
  let earliest: Day | null = null;
  const reached = POINT_CODES.toReversed().map((point): readonly [Point, Day | null] => {
    const known = points[point];
    if ("missing" in known) return [point, null];
    if (point === "entry") return [point, known.on];
    if (earliest === null || known.on < earliest) earliest = known.on;
    return [point, start !== null && earliest < start ? start : earliest];
  });
  return Object.fromEntries(reached) as Reached;
}

function spanOf(reached: Reached, stage: Stage): Span | null {
  const [from, to] = [reached[FROM[stage]], reached[stage]];
  return from === null || to === null ? null : { from, to };
}

const daysOf = (span: Span | null): number | null => (span === null ? null : daysBetween(span.from, span.to));

function wordsOn(stage: Stage, points: Points, span: Span | null): string | null {
  const [from, to] = [points[FROM[stage]], points[stage]];
  if (span === null || "missing" in from || "missing" in to) return [from, to].flatMap((known) => ("missing" in known ? [known.missing] : [])).join("; ");
  if (to.on < from.on) return `${POINTS[stage]} came before ${POINTS[FROM[stage]]}: no days`;
  if (span.to >= to.on) return null;
  const first = POINT_CODES.slice(POINT_CODES.indexOf(stage) + 1).find((point) => "on" in points[point] && points[point].on <= span.to);
  return first === undefined ? null : `counted to ${POINTS[first]}, which came before ${POINTS[stage]}`;
}

function pointsOf(j: Journey): Points {
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
  legs.find(({ span }) => span !== null && span.from <= on && on < span.to)?.stage;

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
  /** Of the days of the whole, those in no stage, because a point between is not recorded. */
  readonly notSplit: number;
}

/** The stages of these children, averaged over those who have both days of each. */
export function whereTheDaysWent(travellers: readonly Traveller[]): WhereTheDaysWent {
  const counted = STAGE_CODES.map((): { child: string; days: number }[] => []);
  const lacking = STAGE_CODES.map((): { child: string; words: string }[] => []);
  const children: string[] = [];
  let [totalDays, notSplit] = [0, 0];
  for (const { child, journey } of travellers) {
    const points = pointsOf(journey);
    const reached = reachedOf(points);
    let split = 0;
    for (let i = 0; i < STAGE_CODES.length; i++) {
      const stage = STAGE_CODES[i]!;
      const span = spanOf(reached, stage);
      const days = daysOf(span);
      if (days === null) lacking[i]!.push({ child, words: wordsOn(stage, points, span) ?? "" });
      else counted[i]!.push({ child, days });
      split += days ?? 0;
    }
    const whole = wholeOf(journey);
    if (whole === null) continue;
    children.push(child);
    totalDays += whole;
    notSplit += Math.max(0, whole - split);
  }
  return { stages: STAGE_CODES.map((stage, i) => stageFigure(stage, counted[i]!, lacking[i]!)), whole: { children, totalDays }, notSplit };
}

function stageFigure(stage: Stage, counted: StageFigure["counted"], lacking: StageFigure["lacking"]): StageFigure {
  const totalDays = counted.reduce((sum, { days }) => sum + days, 0);
  return { stage, counted, lacking, totalDays, meanDays: counted.length === 0 ? null : totalDays / counted.length };
}
