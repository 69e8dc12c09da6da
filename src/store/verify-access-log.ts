import { sql } from "kysely";
import type { Db } from "./database.ts";
import type { Verified } from "./maintenance.ts";

/** A line is chained within seconds while anything serves. Longer than this, and no line may still come before one that is chained. */
const LATEST = sql`interval '10 minutes'`;

/**
 * What the batches themselves cannot say: lines of a batch that is not there, and lines put in later, as if they had
 * been written before others that were chained long ago.
 */
export async function brokenInLog(db: Db, only: string | undefined): Promise<Verified["firstBroken"]> {
  const ours = only === undefined ? sql`true` : sql`l.organisation = ${only}`;
  const { rows: [row] } = await sql<{ authority: string; number: number }>`
    select authority, min(number) as number from (
      select l.organisation as authority, min(l.batch) as number from access_log l
      where l.batch is not null and ${ours} and not exists (select from access_batch b where b.organisation = l.organisation and b.number = l.batch)
      group by 1
      union all
      select distinct l.organisation, b.last_number + 1 from access_log l
      join (select organisation, max(last_at) as last_at, max(number) as last_number from access_batch group by 1) b on b.organisation = l.organisation
      where l.batch is null and ${ours} and l.at < b.last_at - ${LATEST}) f
    group by authority order by authority limit 1`.execute(db);
  return row === undefined ? null : { authority: row.authority, book: "access", number: row.number };
}

/** Lines that have waited longer to be chained than they do while anything serves. */
export async function unchainedLines(db: Db, only: string | undefined): Promise<number> {
  const { rows: [row] } = await sql<{ lines: number }>`
    select count(*)::int as lines from access_log l
    where l.batch is null and l.at < now() - ${LATEST} and ${only === undefined ? sql`true` : sql`l.organisation = ${only}`}`.execute(db);
  return row?.lines ?? 0;
}
