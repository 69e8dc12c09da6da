import type { Organisation, Viewer } from "../domain/access/viewer.ts";
import { type Day, yearEndingOf } from "../domain/dates/day.ts";
import type { PublishedValue } from "../domain/scorecard/comparators.ts";
import { type Compared, compare, windowsOf } from "../domain/scorecard/published/compare.ts";
import { broughtInAt, sourcesInOrder } from "../domain/scorecard/published/default-source.ts";
import { quotient } from "../domain/scorecard/rounding.ts";
import { daysToldAs, percentToldAs } from "../domain/scorecard/suppression.ts";
import { bySource, type Thresholds } from "../domain/scorecard/thresholds.ts";
import type { IndicatorCode, Window } from "../domain/scorecard/window.ts";
import { type App, forbids } from "./app.ts";
import { openScorecard, type TrendPoint } from "./open-scorecard.ts";
import { isJudged, toldOfFigure } from "./scorecard-words.ts";
import { thresholdsOf } from "./thresholds-of.ts";

/** What is compared: what is left out is chosen, the fullest source, and its latest window. */
export interface ComparatorsQuestion {
  readonly indicator: IndicatorCode;
  readonly years: 1 | 3;
  readonly yearEnding?: number;
  readonly source?: string;
  /** Whose threshold, where not the one to judge by. */
  readonly threshold?: string;
}

/** A figure of an authority’s own record, as its viewer is told it. */
export interface ByRecord {
  /** Whole days, or per cent; null where it is not told, or there is nobody to count. */
  readonly value: number | null;
  readonly isAbout: boolean;
  readonly isHidden: boolean;
}

/** One window of the figures over time. */
export interface ComparedWindow {
  readonly yearEnding: number;
  readonly byRecord: ByRecord;
  readonly published: PublishedValue;
  /** A group’s average each, in the order of the page’s groups. */
  readonly averages: readonly (number | null)[];
  readonly national: PublishedValue;
  readonly threshold: number | null;
}

export interface ComparatorsPage {
  readonly authority: Organisation;
  readonly today: Day;
  readonly indicator: IndicatorCode;
  readonly window: Window;
  readonly sources: readonly string[];
  /** None where nothing was ever brought in. */
  readonly source: string | null;
  /** Windows that the source has, the latest first. */
  readonly yearEndings: readonly number[];
  readonly byRecord: ByRecord;
  readonly compared: Compared | null;
  readonly thresholds: Thresholds;
  readonly thresholdSources: readonly { readonly source: string; readonly name: string }[];
  readonly threshold: string | undefined;
  /** Every window of the source, the oldest first. */
  readonly over: readonly ComparedWindow[];
  /** Whether the viewer may bring in figures and keep groups. */
  readonly mayKeep: boolean;
}

/** An authority beside others: its own figures from its record, and theirs as published. Nothing where the viewer may not see its scorecard. */
export async function openComparators(app: App, viewer: Viewer, authority: string, { indicator, years, yearEnding, source: asked, threshold }: ComparatorsQuestion): Promise<ComparatorsPage | undefined> {
  if (forbids(viewer, "see-scorecard") !== undefined) return undefined;
  const reader = app.store.reader(viewer);
  const [figures, groups, imports] = await Promise.all([reader.publishedFigures(authority), reader.comparatorGroups(authority), reader.publishedImports(authority)]);
  const sources = sourcesInOrder(figures, { indicator, years }, broughtInAt(imports));
  const source = sources.find((known) => known === asked) ?? sources[0] ?? null;
  const windows = source === null ? [] : windowsOf(figures, { source, indicator, years });
  const latest = windows.at(-1);
  const ending = yearEnding !== undefined && (windows.includes(yearEnding) || windows.length === 0) ? yearEnding : latest;
  const own = await openScorecard(app, viewer, authority, { yearEnding: ending ?? yearOfLast(app.clock.today()), years }, {}, threshold);
  if (own === undefined) return undefined;
  const { window } = own.scorecard;
  const byRecord = new Map(own.trend.map((point) => [point.yearEnding, recordOf(indicator, point)]));
  const name = { code: own.authority.code, name: own.authority.name };
  const at = (year: number): Compared | null => (source === null ? null : compare(figures, groups, name, { indicator, window: { yearEnding: year, years }, source }, byRecord.get(year)?.value ?? null));
  const first = windows[0] ?? window.yearEnding;
  const known = await thresholdsOf(reader, authority);
  const thresholdIn = (year: number): number | null => (isJudged({ years }) ? bySource(known.of(indicator, year), own.source).days : null);
  return {
    authority: own.authority, today: own.today, indicator, window, sources, source, yearEndings: windows.toReversed(),
    byRecord: byRecord.get(window.yearEnding) ?? NOBODY, compared: windows.length === 0 ? null : at(window.yearEnding),
    thresholds: own.thresholds[indicator], thresholdSources: own.sources, threshold: own.source,
    over: [...new Set([...windows, ...byRecord.keys()])].filter((year) => year >= first).sort((a, b) => a - b).map((year) => comparedWindow(year, at(year), byRecord.get(year) ?? NOBODY, thresholdIn(year))),
    mayKeep: forbids(viewer, "import") === undefined,
  };
}

const NOBODY: ByRecord = { value: null, isAbout: false, isHidden: false };
/** The year in which the latest window ended. */
const yearOfLast = (today: Day): number => yearEndingOf(today) - 1;

function recordOf(indicator: IndicatorCode, { figures, telling }: TrendPoint): ByRecord {
  const told = toldOfFigure(indicator, figures, telling);
  if (told === "none") return { value: null, isAbout: false, isHidden: true };
  const isAbout = told === "coarse";
  if (indicator === "A3") {
    const { children, within } = figures.A3;
    return { value: children === 0 ? null : percentToldAs(quotient(within * 100, children, 0), told), isAbout, isHidden: false };
  }
  const { days } = figures[indicator];
  return { value: days === null ? null : daysToldAs(days, told), isAbout, isHidden: false };
}

const comparedWindow = (yearEnding: number, compared: Compared | null, byRecord: ByRecord, threshold: number | null): ComparedWindow =>
  ({ yearEnding, byRecord, threshold, published: compared?.own?.value ?? null, averages: compared?.groups.map(({ average }) => average) ?? [], national: compared?.national?.value ?? null });
