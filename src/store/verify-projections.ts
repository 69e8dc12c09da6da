import { sql } from "kysely";
import type { Decided } from "../domain/standards/change.ts";
import type { Db } from "./database.ts";
import { expectedOf, heldBy, type Shown } from "./held-projections.ts";
import type { Verified } from "./maintenance.ts";
import { type DecidedFor, projectedOf } from "./projected-of.ts";
import { batches, recordsByAuthority } from "./record-entries.ts";
import type { Summarise } from "./rows.ts";

/** So few that people who are served meanwhile do not wait for it. */
const RECORDS_AT_ONCE = 20;

/** The first record whose projections do not hold what its chronology gives; then what is held of no record. `progress` hears of records done. */
export async function verifyProjections(db: Db, summarise: Summarise, progress: (done: number) => void, only?: string): Promise<Verified["firstBroken"]> {
  for (const { authority, ids } of await recordsByAuthority(db)) {
    if (only !== undefined && only !== authority) continue;
    const shown = await shownIn(db, authority);
    const decidedFor = await asMade(db, authority);
    for (const some of batches(ids, RECORDS_AT_ONCE)) {
      const held = await heldBy(db, authority, some);
      for (const { record, projected } of await projectedOf(db, authority, some, summarise, decidedFor)) {
        const expected = expectedOf(projected, record.localId, (child) => shown.get(child) ?? OPEN);
        if (held.get(record.id) !== expected) return { authority, book: "projection", number: record.version };
      }
      progress(some.length);
    }
  }
  return heldOfNoRecord(db, only);
}

const OPEN: Shown = { agencyVisible: false, wall: 0 };

/** The records of an authority that its agency sees, or that are behind a wall. */
async function shownIn(db: Db, authority: string): Promise<ReadonlyMap<string, Shown>> {
  const { rows } = await sql<Shown & { id: string }>`
    select id, agency_visible as "agencyVisible", wall from record where authority = ${authority} and (agency_visible or wall > 0)`.execute(db);
  return new Map(rows.map(({ id, ...shown }) => [id, shown]));
}

/** What lists are read from, and what each calls the record. */
const LISTS = {
  child_summary: "record_id", child_clock: "record_id", finding_term: "record_id", current_period: "record_id", allocation: "record_id", record_wall: "record_id", named_access: "record_id", sibling_member: "group_id",
} as const;

/** Rows of a list left over, whose authority has no such record. */
async function heldOfNoRecord(db: Db, only: string | undefined): Promise<Verified["firstBroken"]> {
  for (const [table, column] of Object.entries(LISTS)) {
    const { rows: [row] } = await sql<{ authority: string }>`
      select t.authority from ${sql.table(table)} t
      where not exists (select from record r where r.authority = t.authority and r.id = t.${sql.ref(column)}) and ${only === undefined ? sql`true` : sql`t.authority = ${only}`}
      limit 1`.execute(db);
    if (row !== undefined) return { authority: row.authority, book: "projection", number: 0 };
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
