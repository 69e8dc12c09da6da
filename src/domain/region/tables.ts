import { dayInWords } from "../dates/day.ts";
import { daysOf, preceding, type Quarter, quarterCode, quarterInWords, quartersTo } from "../dates/quarter.ts";
import { USUAL } from "../scorecard/choices.ts";
import { indicator } from "../scorecard/indicators.ts";
import type { PipelineStage } from "../scorecard/pipeline.ts";
import { EDITIONS, type Edition } from "./editions.ts";
import { FAMILY_CODES, happenedIn, onTheWay, PIPELINE_STAGES, REGION_EVENTS, type RegionAuthority, type RegionEvent, regionHappenings } from "./region.ts";
import { averageOfAll, averagePrinted, countPrinted, NOT_TOLD, regionPrinted, shareOfAll, sharePrinted } from "./rounded.ts";

/** Stands for all authorities together where a key names an authority. */
export const REGION = "region";
/** The averages of a pack. A10 is none of them: beside A1 it would tell of the few adopted by their own carers. */
export type MeanCode = "A1" | "A2";
export const MEANS: readonly MeanCode[] = ["A1", "A2"];

/** By which key a number of a pack is told. `scope` is an authority’s code or REGION; `when` a span’s code. */
export const eventKey = (code: RegionEvent, scope: string, when: string): string => `${code}/${scope}/${when}`;
export const standingKey = (stage: PipelineStage | "all", scope: string): string => `standing/${stage}/${scope}`;
export const meanKey = (code: MeanCode, scope: string): string => `${code}/${scope}`;
export const shareKey = (scope: string): string => `A3/${scope}`;

/** One column of what happened: a quarter, or a half-year. */
export interface Span {
  readonly code: string;
  readonly label: string;
  readonly quarters: readonly Quarter[];
}

/** The last quarter of a rounded pack: a half-year’s, to September or March, so that no two packs’ columns overlap but those that are the same. */
export const endOfHalfYear = (last: Quarter): Quarter => (last.number % 2 === 0 ? last : preceding(last));

/** The columns of an edition, up to and with the last quarter. */
export function spansOf(edition: Edition, last: Quarter): readonly Span[] {
  if (edition === "operations") return [{ code: quarterCode(last), label: quarterInWords(last), quarters: [last] }];
  const quarters = quartersTo(endOfHalfYear(last), EDITIONS[edition].halfYears * 2);
  return Array.from({ length: EDITIONS[edition].halfYears }, (_, i) => halfYear(quarters[2 * i]!, quarters[2 * i + 1]!));
}

function halfYear(first: Quarter, second: Quarter): Span {
  const month = dayInWords(daysOf(first).from).split(" ").slice(1);
  const to = dayInWords(daysOf(second).to).split(" ").slice(1);
  return { code: `${quarterCode(first)} and ${quarterCode(second)}`, label: `${(month[1] === to[1] ? month.slice(0, 1) : month).join(" ")} to ${to.join(" ")}`, quarters: [first, second] };
}

/** The financial year that ended last before the end of a quarter, by its March. */
export const lastYearEnding = ({ yearEnding, number }: Quarter): number => (number === 4 ? yearEnding : yearEnding - 1);

/** The years of a pack’s figures: no single one is told, for two of three years’ windows would leave it. */
export const PACK_YEARS = 3;

/**
 * Everything that a rounded pack tells, in words by its keys: events by half-year and authority, who stood where at its end, and
 * figures of three years. Of the children who are counted for the agency, and no others. All by the usual readings: each
 * authority’s own would not go together. What is printed of a number is no different for nought than for five, in any cell.
 */
export function packNumbers(authorities: readonly RegionAuthority[], edition: Edition, last: Quarter): Readonly<Record<string, string>> {
  const { to } = daysOf(endOfHalfYear(last));
  const said: Record<string, string> = {};
  const count = (key: (scope: string) => string, of: (authority: RegionAuthority) => number): void => {
    const counts = authorities.map(of);
    authorities.forEach(({ code }, i) => { said[key(code)] = countPrinted(counts[i]!); });
    said[key(REGION)] = regionPrinted(counts);
  };
  const happenings = new Map(authorities.map(({ code, children }) => [code, regionHappenings(children)]));
  for (const code of [...REGION_EVENTS, ...FAMILY_CODES]) for (const { code: when, quarters } of spansOf(edition, last)) {
    count((scope) => eventKey(code, scope, when), (authority) => quarters.reduce((sum, quarter) => sum + happenedIn(happenings.get(authority.code)!, code, daysOf(quarter)).length, 0));
  }
  const standing = new Map(authorities.map(({ code, children }) => [code, onTheWay(children, to, false)]));
  for (const stage of PIPELINE_STAGES) count((scope) => standingKey(stage, scope), ({ code }) => standing.get(code)!.filter((one) => one.stage === stage).length);
  const window = { yearEnding: lastYearEnding(endOfHalfYear(last)), years: PACK_YEARS } as const;
  const tell = (key: (scope: string) => string, unit: string, each: readonly (number | null)[], all: number | null): void => {
    authorities.forEach(({ code }, i) => { said[key(code)] = inUnits(each[i]!, unit); });
    said[key(REGION)] = inUnits(all, unit);
  };
  for (const code of MEANS) {
    const means = authorities.map(({ children }) => indicator(code, children, window, USUAL));
    tell((scope) => meanKey(code, scope), " days", means.map(averagePrinted), averageOfAll(means));
  }
  const shares = authorities.map(({ children }) => indicator("A3", children, window, USUAL));
  tell(shareKey, "%", shares.map(sharePrinted), shareOfAll(shares));
  return said;
}

const inUnits = (value: number | null, unit: string): string => (value === null ? NOT_TOLD : `${value}${unit}`);
