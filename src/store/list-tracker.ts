import { type RawBuilder, sql } from "kysely";
import { addDays } from "../domain/dates/day.ts";
import { DUE_SOON_DAYS } from "../domain/standards/clock.ts";
import { CLOCK_COLUMNS } from "./clock-columns.ts";
import type { Db } from "./database.ts";
import type { TrackerList, TrackerQuery, TrackerRow } from "./tracker.ts";

type Condition = RawBuilder<unknown>;
const all = (each: readonly Condition[]): Condition => (each.length === 0 ? sql`true` : sql.join(each, sql` and `));

/**
 * The tracker in one statement, so that lines, total and river agree. Only clocks due by the end of
 * the “due soon” days are gone through for every child; the next thing due is looked up for one page.
 * The words of `judge` (src/domain/standards/clock.ts) in SQL: late is `can_be_late` and due before today.
 */
export async function listTracker(db: Db, query: TrackerQuery): Promise<TrackerList> {
  const { today, page, pageSize } = query;
  const soon = addDays(today, DUE_SOON_DAYS);
  const within = (authority: Condition): Condition => (query.authority === undefined ? sql`true` : sql`${authority} = ${query.authority}`);
  const byDue = query.sort !== "local-id";
  const order = sql`${byDue ? sql`coalesce(late_since, due_soonest),` : sql``} local_id, record_id`;
  const { rows: [list] } = await sql<Listed>`
    with attention as (
      select authority, record_id,
        count(*) filter (where due_on < ${today} and can_be_late) as late,
        count(*) filter (where due_on >= ${today}) as due_soon,
        min(due_on) filter (where due_on < ${today} and can_be_late) as late_since,
        min(due_on) filter (where due_on >= ${today}) as due_soonest
      from child_clock where counts and due_on <= ${soon} and ${within(sql`authority`)}
      group by authority, record_id
    ), line as materialized (
      select authority, record_id, s.local_id, s.stage, coalesce(late, 0) as late, coalesce(due_soon, 0) as due_soon, late_since, due_soonest,
        case when late > 0 then 'late' when due_soon > 0 then 'due-soon' else 'on-track' end as status
      from child_summary s left join attention using (authority, record_id) where ${within(sql`authority`)}
    ), matched as materialized (select * from line where ${all(conditions(query))}
    ), page as (
      select matched.*, row_number() over (order by ${order}) as place from matched order by ${order}
      limit ${pageSize} offset ${(page - 1) * pageSize}
    )
    select
      (select coalesce(json_agg(r), '[]') from (
        select stage, count(*) as children, count(*) filter (where late > 0) as late from line group by stage order by stage
      ) r) as river,
      (select count(*) from matched) as total,
      (select coalesce(json_agg(l order by place), '[]') from (
        select p.place, s.record_id as "recordId", s.authority, s.local_id as "localId", s.version, s.stage, s.born_on as "bornOn",
          s.expected_on as "expectedOn", s.care_started_on as "careStartedOn", s.legal_status as "legalStatus", s.plan, s.bands, s.marks,
          p.status, p.late, p.due_soon as "dueSoon", n.clock as next
        from page p join child_summary s using (authority, record_id)
        left join lateral (
          select row_to_json(f) as clock from (
            select ${CLOCK_COLUMNS} from child_clock c
            where c.authority = s.authority and c.record_id = s.record_id and c.counts and (c.due_on >= ${today} or c.can_be_late)
            order by c.due_on, c.standard, c.occurrence limit 1
          ) f
        ) n on true
      ) l) as rows
  `.execute(db);
  if (list === undefined) throw new Error("The tracker’s query gave no row");
  return { ...list, rows: list.rows.map(({ place: _place, ...row }) => row) };
}

interface Listed extends TrackerList {
  readonly rows: readonly (TrackerRow & { readonly place: number })[];
}

function conditions(query: TrackerQuery): Condition[] {
  const { stage, status, localIdPart } = query;
  const made: Condition[] = [];
  if (stage !== undefined) made.push(sql`stage = ${stage}`);
  if (localIdPart !== undefined && localIdPart !== "") made.push(sql`position(lower(${localIdPart}) in lower(local_id)) > 0`);
  if (status === "advisory-only") made.push(sql`status = 'on-track'`, advisoryOnly(query));
  else if (status !== undefined) made.push(sql`status = ${status}`);
  return made;
}

const OPEN = sql`c.authority = line.authority and c.record_id = line.record_id`;

/** Of the children on track: nothing runs that counts, and something advisory does. */
const advisoryOnly = ({ today }: TrackerQuery): Condition => sql`
  exists (select from child_clock c where ${OPEN} and 'advisory' = any (c.flags))
  and not exists (select from child_clock c where ${OPEN} and not (c.flags && array['advisory', 'not-before']) and (c.due_on is null or c.due_on >= ${today}))`;
