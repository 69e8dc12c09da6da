import type { Viewer } from "../../domain/access/viewer.ts";
import type { Entry } from "../../domain/chronology/entry.ts";
import type { ParsedReturn } from "../../domain/returns/ssda903/parsed-return.ts";
import { type ChildPlan, type ImportPlan, planningImport } from "../../domain/returns/ssda903/plan.ts";
import type { Reader } from "../../store/reader.ts";
import type { ToProject, Writer } from "../../store/writer.ts";
import type { App } from "../app.ts";

/** From 0 to 1. */
export type Progress = (share: number) => void | Promise<void>;

export interface LandOptions {
  readonly withdrawVanished?: boolean;
  readonly progress?: Progress;
}

interface Known {
  readonly recordId: string;
  readonly entries: readonly Entry[];
}

/** Children planned before other requests have their turn, and children written in one go: fewer, and the database waits on us. */
const SLICE = 100;
const WRITTEN_AT_ONCE = 1000;
const PLANNING_SHARE = 0.5;

/** Lets other work have its turn. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What importing would do, with nothing written. */
export async function planReturn(app: App, viewer: Viewer, authority: string, given: ParsedReturn, options: LandOptions): Promise<ImportPlan> {
  return app.store.reading(viewer, async (reader) => plan(app, await knownOf(reader, authority), given, options, 1));
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
  return app.store.inTransaction(viewer, async (writer) => {
    await writer.lock(authority);
    const known = await knownOf(writer, authority);
    const planned = await plan(app, known, given, options, PLANNING_SHARE);
    if (planned.refused || (expected !== undefined && fingerprint(planned) !== expected)) return { plan: planned, landed: false };
    await write(app, writer, authority, known, planned.plans, options.progress);
    await writer.appendAudit(authority, {
      command: "import-ssda903",
      input: { files: [...hashes], children: { ...planned.children }, entries: { ...planned.entries }, conflicts: planned.plans.reduce((n, p) => n + p.conflicts.length, 0) },
    }, app.clock.now());
    return { plan: planned, landed: true };
  });
}

/** Two plans with one fingerprint would write the same numbers of the same things; withdrawals are agreed to separately. */
export const fingerprint = ({ children, entries }: Pick<ImportPlan, "children" | "entries">): string => [children.new, children.changed, children.unchanged, children.vanished, entries.added, entries.superseded].join(" ");

async function knownOf(reader: Reader, authority: string): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  for await (const batch of reader.recordsWithEntries(authority)) {
    for (const record of batch) if (record.type === "child") known.set(record.localId, { recordId: record.id, entries: record.entries });
  }
  return known;
}

async function plan(app: App, known: ReadonlyMap<string, Known>, given: ParsedReturn, options: LandOptions, share: number): Promise<ImportPlan> {
  const current = new Map([...known].map(([localId, { entries }]) => [localId, entries]));
  const planning = planningImport(given, current, {
    codes: app.codes, ...(options.withdrawVanished === undefined ? {} : { withdrawVanished: options.withdrawVanished }),
  });
  for (;;) {
    const step = planning.next();
    if (step.done === true) return step.value;
    if (step.value.done % SLICE === 0) {
      await options.progress?.(share * (step.value.of === 0 ? 1 : step.value.done / step.value.of));
      await turn();
    }
  }
}

async function write(
  app: App, writer: Writer, authority: string, known: ReadonlyMap<string, Known>, plans: readonly ChildPlan[], progress: Progress | undefined,
): Promise<void> {
  const writes = plans.filter((p) => p.drafts.length > 0);
  const at = app.clock.now();
  for (let from = 0; from < writes.length; from += WRITTEN_AT_ONCE) {
    const slice = writes.slice(from, from + WRITTEN_AT_ONCE);
    const created = await writer.createRecords(authority, "child", slice.filter((p) => !known.has(p.localId)).map((p) => p.localId));
    const idOf = (p: ChildPlan): string => known.get(p.localId)?.recordId ?? created.get(p.localId)?.id ?? "";
    const appended = await writer.appendEntries(authority, new Map(slice.map((p) => [idOf(p), p.drafts])), at);
    const toProject = slice.map((p): ToProject => ({
      recordId: idOf(p), type: "child", entries: [...(known.get(p.localId)?.entries ?? []), ...(appended.get(idOf(p)) ?? [])],
    }));
    await writer.writeProjections(authority, toProject, app.summarise);
    await progress?.(PLANNING_SHARE + (1 - PLANNING_SHARE) * Math.min(1, (from + WRITTEN_AT_ONCE) / writes.length));
    await turn();
  }
}
