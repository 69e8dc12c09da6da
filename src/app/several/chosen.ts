import type { Viewer } from "../../domain/access/viewer.ts";
import type { View } from "../../domain/tracker/view.ts";
import type { Reader } from "../../store/reader.ts";
import type { RecordWithEntries } from "../../store/rows.ts";
import type { App } from "../app.ts";
import type { NamedChild } from "./views.ts";

/** More than this are not changed at once: nobody reads a longer preview. */
export const MOST_AT_ONCE = 200;

/**
 * The children with these record ids, in the order given, of one authority. Nothing where any of
 * them is no child that the viewer may see: which one it was is not told.
 */
export async function chosenChildren(reader: Reader, ids: readonly string[]): Promise<readonly RecordWithEntries[] | undefined> {
  const asked = [...new Set(ids)];
  const found = await reader.recordsById(asked);
  const [first] = found;
  if (first === undefined || found.length < asked.length || found.some((r) => r.type !== "child" || r.authority !== first.authority)) return undefined;
  const byId = new Map<string, RecordWithEntries>();
  for await (const batch of reader.recordsWithEntries(first.authority, found.map((r) => r.localId))) for (const record of batch) byId.set(record.id, record);
  return asked.flatMap((id) => byId.get(id) ?? []);
}

/** The children whom a view of the tracker lists, on all its pages, in its order; and how many there are where that is more than can be changed at once. */
export async function childrenOfView(app: App, viewer: Viewer, view: View): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const { filters, sort, together } = view;
  const list = await app.store.reader(viewer).listTracker({ filters, sort, together, page: 1, pageSize: MOST_AT_ONCE, today: app.clock.today() });
  return { ids: list.rows.map((row) => row.recordId), total: list.total };
}

/** Somebody asked for a child that is not theirs, or is none: written down, once for each they named. */
export async function writeDownRefusal(app: App, viewer: Viewer, ids: readonly string[]): Promise<void> {
  const log = app.store.accessLog(viewer);
  const seen = new Set((await app.store.reader(viewer).recordsById(ids)).map((r) => r.id));
  for (const id of ids.filter((asked) => !seen.has(asked)).slice(0, MOST_AT_ONCE)) await log.refused(id, "several");
}

/** The local ids of these children, in the order given; nothing where any is not the viewer’s to see. */
export async function nameChildren(app: App, viewer: Viewer, ids: readonly string[]): Promise<readonly NamedChild[] | undefined> {
  const asked = [...new Set(ids)];
  const found = await app.store.reader(viewer).recordsById(asked);
  const byId = new Map(found.filter((r) => r.type === "child").map((r) => [r.id, { recordId: r.id, localId: r.localId }]));
  if (byId.size === asked.length) return asked.flatMap((id) => byId.get(id) ?? []);
  await writeDownRefusal(app, viewer, asked);
  return undefined;
}
