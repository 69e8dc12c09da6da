import { sql } from "kysely";
import type { Db } from "./database.ts";
import type { Verified } from "./maintenance.ts";

/**
 * Rows whose words were taken out without an audit row that says so, of that record and at that instant: an erased row
 * shows nothing by itself, but the row that says it was erased is in the chain.
 */
export async function erasedUnsaid(db: Db, only: string | undefined): Promise<Verified["firstBroken"]> {
  const ours = only === undefined ? sql`true` : sql`authority = ${only}`;
  const said = (numbers: string) => sql`
    select from audit a where a.authority = e.authority and a.command = 'erase-entry' and a.erased_at is null
      and a.at = e.erased_at and a.input -> ${numbers} @> to_jsonb(e.number)`;
  const { rows: [row] } = await sql<{ authority: string; book: "entry" | "audit"; number: number }>`
    select authority, book, number from (
      select authority, 'entry' as book, number from entry e where e.erased_at is not null and ${ours} and not exists (${said("entries")} and a.record_id = e.record_id)
      union all
      select authority, 'audit', number from audit e where e.erased_at is not null and ${ours} and not exists (${said("audit")})) f
    order by authority, book desc, number limit 1`.execute(db);
  return row ?? null;
}
