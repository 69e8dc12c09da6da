import { emptyChain, type Head, nextHash, payloadHashOf } from "./chain.ts";
import type { Db } from "./database.ts";
import { entryOf, entryPayload } from "./entry-rows.ts";
import type { AuditPayload } from "./append.ts";
import type { AuditColumns, Book, EntryColumns } from "./tables.ts";
import type { Verified } from "./maintenance.ts";

export interface ChainsVerified {
  readonly chains: number;
  readonly rows: number;
  readonly firstBroken: Verified["firstBroken"];
}

const ROWS_A_PAGE = 4_000;

/** Recomputes every chain from its rows and compares it with what each row and the chain's head say. */
export async function verifyChains(db: Db): Promise<ChainsVerified> {
  const heads = await db.selectFrom("chain").selectAll().orderBy("authority").orderBy("book", "desc").execute();
  let rows = 0;
  let firstBroken: Verified["firstBroken"] = null;
  for (const head of heads) {
    const { authority, book } = head;
    const found = await verifyChain(db, authority, book, head);
    rows += found.rows;
    if (found.broken !== null) firstBroken ??= { authority, book, number: found.broken };
  }
  // Rows of an authority whose head has gone.
  for (const book of ["entry", "audit"] as const) {
    const { authority } = await db.selectFrom(book).select("authority")
      .where("authority", "not in", db.selectFrom("chain").select("authority").where("book", "=", book)).limit(1).executeTakeFirst() ?? {};
    if (authority !== undefined) firstBroken ??= { authority, book, number: 1 };
  }
  return { chains: heads.length, rows, firstBroken };
}

/** The first number at which the chain is not whole: the row changed, is missing, or is one too many. */
async function verifyChain(db: Db, authority: string, book: Book, end: Head): Promise<{ rows: number; broken: number | null }> {
  let at = emptyChain(authority, book);
  let rows = 0;
  let broken: number | null = null;
  for (let last = 0; ; ) {
    const page = await (book === "entry" ? entriesAfter(db, authority, last) : auditAfter(db, authority, last));
    for (const row of page) {
      rows++;
      if (broken !== null) continue;
      const intact = row.number === at.number + 1 && row.payloadHash.equals(row.toldHash) && row.hash.equals(nextHash(at.hash, row.toldHash));
      if (intact) at = row;
      else broken = Math.min(row.number, at.number + 1);
    }
    if (page.length < ROWS_A_PAGE) break;
    last = page.at(-1)?.number ?? last;
  }
  if (broken === null && (at.number !== end.number || !at.hash.equals(end.hash))) broken = Math.min(at.number, end.number) + 1;
  return { rows, broken };
}

interface ChainRow extends Head {
  /** As the row holds it, and as its payload gives it; for an erased row the two are the same. */
  readonly toldHash: Buffer;
  readonly payloadHash: Buffer;
}

const chainRow = (row: EntryColumns | AuditColumns, payload: () => object): ChainRow => ({
  number: row.number,
  hash: row.hash,
  toldHash: row.payload_hash,
  payloadHash: row.erased_at !== null || row.salt === null ? row.payload_hash : payloadHashOf(row.salt, payload()),
});

async function entriesAfter(db: Db, authority: string, number: number): Promise<ChainRow[]> {
  const rows = await db.selectFrom("entry").selectAll().where("authority", "=", authority).where("number", ">", number)
    .orderBy("number").limit(ROWS_A_PAGE).execute();
  return rows.map((row) => chainRow(row, () => entryPayload(row.record_id, entryOf(row))));
}

async function auditAfter(db: Db, authority: string, number: number): Promise<ChainRow[]> {
  const rows = await db.selectFrom("audit").selectAll().where("authority", "=", authority).where("number", ">", number)
    .orderBy("number").limit(ROWS_A_PAGE).execute();
  return rows.map((row) => chainRow(row, () => auditPayload(row)));
}

const auditPayload = (row: AuditColumns): AuditPayload => ({
  at: row.at ?? "", actor: row.actor ?? "", command: row.command ?? "", record: row.record_id, input: row.input,
  firstEntry: row.first_entry, lastEntry: row.last_entry,
});

