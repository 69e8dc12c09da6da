import { addMonths, type Day } from "../dates/day.ts";
import { contains } from "../dates/period.ts";
import { A3_MONTHS, adoptedIn, indicator, type Traveller, within14Months } from "./indicators.ts";
import type { Journey } from "./journey.ts";
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

/** The readings the sources leave open, for one window. A2’s only where a child had two orders. */
export function readingsOf(travellers: readonly Traveller[], window: Window): readonly Reading[] {
  return [...lastOrder(travellers, window), in426Days(travellers, window), withThoseInProcess(travellers, window)];
}

function lastOrder(travellers: readonly Traveller[], window: Window): readonly Reading[] {
  const twice = adoptedIn(travellers, window).filter((t) => t.journey.laterPlacementOrders.length > 0).map((t) => t.child);
  if (twice.length === 0) return [];
  const { children, days } = indicator("A2", travellers, window, { order: "last" });
  return [{
    indicator: "A2", reading: "From the last placement order, where there was more than one", children, days,
    within: null, percent: null, affected: twice,
  }];
}

function in426Days(travellers: readonly Traveller[], window: Window): Reading {
  const { children, within, percent, counted } = indicator("A3", travellers, window, { fourteenMonths: "426-days" });
  const differs = counted.filter((c) => within14Months(c.fromOn, c.toOn) !== within14Months(c.fromOn, c.toOn, { fourteenMonths: "426-days" }));
  return {
    indicator: "A3", reading: "14 months taken as 426 days", children, days: null, within, percent,
    affected: differs.map((c) => c.child),
  };
}

/**
 * With the children still going through the process on the window’s last day: a decision
 * stood, no order was made, and they were looked after. One not yet placed counts as not
 * within, and those of them who had waited less than 14 months so far are said beside it.
 */
function withThoseInProcess(travellers: readonly Traveller[], window: Window): Reading {
  const { lastOn } = daysOf(window);
  const adopted = indicator("A3", travellers, window);
  const waiting = travellers.flatMap((t) => {
    const careStartedOn = inProcessOn(t.journey, lastOn);
    return careStartedOn === undefined ? [] : [{ child: t.child, careStartedOn, placed: t.journey.placed }];
  });
  const placedWithin = waiting.filter(({ careStartedOn, placed }) => "on" in placed && placed.on <= lastOn && within14Months(careStartedOn, placed.on));
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

/** When a child who was in the process on a day had entered care; nothing for one who was not, or whose start is unknown. */
function inProcessOn(j: Journey, on: Day): Day | undefined {
  if ("missing" in j.careStarted || j.careStarted.on > on) return undefined;
  if (j.adoptedOn !== null && j.adoptedOn <= on) return undefined;
  if (j.careEndedOn !== null && j.careEndedOn <= on) return undefined;
  return j.decisions.some((d) => contains(d, on)) ? j.careStarted.on : undefined;
}
