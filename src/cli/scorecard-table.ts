import { dayInWords } from "../domain/dates/day.ts";
import { assumedBy } from "../domain/scorecard/assumptions.ts";
import { type Choices, USUAL } from "../domain/scorecard/choices.ts";
import type { Reading } from "../domain/scorecard/readings.ts";
import { quotient } from "../domain/scorecard/rounding.ts";
import type { Scorecard } from "../domain/scorecard/scorecard.ts";
import { meets, type Thresholds } from "../domain/scorecard/thresholds.ts";
import { daysOf, INDICATOR_CODES, type IndicatorCode, INDICATORS, windowName } from "../domain/scorecard/window.ts";
import { columns } from "./columns.ts";
import { plural } from "./problems.ts";

export interface Shown {
  readonly scorecard: Scorecard;
  readonly thresholds: Readonly<Record<IndicatorCode, Thresholds>>;
  /** How an authority’s record is read; as usual where there is none. */
  readonly choices?: Choices;
}

/** The scorecard for a person to read: figures, what they are made of, and everything left out. */
export function scorecardTable({ scorecard, thresholds, choices = USUAL }: Shown): string {
  const { window, adopted, notCounted, readings, bias } = scorecard;
  const { firstOn, lastOn } = daysOf(window);
  const parts = [
    `Scorecard ${windowName(window)}: ${plural(adopted, "child", "children")} adopted from ${dayInWords(firstOn)} to ${dayInWords(lastOn)}`,
    columns([["", "Figure", "Children", "Threshold"], ...INDICATOR_CODES.map((code) => figureRow(code, scorecard, thresholds[code]))]),
    INDICATOR_CODES.map((code) => `  ${code.padEnd(3)}  ${INDICATORS[code]}`).join("\n"),
    ...(bias === null ? [] : [bias]),
    ...thresholdNotes(thresholds, window.years),
    section("Not counted", notCounted.length === 0 ? ["  nobody"] : [columns(notCountedRows(notCounted))]),
    section("By other readings of the definitions", readings.map((r) => `  ${r.indicator}  ${readingInWords(r)}`)),
    section("Assumed, where the published definitions leave a point open", assumedBy(choices).map((a) => `  ${a.indicators.join(", ")}: ${a.assumed}`)),
  ];
  return parts.join("\n\n");
}

/** A child left out of several figures for one reason is one line. */
function notCountedRows(notCounted: Scorecard["notCounted"]): string[][] {
  const lines = Map.groupBy(notCounted, (n) => `${n.child}\n${n.reason}`);
  return [...lines.values()].map((same) => [same[0]?.child ?? "", same.map((n) => n.indicator).join(", "), same[0]?.reason ?? ""]);
}

const section = (title: string, lines: readonly string[]): string => [`${title}:`, ...lines].join("\n");

function figureRow(code: IndicatorCode, { figures, window }: Scorecard, { days: threshold }: Thresholds): string[] {
  if (code === "A3") {
    const { children, within } = figures.A3;
    return [code, percentInWords(within, children), `${within} of ${children}`, ""];
  }
  const { children, days } = figures[code];
  return [code, days === null ? "no figure" : plural(days, "day"), String(children), thresholdInWords(days, threshold, window.years)];
}

/** Thresholds are for three-year averages: no other window is judged by them. */
function thresholdInWords(days: number | null, threshold: number | null, years: number): string {
  if (threshold === null) return "none";
  if (years !== 3) return `${threshold} days over three years, not judged`;
  return days === null ? `${threshold} days` : `${threshold} days, ${meets(days, threshold) ? "met" : "not met"}`;
}

const percentInWords = (within: number, children: number): string => (children === 0 ? "no figure" : `${quotient(within * 100, children, 2).toFixed(2)}%`);

function thresholdNotes(thresholds: Shown["thresholds"], years: number): string[] {
  const conflicts = INDICATOR_CODES.filter((code) => code !== "A10" && thresholds[code].conflict);
  return [
    ...(years === 3 ? [] : [`Thresholds are set for windows of three years: ${years === 1 ? "a single year" : `a window of ${plural(years, "year")}`} is not judged by them.`]),
    ...conflicts.map((code) => `${code}: ${thresholds[code].note}`),
  ];
}

function readingInWords({ reading, children, days, within, affected }: Reading): string {
  const figure = days !== null ? plural(days, "day") : `${percentInWords(within ?? 0, children)} (${within} of ${children})`;
  return `${figure}. ${reading}. ${affected.length === 0 ? "No child is counted differently" : `Counted differently: ${plural(affected.length, "child", "children")}`}`;
}
