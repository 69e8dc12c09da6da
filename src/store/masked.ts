import { sql } from "kysely";
import { isSameForAll, knowingReach, shownTo, type Side } from "../domain/access/side.ts";
import type { Viewer } from "../domain/access/viewer.ts";
import type { Day } from "../domain/dates/day.ts";
import type { Run } from "./database.ts";
import type { Reader } from "./reader.ts";
import type { RecordWithEntries } from "./rows.ts";
import { onDay } from "./scope.ts";

/**
 * The one place where entries pass before somebody reads them: what the viewer may not know of the adopters is taken
 * away here (src/domain/access/side.ts), and so is in no page, list, comparison, form or file. Writers read all of it: they
 * decide and project by the whole record.
 */
export function masked(reader: Reader, viewer: Viewer, run: Run, today: Day | undefined): Reader {
  const reach = knowingReach(viewer);
  if (isSameForAll(reach) && reach !== "none") return reader;
  let asked: Promise<Side> | undefined;
  const side = (): Promise<Side> => (asked ??= sideOf(viewer, run, today));
  const shown = (by: Side) => (record: RecordWithEntries): RecordWithEntries =>
    record.type === "child" ? { ...record, entries: shownTo(by, record.entries) } : record;
  async function* shownBatches(batches: AsyncIterable<readonly RecordWithEntries[]>): AsyncGenerator<readonly RecordWithEntries[]> {
    // Asked before the first batch: nothing else may be while one is being read.
    const by = await side();
    for await (const batch of batches) yield batch.map(shown(by));
  }
  return {
    ...reader,
    entriesOf: async (recordId) => [...shownTo(await side(), await reader.entriesOf(recordId))],
    recordsWithEntries: (authority, localIds) => shownBatches(reader.recordsWithEntries(authority, localIds)),
    childrenWith: (authority, kinds) => shownBatches(reader.childrenWith(authority, kinds)),
  };
}

/** The names under which children are the viewer’s, as the transaction has them (src/store/scope.ts), and the day. */
async function sideOf(viewer: Viewer, run: Run, today: Day | undefined): Promise<Side> {
  const { rows: [row] } = await run((db) => sql<{ workers: string | null; today: Day }>`
    select nullif(current_setting('viewer.workers', true), '') as workers, ${onDay(today)} as today`.execute(db));
  if (row === undefined) throw new Error("The viewer’s settings gave no row");
  return { viewer, keys: row.workers?.split(",") ?? [], today: row.today };
}
