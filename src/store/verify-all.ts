import { sql } from "kysely";
import type { Db } from "./database.ts";
import type { Progress, Verified } from "./maintenance.ts";
import { beingMadeAnew } from "./recompute.ts";
import type { Summarise } from "./rows.ts";
import { unchainedLines } from "./verify-access-log.ts";
import { verifyChains, type VerifyQuery } from "./verify-chains.ts";
import { verifyProjections } from "./verify-projections.ts";

/** Proves chains and projections within one read transaction. Progress counts rows of chains, then records. */
export async function verifyAll(db: Db, summarise: Summarise, progress: Progress, query: VerifyQuery = {}): Promise<Verified> {
  const of = await workOf(db, query.authority);
  let done = 0;
  const more = (count: number): void => progress(Math.min((done += count), of), of);
  const { chains, rows, firstBroken, heads } = await verifyChains(db, query, more);
  const broken = firstBroken ?? (await verifyProjections(db, summarise, more, query.authority));
  const anew = (await beingMadeAnew(db)).filter(({ authority }) => query.authority === undefined || authority === query.authority);
  return {
    chains, rows, ok: broken === null && (heads?.firstBroken ?? null) === null, firstBroken: broken, beingMadeAnew: anew,
    unchained: await unchainedLines(db, query.authority), heads,
  };
}

/** How many rows and records there are to go through, as the heads have it. */
async function workOf(db: Db, only: string | undefined): Promise<number> {
  const ours = only === undefined ? sql`true` : sql`authority = ${only}`;
  const { rows: [row] } = await sql<{ n: number }>`
    select (select coalesce(sum(number), 0) from chain where book <> 'access' and ${ours})
      + (select coalesce(sum(lines), 0) from access_batch where ${only === undefined ? sql`true` : sql`organisation = ${only}`})
      + (select count(*) from record where ${ours}) as n`.execute(db);
  return Number(row?.n ?? 0);
}
