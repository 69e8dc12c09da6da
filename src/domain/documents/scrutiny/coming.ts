import { averageNeeded, averageNeededOf, together } from "../../scorecard/projection.ts";
import { roundHalfUp } from "../../scorecard/rounding.ts";
import { windowName } from "../../scorecard/window.ts";
import { counted } from "../../words.ts";
import { windowSaid } from "./moving.ts";
import type { Cell, FigureTold, ForecastTold, IndicatorTold, ScrutinyTold } from "./told.ts";
import { childrenSaid, isNumber, measure, oneDecimal } from "./words.ts";

const YEARS = 3;

/**
 * What the years left must average for the window that the last ended year begins to meet the threshold: by equal years, and by
 * children where that many are expected. 535 days and a threshold of 426 leave 371.5.
 */
export function neededInWords({ code, years, windows }: Pick<IndicatorTold, "code" | "years" | "windows">, perYear: Cell): string | null {
  const threshold = windows.at(-1)?.threshold ?? null;
  const ended = years.findLast(({ soFar }) => !soFar);
  if (threshold === null || code === "A3" || ended === undefined) return null;
  if (ended.value === "x") return `What the next two years must average cannot be told: the figure of ${windowSaid(ended)} is not published.`;
  if (ended.value === null) return null;
  const window = windowName({ yearEnding: ended.window.yearEnding + YEARS - 1, years: YEARS });
  const known = `In ${windowSaid(ended)}, the last year to have ended, ${code} was ${measure(code, ended.value)}.`;
  const byYear = averageNeeded(threshold, YEARS, [ended.value])!;
  if (byYear < 0) return `${known} No average of the next two years would bring ${window} to the threshold of ${threshold} days, years counting alike.`;
  const byChild = isNumber(perYear) && isNumber(ended.children) ? averageNeededOf(threshold, [{ children: ended.children, meanDays: ended.value }], perYear * (YEARS - 1)) : null;
  const alike = `For ${window} to meet the threshold of ${threshold} days, the next two years must average ${oneDecimal(byYear)} days, if each year counts alike`;
  return `${known} ${alike}${byChild === null || byChild < 0 ? "" : `; or ${oneDecimal(byChild)} days, if ${isNumber(perYear) ? counted(perYear, "child is", "children are") : ""} adopted in each of them and every child counts alike`}.`;
}

/** The children placed and not adopted, whose averages nothing can change now, and what they make of the last year’s figure. */
export function placedInWords({ placed, indicators }: Pick<ScrutinyTold, "placed" | "indicators">): readonly string[] {
  if (placed.children === 0 || placed.children === null) return ["No child is placed for adoption without an adoption order."];
  if (placed.children === "x") return ["How many children are placed without an adoption order, and their averages, are not published: there are too few of them."];
  const of = (code: "A1" | "A2"): string | null => {
    const { value, children } = placed[code];
    const last = indicators.find((told) => told.code === code)?.years.findLast(({ soFar }) => !soFar);
    if (!isNumber(value) || !isNumber(children)) return null;
    const fixed = `Their ${code} is ${measure(code, value)} on average, and no longer changes.`;
    return last === undefined || !isNumber(last.value) || !isNumber(last.children) ? fixed : `${fixed} ${effectInWords(code, value, children, last)}`;
  };
  return [
    `${counted(placed.children, "child is", "children are")} placed with adoptive families and ${placed.children === 1 ? "has" : "have"} no adoption order yet. They count in no figure until the order is made, and then with every day they waited.`,
    ...(["A1", "A2"] as const).flatMap((code) => of(code) ?? []),
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

/** How many are adopted in a year, over the years that have ended: “Between 40 and 50 children were adopted in each of the last 4 years”. */
export function adoptedInWords({ authority, adopted }: Pick<ScrutinyTold, "authority" | "adopted">): string {
  const ended = adopted.filter(({ soFar }) => !soFar);
  const known = ended.flatMap(({ children }) => (isNumber(children) ? [children] : []));
  if (known.length < ended.length || known.length === 0) return `A small number of ${authority}’s children are adopted each year.`;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const span = `in ${known.length === 1 ? windowSaid(ended[0]!) : `each of the last ${known.length} years`}`;
  const running = adopted.find(({ soFar }) => soFar);
  const sofar = running === undefined || !isNumber(running.children) ? "" : ` So far in ${windowName(running.window)}: ${childrenSaid(running.children)}.`;
  return `${least === most ? counted(least, "child was", "children were") : `Between ${least} and ${most} of ${authority}’s children were`} adopted ${span}.${sofar}`;
}
