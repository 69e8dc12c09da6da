import { sql } from "kysely";
import type { Decided } from "../domain/standards/change.ts";
import type { Db } from "./database.ts";
import { expectedOf, heldBy } from "./held-projections.ts";
import type { Progress, Verified } from "./maintenance.ts";
import { type DecidedFor, projectedOf } from "./projected-of.ts";
import { batches, recordsByAuthority } from "./record-entries.ts";
import type { Summarise } from "./rows.ts";

/** The first record whose projections do not hold what its chronology gives. */
export async function verifyProjections(db: Db, summarise: Summarise, progress: Progress): Promise<Verified["firstBroken"]> {
  let done = 0;
  const all = await recordsByAuthority(db);
  const of = all.reduce((sum, { ids }) => sum + ids.length, 0);
  for (const { authority, ids } of all) {
    const shown = new Set<string>();
    const visible = await db.selectFrom("record").select("id").where("authority", "=", authority).where("agency_visible", "=", true).execute();
    for (const { id } of visible) shown.add(id);
    const decidedFor = await asMade(db, authority);
    for (const some of batches(ids)) {
      const held = await heldBy(db, authority, some);
      for (const { record, projected } of await projectedOf(db, authority, some, summarise, decidedFor)) {
        const expected = expectedOf(projected, record.localId, (child) => shown.has(child));
        if (held.get(record.id) !== expected) return { authority, book: "projection", number: record.version };
      }
      progress((done += some.length), of);
    }
  }
  return null;
}

/** A child whose lists are still to be made anew is proved by the standards as they were when they were last made. */
async function asMade(db: Db, authority: string): Promise<DecidedFor> {
  const revisions = new Map<string, number>();
  const { rows } = await sql<{ id: string; revision: number }>`select record_id as id, revision from child_summary where authority = ${authority}`.execute(db);
  for (const { id, revision } of rows) revisions.set(id, revision);
  const earlier = new Map<number, Decided>();
  return (recordId, now) => {
    const revision = revisions.get(recordId) ?? now.revision;
    if (revision >= now.revision) return now;
    const then = earlier.get(revision) ?? { ...now, revision, changes: now.changes.slice(0, revision) };
    earlier.set(revision, then);
    return then;
  };
}
