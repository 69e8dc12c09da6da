import { type Day, earliest, yearEndingOf } from "../dates/day.ts";
import type { Choices } from "../scorecard/choices.ts";
import { type ChildEntries, EVENT_CODES, EVENTS, type Happenings, inSpan, STANDING, standingOn } from "../scorecard/counts.ts";
import { adoptedIn, type FigureOf, figuresIn, type Traveller } from "../scorecard/indicators.ts";
import { quotient, roundHalfUp } from "../scorecard/rounding.ts";
import { daysToldAs, isExact, percentToldAs, type Telling, tellingOfAsAt, tellingOfCount, tellingOfFigure, toNearest5 } from "../scorecard/suppression.ts";
import { meets } from "../scorecard/thresholds.ts";
import { daysOf, INDICATOR_CODES, type IndicatorCode, INDICATORS, windowName } from "../scorecard/window.ts";
import { type Reads, READS_CODES, type ReportingRow } from "./rows.ts";

/** Which children’s records a reader opens: the others are those from whom figures must not tell. */
export type Opens = Readonly<Record<Reads, (child: string) => boolean>>;

const LENGTHS = [1, 3] as const;
/** Counts go back as far as the page of counts offers: the year that runs and five before it. */
const YEARS_COUNTED = 6;

/**
 * Each indicator for every window in which a child was adopted, as each kind of reader is told it. A report keeps yesterday’s
 * figures beside today’s, and they can be subtracted, so they are told as those of an earlier day are (`tellingOfAsAt`).
 */
export function indicatorRows(travellers: readonly Traveller[], choices: Choices, opens: Opens, thresholdOf: (code: IndicatorCode, yearEnding: number) => number | null, today: Day): readonly ReportingRow[] {
  const years = travellers.flatMap(({ journey: { adoptedOn } }) => (adoptedOn === null ? [] : [yearEndingOf(adoptedOn)]));
  if (years.length === 0) return [];
  const last = Math.max(yearEndingOf(today), ...years);
  const endings = Array.from({ length: last - Math.min(...years) + 1 }, (_, i) => last - i);
  const closedFor = Object.fromEntries(READS_CODES.map((reads) => [reads, travellers.flatMap(({ child, journey: { adoptedOn } }) => (adoptedOn === null || opens[reads](child) ? [] : [adoptedOn]))])) as Record<Reads, Day[]>;
  return endings.flatMap((yearEnding) => LENGTHS.flatMap((length) => {
    const window = { yearEnding, years: length };
    const figures = figuresIn(travellers, window, choices);
    const adopted = adoptedIn(travellers, window).length;
    return READS_CODES.flatMap((reads) => {
      const telling: Telling = reads === "whole" ? "whole" : tellingOfAsAt(closedFor[reads], window);
      return INDICATOR_CODES.map((code) => {
        const told = tellingOfFigure(telling, figures[code].counted.filter(({ child }) => !opens[reads](child)).length);
        const threshold = length === 3 ? thresholdOf(code, yearEnding) : null;
        return { toldAs: reads, indicator: code, indicatorName: INDICATORS[code], yearEnding, years: length, windowName: windowName(window), thresholdDays: threshold, ...toldFigure(figures[code], adopted, told, threshold) };
      });
    });
  }));
}

function toldFigure(figure: FigureOf[IndicatorCode], adopted: number, telling: Telling, threshold: number | null): ReportingRow {
  const isTold = telling !== "none";
  const count = (n: number): number | null => (!isTold ? null : isExact(telling) ? n : toNearest5(n));
  const days = "days" in figure && figure.days !== null && isTold ? daysToldAs(figure.days, telling) : null;
  return {
    telling, adopted: count(adopted), children: count(figure.children), days,
    meanDays: "totalDays" in figure && figure.children > 0 && isExact(telling) ? quotient(figure.totalDays, figure.children, 3) : null,
    within: "within" in figure ? count(figure.within) : null,
    percent: !("within" in figure) || figure.children === 0 || !isTold ? null : isExact(telling) ? quotient(figure.within * 100, figure.children, 2) : percentToldAs(roundHalfUp((figure.within * 100) / figure.children), "coarse"),
    meets: days === null || threshold === null ? null : meets(days, threshold),
  };
}

/** A year or a quarter (0: the whole year) that is counted, as far as it has come. */
export interface Span {
  readonly yearEnding: number;
  readonly quarter: 0 | 1 | 2 | 3 | 4;
  readonly from: Day;
  readonly to: Day;
  readonly isRunning: boolean;
}

/** The years counted and their quarters, those that have begun. */
export function spansUntil(today: Day): readonly Span[] {
  const last = yearEndingOf(today);
  return Array.from({ length: YEARS_COUNTED }, (_, i) => last - i).flatMap((yearEnding) => ([0, 1, 2, 3, 4] as const).flatMap((quarter): Span[] => {
    const { firstOn: from, lastOn } = daysOf({ yearEnding, years: 1, ...(quarter === 0 ? {} : { quarter }) });
    return from > today ? [] : [{ yearEnding, quarter, from, to: earliest(lastOn, today), isRunning: lastOn > today }];
  }));
}

/** What happened in a span, and who waited at its end, as each kind of reader is told it. A span at a time: it takes a while. */
export function countRows(children: readonly ChildEntries[], happenings: Happenings, opens: Opens, { yearEnding, quarter, from, to, isRunning }: Span): readonly ReportingRow[] {
  const standing = standingOn(children, to);
  const counted = [
    ...EVENT_CODES.map((event) => ({ event, eventName: EVENTS[event] as string, ids: inSpan(happenings[event], { from, to }) })),
    ...(["A9", "A14"] as const).map((event) => ({ event, eventName: STANDING[event] as string, ids: standing[event] })),
  ];
  return READS_CODES.flatMap((toldAs) => counted.map(({ event, eventName, ids }) => {
    const closed = new Set(ids.filter((id) => !opens[toldAs](id))).size;
    const telling: Telling = toldAs === "whole" ? "whole" : tellingOfCount(closed);
    return { toldAs, event, eventName, yearEnding, quarter, fromOn: from, toOn: to, running: isRunning, telling, count: telling === "none" ? null : isExact(telling) ? ids.length : toNearest5(ids.length) };
  }));
}
