import { type RawBuilder, sql } from "kysely";
import { DESK_GROUP_CODES, type DeskGroup } from "../domain/work/groups.ts";
import { CLOCK_COLUMNS } from "./clock-columns.ts";
import type { Db } from "./database.ts";
import { KEPT } from "./keeping-client.ts";
import { MOVED_FROM, newsOn, NO_NEWS } from "./desk-news.ts";
import { workOn } from "./desk-relation.ts";
import type { DeskList, DeskNews, DeskQuery } from "./desk.ts";
import { instantText } from "./instant-columns.ts";

const CLOCK = sql`(select row_to_json(f) from (select ${CLOCK_COLUMNS}) f)`;

/** What is due from somebody, a page of it, what all of it comes to and, where asked for, what is new: in one statement. */
export async function desk(db: Db, query: DeskQuery, only?: RawBuilder<unknown>): Promise<DeskList> {
  const { page, pageSize, due, groups, news } = query;
  const { rows: [list] } = await sql<Found>`${sql.raw(KEPT)}
    with ${only === undefined ? sql`` : sql`${only},`} ${workOn(query)},
    asked as (
      select * from work where true
        ${due === undefined ? sql`` : sql`and due_on between ${due.from}::date and ${due.until}::date`}
        ${groups === undefined ? sql`` : sql`and "group" = any (${groups}::text[])`}),
    page as materialized (
      select c.*, row_number() over (
        order by array_position(${DESK_GROUP_CODES}::text[], c."group"), case when c."group" = 'undated' then null else c.due_on end,
          c.local_id, c.standard, c.occurrence) as nth
      from asked c order by nth limit ${pageSize} offset ${(page - 1) * pageSize}),
    ${news === undefined ? sql`` : newsOn(query, news, CLOCK)}
    shown as (
      select c.*, case when e.number is null then null else json_build_object(
        'kind', e.kind, 'happenedOn', e.happened_on, 'certainty', e.certainty, 'recordedAt', ${instantText("e.recorded_at")}, 'cause', e.cause, 'movedFrom', was.happened_on) end as start
      from page c left join entry e on e.authority = c.authority and e.number = c.started_by and e.erased_at is null ${MOVED_FROM})
    select
      (select count(*) from asked) as total,
      (select count(distinct record_id) from work) as children,
      (select coalesce(json_object_agg("group", n), '{}') from (select "group", count(*) as n from work group by 1) g) as totals,
      (select coalesce(json_agg(json_build_object(
          'recordId', c.record_id, 'authority', c.authority, 'localId', h.local_id, 'name', h.name, 'stage', h.stage,
          'socialWorker', h.social_worker, 'familyFinder', h.family_finder, 'team', h.team, 'reviewingOfficer', h.reviewing_officer,
          'families', ${FAMILIES}, 'group', c."group", 'clock', ${CLOCK}, 'seat', c.place, 'start', c.start) order by c.nth), '[]')
        from shown c join held h using (authority, record_id)) as rows,
      ${news === undefined ? sql`null` : sql`(select row_to_json(n) from news n)`} as news
  `.execute(db);
  if (list === undefined) throw new Error("The desk’s query gave no row");
  return { ...list, totals: { ...NONE, ...list.totals }, news: list.news === null ? null : { ...list.news, counts: { ...NO_NEWS, ...list.news.counts } } };
}

interface Found extends Omit<DeskList, "totals" | "news"> {
  readonly totals: Partial<Record<DeskGroup, number>>;
  readonly news: (Omit<DeskNews, "counts"> & { readonly counts: Partial<DeskNews["counts"]> }) | null;
}

const NONE = Object.fromEntries(DESK_GROUP_CODES.map((group) => [group, 0])) as Record<DeskGroup, number>;

const FAMILIES = sql`(select coalesce(json_agg(m.group_id order by m.group_id), '[]') from sibling_member m where m.authority = c.authority and m.child_id = c.record_id)`;
