import { type RawBuilder, sql } from "kysely";
import { batchPayload, type BatchRow, LINE, type Line } from "./access-batches.ts";
import type { AuditPayload } from "./append.ts";
import { type Head, payloadHashOf } from "./chain.ts";
import type { Db } from "./database.ts";
import { entryOf, entryPayload } from "./entry-rows.ts";
import type { AuditColumns, Book, EntryColumns } from "./tables.ts";

/** A row of a chain, with what its hash should be by what it says. */
export interface ChainRow extends Head {
  /** As the row holds it, and as its payload gives it; for an erased row the two are the same. */
  readonly toldHash: Buffer;
  readonly payloadHash: Buffer;
  /** How many rows of the record it stands for: one, or the lines of a batch. */
  readonly rows: number;
}

/** So few that people who are served meanwhile do not wait for it. */
const ROWS_A_PAGE = 1_000;

/** The rows of a chain after a number, the next page of them; none at its end. */
export const rowsAfter: Readonly<Record<Book, (db: Db, authority: string, number: number) => Promise<ChainRow[]>>> = {
  entry: async (db, authority, number) => {
    const { rows } = await page<EntryColumns>(db, sql`entry`, authority, number);
    return rows.map((row) => chainRow(row, () => entryPayload(row.record_id, entryOf(row))));
  },
  audit: async (db, authority, number) => {
    const { rows } = await page<AuditColumns>(db, sql`audit`, authority, number);
    return rows.map((row) => chainRow(row, () => auditPayload(row)));
  },
  access: batchesAfter,
};

const page = <Row>(db: Db, table: RawBuilder<unknown>, authority: string, number: number) =>
  sql<Row>`select * from ${table} where authority = ${authority} and number > ${number} order by number limit ${ROWS_A_PAGE}`.execute(db);

const chainRow = (row: EntryColumns | AuditColumns, payload: () => object): ChainRow => ({
  number: row.number,
  hash: row.hash,
  toldHash: row.payload_hash,
  payloadHash: payloadHashIn(row, payload),
  rows: 1,
});

const NOTHING = Buffer.alloc(0);

/** Of an erased row nothing is left to compare. Half erased, with its salt or without saying so, it is not as it was written. */
function payloadHashIn({ erased_at: erasedAt, salt, payload_hash: told }: EntryColumns | AuditColumns, payload: () => object): Buffer {
  if (erasedAt !== null) return salt === null ? told : NOTHING;
  return salt === null ? NOTHING : payloadHashOf(salt, payload());
}

const auditPayload = (row: AuditColumns): AuditPayload => ({
  at: row.at ?? "", actor: row.actor ?? "", command: row.command ?? "", record: row.record_id, input: row.input,
  firstEntry: row.first_entry, lastEntry: row.last_entry,
});

interface StoredBatch extends BatchRow, Head {
  readonly salt: Buffer;
  readonly payload_hash: Buffer;
}

const BATCHES_A_PAGE = 50;

async function batchesAfter(db: Db, organisation: string, number: number): Promise<ChainRow[]> {
  const { rows: batches } = await sql<StoredBatch>`
    select * from access_batch where organisation = ${organisation} and number > ${number} order by number limit ${BATCHES_A_PAGE}`.execute(db);
  const last = batches.at(-1);
  if (last === undefined) return [];
  const { rows } = await sql<Line & { readonly batch: number }>`
    select l.batch, ${LINE} from access_log l
    where l.organisation = ${organisation} and l.batch > ${number} and l.batch <= ${last.number} order by l.id`.execute(db);
  const linesOf = Map.groupBy(rows, (row) => row.batch);
  return batches.map((batch) => {
    const lines = (linesOf.get(batch.number) ?? []).map(({ batch: _its, ...line }) => line);
    return { number: batch.number, hash: batch.hash, toldHash: batch.payload_hash, payloadHash: payloadHashOf(batch.salt, batchPayload(batch, lines)), rows: lines.length };
  });
}
