import type { Viewer } from "../domain/access/viewer.ts";
import { canBeSought } from "../domain/tracker/find.ts";
import type { FoundRow } from "../store/tracker.ts";
import { type App, forbids } from "./app.ts";
import type { FoundChildren } from "./views.ts";


/** Children found by what somebody typed, the best first, at most so many: only among those the viewer may see. */
export async function findChildren(app: App, viewer: Viewer, text: string, limit: number): Promise<FoundChildren> {
  const today = app.clock.today();
  if (!canBeSought(text) || forbids(viewer, "see-tracker") !== undefined) return { today, rows: [], authorities: [] };
  return app.store.reading(viewer, async (reader) => {
    const rows = await reader.findChildren(text, limit);
    const shows = await reader.showsNames();
    return { today, rows: shows ? rows : rows.map(withoutName), authorities: await reader.authorities() };
  });
}

/** Found by a name that is not shown: that it was by the name is all that is said. */
const withoutName = (row: FoundRow): FoundRow => ({ ...row, name: null, by: row.by.type === "name" ? { type: "name", text: "" } : row.by });
