import { dayInWords } from "../dates/day.ts";
import { daysOf, type Quarter, quarterCode, quarterInWords, quartersTo } from "../dates/quarter.ts";
import { USUAL } from "../scorecard/choices.ts";
import { indicator } from "../scorecard/indicators.ts";
import { PIPELINE, type PipelineStage } from "../scorecard/pipeline.ts";
import { eventPieces, standingPieces, yearPieces } from "../scorecard/publication/pieces.ts";
import type { Average, Count, Share, Tables } from "../scorecard/publication/tables.ts";
import { INDICATORS, windowName } from "../scorecard/window.ts";
import { EDITIONS, type Edition } from "./editions.ts";
import { FAMILY_CODES, happenedIn, onTheWay, PIPELINE_STAGES, REGION_EVENTS, type RegionAuthority, type RegionEvent, regionEventLabel, regionHappenings } from "./region.ts";

/** Stands for all authorities together where a key names an authority. */
export const REGION = "region";
export type MeanCode = "A1" | "A2" | "A10";
export const MEANS: readonly MeanCode[] = ["A1", "A2", "A10"];

/** By which key a number of a pack is told. `scope` is an authority’s code or REGION; `when` a quarter’s code or a half-year’s. */
export const eventKey = (code: RegionEvent, scope: string, when: string): string => `${code}/${scope}/${when}`;
export const standingKey = (stage: PipelineStage | "all", scope: string): string => `standing/${stage}/${scope}`;
export const meanKey = (code: MeanCode, scope: string, years: number): string => `${code}/${scope}/${years}`;
export const shareKey = (scope: string, years: number): string => `A3/${scope}/${years}`;

/** One column of the quarterly table: a quarter, or several together. */
export interface Span {
  readonly code: string;
  readonly label: string;
  readonly quarters: readonly Quarter[];
}

/** The columns of an edition: its quarters up to and with the last that ended, and those together; for the partners the half-year before beside it. */
export function spansOf(edition: Edition, last: Quarter): readonly Span[] {
  const { quarters } = EDITIONS[edition];
  const own = quartersTo(last, quarters);
  const one = (quarter: Quarter): Span => ({ code: quarterCode(quarter), label: quarterInWords(quarter), quarters: [quarter] });
  const together = (all: readonly Quarter[], label: string): Span => ({ code: `${quarterCode(all[0]!)} to ${quarterCode(all.at(-1)!)}`, label, quarters: all });
  if (edition === "operations") return own.map(one);
  if (edition === "board") return [...own.map(one), together(own, "Four quarters")];
  return [together(quartersTo(last, 4).slice(0, 2), "Half-year before"), ...own.map(one), together(own, "Half-year")];
}

/** The financial year that ended last before the end of a quarter, by its March. */
export const lastYearEnding = ({ yearEnding, number }: Quarter): number => (number === 4 ? yearEnding : yearEnding - 1);

interface Scope {
  readonly key: string;
  readonly name: string;
  readonly authorities: readonly string[];
}
const scopesOf = (authorities: readonly RegionAuthority[]): readonly Scope[] =>
  [...authorities.map(({ code, name }) => ({ key: code, name, authorities: [code] })), { key: REGION, name: "the region", authorities: authorities.map(({ code }) => code) }];

/**
 * Everything that a suppressed pack tells, made of what it could be cut into: events by quarter and authority, who stood where at
 * the quarter’s end, and figures by year. Of the children who are counted for the agency, and no others, so that its numbers are
 * no authority’s own. All by the usual readings: each authority’s own would not go together.
 */
