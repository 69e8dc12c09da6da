import type { Viewer } from "../../domain/access/viewer.ts";
import type { ParsedReturn } from "../../domain/returns/ssda903/parsed-return.ts";
import { type ImportPlan, planningImport } from "../../domain/returns/ssda903/plan.ts";
import type { App } from "../app.ts";
import type { ClosedChildren } from "../import-runs/closed.ts";
import { everythingOf, inSlices, type Known, PLANNING_SHARE, type Progress, writeChildren } from "../import-runs/write-children.ts";

export interface LandOptions {
  /** Children of whom the plan says nothing that is in their records, because whoever reads it may not open them. */
  readonly closed?: ClosedChildren;
  readonly withdrawVanished?: boolean;
  readonly progress?: Progress;
}

/** What importing would do, with nothing written. A return lands on restricted and sealed records too. */
export async function planReturn(app: App, viewer: Viewer, authority: string, given: ParsedReturn, options: LandOptions): Promise<ImportPlan> {
  return app.store.reading(viewer, async (reader) => plan(app, (await everythingOf(reader, authority)).children, given, options, 1), "return");
}

/**
 * Imports a parsed return: plans it against the record as it is at this moment and writes
 * all of it or nothing. `expected`, where given, is the plan somebody agreed to: if the
 * record has changed so that the plan is another, nothing is written and the new one is
 * given back. `hashes` are the files’ SHA-256, for the audit: a file’s name may hold a child’s.
 */
export async function landReturn(
  app: App, viewer: Viewer, authority: string, given: ParsedReturn, hashes: readonly string[],
  options: LandOptions, expected?: string,
): Promise<{ readonly plan: ImportPlan; readonly landed: boolean }> {
  const result = await app.store.inTransaction(viewer, async (writer) => {
    await writer.lock(authority);
    const { children: known } = await everythingOf(writer, authority);
    const planned = await plan(app, known, given, options, PLANNING_SHARE);
    if (planned.refused || (expected !== undefined && fingerprint(planned) !== expected)) return { plan: planned, landed: false };
    const at = app.clock.now();
    await writeChildren(app, writer, authority, known, planned.plans, at, options.progress);
    await writer.appendAudit(authority, {
      command: "import-ssda903",
      input: { files: [...hashes], children: { ...planned.children }, entries: { ...planned.entries }, conflicts: planned.plans.reduce((n, p) => n + p.conflicts.length, 0) },
    }, at);
    return { plan: planned, landed: true };
  }, "return");
  if (result.landed) await app.store.maintenance.refreshStatistics();
  return result;
}

/** Two plans with one fingerprint would write the same numbers of the same things; withdrawals are agreed to separately. */
export const fingerprint = ({ children, entries }: Pick<ImportPlan, "children" | "entries">): string => [children.new, children.changed, children.unchanged, children.vanished, entries.added, entries.superseded].join(" ");

const plan = (app: App, known: ReadonlyMap<string, Known>, given: ParsedReturn, options: LandOptions, share: number): Promise<ImportPlan> =>
  inSlices(planningImport(given, new Map([...known].map(([localId, { entries }]) => [localId, entries])), {
    codes: app.codes, ...(options.withdrawVanished === undefined ? {} : { withdrawVanished: options.withdrawVanished }), ...(options.closed === undefined ? {} : { closed: options.closed }),
  }), options.progress, share);
