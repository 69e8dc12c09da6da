import { BARRIERS } from "../../domain/chronology/codes.ts";
import type { FigureCell, FigureTable } from "../../domain/documents/figures-book.ts";
import { assumedBy } from "../../domain/scorecard/assumptions.ts";
import { roundHalfUp } from "../../domain/scorecard/rounding.ts";
import { STAGES } from "../../domain/scorecard/stages.ts";
import { countToldAs, daysToldAs, isExact, type Telling, tellingOfCount, tellingOfFigure } from "../../domain/scorecard/suppression.ts";
import { INDICATOR_CODES, type IndicatorCode, INDICATORS, windowName } from "../../domain/scorecard/window.ts";
import { CLOSED, type ScorecardPage } from "../open-scorecard.ts";
import type { SpanFigures } from "../scorecard-quarters.ts";
import { isJudged, SUPPRESSED, toldOfFigure, verdict, windowInWords } from "../scorecard-words.ts";
import { MOVING } from "../scorecard-why.ts";
import { aboutCell, childrenCell, countCell, figureCell, localIds, recordIdsOf } from "./cells.ts";

const SHARE = "A3 is in whole per cent, the others in days.";
const BY_CODE = INDICATOR_CODES.flatMap((code) => [`${code}, ${code === "A3" ? "%" : "days"}`, `${code} children`]);
const byCode = (figures: SpanFigures["figures"], telling: Telling): readonly FigureCell[] => INDICATOR_CODES.flatMap((code) => [figureCell(code, figures, telling), childrenCell(code, figures, telling)]);

/** Every table of the scorecard’s first page. */
export const scorecardTables = (page: ScorecardPage): readonly FigureTable[] =>
  [figures(page), trend(page), quarters(page), moved(page), stages(page), notCounted(page), readings(page), assumptions(page)];

function figures({ scorecard: { figures: of, window }, telling, thresholds }: ScorecardPage): FigureTable {
  return {
    key: "figures", name: "Figures", note: `${SHARE} A threshold is for three-year averages.`,
    heads: ["Indicator", "What it is", "Years", "Figure", "Children counted", "Threshold, days", "Threshold from", "Verdict"],
    rows: INDICATOR_CODES.map((code) => [
      code, INDICATORS[code], windowName(window), figureCell(code, of, telling), childrenCell(code, of, telling), thresholds[code].days, thresholds[code].note, verdict(code, of, thresholds[code], window, telling).words,
    ]),
  };
}

function trend({ trend: points, today, scorecard: { window } }: ScorecardPage): FigureTable {
  const limits = isJudged(window) ? (["A1", "A2"] as const) : [];
  return {
    key: "trend", name: "By window", heads: ["Years", ...BY_CODE, ...limits.map((code) => `${code} threshold, days`)], note: SHARE,
    rows: points.map(({ yearEnding, figures: of, telling, thresholds }) => [windowInWords({ yearEnding, years: window.years }, today), ...byCode(of, telling), ...limits.map((code) => thresholds[code].days)]),
  };
}

function quarters({ byQuarter: { quarters: all, year } }: ScorecardPage): FigureTable {
  const isHidden = (code: IndicatorCode): boolean => all.some(({ figures: of, telling }) => toldOfFigure(code, of, telling) === "none");
  const row = (name: string, { figures: of, telling }: SpanFigures, hides: (code: IndicatorCode) => boolean): readonly FigureCell[] =>
    [name, ...INDICATOR_CODES.flatMap((code) => (hides(code) ? [SUPPRESSED, SUPPRESSED] : [figureCell(code, of, telling), childrenCell(code, of, telling)]))];
  return {
    key: "quarters", name: "By quarter", heads: ["Adopted in", ...BY_CODE], note: `${SHARE} A quarter has few children: thresholds are not set for it.`,
    rows: all.length === 0 ? [] : [
      ...all.map((quarter) => row(`${windowName(quarter.window)}${quarter.isSoFar ? ", so far" : ""}`, quarter, isHidden)),
      row(year.isSoFar ? "Year to date" : "The year", year, () => false),
    ],
  };
}

