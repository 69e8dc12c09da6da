import { KEYS } from "../../domain/documents/scrutiny/tables.ts";
import { type ForecastTold, type ScrutinyTold } from "../../domain/documents/scrutiny/told.ts";
import { forecast } from "../../domain/scorecard/forecast/forecast.ts";
import { asKnownOn } from "../../domain/scorecard/forecast/way.ts";
import { type Publication, valueOf } from "../../domain/scorecard/publication/tables.ts";
import type { ToldBefore } from "../../domain/scorecard/publication/told-before.ts";
import { roundHalfUp } from "../../domain/scorecard/rounding.ts";
import type { App } from "../app.ts";
import { FUTURES_OF_PAGE } from "../forecast/open-forecast.ts";
import { learntFor, waysOf } from "../forecast/ways.ts";

/** To the nearest 10 days: a likely figure is no count of anybody. */
const coarsely = (days: number): number => roundHalfUp(days / 10) * 10;

/**
 * The likely three-year figures of an authority; null where the region’s history is too short, or where what they rest on — how
 * many are adopted in a year, and how many are placed — is itself not published, and never was of many: a number of more than 10
 * that is hidden now, for the sake of a few who came or went since, is still no few.
 */
export async function forecastTold(app: App, authority: string, { adopted }: Pick<ScrutinyTold, "adopted">, { tables, told, before }: Publication & { readonly before: ReadonlyMap<string, ToldBefore> }): Promise<readonly ForecastTold[] | null> {
  const isMany = (key: string): boolean => {
    const now = told.counts[key];
    const count = tables.counts.find((one) => one.key === key);
    return typeof now === "number" ? now > 0 : (before.get(key)?.value ?? 0) > 10 && count !== undefined && valueOf(count) > 5;
  };
  if (![...adopted.slice(-3).map(({ window }) => KEYS.adopted(window)), KEYS.stage("placed")].every(isMany)) return null;
  const today = app.clock.today();
  const [{ learnt }, { ways }] = await Promise.all([learntFor(app, authority), waysOf(app, authority)]);
  const come = forecast({ authority, today, ways: ways.flatMap((way) => asKnownOn(way, today) ?? []), learnt, futures: FUTURES_OF_PAGE });
  if (come.tooFew.length > 0) return null;
  return (["A1", "A2"] as const).map((indicator) => ({
    indicator,
    ranges: come.windows.filter(({ window }) => window.years === 3).flatMap(({ window, figures }) => {
      const range = figures[indicator];
      return range === null ? [] : [{ window, likely: coarsely(range.likely), low: coarsely(range.low), high: coarsely(range.high) }];
    }),
  }));
}
