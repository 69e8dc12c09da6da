import type { Viewer } from "../../domain/access/viewer.ts";
import type { Draft } from "../../domain/chronology/entry.ts";
import { type GivenSheet, type KnownRecord, planningSheet } from "../../domain/sheets/plan.ts";
import { newChildNamed, type SiblingPlan } from "../../domain/sheets/plan-siblings.ts";
import type { Reader } from "../../store/reader.ts";
import type { ToProject, Writer } from "../../store/writer.ts";
import type { App } from "../app.ts";
import { childrenClosedTo } from "../import-runs/closed.ts";
import { everythingOf, inSlices, PLANNING_SHARE, type Progress, writeChildren } from "../import-runs/write-children.ts";
import { previewOf } from "./preview.ts";
import type { SheetPreview } from "./views.ts";

/**
 * What landing a sheet would do, with nothing written. A sheet is no return: it changes nothing in records that whoever
 * lands it may not open, and the rows about them are left out.
 */
export async function previewSheet(app: App, viewer: Viewer, authority: string, given: GivenSheet, progress?: Progress): Promise<SheetPreview> {
  const closed = await childrenClosedTo(app, viewer, authority);
  // Planned by all that is in those records, as it will be when it lands: a reader keeps from the viewer what tells of the adopters.
  return app.store.inTransaction(viewer, async (writer) => {
    const known = { ...(await knownOf(writer, authority)), closed };
    return previewOf(given, await inSlices(planningSheet(given, known), progress, 1), known);
  });
}

/**
 * Lands a sheet: plans it against the record as it is at this moment and writes all of it or
 * nothing. If that plan is not the one agreed to, or has questions or errors, nothing is
 * written and its preview is given back. `hash`: the file’s SHA-256, for the audit.
 */
export async function landSheet(
  app: App, viewer: Viewer, authority: string, given: GivenSheet, hash: string, agreed: string, progress?: Progress,
): Promise<{ readonly preview: SheetPreview; readonly landed: boolean }> {
  const closed = await childrenClosedTo(app, viewer, authority);
  const result = await app.store.inTransaction(viewer, async (writer) => {
    await writer.lock(authority);
    const known = { ...(await knownOf(writer, authority)), closed };
    const plan = await inSlices(planningSheet(given, known), progress, PLANNING_SHARE);
    const preview = previewOf(given, plan, known);
    if (plan.refused || plan.asked.length > 0 || preview.fingerprint !== agreed) return { preview, landed: false };
    const at = app.clock.now();
    const ids = await writeChildren(app, writer, authority, known.children, plan.plans, at, progress);
    await writeSiblings(app, writer, authority, known, plan.siblings, ids, at);
    await writer.appendAudit(authority, {
      command: "import-sheet",
      input: { file: hash, children: { ...plan.children }, entries: { ...plan.entries }, siblingGroups: plan.siblings.length, conflicts: preview.conflictCount },
    }, at);
    return { preview, landed: true };
  });
  if (result.landed) await app.store.maintenance.refreshStatistics();
  return result;
}

async function knownOf(reader: Reader, authority: string): Promise<KnownRecord> {
  const { children, groups } = await everythingOf(reader, authority);
  return { children, groups: groups.map(({ id, localId, entries }) => ({ recordId: id, localId, entries })), workers: await reader.workers() };
}

async function writeSiblings(
  app: App, writer: Writer, authority: string, known: KnownRecord, plans: readonly SiblingPlan[], ids: ReadonlyMap<string, string>, at: string,
): Promise<void> {
  if (plans.length === 0) return;
  const started = await writer.createRecords(authority, "sibling-group", plans.filter((p) => p.recordId === undefined).map((p) => p.localId));
  const idOf = (p: SiblingPlan): string => p.recordId ?? started.get(p.localId)?.id ?? "";
  const appended = await writer.appendEntries(authority, new Map(plans.map((p) => [idOf(p), p.drafts.map((d) => naming(d, ids))])), at);
  const before = new Map(known.groups.map((g) => [g.recordId, g.entries]));
  const toProject = plans.map((p): ToProject => ({ recordId: idOf(p), type: "sibling-group", entries: [...(before.get(idOf(p)) ?? []), ...(appended.get(idOf(p)) ?? [])] }));
  await writer.writeProjections(authority, toProject, app.summarise);
}

/** The draft with the record id of a child whose record has just been started. */
function naming(draft: Draft, ids: ReadonlyMap<string, string>): Draft {
  const localId = newChildNamed(draft.detail["child"]);
  return localId === undefined ? draft : { ...draft, detail: { ...draft.detail, child: ids.get(localId) ?? "" } };
}

