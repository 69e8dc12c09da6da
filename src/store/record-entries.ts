import { sql } from "kysely";
import type { Db, Run } from "./database.ts";
import { PACKED_ENTRIES, type PackedEntry, unpacked } from "./entry-rows.ts";
import { KEPT } from "./keeping-client.ts";
import type { RecordWithEntries } from "./rows.ts";

/** Records by the hundred: enough to be quick, few enough that their entries are soon let go. */
export const RECORDS_A_BATCH = 300;
/** Fewer, where one batch is read while another is worked on. */
const RECORDS_AHEAD = 100;

export function* batches<T>(all: readonly T[], size: number = RECORDS_A_BATCH): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}

/** Batches one after another, by id; or the children with these local ids. */
export async function* recordsWithEntries(run: Run, authority: string, localIds?: readonly string[]): AsyncGenerator<RecordWithEntries[]> {
  const ids = await run((db) => recordIds(db, authority, localIds));
  for (const some of batches(ids)) yield await run((db) => withEntries(db, authority, some));
}

/**
 * Only the children who have an entry of any of these kinds, in force or not. Each batch is read while the
 * one before is worked on: whoever works on them asks the same transaction nothing meanwhile.
 */
export async function* childrenWith(run: Run, authority: string, kinds: readonly string[]): AsyncGenerator<RecordWithEntries[]> {
  const { rows } = await run((db) => sql<{ id: string }>`
    select id from record r where authority = ${authority} and type = 'child' and exists (
      select from entry e where e.authority = ${authority} and e.record_id = r.id and e.kind = any (${kinds}::text[]))
    order by id`.execute(db));
  const read = (some: readonly string[]): Promise<RecordWithEntries[]> => run((db) => withEntries(db, authority, some));
  let ahead: Promise<RecordWithEntries[]> | undefined;
  try {
    for (const some of batches(rows.map((row) => row.id), RECORDS_AHEAD)) {
      const now = await ahead;
      ahead = read(some);
      // It is waited for later, where its failure is told.
      ahead.catch(() => undefined);
      if (now !== undefined) yield now;
    }
    if (ahead !== undefined) yield await ahead;
  } finally {
    await ahead?.catch(() => undefined);
  }
}

export async function recordIds(db: Db, authority: string, localIds?: readonly string[]): Promise<string[]> {
  const named = localIds === undefined ? sql`true` : sql`type = 'child' and local_id = any (${localIds}::text[])`;
  const { rows } = await sql<{ id: string }>`select id from record where authority = ${authority} and ${named} order by id`.execute(db);
  return rows.map((row) => row.id);
}

/** These records with all their entries, in two queries, by id. */
export async function withEntries(db: Db, authority: string, ids: readonly string[]): Promise<RecordWithEntries[]> {
  const { rows: found } = await sql<Omit<RecordWithEntries, "version" | "entries">>`${sql.raw(KEPT)}
    select id, authority, local_id as "localId", type from record where authority = ${authority} and id = any (${ids}::uuid[]) order by id`.execute(db);
  const { rows } = await sql<{ id: string; entries: readonly PackedEntry[] }>`${sql.raw(KEPT)}
    select e.record_id as id, ${PACKED_ENTRIES} as entries
    from entry e where e.authority = ${authority} and e.record_id = any (${ids}::uuid[]) and e.erased_at is null
    group by e.record_id`.execute(db);
  const entries = new Map(rows.map((row) => [row.id, row.entries.map(unpacked)]));
  return found.map((record) => {
    const own = entries.get(record.id) ?? [];
    return { ...record, version: own.at(-1)?.number ?? 0, entries: own };
  });
}

/** The records of every authority, by id. */
export async function recordsByAuthority(db: Db): Promise<{ authority: string; ids: string[] }[]> {
  const authorities = await db.selectFrom("organisation").select("code").orderBy("code").execute();
  const all: { authority: string; ids: string[] }[] = [];
  for (const { code } of authorities) all.push({ authority: code, ids: await recordIds(db, code) });
  return all;
}