function moved({ moved: all, scorecard: { window } }: ScorecardPage): FigureTable {
  const whole = (days: number): number => roundHalfUp(days) + 0;
  return {
    key: "moved", name: "Why it moved", note: window.years === 1 ? "A single year is a window of itself: no part of it stays from one to the next." : "A year’s part is how far its children lie from the earlier average, over the children now in the window; below nought is fewer days.",
    heads: window.years === 1 ? ["Indicator", windowName({ ...window, yearEnding: window.yearEnding - 1 }), windowName(window)] : ["Indicator", windowName({ ...window, yearEnding: window.yearEnding - 1 }), `${windowName({ yearEnding: window.yearEnding - window.years, years: 1 })} left`, `${windowName({ yearEnding: window.yearEnding, years: 1 })} came`, windowName(window)],
    rows: MOVING.map((code) => {
      const why = all[code];
      if (why === null) return [code, "nobody to count"];
      if (window.years === 1) return why === "not-told" ? [code, SUPPRESSED, SUPPRESSED] : [code, whole(why.before.meanDays), whole(why.after.meanDays)];
      return why === "not-told" ? [code, SUPPRESSED, SUPPRESSED, SUPPRESSED, SUPPRESSED] : [code, whole(why.before.meanDays), whole(why.left.movedBy), whole(why.came.movedBy), whole(why.after.meanDays)];
    }),
  };
}

function stages({ went, telling, barriers }: ScorecardPage): FigureTable {
  const closedOf = (children: readonly { readonly child: string }[]): number => children.filter(({ child }) => child === CLOSED).length;
  const told = (children: readonly { readonly child: string }[], as: Telling): FigureCell => countCell(countToldAs(children.length - closedOf(children), closedOf(children), as));
  const inWords = (stage: string | null): string =>
    barriers.filter((b) => b.stage === stage).map(({ barrier, open, closed }) => `${BARRIERS[barrier]} (${countToldAs(open, closed, telling === "whole" ? "all" : tellingOfCount(closed))})`).join("; ");
  return {
    key: "stages", name: "Where the days went", heads: ["Stage", "Average days", "Children", "A day is missing", "Barriers recorded in it"], note: "No day is in two stages. They add up to the whole way, but for the rounding of each, where no day between is missing.",
    rows: [
      ...went.stages.map(({ stage, counted, lacking, meanDays }): readonly FigureCell[] => {
        const as = tellingOfFigure(telling, closedOf(counted));
        return [STAGES[stage], aboutCell(meanDays === null ? null : daysToldAs(roundHalfUp(meanDays), as), as), told(counted, as), told(lacking, telling), inWords(stage)];
      }),
      ...(barriers.some(({ stage }) => stage === null) ? [["On days in no known stage", null, null, null, inWords(null)]] : []),
    ],
  };
}

function notCounted({ scorecard: { notCounted: all }, telling, recordIds }: ScorecardPage): FigureTable {
  const reasons = [...new Set(all.map(({ reason }) => reason))];
  return {
    key: "not-counted", name: "Not counted", children: recordIdsOf(all.map(({ child }) => child), recordIds), heads: ["Why", ...INDICATOR_CODES, "Children"], note: "Children adopted in the window whom a figure leaves out; those whose records the person may not open are in the numbers alone.",
    rows: reasons.map((reason) => {
      const of = all.filter((n) => n.reason === reason);
      const cell = (code: IndicatorCode): FigureCell => {
        const [open, closed] = [of.filter((n) => n.indicator === code && n.child !== CLOSED).length, of.filter((n) => n.indicator === code && n.child === CLOSED).length];
        return open + closed === 0 ? null : countCell(countToldAs(open, closed, telling));
      };
      return [reason, ...INDICATOR_CODES.map(cell), localIds(of.map(({ child }) => child))];
    }),
  };
}

function readings({ scorecard: { readings: all }, telling }: ScorecardPage): FigureTable {
  const closed = (affected: readonly string[]): number => affected.filter((child) => child === CLOSED).length;
  const told = all.filter(({ affected }) => isExact(telling) && isExact(tellingOfFigure(telling, closed(affected))));
  return {
    key: "readings", name: "Other readings", heads: ["Indicator", "Reading", "Figure", "Children", "Treated differently"], note: "What a figure would be where a definition leaves a point open and it is read the other way.",
    rows: told.map(({ indicator, reading, days, percent, children, affected }) => [indicator, reading, days ?? (percent === null ? null : roundHalfUp(percent)), children, affected.length]),
  };
}

const assumptions = ({ choices }: ScorecardPage): FigureTable => ({
  key: "assumptions", name: "Assumed", heads: ["Indicators", "Assumed", "What is open"], note: "",
  rows: assumedBy(choices).map(({ indicators, assumed, open }) => [indicators.join(", "), assumed, open]),
});
