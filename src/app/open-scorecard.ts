import type { Organisation, Viewer } from "../domain/access/viewer.ts";
import { type AsAt, fold } from "../domain/chronology/fold.ts";
import { type Day, yearEndingOf } from "../domain/dates/day.ts";
import { partsOf } from "../domain/scorecard/closed-parts.ts";
import { journeyOf } from "../domain/scorecard/journey-of.ts";
import { type Choices, USUAL } from "../domain/scorecard/choices.ts";
import { adoptedIn, type FigureOf, figuresIn } from "../domain/scorecard/indicators.ts";
import { type Scorecard, scorecardOf } from "../domain/scorecard/scorecard.ts";
import type { Journey } from "../domain/scorecard/journey.ts";
import { type WhereTheDaysWent, whereTheDaysWent } from "../domain/scorecard/stages.ts";
import { type Telling, tellingOf, tellingOfAsAt } from "../domain/scorecard/suppression.ts";
import { bySource, type Thresholds } from "../domain/scorecard/thresholds.ts";
import type { IndicatorCode, Window } from "../domain/scorecard/window.ts";
import type { Reader } from "../store/reader.ts";
import type { JourneyRow } from "../store/rows.ts";
import { type App, forbids } from "./app.ts";
import { knowsFigures } from "./figures-for.ts";
import { type YearByQuarter, yearByQuarter } from "./scorecard-quarters.ts";
import { type BarrierCount, barrierCounts, type BarrierFrom, barriersIn, type Moved, movedFor, MOVING, type Moving } from "./scorecard-why.ts";
import { thresholdsOf } from "./thresholds-of.ts";

/** The figures of one window of the same length as the page’s, for a trend. */
export interface TrendPoint {
  readonly yearEnding: number;
  readonly telling: Telling;
  readonly figures: FigureOf;
  readonly thresholds: Readonly<Record<IndicatorCode, Thresholds>>;
}

export interface ScorecardPage {
  /** The day the windows are told by: today, or that of the as-at. */
  readonly today: Day;
  readonly asAt: AsAt;
  readonly authority: Organisation;
  /** Over every child of the authority. One whose record the viewer may not open has no local id in it: `CLOSED` instead. */
  readonly scorecard: Scorecard;
  /** How much of it the viewer is told. */
  readonly telling: Telling;
  /** How many of those adopted in the window are children whose records the viewer may not open. */
  readonly closed: number;
  readonly thresholds: Readonly<Record<IndicatorCode, Thresholds>>;
  /** Record ids by local id, so that a figure opens to its children. */
  readonly recordIds: ReadonlyMap<string, string>;
  /** The days of the adoption orders, by local id. */
  readonly adoptedOn: ReadonlyMap<string, Day>;
  /** Years, by the March they end in, in which any child was adopted: those worth choosing. */
  readonly yearEndings: readonly number[];
  /** Every window of that length that ends in one of those years, the oldest first. */
  readonly trend: readonly TrendPoint[];
  /** The window’s last year by quarter, and to date. */
  readonly byQuarter: YearByQuarter;
  /** How the authority reads what the definitions leave open; and whether the viewer may choose it. */
  readonly choices: Choices;
  readonly mayChoose: boolean;
  /** Whose thresholds are judged by, where one source was chosen; and all there are. */
  readonly source: string | undefined;
  readonly sources: readonly { readonly source: string; readonly name: string }[];
  /** Why each average moved since the window before. */
  readonly moved: Readonly<Record<Moving, Moved>>;
  /** The stages of those adopted in the window, over every child. */
  readonly went: WhereTheDaysWent;
  readonly barriers: readonly BarrierCount[];
  /** Those adopted in the window whose records the viewer may open, by local id. */
  readonly journeys: ReadonlyMap<string, { readonly journey: Journey; readonly barriers: readonly BarrierFrom[] }>;
}

/** Stands in the place of a local id that the viewer is not shown. */
export const CLOSED = "";

