import { type RawBuilder, sql } from "kysely";
import { ENDED_STAGES, type Stage } from "../domain/permanence/stage.ts";
import { ownersOn } from "../domain/work/desk.ts";
import type { Db } from "./database.ts";
import { groupOn } from "./desk-relation.ts";
import type { TeamChildRow, TeamChildrenQuery, TeamQuestion, TeamWork, WantingFinderRow } from "./team.ts";
import { within } from "./team-scope.ts";

const SOCIAL_WORKERS = ownersOn("social-worker");
const FAMILY_FINDERS = ownersOn("family-finder");

/** From the decision that a child should be placed on, somebody has family finding to do for them. */
const WANT_FINDER = ["decision", "placement-order", "matched", "placed", "applied"] as const satisfies readonly Stage[];
/** Until the move, to find a family at all. */
const LOOKED_FOR = WANT_FINDER.slice(0, 3);

const presentAs = ({ present }: Pick<TeamQuestion, "present">): RawBuilder<unknown> =>
  sql`here as materialized (select * from json_to_recordset(${JSON.stringify(present)}::json) as h (key text, account text))`;

/**
 * What is due of some children, in one statement: by whoever has it, by standard and together, all of it whosever it is; how many
 * children each has; and which teams there are. What nobody who is here has stands as nobody’s, as on a desk.
 */
export async function teamWork(db: Db, question: TeamQuestion): Promise<TeamWork> {
  const { scope, today } = question;
  const { rows: [found] } = await sql<TeamWork>`
    with ${presentAs(question)},
    child as materialized (
      select s.authority, s.record_id, s.stage, sw.account as sw, ff.account as ff
      from child_summary s left join here sw on sw.key = s.social_worker left join here ff on ff.key = s.family_finder
      where ${within(scope)}),
    work as materialized (
      select c.record_id, c.standard, ${groupOn(today)} as "group",
        case when c.owner = any (${FAMILY_FINDERS}::text[]) then coalesce('worker:' || s.ff, 'nobody:family-finder')
          when c.owner = any (${SOCIAL_WORKERS}::text[]) then coalesce('worker:' || s.sw, 'nobody:social-worker') else 'role:' || c.owner end as holder
      from child s join child_clock c on c.authority = s.authority and c.record_id = s.record_id
      where c.authority = ${scope.authority} and c.counts)
    select
      (select coalesce(json_agg(r), '[]') from (
        select holder, standard, count(distinct record_id) as children, count(*) filter (where "group" = 'late') as late,
          count(*) filter (where "group" = 'week') as week, count(*) filter (where "group" = 'later') as later
        from work group by grouping sets ((holder), (standard), ())) r) as work,
      (select coalesce(json_agg(r), '[]') from (
        select holder, count(distinct record_id) as children from child s cross join lateral (values
          (coalesce('worker:' || s.sw, 'nobody:social-worker')), (case when s.ff is not null then 'worker:' || s.ff when s.stage = any (${WANT_FINDER}::text[]) then 'nobody:family-finder' end)) as h (holder)
        where holder is not null and s.stage <> all (${ENDED_STAGES}::text[]) group by 1) r) as held,
      (select coalesce(json_agg(distinct team order by team), '[]') from child_summary where authority = ${scope.authority} and team is not null) as teams
  `.execute(db);
  return found ?? { work: [], held: [], teams: [] };
}

/** The children of a worker, or of nobody who is here, those with most late first; and how many there are. */
export async function teamChildren(db: Db, query: TeamChildrenQuery): Promise<{ readonly rows: readonly TeamChildRow[]; readonly total: number }> {
  const { scope, today, keys, track, limit, present } = query;
  const here = present.map(({ key }) => key);
  const has = (column: string): RawBuilder<unknown> => keys === null
    ? sql`(s.${sql.ref(column)} is null or s.${sql.ref(column)} <> all (${here}::text[]))`
    : sql`s.${sql.ref(column)} = any (${keys}::text[])`;
  const held = track === "family-finder" ? has("family_finder") : track === "allocated-worker" ? has("social_worker") : sql`(${has("social_worker")} or ${has("family_finder")})`;
  const { rows } = await sql<TeamChildRow & { total: number }>`
    select s.record_id as "recordId", s.local_id as "localId", s.name, s.stage, s.team, s.social_worker as "socialWorker", s.family_finder as "familyFinder",
      w.late, w.week, count(*) over () as total
    from child_summary s cross join lateral (
      select count(*) filter (where "group" = 'late') as late, count(*) filter (where "group" = 'week') as week from (
        select ${groupOn(today)} as "group" from child_clock where authority = s.authority and record_id = s.record_id and counts) c) w
    where ${within(scope)} and ${held} ${keys === null && track === "family-finder" ? sql`and s.stage = any (${WANT_FINDER}::text[])` : sql``} and s.stage <> all (${ENDED_STAGES}::text[])
    order by w.late desc, w.week desc, s.local_id limit ${limit}`.execute(db);
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/**
 * Children decided to be placed for adoption, who are not yet, whom no family finder who is here has: with the clock that asks for one,
 * of these standards; the one due first comes first, those without a clock by the day of the decision.
 */
export async function wantingFinder(db: Db, { scope, present, standards }: TeamQuestion & { readonly standards: readonly string[] }): Promise<WantingFinderRow[]> {
  const { rows } = await sql<WantingFinderRow>`
    select s.record_id as "recordId", s.local_id as "localId", s.name, (s.journey->'decisions'->-1->>'from')::date as "decidedOn",
      c.standard, c.occurrence, c.due_on as "dueOn", s.family_finder as was
    from child_summary s left join lateral (
      select * from child_clock k where k.authority = s.authority and k.record_id = s.record_id and k.standard = any (${standards}::text[])
      order by k.due_on limit 1) c on true
    where ${within(scope)} and s.stage = any (${LOOKED_FOR}::text[])
      and (s.family_finder is null or s.family_finder <> all (${present.map(({ key }) => key)}::text[]))
    order by c.due_on, "decidedOn", s.local_id`.execute(db);
  return rows;
}