export function packTables(authorities: readonly RegionAuthority[], edition: Edition, last: Quarter): Tables {
  const happenings = new Map(authorities.map(({ code, children }) => [code, regionHappenings(children)]));
  const { to } = daysOf(last);
  const standing = new Map(authorities.map(({ code, children }) => [code, Map.groupBy(onTheWay(children, to, false), ({ stage }) => stage)]));
  const scopes = scopesOf(authorities);
  const events: Count[] = scopes.flatMap((scope) => [...REGION_EVENTS, ...FAMILY_CODES].flatMap((code) => spansOf(edition, last).map((span): Count => ({
    key: eventKey(code, scope.key, span.code), words: `${regionEventLabel(code)}, ${span.label}, ${scope.name}`,
    pieces: eventPieces(`shared ${code}`, scope.authorities, span.quarters, (authority, days) => happenedIn(happenings.get(authority)!, code, days).length),
  }))));
  const at = (stage: PipelineStage, { authorities: of }: Scope): Count["pieces"] => standingPieces(`shared ${stage}`, of, to, (authority) => standing.get(authority)?.get(stage)?.length ?? 0);
  const waits = scopes.flatMap((scope): Count[] => [
    ...PIPELINE_STAGES.map((stage) => ({ key: standingKey(stage, scope.key), words: `${PIPELINE[stage]} on ${dayInWords(to)}, ${scope.name}`, pieces: at(stage, scope) })),
    { key: standingKey("all", scope.key), words: `On the way on ${dayInWords(to)}, ${scope.name}`, pieces: Object.assign({}, ...PIPELINE_STAGES.map((stage) => at(stage, scope))) as Count["pieces"] },
  ]);
  const figures = scopes.map((scope) => figuresOf(authorities, scope, lastYearEnding(last)));
  return {
    counts: [...events, ...waits, ...figures.flatMap(({ counts }) => counts)],
    shares: figures.flatMap(({ shares }) => shares), averages: figures.flatMap(({ averages }) => averages),
  };
}

/** The windows of a pack: three years, and the last of them alone. */
export const PACK_YEARS = [3, 1] as const;

function figuresOf(authorities: readonly RegionAuthority[], { key: scope, name, authorities: of }: Scope, ending: number): { readonly counts: readonly Count[]; readonly shares: readonly Share[]; readonly averages: readonly Average[] } {
  const childrenOf = (authority: string): RegionAuthority["children"] => authorities.find(({ code }) => code === authority)!.children;
  const yearsOf = (years: number): readonly number[] => Array.from({ length: years }, (_, i) => ending - years + 1 + i);
  const scored = (code: MeanCode, authority: string, yearEnding: number): readonly number[] => indicator(code, childrenOf(authority), { yearEnding, years: 1 }, USUAL).counted.map(({ days }) => days);
  const shared = (authority: string, yearEnding: number): { readonly within: number; readonly children: number } => indicator("A3", childrenOf(authority), { yearEnding, years: 1 }, USUAL);
  const yearly = (what: string, years: number, n: (authority: string, yearEnding: number) => number): Count["pieces"] =>
    Object.fromEntries(of.flatMap((authority) => yearsOf(years).map((year) => [`shared A3 ${what}/${authority}/${year}`, n(authority, year)])));
  const words = (what: string, years: number): string => `${what}, ${windowName({ yearEnding: ending, years })}, ${name}`;
  return {
    averages: PACK_YEARS.flatMap((years) => MEANS.map((code) => ({ key: meanKey(code, scope, years), words: words(INDICATORS[code], years), pieces: yearPieces(`shared ${code}`, of, yearsOf(years), (a, y) => scored(code, a, y)) }))),
    counts: PACK_YEARS.flatMap((years): Count[] => {
      const [within, beyond] = [yearly("within", years, (a, y) => shared(a, y).within), yearly("beyond", years, (a, y) => shared(a, y).children - shared(a, y).within)];
      return [
        { key: `A3 part/${scope}/${years}`, words: words("Within 14 months", years), printed: false, pieces: within },
        { key: `A3 whole/${scope}/${years}`, words: words("Counted in A3", years), printed: false, pieces: { ...within, ...beyond } },
      ];
    }),
    shares: PACK_YEARS.map((years) => ({ key: shareKey(scope, years), words: words(INDICATORS.A3, years), part: `A3 part/${scope}/${years}`, whole: `A3 whole/${scope}/${years}` })),
  };
}