/** The scorecard of an authority, over every child of it, now or as at an earlier day; nothing where the viewer may not see it. */
export async function openScorecard(app: App, viewer: Viewer, authority: string, window: Window, asAt: AsAt = {}, askedSource?: string): Promise<ScorecardPage | undefined> {
  if (forbids(viewer, "see-scorecard") !== undefined) return undefined;
  const organisation = (await app.store.reader(viewer).authorities()).find((o) => o.code === authority);
  if (organisation === undefined) return undefined;
  const { all, chosen } = await app.store.reading(viewer, async (reader) => ({ all: await journeysAsAt(reader, authority, asAt), chosen: await reader.scorecardReadings(authority) }), "figures");
  const choices = chosen?.choices ?? USUAL;
  const opens = await app.store.reader(viewer).childIds(authority);
  const knows = knowsFigures(viewer);
  const today = asAt.stoodOn ?? asAt.knownOn ?? app.clock.today();
  const closedJourneys = all.flatMap(({ recordId, journey }) => (opens.has(recordId) ? [] : [journey]));
  const closed = closedJourneys.flatMap(({ adoptedOn }) => adoptedOn ?? []);
  const beside = { today, parts: knows ? [] : partsOf(closedJourneys, choices) };
  const isNow = asAt.stoodOn === undefined && asAt.knownOn === undefined;
  const telling = (of: Window): Telling => (knows ? "whole" : isNow ? tellingOf(closed, of, beside) : tellingOfAsAt(closed, of));
  const rows = all.map((row) => (opens.has(row.recordId) ? row : { ...row, localId: CLOSED }));
  const travellers = rows.map(({ localId, journey, barriers }) => ({ child: localId, journey, barriers }));
  const adopted = adoptedIn(travellers, window);
  const barriersOf = new Map(travellers.map(({ journey, barriers }) => [journey, barriers]));
  const withBarriers = adopted.map(({ child, journey }) => ({ child, journey, barriers: barriersOf.get(journey) ?? [], isClosed: child === CLOSED }));
  const known = await thresholdsOf(app.store.reader(viewer), authority);
  const { sources } = known;
  const source = sources.find((one) => one.source === askedSource)?.source;
  const thresholdsIn = (yearEnding: number): ScorecardPage["thresholds"] =>
    Object.fromEntries(Object.entries(known.all(yearEnding)).map(([code, thresholds]) => [code, bySource(thresholds, source)])) as ScorecardPage["thresholds"];
  const adoptions = rows.flatMap(({ journey }) => (journey.adoptedOn === null ? [] : [yearEndingOf(journey.adoptedOn)]));
  const yearEndings = [...new Set(adoptions)].sort((a, b) => b - a);
  return {
    today, asAt,
    byQuarter: yearByQuarter(travellers, window.yearEnding, today, telling, choices),
    authority: organisation,
    scorecard: scorecardOf(travellers, window, choices), choices, mayChoose: isNow && forbids(viewer, "import") === undefined,
    telling: telling(window),
    closed: withBarriers.filter(({ isClosed }) => isClosed).length,
    moved: Object.fromEntries(MOVING.map((code) => [code, movedFor(code, travellers, window, telling, ({ child }) => child === CLOSED, choices)])) as unknown as ScorecardPage["moved"],
    went: whereTheDaysWent(adopted),
    barriers: barrierCounts(withBarriers),
    journeys: new Map(withBarriers.flatMap(({ child, journey, barriers, isClosed }) => (isClosed ? [] : [[child, { journey, barriers }] as const]))),
    thresholds: thresholdsIn(window.yearEnding), source, sources,
    recordIds: new Map(rows.filter(({ localId }) => localId !== CLOSED).map(({ localId, recordId }) => [localId, recordId])),
    adoptedOn: new Map(rows.flatMap(({ localId, journey }) => (journey.adoptedOn === null || localId === CLOSED ? [] : [[localId, journey.adoptedOn] as const]))),
    yearEndings,
    trend: yearEndings.toReversed().map((yearEnding) => ({
      yearEnding, thresholds: thresholdsIn(yearEnding), telling: telling({ ...window, yearEnding }),
      figures: figuresIn(travellers, { ...window, yearEnding }, choices),
    })),
  };
}

interface Row extends JourneyRow {
  readonly barriers: readonly BarrierFrom[];
}

/** Every child’s journey as it is kept, with the barriers written down; or folded from what was known, or had happened, by another day. */
async function journeysAsAt(reader: Reader, authority: string, asAt: AsAt): Promise<readonly Row[]> {
  if (asAt.knownOn === undefined && asAt.stoodOn === undefined) {
    const barriers = new Map((await reader.entriesOfKinds(authority, ["barrier"])).map(({ recordId, entries }) => [recordId, entries]));
    return (await reader.journeys(authority)).map((row) => ({ ...row, barriers: barriersIn(fold(barriers.get(row.recordId) ?? [])) }));
  }
  const rows: Row[] = [];
  for await (const batch of reader.recordsWithEntries(authority)) {
    for (const { type, id, localId, entries } of batch) {
      if (type !== "child") continue;
      const c = fold(entries, asAt);
      rows.push({ recordId: id, localId, journey: journeyOf(c), barriers: barriersIn(c) });
    }
  }
  return rows.sort((a, b) => (a.localId < b.localId ? -1 : 1));
}
