import { sql } from "kysely";
import type { DifferenceSide } from "../domain/agency/differences.ts";
import type { Db } from "./database.ts";

export interface DifferingChild {
  readonly recordId: string;
  readonly authority: string;
  readonly localId: string;
}

/** The children of whom a date differs between agency and authority and it is one side’s to settle it: the first few by local id, and how many. */
export async function differing(db: Db, side: DifferenceSide, limit: number): Promise<{ readonly rows: readonly DifferingChild[]; readonly total: number }> {
  const { rows } = await sql<DifferingChild & { total: number }>`
    select record_id as "recordId", authority, local_id as "localId", count(*) over ()::int as total
    from child_summary where authority = any (array(select viewer_reach())) and differs <> '{}' and ${side} = any (differs)
    order by local_id, record_id limit ${limit}`.execute(db);
  return { rows: rows.map(({ total: _all, ...row }) => row), total: rows[0]?.total ?? 0 };
}
