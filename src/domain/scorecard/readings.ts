import { addMonths } from "../dates/day.ts";
import { inProcessOn } from "./in-process.ts";
import { A3_MONTHS, adoptedIn, indicator, type Options, type Traveller, within14Months } from "./indicators.ts";
import { daysOf, type IndicatorCode, type Window } from "./window.ts";

/** A figure by another reading of its definition, to be shown beside it. */
export interface Reading {
  readonly indicator: IndicatorCode;
  readonly reading: string;
  readonly children: number;
  readonly days: number | null;
  readonly within: number | null;
  readonly percent: number | null;
  /** The children whom the other reading treats differently. */
  readonly affected: readonly string[];
}

/** The readings the sources leave open, for one window, by which the figure is not told itself. A2’s only where a child had two orders. */
export function readingsOf(travellers: readonly Traveller[], window: Window, options: Options = {}): readonly Reading[] {
  return [
    ...otherOrder(travellers, window, options), otherMonths(travellers, window, options),
    options.among === "in-process" ? adoptedAlone(travellers, window, options) : withThoseInProcess(travellers, window, options),
  ];
}

function otherOrder(travellers: readonly Traveller[], window: Window, { order = "first" }: Options): readonly Reading[] {
  const twice = adoptedIn(travellers, window).filter((t) => t.journey.laterPlacementOrders.length > 0).map((t) => t.child);
  if (twice.length === 0) return [];
  const { children, days } = indicator("A2", travellers, window, { order: order === "first" ? "last" : "first" });
  return [{
    indicator: "A2", reading: `From the ${order === "first" ? "last" : "first"} placement order, where there was more than one`, children, days,
    within: null, percent: null, affected: twice,
  }];
}

function otherMonths(travellers: readonly Traveller[], window: Window, options: Options): Reading {
  const other: Options = { ...options, fourteenMonths: options.fourteenMonths === "426-days" ? "calendar" : "426-days" };
  const { children, within, percent, counted } = indicator("A3", travellers, window, other);
  const differs = counted.filter((c) => c.inProcess !== "waiting" && within14Months(c.fromOn, c.toOn, options) !== within14Months(c.fromOn, c.toOn, other));
  return {
    indicator: "A3", reading: `14 months taken as ${other.fourteenMonths === "426-days" ? "426 days" : "calendar months"}`, children, days: null, within, percent,
    affected: differs.map((c) => c.child),
  };
}

function adoptedAlone(travellers: readonly Traveller[], window: Window, options: Options): Reading {
  const { children, within, percent } = indicator("A3", travellers, window, { ...options, among: "adopted" });
  const counted = indicator("A3", travellers, window, options).counted.filter((c) => c.inProcess !== undefined);
  return { indicator: "A3", reading: "Of adopted children alone", children, days: null, within, percent, affected: counted.map((c) => c.child) };
}

/**
 * With the children still going through the process on the window’s last day: a decision
 * stood, no order was made, and they were looked after. One not yet placed counts as not
 * within, and those of them who had waited less than 14 months so far are said beside it.
 */
function withThoseInProcess(travellers: readonly Traveller[], window: Window, options: Options): Reading {
  const { lastOn } = daysOf(window);
  const adopted = indicator("A3", travellers, window, options);
  const waiting = travellers.flatMap((t) => {
    const careStartedOn = inProcessOn(t.journey, lastOn);
    return careStartedOn === undefined ? [] : [{ child: t.child, careStartedOn, placed: t.journey.placed }];
  });
  const placedWithin = waiting.filter(({ careStartedOn, placed }) => "on" in placed && placed.on <= lastOn && within14Months(careStartedOn, placed.on, options));
  const early = waiting.filter((w) => !("on" in w.placed && w.placed.on <= lastOn) && lastOn < addMonths(w.careStartedOn, A3_MONTHS));
  const children = adopted.children + waiting.length;
  const within = adopted.within + placedWithin.length;
  return {
    indicator: "A3",
    reading: `With the ${waiting.length} children in care with a decision that stood on the last day; ${early.length} of them, not yet placed, had waited less than 14 months so far and are not counted as within`,
    children, days: null, within, percent: children === 0 ? null : (within * 100) / children,
    affected: waiting.map((w) => w.child),
  };
}
