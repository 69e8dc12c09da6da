import { sql } from "kysely";
import type { Entry } from "../domain/chronology/entry.ts";
import type { Db, Run } from "./database.ts";
import { ENTRY_COLUMNS, entryOf, type EntryRow } from "./entry-rows.ts";
import type { RecordWithEntries } from "./rows.ts";

/** Records by the hundred: enough to be quick, few enough that their entries are soon let go. */
export const RECORDS_A_BATCH = 300;

export function* batches<T>(all: readonly T[], size: number = RECORDS_A_BATCH): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}

/** Batches one after another, by id; or the children with these local ids. */
export async function* recordsWithEntries(run: Run, authority: string, localIds?: readonly string[]): AsyncGenerator<RecordWithEntries[]> {
  const ids = await run((db) => recordIds(db, authority, localIds));
  for (const some of batches(ids)) yield await run((db) => withEntries(db, authority, some));
}

export async function recordIds(db: Db, authority: string, localIds?: readonly string[]): Promise<string[]> {
  const named = localIds === undefined ? sql`true` : sql`type = 'child' and local_id = any (${localIds}::text[])`;
  const { rows } = await sql<{ id: string }>`select id from record where authority = ${authority} and ${named} order by id`.execute(db);
  return rows.map((row) => row.id);
}

/** These records with all their entries, in two queries, by id. */
export async function withEntries(db: Db, authority: string, ids: readonly string[]): Promise<RecordWithEntries[]> {
  const found = await db.selectFrom("record").select(["id", "authority", "local_id as localId", "type"])
    .where("authority", "=", authority).where(sql<boolean>`id = any (${ids}::uuid[])`).orderBy("id").execute();
  const { rows } = await sql<EntryRow & { record_id: string }>`
    select record_id, ${sql.join(ENTRY_COLUMNS.map((column) => sql.ref(column)))}
    from entry where authority = ${authority} and record_id = any (${ids}::uuid[]) and erased_at is null
    order by record_id, number`.execute(db);
  const entries = new Map<string, Entry[]>();
  for (const row of rows) {
    const own = entries.get(row.record_id);
    if (own === undefined) entries.set(row.record_id, [entryOf(row)]);
    else own.push(entryOf(row));
  }
  return found.map((record) => {
    const own = entries.get(record.id) ?? [];
    return { ...record, version: own.at(-1)?.number ?? 0, entries: own };
  });
}
