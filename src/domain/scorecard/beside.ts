import type { Day } from "../dates/day.ts";
import { yearEndingOf } from "../dates/day.ts";
import { counted, listed } from "../words.ts";
import type { PublishedValue } from "./comparators.ts";
import type { WindowForecast } from "./forecast/forecast.ts";
import type { Traveller } from "./indicators.ts";
import { compare } from "./published/compare.ts";
import { sourcesInOrder } from "./published/default-source.ts";
import type { ComparatorGroup, GroupKind, PublishedFigure } from "./published/published.ts";
import type { OwnName } from "./published/same-area.ts";
import { type Required, requiredFor } from "./required.ts";
import type { Threshold, Thresholds } from "./thresholds.ts";
import { INDICATOR_CODES, type IndicatorCode, type Window, windowName } from "./window.ts";

/** What stands beside a scorecard’s figures, as machines read it. A reason says in words why something is not there. */
export interface BesideJson {
  readonly thresholds: Readonly<Record<IndicatorCode, ThresholdsJson>>;
  /** A group by each source that has figures of the window; none where nothing was published. */
  readonly comparators: readonly ComparatorJson[];
  readonly required: Readonly<Record<RequiredIndicator, RequiredJson>>;
  readonly forecast: Readonly<Record<IndicatorCode, ForecastJson>>;
}

export interface ThresholdsJson {
  /** To judge by; null where sources conflict and none is official. */
  readonly days: number | null;
  readonly all: readonly Pick<Threshold, "source" | "name" | "days" | "confidence" | "cite">[];
  readonly conflict: boolean;
  readonly note: string;
}

export const thresholdsJson = (thresholds: Readonly<Record<IndicatorCode, Thresholds>>): BesideJson["thresholds"] =>
  byCode(INDICATOR_CODES, (code) => {
    const { days, all, conflict, note } = thresholds[code];
    return { days, all: all.map(({ source, name, days: its, confidence, cite }) => ({ source, name, days: its, confidence, cite })), conflict, note };
  });

export interface ComparatorJson {
  readonly group: string;
  readonly kind: GroupKind | "national";
  readonly source: string;
  readonly indicators: Readonly<Partial<Record<IndicatorCode, ComparedJson>>>;
}

export interface ComparedJson {
  /** Days, or per cent for A3: the unweighted mean of the members, half-up; England’s as printed. */
  readonly average: PublishedValue;
  readonly suppressed: number;
  /** The authority itself is among them whether or not it is a member: averages leave it out where it is not. */
  readonly members: readonly { readonly name: string; readonly value: PublishedValue; readonly rank: number | null; readonly printedRank: number | null; readonly own: boolean; readonly member: boolean }[];
}

/** Every group by every source that has figures of the window, the fullest source first, and England as each prints it. `at`: when each source was brought in. */
export function comparatorsJson(figures: readonly PublishedFigure[], groups: readonly ComparatorGroup[], own: OwnName, { yearEnding, years }: Window, at: ReadonlyMap<string, string>): readonly ComparatorJson[] {
  const window = { yearEnding, years };
  const here = figures.filter((f) => f.yearEnding === yearEnding && f.years === years);
  return sourcesInOrder(here, { years }, at).flatMap((source) => {
    const codes = INDICATOR_CODES.filter((code) => here.some((f) => f.source === source && f.indicator === code));
    const of = new Map(codes.map((indicator) => [indicator, compare(here, groups, own, { indicator, window, source }, null)]));
    const england = codes.flatMap((code) => ((of.get(code)?.national ?? null) === null ? [] : [[code, { average: of.get(code)!.national!.value, suppressed: 0, members: [] }] as const]));
    return [
      ...groups.map(({ name, kind }, i): ComparatorJson => ({
        group: name, kind, source,
        indicators: Object.fromEntries(codes.flatMap((code) => {
          const found = of.get(code)?.groups[i];
          return found === undefined ? [] : [[code, {
            average: found.average, suppressed: found.suppressed,
            members: found.members.map(({ name: area, value, rank, printedRank, isOwn, isMember }) => ({ name: area, value, rank, printedRank, own: isOwn, member: isMember })),
          }] as const];
        })),
      })),
      ...(england.length === 0 ? [] : [{ group: "England", kind: "national" as const, source, indicators: Object.fromEntries(england) }]),
    ];
  });
}

const REQUIRED = ["A1", "A2", "A10"] as const;
type RequiredIndicator = (typeof REQUIRED)[number];

