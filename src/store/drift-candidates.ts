import { sql } from "kysely";
import type { Day } from "../domain/dates/day.ts";
import type { Db } from "./database.ts";

/** What would make it worth reading a child’s record for drift. */
export interface DriftQuestion {
  readonly authority: string;
  /** Standards of which a running clock that counts is due by `dueBy`. */
  readonly standards: readonly string[];
  readonly dueBy: Day;
  /** Or so many entries that moved a date. */
  readonly moves: number;
}

export interface DriftCandidates {
  /** Children of the authority whom the viewer may see. */
  readonly children: number;
  /** The local ids of those worth reading. */
  readonly localIds: readonly string[];
}

/** Whose records to read for drift: more than drift, never fewer. */
export async function driftCandidates(db: Db, { authority, standards, dueBy, moves }: DriftQuestion): Promise<DriftCandidates> {
  const { rows: [found] } = await sql<DriftCandidates>`
    with due as materialized (
      select distinct record_id from child_clock
      where authority = ${authority} and counts and due_on <= ${dueBy} and standard = any (${standards}::text[])),
    moved as materialized (
      select record_id from entry where authority = ${authority} and cause = 'moved' group by record_id having count(*) >= ${moves})
    select count(*) as children,
      coalesce(json_agg(local_id order by local_id) filter (where record_id in (select record_id from due union all select record_id from moved)), '[]') as "localIds"
    from child_summary where authority = ${authority}`.execute(db);
  return found ?? { children: 0, localIds: [] };
}
