import type { Draft, Entry } from "../../domain/chronology/entry.ts";
import type { Reader } from "../../store/reader.ts";
import type { RecordWithEntries } from "../../store/rows.ts";
import type { ToProject, Writer } from "../../store/writer.ts";
import type { App } from "../app.ts";

/** From 0 to 1. */
export type Progress = (share: number) => void | Promise<void>;

export interface Known {
  readonly recordId: string;
  readonly entries: readonly Entry[];
}

/** Children written in one go: fewer, and the database waits on us. */
const WRITTEN_AT_ONCE = 1000;
/** Of the whole work, planning is this much. */
export const PLANNING_SHARE = 0.5;
/** Children planned before other requests have their turn. */
const SLICE = 100;

/** Lets other work have its turn. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Everything recorded of an authority’s children, by local id, and of its sibling groups. */
export async function everythingOf(reader: Reader, authority: string): Promise<{ readonly children: Map<string, Known>; readonly groups: readonly RecordWithEntries[] }> {
  const children = new Map<string, Known>();
  const groups: RecordWithEntries[] = [];
  for await (const batch of reader.recordsWithEntries(authority)) {
    for (const record of batch) {
      if (record.type === "child") children.set(record.localId, { recordId: record.id, entries: record.entries });
      else groups.push(record);
    }
  }
  return { children, groups };
}

/** Runs a plan that is made a child at a time, letting others have their turn; `share` of the progress is its own. */
export async function inSlices<Plan>(
  planning: Generator<{ readonly done: number; readonly of: number }, Plan>, progress: Progress | undefined, share: number,
): Promise<Plan> {
  for (;;) {
    const step = planning.next();
    if (step.done === true) return step.value;
    if (step.value.done % SLICE === 0) {
      await progress?.(share * (step.value.of === 0 ? 1 : step.value.done / step.value.of));
      await turn();
    }
  }
}

/** Writes what was planned for each child, starting the records of new ones, with its projections. Gives every child’s record id by local id. */
export async function writeChildren(
  app: App, writer: Writer, authority: string, known: ReadonlyMap<string, Known>,
  plans: readonly { readonly localId: string; readonly drafts: readonly Draft[] }[], at: string, progress: Progress | undefined,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map([...known].map(([localId, { recordId }]) => [localId, recordId]));
  const writes = plans.filter((p) => p.drafts.length > 0);
  for (let from = 0; from < writes.length; from += WRITTEN_AT_ONCE) {
    const slice = writes.slice(from, from + WRITTEN_AT_ONCE);
    const created = await writer.createRecords(authority, "child", slice.filter((p) => !known.has(p.localId)).map((p) => p.localId));
    for (const [localId, { id }] of created) ids.set(localId, id);
    const idOf = ({ localId }: { readonly localId: string }): string => ids.get(localId) ?? "";
    const appended = await writer.appendEntries(authority, new Map(slice.map((p) => [idOf(p), p.drafts])), at);
    const toProject = slice.map((p): ToProject => ({
      recordId: idOf(p), type: "child", entries: [...(known.get(p.localId)?.entries ?? []), ...(appended.get(idOf(p)) ?? [])],
    }));
    await writer.writeProjections(authority, toProject, app.summarise);
    await progress?.(PLANNING_SHARE + (1 - PLANNING_SHARE) * Math.min(1, (from + WRITTEN_AT_ONCE) / writes.length));
    await turn();
  }
  return ids;
}
