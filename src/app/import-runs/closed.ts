import type { Viewer } from "../../domain/access/viewer.ts";
import type { App } from "../app.ts";

/** Local ids. */
export type ClosedChildren = ReadonlySet<string>;

/**
 * The children of the authority whose records the viewer may not open though a return lands on them: those behind a wall
 * that the viewer does not pass. Of them an import says how many there are, and never what the record holds.
 */
export async function childrenClosedTo(app: App, viewer: Viewer, authority: string): Promise<ClosedChildren> {
  const walled = await app.store.reading(viewer, (reader) => reader.walledChildren(authority), "return");
  if (walled.length === 0) return new Set();
  const open = new Set((await app.store.reader(viewer).recordsById(walled.map(({ recordId }) => recordId))).map(({ id }) => id));
  return new Set(walled.filter(({ recordId }) => !open.has(recordId)).map(({ localId }) => localId));
}
