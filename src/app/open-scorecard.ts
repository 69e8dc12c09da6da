import type { Organisation, Viewer } from "../domain/access/viewer.ts";
import { type Day, yearEndingOf } from "../domain/dates/day.ts";
import { type Scorecard, scorecardOf } from "../domain/scorecard/scorecard.ts";
import type { Thresholds } from "../domain/scorecard/thresholds.ts";
import { INDICATOR_CODES, type IndicatorCode, type Window } from "../domain/scorecard/window.ts";
import { thresholdsFor } from "../reference/thresholds.ts";
import { type App, forbids } from "./app.ts";

export interface ScorecardPage {
  readonly today: Day;
  readonly authority: Organisation;
  readonly scorecard: Scorecard;
  readonly thresholds: Readonly<Record<IndicatorCode, Thresholds>>;
  /** Record ids by local id, so that a figure opens to its children. */
  readonly recordIds: ReadonlyMap<string, string>;
  /** Years, by the March they end in, in which any child was adopted: those worth choosing. */
  readonly yearEndings: readonly number[];
}

/** The scorecard of an authority, over every child of it; nothing where the viewer may not see it. */
export async function openScorecard(app: App, viewer: Viewer, authority: string, window: Window): Promise<ScorecardPage | undefined> {
  if (forbids(viewer, "see-scorecard") !== undefined) return undefined;
  return app.store.reading(viewer, async (reader) => {
    const organisation = (await reader.authorities()).find((o) => o.code === authority);
    if (organisation === undefined) return undefined;
    const rows = await reader.journeys(authority);
    const travellers = rows.map(({ localId, journey }) => ({ child: localId, journey }));
    const adoptions = rows.flatMap(({ journey }) => (journey.adoptedOn === null ? [] : [yearEndingOf(journey.adoptedOn)]));
    return {
      today: app.clock.today(),
      authority: organisation,
      scorecard: scorecardOf(travellers, window),
      thresholds: Object.fromEntries(INDICATOR_CODES.map((code) => [code, thresholdsFor(code, window.yearEnding)])) as Record<IndicatorCode, Thresholds>,
      recordIds: new Map(rows.map(({ localId, recordId }) => [localId, recordId])),
      yearEndings: [...new Set(adoptions)].sort((a, b) => b - a),
    };
  });
}
