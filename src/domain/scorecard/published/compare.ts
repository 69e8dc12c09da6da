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

/** A row of a group: one of its members; or the authority itself, which stands with them whether or not it is one. */
export interface ComparedMember extends ComparedArea {
  /** Not for the authority beside a group of others: averages leave it out. */
  readonly isMember: boolean;
  /** Its figure is that of its own record, as it is told: none was published of it. */
  readonly isByRecord: boolean;
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
  /** The members and the authority itself, the best first, those without a figure last, by name; ranked with each other. */
  readonly members: readonly ComparedMember[];
  /** How many of those rows have a rank. */
  readonly ranked: number;
  /** The rank of what was published of the authority among them; null where nothing was. The same as its row’s, where its row is as published. */
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
  return figures.map((f, i): ComparedArea => ({ ...asArea(f, own), rank: by[i] ?? null })).sort(inOrder);
}

const inOrder = (a: ComparedArea, b: ComparedArea): number =>
  (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

function inGroup({ id, name, kind, members: names }: ComparatorGroup, authorities: readonly PublishedFigure[], own: OwnName, indicator: IndicatorCode, byRecord: number | null): ComparedGroup {
  // A source may spell a name otherwise than the one by which the group was made.
  const wanted = new Set(names.map(plainArea));
  const rows = authorities.filter(({ area }) => wanted.has(plainArea(area)));
  const had = new Set(rows.map(({ area }) => plainArea(area)));
  const missing = names.filter((member) => !had.has(plainArea(member)));
  const members = [
    ...rows.map((f): Unranked => ({ ...asArea(f, own), isMember: true, isByRecord: false })),
    ...missing.map((member): Unranked => ({ ...NOTHING, name: member, isOwn: isArea({ area: member, code: null }, own), isMember: true, isByRecord: false })),
  ];
  const published = authorities.find((f) => isArea(f, own));
  const itself = ownRow(members, published, own, byRecord);
  const all = itself === undefined ? members : [...members, itself];
  const by = ranks(all.map(({ value }) => value), best(indicator));
  const values = members.map(({ value }) => value);
  const others = members.filter(({ isOwn }) => !isOwn).map(({ value }) => value);
  return {
    id, name, kind, members: all.map((one, i): ComparedMember => ({ ...one, rank: by[i] ?? null })).sort(inOrder), ranked: by.filter((rank) => rank !== null).length,
    average: comparatorAverage(values),
    counted: values.filter((value) => typeof value === "number").length,
    suppressed: values.filter((value) => value === "x").length,
    without: values.filter((value) => value === null).length,
    rankAsPublished: published === undefined ? null : ranks([published.value, ...others], best(indicator))[0] ?? null,
    rankByRecord: byRecord === null ? null : ranks([byRecord, ...others], best(indicator))[0] ?? null,
  };
}

type Unranked = Omit<ComparedMember, "rank">;
const NOTHING = { value: null, printedRank: null, note: "" } as const;
const asArea = (f: PublishedFigure, own: OwnName): Omit<ComparedArea, "rank"> => ({ name: f.area, value: f.value, printedRank: f.rank, note: f.note, isOwn: f.level === "authority" && isArea(f, own) });

/** The authority’s row beside a group’s members: as published, else by its record, else that there is nothing. None where it is a member with all that there is. */
function ownRow(members: readonly Unranked[], published: PublishedFigure | undefined, own: OwnName, byRecord: number | null): Unranked | undefined {
  const isIn = members.some(({ isOwn }) => isOwn);
  if (typeof published?.value !== "number" && byRecord !== null) return { ...NOTHING, name: published?.area ?? own.name, value: byRecord, isOwn: true, isMember: false, isByRecord: true };
  if (isIn) return undefined;
  return { ...(published === undefined ? { ...NOTHING, name: own.name, isOwn: true } : asArea(published, own)), isMember: false, isByRecord: false };
}

/** The windows of one length that a source has an indicator for, the oldest first. */
export const windowsOf = (figures: readonly PublishedFigure[], { source, indicator, years }: { readonly source: string; readonly indicator: IndicatorCode; readonly years: number }): readonly number[] =>
  [...new Set(figures.filter((f) => f.source === source && f.indicator === indicator && f.years === years).map(({ yearEnding }) => yearEnding))].sort((a, b) => a - b);

/** Whether a figure is at least as good as another: no more days, or no smaller a share. */
export const isAsGood = (indicator: IndicatorCode, figure: number, other: number): boolean => (indicator === "A3" ? figure >= other : figure <= other);
