import { dayInWords } from "../../dates/day.ts";
import { gapInWords } from "../../scorecard/gap.ts";
import { meets } from "../../scorecard/thresholds.ts";
import { type IndicatorCode, windowName } from "../../scorecard/window.ts";
import { capital, counted } from "../../words.ts";
import type { FigureTold, IndicatorTold } from "./told.ts";
import { changeSaid, childrenSaid, isNumber, measure } from "./words.ts";

export const windowSaid = ({ window }: Pick<FigureTold, "window">): string => windowName(window);

/** What the figure of the report’s window is, how many were adopted in it where that is wanted, and whether it meets its threshold. */
export function figureInWords({ code, windows }: Pick<IndicatorTold, "code" | "windows">, authority: string, withAdopted = true): string {
  const now = windows.at(-1);
  if (now === undefined || now.value === null) return `Nobody is counted in ${authority}’s ${code} for the window, so there is no figure.`;
  if (now.value === "x") return `${authority}’s ${code} for ${windowSaid(now)} is not published: ${now.publishedOn === undefined ? "a few children could be told from it" : `beside what was published on ${dayInWords(now.publishedOn)} it would tell of a few children`}.`;
  const adopted = now.children === "x" || !withAdopted ? "" : ` ${capital(childrenSaid(now.children))} ${now.children === 1 ? "was" : "were"} adopted in ${now.window.years === 1 ? "that year" : "those years"}.`;
  const figure = `From the authority’s own record, ${code} for ${windowSaid(now)} is ${measure(code, now.value)}.${adopted}`;
  return [figure, verdictInWords(code, now)].filter((part) => part !== "").join(" ");
}

function verdictInWords(code: IndicatorCode, { value, threshold }: FigureTold): string {
  if (code === "A3" || threshold === null || !isNumber(value)) return "";
  const by = Math.abs(value - threshold);
  if (meets(value, threshold)) return by === 0 ? `That meets the threshold of ${threshold} days exactly.` : `That meets the threshold of ${threshold} days, by ${counted(by, "day")}.`;
  return `That does not meet the threshold of ${threshold} days: it is ${counted(by, "day")} over.`;
}

/** What became of the figure and its gap since the window before: a figure may get shorter while the gap widens, and both are said. */
export function changeInWords({ code, windows }: Pick<IndicatorTold, "code" | "windows">): string | null {
  const [before, now] = windows.slice(-2);
  if (before === undefined || now === undefined || !isNumber(before.value) || !isNumber(now.value)) return null;
  const change = now.value - before.value;
  const better = code === "A3" ? change > 0 : change < 0;
  const points = (n: number): string => (code === "A3" ? counted(n, "percentage point") : counted(n, "day"));
  const moved = change === 0 ? `It is the same as in ${windowSaid(before)}.` : `It is ${points(Math.abs(change))} ${change < 0 ? "fewer" : "more"} than in ${windowSaid(before)} (${measure(code, before.value)}), which is ${better ? "better" : "poorer"}.`;
  if (now.threshold === null || before.threshold === null) return moved;
  return `${moved} ${gapInWords({ days: now.value, threshold: now.threshold }, { days: before.value, threshold: before.threshold }, windowSaid(before))}.`;
}

/**
 * Why it moved, from the report’s own figures: the year that left the window and the year that came in, each weighing as many as
 * were adopted in it. Where more of an improvement comes of the year that left, that is said: it is not that children have come
 * to wait less.
 */
export function whyInWords({ code, windows, years }: Pick<IndicatorTold, "code" | "windows" | "years">): string | null {
  if (code === "A3") return null;
  const [before, now] = windows.slice(-2);
  if (before === undefined || now === undefined || !isNumber(before.value) || !isNumber(now.value) || !isNumber(now.children) || now.children === 0) return null;
  const of = (yearEnding: number): FigureTold | undefined => years.find(({ window }) => window.yearEnding === yearEnding);
  const [left, came] = [of(before.window.yearEnding - before.window.years + 1), of(now.window.yearEnding)];
  if (left === undefined || came === undefined) return null;
  if (now.value === before.value) return null;
  if ([left, came].some(({ value, children }) => value === "x" || children === "x")) return "Why it moved cannot be told: a year that left the window, or came into it, is not published, for a few children could be told from it.";
  const part = ({ value, children }: FigureTold, sign: 1 | -1): number => (isNumber(value) && isNumber(children) ? (sign * children * (value - (before.value as number))) / (now.children as number) : 0);
  const [byLeft, byCame] = [part(left, -1), part(came, 1)];
  const year = (figure: FigureTold, did: string, by: number): string =>
    !isNumber(figure.value) ? `${windowSaid(figure)} ${did}, with nobody in it` : `${windowSaid(figure)} ${did}, with ${childrenSaid(figure.children)} at ${measure(code, figure.value)} on average (about ${changeSaid(by)})`;
  return [`${year(left, "left the window", byLeft)}; ${year(came, "came into it", byCame)}.`, mostlyInWords(byLeft, byCame)].filter((text) => text !== "").join(" ");
}

function mostlyInWords(byLeft: number, byCame: number): string {
  const change = byLeft + byCame;
  if (Math.round(change) === 0) return "";
  if (change < 0 && byLeft < byCame) return byCame >= 0 ? "The improvement comes wholly of an earlier year’s no longer being counted." : "The improvement comes mainly of an earlier year’s no longer being counted.";
  if (change < 0) return "The improvement comes mainly of the year that came in.";
  return byCame > byLeft ? "The figure is longer mainly because of the year that came in." : "The figure is longer mainly because an earlier, shorter year is no longer counted.";
}

