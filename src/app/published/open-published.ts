import type { Viewer } from "../../domain/access/viewer.ts";
import type { PublishedFigure } from "../../domain/scorecard/published/published.ts";
import { INDICATOR_CODES, type IndicatorCode } from "../../domain/scorecard/window.ts";
import type { PublishedImportRow } from "../../store/published/rows.ts";
import { type App, forbids } from "../app.ts";
import { startersOf } from "../import-runs/runs.ts";

/** What is here of a publication. */
export interface PublishedSource {
  readonly source: string;
  readonly figures: number;
  readonly indicators: readonly IndicatorCode[];
  /** The first and the last year in whose March its windows end. */
  readonly from: number;
  readonly until: number;
  /** How many areas it names, and how many of its cells were suppressed. */
  readonly authorities: number;
  readonly regions: number;
  readonly hasNational: boolean;
  readonly suppressed: number;
}

export interface PublishedPage {
  readonly sources: readonly PublishedSource[];
  readonly imports: readonly PublishedImportRow[];
  readonly mayImport: boolean;
}

/** The published figures that an authority has brought in, by source; nothing where the viewer may not see the scorecard. */
export async function openPublished(app: App, viewer: Viewer, authority: string): Promise<PublishedPage | undefined> {
  if (forbids(viewer, "see-scorecard") !== undefined) return undefined;
  const nameOf = viewer.type === "operator" ? (account: string): string => account : await startersOf(app, viewer);
  return app.store.reading(viewer, async (reader) => ({
    sources: sourcesOf(await reader.publishedFigures(authority)), mayImport: forbids(viewer, "import") === undefined,
    imports: (await reader.publishedImports(authority)).map((run) => ({ ...run, begunBy: nameOf(run.begunBy) })),
  }));
}

function sourcesOf(figures: readonly PublishedFigure[]): readonly PublishedSource[] {
  return [...Map.groupBy(figures, ({ source }) => source)].map(([source, its]) => {
    const years = its.map(({ yearEnding }) => yearEnding);
    const areas = (level: PublishedFigure["level"]): number => new Set(its.filter((one) => one.level === level).map(({ area }) => area)).size;
    return {
      source, figures: its.length, indicators: INDICATOR_CODES.filter((code) => its.some(({ indicator }) => indicator === code)), from: Math.min(...years), until: Math.max(...years),
      authorities: areas("authority"), regions: areas("region"), hasNational: areas("national") > 0, suppressed: its.filter(({ value }) => value === "x").length,
    };
  });
}
