import { type RawBuilder, sql } from "kysely";
import { addDays } from "../domain/dates/day.ts";
import { ENDED_STAGES } from "../domain/permanence/stage.ts";
import { MOST_WARN_DAYS } from "../domain/standards/clock.ts";
import { CLOCK_COLUMNS } from "./clock-columns.ts";
import type { Db } from "./database.ts";
import { LISTED_MEMBERS } from "./summary-columns.ts";
import { all, chosenWorkers, type Condition, conditionsOf } from "./tracker-conditions.ts";
import { type Order, orderOf, sortedOn } from "./tracker-orders.ts";
import { relationOf } from "./tracker-relation.ts";
import type { FoldedLines, TrackerList, TrackerQuery, TrackerRow } from "./tracker.ts";

/**
 * The tracker in one statement, so that lines, total, river and choices agree: of the lines as they are
 * stored, or of those given. Only clocks due by the end of the longest warning are gone through for every
 * child; the next thing due is looked up for one page, unless it is what the lines are ordered by.
 * The words of `judge` (src/domain/standards/clock.ts) in SQL: late is `can_be_late` and due before today.
 */
export async function listTracker(db: Db, query: TrackerQuery, then?: FoldedLines, only?: RawBuilder<unknown>): Promise<TrackerList> {
  const { filters: { worker }, page, pageSize } = query;
  const order = orderOf(query);
  const { rows: [list] } = await sql<Listed>`
    with ${sql.join([
      ...relationOf(then, only), attention(query), line(query),
      ...(worker.length === 0 ? [] : [chosenWorkers(worker)]),
      sql`matched as materialized (select * from line l where ${all(conditionsOf(query))})`,
      ...(query.together ? siblingsTogether(order) : [placed(order, "placed")]),
      sql`page as materialized (select * from placed order by place limit ${pageSize} offset ${(page - 1) * pageSize})`,
      NEXT_OF_PAGE(query), SIBLINGS_OF_PAGE,
    ], sql`, `)}
    select
      (select count(*) from matched) as total,
      (select coalesce(json_agg(r), '[]') from (
        select stage, count(*) as children, count(*) filter (where late > 0) as late from line group by stage order by stage
      ) r) as river,
      json_build_object('workers', ${WORKERS}, 'teams', ${choice(sql`team`)}, 'plans', ${choice(sql`plan`)}, 'legals', ${choice(sql`legal_status`)},
        'placements', ${choice(sql`placement_type`)}, 'barriers', ${choice(sql`barrier`, sql`, unnest(barriers) as barrier`)}) as choices,
      (select coalesce(json_agg((
          select row_to_json(f) from (
            select s.record_id as "recordId", s.authority, s.local_id as "localId", s.version, ${LISTED_MEMBERS},
              p.status, p.late, p.due_soon as "dueSoon", n.clock as next, coalesce(k.siblings, '[]') as siblings
          ) f) order by p.place), '[]')
        from page p join child_summary s using (authority, record_id)
        left join next_of_page n using (authority, record_id) left join siblings_of_page k using (authority, record_id)) as rows
  `.execute(db);
  if (list === undefined) throw new Error("The tracker’s query gave no row");
  return list;
}

interface Listed extends TrackerList {
  readonly rows: readonly TrackerRow[];
}

const within = ({ filters: { authority } }: TrackerQuery): Condition => (authority === undefined ? sql`true` : sql`authority = ${authority}`);

/** What the children’s clocks come to: of those that count, the late, those due soon, the first due; and whether any fell due unseen. */
function attention(query: TrackerQuery): Condition {
  const { today, sort } = query;
  const upTo = sort.column === "next" ? sql`` : sql`and due_on <= ${addDays(today, MOST_WARN_DAYS)}`;
  const isLate = sql`due_on < ${today} and can_be_late`;
  const isSoon = sql`due_on between ${today} and ${today}::date + warn_days`;
  return sql`attention as materialized (
    select authority, record_id,
      count(*) filter (where ${isLate}) as late, count(*) filter (where ${isSoon}) as due_soon,
      min(due_on) filter (where ${isLate}) as late_since, min(due_on) filter (where ${isSoon}) as due_soonest,
      min(due_on) filter (where due_on >= ${today} or can_be_late) as next_due,
      bool_or(due_on < ${today} and not can_be_late) as unseen
    from child_clock where counts ${upTo} and ${within(query)}
    group by authority, record_id)`;
}

