import type { Organisation, Viewer } from "../../domain/access/viewer.ts";
import { addMonths, type Day, yearEndingOf } from "../../domain/dates/day.ts";
import { backtest, type Backtest } from "../../domain/scorecard/forecast/backtest.ts";
import { type Forecast, forecast } from "../../domain/scorecard/forecast/forecast.ts";
import type { ForecastIndicator } from "../../domain/scorecard/forecast/counted.ts";
import type { Otherwise } from "../../domain/scorecard/forecast/futures.ts";
import { asKnownOn } from "../../domain/scorecard/forecast/way.ts";
import { type App, forbids } from "../app.ts";
import { thresholdsOf } from "../thresholds-of.ts";
import { learntFor, waysOf } from "./ways.ts";

/** Futures of the page, and of whoever does not ask for others: files, reports and the command line say the same. */
export const FUTURES_OF_PAGE = 2000;

export interface ForecastPage {
  readonly authority: Organisation;
  /** What was learnt from: how many authorities, and how many of their children. */
  readonly learntFrom: { readonly authorities: number; readonly children: number };
  /** Children whose records the viewer may not open are in the figures, and not in the list. */
  readonly forecast: Forecast;
  readonly notListed: number;
  /** As it is without what is imagined, where something is. */
  readonly without: Forecast | null;
  readonly localIds: ReadonlyMap<string, string>;
  /** The reference of the data protection impact assessment; null where nobody has given it. */
  readonly assessment: string | null;
  /** To judge three-year figures by; A10 has none of its own and is set beside A1’s. */
  readonly thresholds: Readonly<Record<ForecastIndicator, number | null>>;
}

/** What is to come of the children and the figures of an authority; nothing where the viewer may not see its scorecard. */
export async function openForecast(app: App, viewer: Viewer, authority: string, futures = FUTURES_OF_PAGE, otherwise?: Otherwise): Promise<ForecastPage | undefined> {
  if (forbids(viewer, "see-scorecard") !== undefined) return undefined;
  const organisation = (await app.store.reader(viewer).authorities()).find(({ code }) => code === authority);
  if (organisation === undefined) return undefined;
  const [region, own, opens, assessment] = await Promise.all([
    learntFor(app, authority), waysOf(app, authority), app.store.reader(viewer).childIds(authority), app.store.reader(viewer).forecastAssessment(authority),
  ]);
  const today = app.clock.today();
  const judged = (await thresholdsOf(app.store.reader(viewer), authority)).all(yearEndingOf(today));
  const ways = own.ways.flatMap((way) => asKnownOn(way, today) ?? []);
  const ask = { authority, today, ways, learnt: region.learnt, futures };
  const come = forecast({ ...ask, ...(otherwise === undefined ? {} : { otherwise }) });
  const children = come.children.filter(({ child }) => opens.has(child));
  return {
    authority: organisation, assessment, thresholds: { A1: judged.A1.days, A2: judged.A2.days, A10: judged.A10.days },
    learntFrom: { authorities: region.authorities.length, children: region.ways.length },
    forecast: { ...come, children }, notListed: come.children.length - children.length,
    without: otherwise === undefined ? null : forecast(ask),
    localIds: new Map([...own.localIds].filter(([id]) => opens.has(id))),
  };
}

/** The days at which the backtest stands: in the middle of each of the last four financial years that ended two years ago or more. */
export function standingDays(today: Day): readonly Day[] {
  const last = yearEndingOf(today) - 2;
  return [3, 2, 1, 0].flatMap((n) => [`${last - n - 1}-10-01` as Day, addMonths(`${last - n - 1}-10-01` as Day, 6)]).filter((on) => on < today);
}

/** How well the region’s children and figures would have been forecast at earlier days. */
export async function openBacktest(app: App, viewer: Viewer, authority: string, futures = 400): Promise<Backtest | undefined> {
  if (forbids(viewer, "see-scorecard") !== undefined) return undefined;
  const today = app.clock.today();
  const { ways } = await learntFor(app, authority);
  const { A1, A2, A10 } = (await thresholdsOf(app.store.reader(viewer), authority)).all(yearEndingOf(today));
  return backtest({ ways, from: standingDays(today), seenUntil: today, futures, seed: 1, thresholds: { A1: A1.days ?? 426, A2: A2.days ?? 121, A10: A10.days ?? 426 } });
}
