import { sql } from "kysely";
import type { Kind } from "../domain/chronology/kinds.ts";
import { CLOCK_COLUMNS } from "./clock-columns.ts";
import type { Db } from "./database.ts";
import type { ReviewsDue, ReviewsQuery, ToldOf, ToldQuestion } from "./decisions.ts";
import { PACKED_ENTRIES, type PackedEntry, unpacked } from "./entry-rows.ts";

/** The decision-maker’s decisions, as the index entry_decision_ahead has them. */
const DECISIONS: readonly Kind[] = ["early-permanence-decision", "plan-decision", "plan-decision-reversed", "match-decision"];

/** The children of an authority on whose records a decision of the decision-maker’s is or was still to be confirmed: whose records to read. */
export async function decisionsAhead(db: Db, authority: string): Promise<string[]> {
  const kinds = sql.raw(DECISIONS.map((kind) => `'${kind}'`).join(", "));
  const { rows } = await sql<{ id: string }>`
    select distinct e.record_id as id from entry e
    where e.authority = ${authority} and e.certainty <> 'actual' and e.kind in (${kinds}) and e.erased_at is null
      and not exists (select from entry later where later.authority = e.authority and later.supersedes = e.number)
    order by 1`.execute(db);
  return rows.map(({ id }) => id);
}

/** What was told of an authority’s children, by child; those told of last first. */
export async function toldOf(db: Db, { authority, kinds, limit }: ToldQuestion): Promise<ToldOf[]> {
  const { rows } = await sql<{ recordId: string; localId: string; entries: readonly PackedEntry[] }>`
    select e.record_id as "recordId", r.local_id as "localId", ${PACKED_ENTRIES} as entries
    from (select * from entry where authority = ${authority} and kind = any (${kinds}::text[]) and erased_at is null
      order by recorded_at desc, number desc ${limit === undefined ? sql`` : sql`limit ${limit}`}) e
    join record r on r.authority = e.authority and r.id = e.record_id
    where r.type = 'child' group by 1, 2 order by max(e.number) desc`.execute(db);
  return rows.map((row) => ({ ...row, entries: row.entries.map(unpacked) }));
}

/** The next review of each child, a page of them, with how many there are and how many of them are late. */
export async function reviewsDue(db: Db, { authority, standards, officers, today, page, pageSize }: ReviewsQuery): Promise<ReviewsDue> {
  const { rows: [found] } = await sql<ReviewsDue>`
    with due as (
      select distinct on (c.record_id) c.*, s.local_id, s.name, s.reviewing_officer
      from child_clock c join child_summary s using (authority, record_id)
      where c.authority = ${authority} and c.standard = any (${standards}::text[]) and c.due_on is not null
        ${officers === undefined ? sql`` : sql`and s.reviewing_officer = any (${officers}::text[])`}
      order by c.record_id, c.due_on, c.standard),
    page as (select * from due order by due_on, local_id limit ${pageSize} offset ${(page - 1) * pageSize})
    select (select count(*) from due) as total, (select count(*) from due where due_on < ${today}::date and can_be_late) as late,
      (select coalesce(json_agg(json_build_object('recordId', c.record_id, 'localId', c.local_id, 'name', c.name, 'reviewingOfficer', c.reviewing_officer,
        'clock', (select row_to_json(f) from (select ${CLOCK_COLUMNS}) f)) order by c.due_on, c.local_id), '[]') from page c) as rows`.execute(db);
  return found ?? { rows: [], total: 0, late: 0 };
}