export interface RequiredJson {
  readonly thresholdDays: number | null;
  readonly yearEnding: number;
  /** What each year left must average, each year counting alike; and each child to come, each child counting alike. To three decimal places. */
  readonly byYear: number | null;
  readonly byChild: number | null;
  readonly yearsLeft: number;
  readonly toCome: number;
  /** How many are expected to be adopted in a whole year. */
  readonly perYear: number;
  readonly known: readonly { readonly yearEnding: number; readonly children: number; readonly meanDays: number }[];
  readonly reason: string | null;
}

export interface RequiredQuestion {
  readonly travellers: readonly Traveller[];
  readonly window: Window;
  readonly thresholds: Readonly<Record<IndicatorCode, Thresholds>>;
  /** Years that end before it have ended. */
  readonly today: Day;
  readonly perYear: number;
  /** Years of the window that have ended and of which nothing is known. */
  readonly missingYears?: readonly number[];
}

/** What the rest of the window must average to come out at each threshold. */
export const requiredJson = ({ travellers, window, thresholds, today, perYear, missingYears = [] }: RequiredQuestion): BesideJson["required"] =>
  byCode(REQUIRED, (code) => {
    const threshold = thresholds[code].days;
    const unknown = missingYears.filter((year) => year < yearEndingOf(today));
    const required = threshold === null || window.years !== 3 || unknown.length > 0 ? null : requiredFor(code, travellers, window.yearEnding, threshold, today, perYear);
    const reason = required !== null ? whyNot(required, window) : window.years !== 3 ? "Thresholds are set for windows of three years" : threshold === null ? thresholds[code].note : `There are no files for the year ending March ${unknown[0]}`;
    const cohorts = required === null ? [] : [...required.years, ...(required.soFar === null ? [] : [required.soFar])];
    return {
      thresholdDays: threshold, yearEnding: window.yearEnding, byYear: places(required?.byYear ?? null), byChild: places(required?.byChild ?? null),
      yearsLeft: required?.yearsLeft ?? 0, toCome: required?.toCome ?? 0, perYear,
      known: cohorts.map(({ yearEnding, children, meanDays }) => ({ yearEnding, children, meanDays: places(meanDays) ?? 0 })), reason,
    };
  });

const CANNOT = "the threshold cannot be reached any more: what is left would have to take fewer days than none";

function whyNot({ byYear, byChild, yearsLeft }: Required, window: Window): string | null {
  if (yearsLeft === 0) return `Every year of ${windowName(window)} has ended`;
  const below = [...((byYear ?? 0) < 0 ? ["by equal years"] : []), ...((byChild ?? 0) < 0 ? ["by children"] : [])];
  if (below.length > 0) return `Counted ${listed(below)}, ${CANNOT}`;
  return byYear === null ? "In a year of the window that has ended nobody is counted" : null;
}

const places = (days: number | null): number | null => (days === null ? null : Math.round(days * 1000) / 1000);

export interface ForecastJson {
  /** This year and the next two; null where nothing can be said. Whole days, with the range in which four futures of five lie. */
  readonly windows: readonly { readonly yearEnding: number; readonly years: number; readonly low: number | null; readonly likely: number | null; readonly high: number | null }[] | null;
  readonly reason: string | null;
}

/** What the figures of windows as long as this one are likely to be; or, given words, why nothing is said. */
export const forecastJson = (come: readonly WindowForecast[] | string, { years }: Window): BesideJson["forecast"] =>
  byCode(INDICATOR_CODES, (code): ForecastJson => {
    if (code === "A3") return { windows: null, reason: "A3 is not forecast" };
    if (typeof come === "string") return { windows: null, reason: come };
    const windows = come.filter(({ window }) => window.years === years);
    if (windows.length === 0) return { windows: null, reason: `Windows of ${counted(years, "year")} are not forecast: ask for 1 or 3` };
    return {
      windows: windows.map(({ window, figures }) => {
        const { low, likely, high } = figures[code] ?? { low: null, likely: null, high: null };
        return { yearEnding: window.yearEnding, years: window.years, low, likely, high };
      }),
      reason: windows.some(({ figures }) => figures[code] === null) ? "A window with nulls has nobody adopted in it in most futures" : null,
    };
  });

const byCode = <C extends IndicatorCode, T>(codes: readonly C[], of: (code: C) => T): Readonly<Record<C, T>> => Object.fromEntries(codes.map((code) => [code, of(code)])) as Record<C, T>;
