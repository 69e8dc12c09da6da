import type { RegionAuthority } from "../../domain/region/region.ts";
import { averageOfAll, averagePrinted, shareOfAll, sharePrinted } from "../../domain/region/rounded.ts";
import { USUAL } from "../../domain/scorecard/choices.ts";
import { indicator, type MeanFigure, type ShareFigure, type Traveller } from "../../domain/scorecard/indicators.ts";
import { roundHalfUp } from "../../domain/scorecard/rounding.ts";
import { daysToldAs, percentToldAs, tellingOfCount } from "../../domain/scorecard/suppression.ts";
import type { IndicatorCode, Window } from "../../domain/scorecard/window.ts";
import type { ToldCount } from "../open-counts.ts";

/** Days, or whole per cent of A3; none where nobody is counted. */
export interface ToldFigure {
  readonly value: number | null;
  /** `coarse`: rounded; `none`: it would tell of a few children whose records the viewer may not open. */
  readonly told: "all" | "coarse" | "none";
}

/** Figures of a window as they are told. */
export interface RegionFigures {
  readonly window: Window;
  /** How many are counted in A1. */
  readonly children: ToldCount;
  readonly told: Readonly<Record<IndicatorCode, ToldFigure>>;
}

const HIDDEN: ToldFigure = { value: null, told: "none" };

/**
 * The figures of an authority, or of several together: as they are where the viewer may open every child counted, and otherwise
 * as a pack would tell of those whom they may not.
 */
export function figuresTold(parts: readonly RegionAuthority[], window: Window): RegionFigures {
  const [opens, closes] = [true, false].map((isOpen) => parts.map(({ children }): readonly Traveller[] => children.filter(({ localId }) => (localId !== null) === isOpen)));
  const all = parts.flatMap(({ children }) => children);
  const of = (code: IndicatorCode): ToldFigure => {
    const whole = indicator(code, all, window, USUAL);
    const closed = closes!.map((children) => indicator(code, children, window, USUAL));
    if (closed.every(({ children }) => children === 0)) return { value: whole.indicator === "A3" ? (whole.percent === null ? null : roundHalfUp(whole.percent)) : whole.days, told: "all" };
    if (code === "A10" || window.years !== 3 || !isTold(code, closed)) return HIDDEN;
    return { value: whole.indicator === "A3" ? percentToldAs(whole.percent!, "coarse") : daysToldAs(whole.meanDays!, "coarse"), told: "coarse" };
  };
  const counted = (travellers: readonly (readonly Traveller[])[]): number => indicator("A1", travellers.flat(), window, USUAL).children;
  const closed = counted(closes!);
  return { window, children: { open: counted(opens!), closed, telling: tellingOfCount(closed) }, told: { A1: of("A1"), A2: of("A2"), A3: of("A3"), A10: of("A10") } };
}

function isTold(code: IndicatorCode, closed: readonly (MeanFigure | ShareFigure)[]): boolean {
  const [only] = closed;
  if (code === "A3") return (closed.length === 1 ? sharePrinted(only as ShareFigure) : shareOfAll(closed as readonly ShareFigure[])) !== null;
  return (closed.length === 1 ? averagePrinted(only as MeanFigure) : averageOfAll(closed as readonly MeanFigure[])) !== null;
}
