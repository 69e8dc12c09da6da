import type { Viewer } from "../domain/access/viewer.ts";
import { canBeSought } from "../domain/tracker/find.ts";
import { type App, forbids } from "./app.ts";
import type { FoundChildren } from "./views.ts";

/** Children found by what somebody typed, the best first, at most so many: only among those the viewer may see. */
export async function findChildren(app: App, viewer: Viewer, text: string, limit: number): Promise<FoundChildren> {
  const today = app.clock.today();
  if (!canBeSought(text) || forbids(viewer, "see-tracker") !== undefined) return { today, rows: [], authorities: [] };
  return app.store.reading(viewer, async (reader) => {
    const rows = await reader.findChildren(text, limit);
    const shows = await reader.showsNames();
    return { today, rows: shows ? rows : rows.map((row) => ({ ...row, name: null })), authorities: await reader.authorities() };
  });
}