/** Every child the viewer may see in the authority asked for, with where it stands. */
const line = (query: TrackerQuery): Condition => sql`
  line as materialized (
    select authority, record_id, s.local_id, s.stage, s.born_on, s.expected_on, s.care_started_on, s.legal_status, s.plan, s.placement_type,
      s.order_on, s.social_worker, s.family_finder, s.team, s.barriers, s.differs, s.early_permanence, s.profile, s.a10_from, s.a10_until, s.a2_from, s.a2_until,
      coalesce(late, 0) as late, coalesce(due_soon, 0) as due_soon, late_since, due_soonest, next_due, ${sortedOn(query)} as sorted_on,
      case when late > 0 then 'late' when due_soon > 0 then 'due-soon' when s.runs_until >= ${query.today} then 'on-track'
        when s.stage = any (${ENDED_STAGES}::text[]) then 'ended'
        when s.not_recorded or unseen or s.stage = 'no-plan' and s.care_started_on is null and s.runs_until is null then 'not-recorded'
        else 'on-track' end as status
    from child_summary s left join attention using (authority, record_id) where ${within(query)}
  )`;

const placed = ({ by, joins }: Order, name: string): Condition =>
  sql`${sql.ref(name)} as materialized (select l.*, row_number() over (order by ${by}) as place from matched l ${joins})`;

/** Each child stands where the first child of its sibling group does; one in several groups, with the group that stands first. */
const siblingsTogether = (order: Order): readonly Condition[] => [
  placed(order, "apart"),
  sql`standing as (
    select m.authority, m.group_id, m.child_id, min(a.place) over (partition by m.authority, m.group_id) as at
    from sibling_member m join apart a on a.authority = m.authority and a.record_id = m.child_id)`,
  sql`family as (select authority, child_id as record_id, min(at) as at from standing group by authority, child_id)`,
  sql`placed as materialized (
    select l.authority, l.record_id, l.status, l.late, l.due_soon, row_number() over (order by coalesce(f.at, l.place), l.place) as place
    from apart l left join family f using (authority, record_id))`,
];

const NEXT_OF_PAGE = ({ today }: TrackerQuery): Condition => sql`
  next_of_page as materialized (
    select distinct on (c.authority, c.record_id) c.authority, c.record_id,
      (select row_to_json(f) from (select ${CLOCK_COLUMNS}) f) as clock
    from page p join child_clock c on c.authority = p.authority and c.record_id = p.record_id
    where c.counts and (c.due_on >= ${today} or c.can_be_late)
    order by c.authority, c.record_id, c.due_on, c.standard, c.occurrence)`;

const SIBLINGS_OF_PAGE = sql`
  sibling_of_page as materialized (
    select distinct p.authority, p.record_id, b.child_id
    from page p join sibling_member a on a.authority = p.authority and a.child_id = p.record_id
    join sibling_member b on b.authority = a.authority and b.group_id = a.group_id and b.child_id <> a.child_id),
  siblings_of_page as materialized (
    select k.authority, k.record_id, json_agg(json_build_object('recordId', s.record_id, 'localId', s.local_id) order by s.local_id) as siblings
    from sibling_of_page k join child_summary s on s.authority = k.authority and s.record_id = k.child_id
    group by k.authority, k.record_id)`;

const choice = (value: Condition, also: Condition = sql``): Condition => sql`(
  select coalesce(json_agg(c), '[]') from (
    select ${value} as value, count(*) as children from line ${also} where ${value} is not null group by ${value} order by ${value}
  ) c)`;

/** An account and its worker code are one person, under the account. */
const WORKERS = sql`(
  select coalesce(json_agg(c), '[]') from (
    select coalesce(a.id, w.worker) as value, count(distinct l.record_id) as children
    from line l cross join lateral (values (l.social_worker), (l.family_finder)) as w (worker)
    left join account a on a.organisation = l.authority and a.worker = w.worker
    where w.worker is not null group by 1 order by 1
  ) c)`;
