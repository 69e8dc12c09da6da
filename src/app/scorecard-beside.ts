import type { Viewer } from "../domain/access/viewer.ts";
import { dayFrom, yearEndingOf } from "../domain/dates/day.ts";
import { type BesideJson, comparatorsJson, forecastJson, requiredJson, thresholdsJson } from "../domain/scorecard/beside.ts";
import { byOrder, type Choices, USUAL } from "../domain/scorecard/choices.ts";
import { STEP_LABELS } from "../domain/scorecard/forecast/in-words.ts";
import { adoptedIn, type Traveller } from "../domain/scorecard/indicators.ts";
import { broughtInAt } from "../domain/scorecard/published/default-source.ts";
import type { Window } from "../domain/scorecard/window.ts";
import { listed, lower } from "../domain/words.ts";
import type { App } from "./app.ts";
import { openForecast } from "./forecast/open-forecast.ts";
import type { ScorecardPage } from "./open-scorecard.ts";
import type { FromReturns } from "./scorecard-from-returns.ts";

/** How the figures are read, and what stands beside them. */
export interface Beside extends BesideJson {
  readonly choices: Choices;
}

/** As many as were adopted in each of the last years that have ended, on average. */
const perYearOf = (travellers: readonly Traveller[], lastYear: number, years: number): number => Math.round(adoptedIn(travellers, { yearEnding: lastYear, years }).length / years);

/** For whoever is told every child’s days: the machine’s operator. Nothing where the viewer may not see the scorecard. */
export async function besideRecord(app: App, viewer: Viewer, { authority, scorecard: { window }, thresholds, choices, today }: ScorecardPage): Promise<Beside | undefined> {
  const { code, name } = authority;
  const { rows, figures, groups, imports } = await app.store.reading(viewer, async (reader) => ({ rows: await reader.journeys(code), figures: await reader.publishedFigures(code), groups: await reader.comparatorGroups(code), imports: await reader.publishedImports(code) }), "figures");
  const come = await openForecast(app, viewer, code);
  if (come === undefined) return undefined;
  const travellers = byOrder(rows.map(({ localId, journey }) => ({ child: localId, journey })), choices);
  const { tooFew, windows } = come.forecast;
  return {
    choices, thresholds: thresholdsJson(thresholds), comparators: comparatorsJson(figures, groups, { code, name }, window, broughtInAt(imports)),
    required: requiredJson({ travellers, window, thresholds, today, perYear: perYearOf(travellers, yearEndingOf(today) - 1, 3) }),
    forecast: forecastJson(tooFew.length === 0 ? windows : `In the region fewer than 20 waits have ended for the ${listed(tooFew.map((step) => lower(STEP_LABELS[step])))}: too few to say anything`, window),
  };
}

type Given = Exclude<FromReturns, { refused: unknown }>;

/** From files alone: nothing was published to compare with, and no region to learn a forecast from. Years after the last file are yet to come. */
export function besideReturns({ scorecard, travellers, thresholds, missingYears, lastYear, yearsGiven }: Given, window: Window = scorecard.window): Beside {
  const today = dayFrom(lastYear, 4, 1)!;
  return {
    choices: USUAL, thresholds: thresholdsJson(thresholds), comparators: [],
    required: requiredJson({ travellers, window, thresholds, today, missingYears, perYear: perYearOf(travellers, lastYear, Math.min(3, yearsGiven)) }),
    forecast: forecastJson("A forecast is learnt from a region’s record, not from files: ask with --authority", window),
  };
}
