import { addDays, addMonths, type Day, daysBetween } from "../dates/day.ts";
import { inProcessOn } from "./in-process.ts";
import { type Journey, MISSING } from "./journey.ts";
import { quotient } from "./rounding.ts";
import { daysOf, INDICATOR_CODES, type IndicatorCode, type Window } from "./window.ts";

/** A child by the id their authority gives them, and their journey. */
export interface Traveller {
  readonly child: string;
  readonly journey: Journey;
}

/** One child behind a figure: the two days and what lies between them. */
export interface ScoredChild {
  readonly child: string;
  readonly fromOn: Day;
  readonly toOn: Day;
  readonly days: number;
  /** Counted in A3 as still going through the process: placed by the window’s last day, or waiting, and then up to that day. */
  readonly inProcess?: "placed" | "waiting";
}

/** A child adopted in the window whom the figure leaves out, and why. Nobody is dropped without a line here. */
export interface NotCounted {
  readonly child: string;
  readonly indicator: IndicatorCode;
  readonly reason: string;
}

interface Figure {
  readonly children: number;
  readonly counted: readonly ScoredChild[];
  readonly notCounted: readonly NotCounted[];
}

export interface MeanFigure extends Figure {
  readonly indicator: "A1" | "A2" | "A10";
  readonly totalDays: number;
  /** Unrounded; none where nobody is counted. */
  readonly meanDays: number | null;
  /** The figure as published: whole days, half-up. */
  readonly days: number | null;
}

export interface ShareFigure extends Figure {
  readonly indicator: "A3";
  readonly within: number;
  /** Unrounded; none where nobody is counted. */
  readonly percent: number | null;
}

export interface FigureOf {
  readonly A1: MeanFigure;
  readonly A2: MeanFigure;
  readonly A3: ShareFigure;
  readonly A10: MeanFigure;
}

/** The readings the sources leave open. The defaults are the ones every figure is shown by. */
export interface Options {
  /** Where there were two placement orders in the period of care: which one starts A2. */
  readonly order?: "first" | "last";
  /** “14 months”: to the corresponding date, or 426 days. */
  readonly fourteenMonths?: "calendar" | "426-days";
  /** Whom A3 is a share of: the adopted alone, or with those still going through the process on the window’s last day. */
  readonly among?: "adopted" | "in-process";
}

export const A3_MONTHS = 14;
export const A3_DAYS = 426;

type Scored = { readonly from: Day; readonly to: Day } | { readonly not: string };
type Definition = (j: Journey, options: Options) => Scored;

const not = (reason: string): Scored => ({ not: reason });

/** From entering care to moving in, with the move as `placed` (A1, A3) or as `movedIn` (A10). */
const entryTo = (j: Journey, moved: Journey["placed"]): Scored => {
  if ("missing" in j.careStarted) return not(j.careStarted.missing);
  if ("missing" in j.placed) return not(j.placed.missing);
  if ("missing" in moved) return not(moved.missing);
  if (moved.on < j.careStarted.on) return not("placed for adoption before care started: check both dates");
  return { from: j.careStarted.on, to: moved.on };
};

/** From the court’s authority to the match. A match made first takes no days: never fewer, never dropped. */
const orderToMatch: Definition = (j, { order = "first" }) => {
  if ("missing" in j.placed && j.placed.missing === MISSING.notPlaced) return not(`${MISSING.notPlaced}: not in A2`);
  const last = j.laterPlacementOrders.at(-1);
  if (order === "last" && last !== undefined) return "missing" in j.matched ? not(j.matched.missing) : { from: last, to: j.matched.on };
  if ("missing" in j.placementOrder) {
    return not(j.placementOrder.missing === MISSING.noOrder ? `${MISSING.noOrder}: not in A2` : j.placementOrder.missing);
  }
  if ("missing" in j.matched) return not(j.matched.missing);
  return { from: j.placementOrder.on, to: j.matched.on };
};

const DEFINITIONS: Readonly<Record<IndicatorCode, Definition>> = {
  A1: (j) => entryTo(j, j.placed),
  A2: orderToMatch,
  A3: (j) => entryTo(j, j.placed),
  A10: (j) => entryTo(j, j.movedIn),
};

/** Did the child move in less than 14 months after entering care? On the day itself is not less. */
export function within14Months(careStartedOn: Day, movedOn: Day, { fourteenMonths = "calendar" }: Options = {}): boolean {
  const limit = fourteenMonths === "calendar" ? addMonths(careStartedOn, A3_MONTHS) : addDays(careStartedOn, A3_DAYS);
  return movedOn < limit;
}

/** The children whose adoption order was made in the window: the cohort of every indicator. */
export function adoptedIn(travellers: readonly Traveller[], window: Window): readonly Traveller[] {
  const { firstOn, lastOn } = daysOf(window);
  return travellers.filter(({ journey: { adoptedOn } }) => adoptedOn !== null && firstOn <= adoptedOn && adoptedOn <= lastOn);
}

/**
 * One indicator over the children adopted in a window, with every child counted and
 * every child not. The one definition that pages, exports and the command line use.
 * Sources: the scorecard’s methodology document of March 2019 and the metric definition of A2.
 */
export function indicator<C extends IndicatorCode>(code: C, travellers: readonly Traveller[], window: Window, options: Options = {}): FigureOf[C] {
  return figureOver(code, adoptedIn(travellers, window), travellers, window, options) as FigureOf[C];
}

/** Every indicator of a window, its cohort found once. */
export function figuresIn(travellers: readonly Traveller[], window: Window, options: Options = {}): FigureOf {
  const adopted = adoptedIn(travellers, window);
  return Object.fromEntries(INDICATOR_CODES.map((code) => [code, figureOver(code, adopted, travellers, window, options)])) as unknown as FigureOf;
}

function figureOver(code: IndicatorCode, adopted: readonly Traveller[], travellers: readonly Traveller[], window: Window, options: Options): MeanFigure | ShareFigure {
  const counted: ScoredChild[] = [];
  const notCounted: NotCounted[] = [];
  for (const { child, journey } of adopted) {
    const scored = DEFINITIONS[code](journey, options);
    if ("not" in scored) notCounted.push({ child, indicator: code, reason: scored.not });
    else counted.push({ child, fromOn: scored.from, toOn: scored.to, days: Math.max(0, daysBetween(scored.from, scored.to)) });
  }
  if (code === "A3" && options.among === "in-process") counted.push(...stillInProcess(travellers, window));
  const children = counted.length;
  if (code === "A3") {
    const within = counted.filter((c) => c.inProcess !== "waiting" && within14Months(c.fromOn, c.toOn, options)).length;
    return { indicator: code, children, within, percent: children === 0 ? null : (within * 100) / children, counted, notCounted };
  }
  const totalDays = counted.reduce((sum, c) => sum + c.days, 0);
  return {
    indicator: code, children, totalDays, counted, notCounted,
    meanDays: children === 0 ? null : totalDays / children,
    days: children === 0 ? null : quotient(totalDays, children, 0),
  };
}

function stillInProcess(travellers: readonly Traveller[], window: Window): readonly ScoredChild[] {
  const { lastOn } = daysOf(window);
  return travellers.flatMap(({ child, journey }): ScoredChild[] => {
    const fromOn = inProcessOn(journey, lastOn);
    if (fromOn === undefined) return [];
    const { placed } = journey;
    const isPlaced = "on" in placed && placed.on <= lastOn;
    const toOn = isPlaced ? placed.on : lastOn;
    return [{ child, fromOn, toOn, days: Math.max(0, daysBetween(fromOn, toOn)), inProcess: isPlaced ? "placed" : "waiting" }];
  });
}
