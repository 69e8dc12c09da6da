import { sql } from "kysely";
import { type ChainRow, rowsAfter } from "./chain-rows.ts";
import { emptyChain, type Head, nextHash } from "./chain.ts";
import type { Db } from "./database.ts";
import type { Verified } from "./maintenance.ts";
import { erasedUnsaid } from "./verify-erased.ts";
import { brokenInLog } from "./verify-access-log.ts";
import { type HeadsChecked, headsChecked, type PublishedHead } from "./published-heads.ts";
import type { Book } from "./tables.ts";

export interface ChainsVerified {
  readonly chains: number;
  /** Entries, audit rows and lines of the log of access. */
  readonly rows: number;
  readonly firstBroken: Verified["firstBroken"];
  readonly heads: HeadsChecked | null;
}

export interface VerifyQuery {
  /** One authority’s chains and lists; all of them where it is left out. */
  readonly authority?: string;
  /** Heads that were published before: do the chains still go through them? */
  readonly heads?: readonly PublishedHead[];
}

/** Recomputes every chain from its rows and compares it with what each row and the chain's head say, and with published heads. */
export async function verifyChains(db: Db, { authority: only, heads: published }: VerifyQuery = {}, read: (rows: number) => void = () => undefined): Promise<ChainsVerified> {
  const ends = await db.selectFrom("chain").selectAll().$if(only !== undefined, (some) => some.where("authority", "=", only ?? ""))
    .orderBy("authority").orderBy("book", "desc").execute();
  let rows = 0;
  let firstBroken: Verified["firstBroken"] = null;
  const holding = new Set<PublishedHead>();
  for (const end of ends) {
    const { authority, book } = end;
    const mine = (published ?? []).filter((head) => head.authority === authority && head.book === book);
    const found = await verifyChain(db, authority, book, end, mine, read);
    rows += found.rows;
    for (const head of found.holding) holding.add(head);
    if (found.broken !== null) firstBroken ??= { authority, book, number: found.broken };
  }
  firstBroken ??= await withoutHead(db, only) ?? await brokenInLog(db, only) ?? await erasedUnsaid(db, only);
  return { chains: ends.length, rows, firstBroken, heads: published === undefined ? null : headsChecked(published, holding, only) };
}

/** Rows of an authority whose head has gone. */
async function withoutHead(db: Db, only: string | undefined): Promise<Verified["firstBroken"]> {
  const { rows: [row] } = await sql<{ authority: string; book: Book }>`
    select authority, book from (
      select distinct authority, 'entry' as book from entry union select distinct authority, 'audit' from audit union select distinct organisation, 'access' from access_batch) f
    where not exists (select from chain c where c.authority = f.authority and c.book = f.book) and ${only === undefined ? sql`true` : sql`authority = ${only}`}
    order by authority, book desc limit 1`.execute(db);
  return row === undefined ? null : { ...row, number: 1 };
}

interface ChainVerified {
  readonly rows: number;
  /** The first number at which the chain is not whole: the row changed, is missing, or is one too many. */
  readonly broken: number | null;
  /** The published heads that it goes through. */
  readonly holding: readonly PublishedHead[];
}

async function verifyChain(db: Db, authority: string, book: Book, end: Head, published: readonly PublishedHead[], read: (rows: number) => void): Promise<ChainVerified> {
  let at: Head = emptyChain(authority, book);
  let rows = 0;
  let broken: number | null = null;
  const holding: PublishedHead[] = [];
  const byNumber = Map.groupBy(published, ({ number }) => number);
  const passed = (): void => void holding.push(...(byNumber.get(at.number) ?? []).filter(({ hash }) => hash === at.hash.toString("hex")));
  passed();
  for (let last = 0; ; ) {
    const page = await rowsAfter[book](db, authority, last);
    if (page.length === 0) break;
    for (const row of page) {
      rows += row.rows;
      if (broken !== null) continue;
      if (!follows(row, at)) broken = Math.min(row.number, at.number + 1);
      else {
        at = row;
        passed();
      }
    }
    read(page.reduce((sum, row) => sum + row.rows, 0));
    last = page.at(-1)?.number ?? last;
  }
  if (broken === null && (at.number !== end.number || !at.hash.equals(end.hash))) broken = Math.min(at.number, end.number) + 1;
  return { rows, broken, holding };
}

const follows = (row: ChainRow, at: Head): boolean =>
  row.number === at.number + 1 && row.payloadHash.equals(row.toldHash) && row.hash.equals(nextHash(at.hash, row.toldHash));
