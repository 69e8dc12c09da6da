import { dayInWords } from "../../dates/day.ts";
import { averageNeeded, averageNeededOf, together } from "../../scorecard/projection.ts";
import { roundHalfUp } from "../../scorecard/rounding.ts";
import { windowName } from "../../scorecard/window.ts";
import { capital, counted } from "../../words.ts";
import { windowSaid } from "./moving.ts";
import type { FigureTold, ForecastTold, IndicatorTold, ScrutinyTold } from "./told.ts";
import { childrenSaid, isNumber, measure, oneDecimal } from "./words.ts";

const YEARS = 3;

/**
 * What the years left must average for the window that the last ended year begins to meet the threshold: by equal years, and by
 * children where that many are expected. 535 days and a threshold of 426 leave 371.5.
 */
export function neededInWords({ code, years, windows }: Pick<IndicatorTold, "code" | "years" | "windows">, perYear: number | null): string | null {
  const threshold = windows.at(-1)?.threshold ?? null;
  const ended = years.at(-1);
  if (threshold === null || code === "A3" || ended === undefined) return null;
  if (ended.value === "x") return `What the next two years must average cannot be told: the figure of ${windowSaid(ended)} is not published.`;
  if (ended.value === null) return null;
  const window = windowName({ yearEnding: ended.window.yearEnding + YEARS - 1, years: YEARS });
  const known = `In ${windowSaid(ended)}, the last year to have ended, ${code} was ${measure(code, ended.value)}.`;
  const byYear = averageNeeded(threshold, YEARS, [ended.value])!;
  if (byYear < 0) return `${known} No average of the next two years would bring ${window} to the threshold of ${threshold} days, years counting alike.`;
  const byChild = perYear !== null && isNumber(ended.children) ? averageNeededOf(threshold, [{ children: ended.children, meanDays: ended.value }], perYear * (YEARS - 1)) : null;
  const alike = `For ${window} to meet the threshold of ${threshold} days, the next two years must average ${oneDecimal(byYear)} days, if each year counts alike`;
  return `${known} ${alike}${byChild === null || byChild < 0 ? "" : `; or ${oneDecimal(byChild)} days, if ${counted(perYear ?? 0, "child is", "children are")} adopted in each of them and every child counts alike`}.`;
}

/** The children placed and not adopted, whose averages nothing can change now, and what they make of the last year’s figure. */
export function placedInWords({ placed, indicators }: Pick<ScrutinyTold, "placed" | "indicators">): readonly string[] {
  if (placed.children === 0 || placed.children === null) return ["No child is placed for adoption without an adoption order."];
  const of = (code: "A1" | "A2"): string | null => {
    const value = placed[code];
    const last = indicators.find((told) => told.code === code)?.years.at(-1);
    if (!isNumber(value)) return null;
    // Said without how many they are, where that is not told.
    const fixed = `Their ${code} is ${measure(code, value)} on average, and no longer changes.`;
    return last === undefined || !isNumber(last.value) || !isNumber(last.children) || !isNumber(placed.children) ? fixed : `${fixed} ${effectInWords(code, value, placed.children, last)}`;
  };
  const averages = (["A1", "A2"] as const).flatMap((code) => of(code) ?? []);
  if (!isNumber(placed.children)) return [`How many children are placed without an adoption order is not published: ${placed.publishedOn === undefined ? "they are a few, or a few could be told from it" : `beside what was published on ${dayInWords(placed.publishedOn)} it would tell of a few`}.`, ...averages];
  return [
    `${counted(placed.children, "child is", "children are")} placed with adoptive families and ${placed.children === 1 ? "has" : "have"} no adoption order yet. They count in no figure until the order is made, and then with every day they waited.`,
    ...averages,
  ];
}

function effectInWords(code: "A1" | "A2", value: number, children: number, last: FigureTold): string {
  const [year, days] = [windowSaid(last), last.value as number];
  const both = roundHalfUp(together([{ children: last.children as number, meanDays: days }, { children, meanDays: value }]).meanDays);
  const beside = value === days ? `the same as the average of ${year}` : `${counted(Math.abs(value - days), "day")} ${value > days ? "longer" : "shorter"} than the average of ${year}, ${measure(code, days)}`;
  const then = both === days ? "they would leave the average as it is" : `the average of the two together would be ${measure(code, both)}, so their orders will make the figure ${both > days ? "longer" : "shorter"}`;
  return `That is ${beside}: ${value === days ? "" : "if they joined that year’s children, "}${then}.`;
}

/** What a forecast is not for; said wherever one is shown. */
export const FORECAST_IS_NOT = "A forecast is a range learnt from how long children have waited before. It is no target and no promise, it says nothing of any one child, and nobody is to be given more or less effort because of it.";

/** The likely figures with their ranges, window by window. */
export function forecastInWords({ indicator, ranges }: ForecastTold): string {
  const said = ranges.map(({ window, likely, low, high }) => `${windowName(window)} about ${likely} days (${low} to ${high})`);
  return said.length === 0 ? `Nothing can be said of ${indicator}: too few adoptions are expected.` : `${indicator}, three-year averages: ${said.join("; ")}.`;
}

/** How many are adopted in a year, over the last years of which it may be told: “Between 40 and 50 of the children were adopted in each of the last 4 years”. */
export function adoptedInWords({ authority, adopted, soFar }: Pick<ScrutinyTold, "authority" | "adopted" | "soFar">): string {
  const known = adopted.slice(adopted.findLastIndex(({ children }) => !isNumber(children)) + 1).flatMap(({ children }) => (isNumber(children) ? [children] : []));
  const running = soFar === null || !isNumber(soFar.children) ? "" : ` From 1 April to ${dayInWords(soFar.until)}, ${childrenSaid(soFar.children)} ${soFar.children === 1 ? "was" : "were"}.`;
  if (known.length === 0) return `A small number of ${authority}’s children are adopted each year.${running}`;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const span = `in ${known.length === 1 ? windowSaid(adopted.at(-1)!) : `each of the last ${known.length} years to have ended`}`;
  return `${least === most ? `${capital(childrenSaid(least))} of ${authority} ${least === 1 ? "was" : "were"}` : `Between ${least} and ${most} of ${authority}’s children were`} adopted ${span}.${running}`;
}

/** What is expected of a whole year: as many as in the years of the report’s window, on average. */
export function perYearOf(adopted: ScrutinyTold["adopted"]): number | null {
  const last = adopted.slice(-YEARS).map(({ children }) => children);
  return last.length === 0 || !last.every(isNumber) ? null : roundHalfUp(last.reduce((sum, n) => sum + n, 0) / last.length);
}
