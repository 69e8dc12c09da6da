import type { Viewer } from "../domain/access/viewer.ts";
import type { PublishedTable } from "../domain/scorecard/comparators.ts";
import { loadPublished, loadQuarters, loadRepairs, type QuarterRow, type Repair } from "../reference/published.ts";
import { forbids } from "./app.ts";

/** Published tables of earlier years, as printed, with what is read otherwise and why. No authority of this place is in them. */
export interface PrintedPage {
  readonly tables: readonly (PublishedTable & { readonly repairs: readonly Repair[]; readonly years: readonly number[] })[];
  readonly quarters: readonly QuarterRow[];
}

/** Nothing where the viewer may not see the scorecard. */
export function openPrinted(viewer: Viewer): PrintedPage | undefined {
  if (forbids(viewer, "see-scorecard") !== undefined) return undefined;
  const repairs = loadRepairs();
  return {
    tables: loadPublished().map((table) => ({ ...table, repairs: repairs.filter((r) => r.table === table.indicator), years: [...new Set(table.rows.flatMap(({ values }) => [...values.keys()]))].sort((a, b) => a - b) })),
    quarters: loadQuarters(),
  };
}
