import { comparatorAverage, type PublishedValue, ranks } from "../comparators.ts";
import type { IndicatorCode, Window } from "../window.ts";
import type { AreaLevel, ComparatorGroup, GroupKind, PublishedFigure } from "./published.ts";
import { isArea, type OwnName, plainArea } from "./same-area.ts";

/** Which published figures, beside whose. */
export interface CompareQuestion {
  readonly indicator: IndicatorCode;
  readonly window: Pick<Window, "yearEnding" | "years">;
  readonly source: string;
}

/** One authority’s published figure, or that there is none. */
export interface ComparedArea {
  readonly name: string;
  /** As printed: `x` where it was suppressed, null where there is none, or the file has no row of it. */
  readonly value: PublishedValue;
  /** Within the group, or among all authorities of the source: 1 for the fewest days, or the highest share. Ties share it. */
  readonly rank: number | null;
  /** As the source printed it, among whomever it ranked. */
  readonly printedRank: number | null;
  readonly note: string;
  readonly isOwn: boolean;
}

export interface ComparedGroup {
  readonly id: string;
  readonly name: string;
  readonly kind: GroupKind;
  /** The unweighted mean of its members’ figures, half-up; null where none has one. */
  readonly average: number | null;
  /** Members that the average counts; those suppressed; those without a figure. */
  readonly counted: number;
  readonly suppressed: number;
  readonly without: number;
  /** The best first, those without a figure last, by name. */
  readonly members: readonly ComparedArea[];
  /** The rank of what was published of the authority among the others of the group, whether or not it is one of them; null where nothing was. */
  readonly rankAsPublished: number | null;
  /** The rank that its own record would give it in the place of that. */
  readonly rankByRecord: number | null;
}

export interface Compared extends CompareQuestion {
  /** By the authority’s own record, as it is told; null where it is not, or there is nobody to count. */
  readonly byRecord: number | null;
  /** The authority as published, ranked among all of the source; null where the source has no row of it. */
  readonly own: ComparedArea | null;
  /** How many authorities of the source have a figure. */
  readonly ranked: number;
  readonly groups: readonly ComparedGroup[];
  /** As printed, not worked out: a region’s figure, and England’s, count children, and a group’s average counts authorities. */
  readonly regions: readonly ComparedArea[];
  readonly national: ComparedArea | null;
}

const best = (indicator: IndicatorCode): "fewest" | "most" => (indicator === "A3" ? "most" : "fewest");

/** Compares an authority’s figure with what was published of others. `byRecord`: its own, from its record, as it is told. */
export function compare(figures: readonly PublishedFigure[], groups: readonly ComparatorGroup[], own: OwnName, question: CompareQuestion, byRecord: number | null): Compared {
  const { indicator, window, source } = question;
  const here = figures.filter((f) => f.source === source && f.indicator === indicator && f.yearEnding === window.yearEnding && f.years === window.years);
  const level = (of: AreaLevel): readonly PublishedFigure[] => here.filter((f) => f.level === of);
  const authorities = ranked(level("authority"), own, indicator);
  return {
    indicator, window, source, byRecord,
    own: authorities.find(({ isOwn }) => isOwn) ?? null,
    ranked: authorities.filter(({ value }) => typeof value === "number").length,
    groups: groups.map((group) => inGroup(group, level("authority"), own, indicator, byRecord)),
    regions: ranked(level("region"), own, indicator),
    national: ranked(level("national"), own, indicator)[0] ?? null,
  };
}

/** Figures with their ranks among each other, in order. */
function ranked(figures: readonly PublishedFigure[], own: OwnName, indicator: IndicatorCode): readonly ComparedArea[] {
  const by = ranks(figures.map(({ value }) => value), best(indicator));
  return figures.map((f, i): ComparedArea => ({ name: f.area, value: f.value, rank: by[i] ?? null, printedRank: f.rank, note: f.note, isOwn: f.level === "authority" && isArea(f, own) })).sort(inOrder);
}

const inOrder = (a: ComparedArea, b: ComparedArea): number =>
  (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

function inGroup({ id, name, kind, members }: ComparatorGroup, authorities: readonly PublishedFigure[], own: OwnName, indicator: IndicatorCode, byRecord: number | null): ComparedGroup {
  // A source may spell a name otherwise than the one by which the group was made.
  const wanted = new Set(members.map(plainArea));
  const rows = authorities.filter(({ area }) => wanted.has(plainArea(area)));
  const had = new Set(rows.map(({ area }) => plainArea(area)));
  const missing = members.filter((member) => !had.has(plainArea(member)));
  const compared = [
    ...ranked(rows, own, indicator),
    ...missing.map((member): ComparedArea => ({ name: member, value: null, rank: null, printedRank: null, note: "", isOwn: isArea({ area: member, code: null }, own) })),
  ].sort(inOrder);
  const values = compared.map(({ value }) => value);
  const published = authorities.find((f) => isArea(f, own))?.value;
  const others = compared.filter(({ isOwn }) => !isOwn).map(({ value }) => value);
  return {
    id, name, kind, members: compared, average: comparatorAverage(values),
    counted: values.filter((value) => typeof value === "number").length,
    suppressed: values.filter((value) => value === "x").length,
    without: values.filter((value) => value === null).length,
    rankAsPublished: published === undefined ? null : ranks([published, ...others], best(indicator))[0] ?? null,
    rankByRecord: byRecord === null ? null : ranks([byRecord, ...others], best(indicator))[0] ?? null,
  };
}

/** The windows of one length that a source has an indicator for, the oldest first. */
export const windowsOf = (figures: readonly PublishedFigure[], { source, indicator, years }: { readonly source: string; readonly indicator: IndicatorCode; readonly years: number }): readonly number[] =>
  [...new Set(figures.filter((f) => f.source === source && f.indicator === indicator && f.years === years).map(({ yearEnding }) => yearEnding))].sort((a, b) => a - b);

/** Whether a figure is at least as good as another: no more days, or no smaller a share. */
export const isAsGood = (indicator: IndicatorCode, figure: number, other: number): boolean => (indicator === "A3" ? figure >= other : figure <= other);
