import { type RawBuilder, sql } from "kysely";
import type { Entry } from "../domain/chronology/entry.ts";
import type { Db } from "./database.ts";
import { PACKED_ENTRIES, type PackedEntry, unpacked } from "./entry-rows.ts";
import { KEPT } from "./keeping-client.ts";
import type { RecordRow, RecordWithEntries } from "./rows.ts";
import { isUuid } from "./uuid.ts";

/*
 * What is asked of one record. Planning such a question under the policies takes several times as long as answering it, so
 * the plans are kept: each is answered by keys alone.
 */

/** The records that the viewer sees of those a condition says, by local id. */
async function recordsWhere(db: Db, condition: RawBuilder<unknown>): Promise<RecordRow[]> {
  const { rows } = await sql<RecordRow>`${sql.raw(KEPT)}
    select id, authority, local_id as "localId", type,
      coalesce((select max(number) from entry where entry.authority = record.authority and entry.record_id = record.id), 0) as version
    from record where ${condition} order by local_id`.execute(db);
  return rows;
}

export async function getRecord(db: Db, id: string): Promise<RecordRow | undefined> {
  return isUuid(id) ? (await recordsWhere(db, sql`id = ${id}::uuid`))[0] : undefined;
}

export async function findRecord(db: Db, authority: string, localId: string, type: RecordRow["type"]): Promise<RecordRow | undefined> {
  return (await recordsWhere(db, sql`authority = ${authority} and type = ${type} and local_id = ${localId}`))[0];
}

export const recordsById = (db: Db, ids: readonly string[]): Promise<RecordRow[]> => recordsWhere(db, sql`id = any (${ids.filter(isUuid)}::uuid[])`);

export async function entriesOf(db: Db, recordId: string): Promise<Entry[]> {
  if (!isUuid(recordId)) return [];
  const { rows: [row] } = await sql<{ entries: readonly PackedEntry[] | null }>`${sql.raw(KEPT)}
    select ${PACKED_ENTRIES} as entries from record r join entry e on e.authority = r.authority and e.record_id = r.id
    where r.id = ${recordId}::uuid and e.erased_at is null`.execute(db);
  return (row?.entries ?? []).map(unpacked);
}

export async function siblingGroupsOf(db: Db, childId: string): Promise<RecordWithEntries[]> {
  if (!isUuid(childId)) return [];
  const groups = await recordsWhere(db, sql`id = any (array(select group_id from sibling_member where child_id = ${childId}::uuid))`);
  const withEntries: RecordWithEntries[] = [];
  for (const group of groups) {
    const entries = await entriesOf(db, group.id);
    const named = [...new Set(entries.map(memberNamed))].filter((id) => id !== undefined);
    const { rows } = await sql<{ id: string }>`${sql.raw(KEPT)}
      select id from record where id = any (${named.filter(isUuid)}::uuid[])`.execute(db);
    const seen = new Set(rows.map((row) => row.id));
    withEntries.push({ ...group, entries: entries.filter((e) => seen.has(memberNamed(e) ?? childId)) });
  }
  return withEntries;
}

/** The child whom an entry puts into the group. */
const memberNamed = (e: Entry): string | undefined => (e.kind === "sibling-membership" ? String(e.detail["child"]) : undefined);
