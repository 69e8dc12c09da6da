import { type RawBuilder, sql } from "kysely";
import { DESK_GROUP_CODES, type DeskGroup } from "../domain/work/groups.ts";
import { CLOCK_COLUMNS } from "./clock-columns.ts";
import type { Db } from "./database.ts";
import { workOn } from "./desk-relation.ts";
import type { DeskList, DeskQuery, Notices, NoticesQuestion, TakenOverRow, DeskQuestion } from "./desk.ts";

const CLOCK = sql`(select row_to_json(f) from (select ${CLOCK_COLUMNS}) f)`;

/** What is due from somebody, a page of it, in one statement with what all of it comes to. */
export async function desk(db: Db, query: DeskQuery): Promise<DeskList> {
  const { page, pageSize, due, groups } = query;
  const { rows: [list] } = await sql<Omit<DeskList, "totals"> & { totals: Partial<Record<DeskGroup, number>> }>`
    with ${workOn(query)},
    asked as (
      select * from work where true
        ${due === undefined ? sql`` : sql`and due_on between ${due.from}::date and ${due.until}::date`}
        ${groups === undefined ? sql`` : sql`and "group" = any (${groups}::text[])`}),
    page as materialized (
      select c.*, s.local_id, row_number() over (
        order by array_position(${DESK_GROUP_CODES}::text[], c."group"), case when c."group" = 'undated' then null else c.due_on end,
          s.local_id, c.standard, c.occurrence) as nth
      from asked c join child_summary s using (authority, record_id)
      order by nth limit ${pageSize} offset ${(page - 1) * pageSize})
    select
      (select count(*) from asked) as total,
      (select count(distinct record_id) from work) as children,
      (select coalesce(json_object_agg("group", n), '{}') from (select "group", count(*) as n from work group by 1) g) as totals,
      (select coalesce(json_agg(json_build_object(
          'recordId', c.record_id, 'authority', c.authority, 'localId', s.local_id, 'name', s.name, 'stage', s.stage,
          'socialWorker', s.social_worker, 'familyFinder', s.family_finder, 'team', s.team, 'reviewingOfficer', s.reviewing_officer,
          'families', ${FAMILIES}, 'group', c."group", 'clock', ${CLOCK}, 'seat', c.place, 'start', ${START}) order by c.nth), '[]')
        from page c join child_summary s using (authority, record_id) ${STARTED}) as rows
  `.execute(db);
  if (list === undefined) throw new Error("The desk’s query gave no row");
  return { ...list, totals: { ...NONE, ...list.totals } };
}

const NONE = Object.fromEntries(DESK_GROUP_CODES.map((group) => [group, 0])) as Record<DeskGroup, number>;

const FAMILIES = sql`(select coalesce(json_agg(m.group_id order by m.group_id), '[]') from sibling_member m where m.authority = c.authority and m.child_id = c.record_id)`;

/** The entry that started a clock `c`, and the one that it stands in the place of where it was moved. */
const STARTED = sql`
  left join entry e on e.authority = c.authority and e.number = c.started_by and e.erased_at is null
  left join entry was on was.authority = e.authority and was.number = e.supersedes and e.cause = 'moved'`;
const START = sql`case when e.number is null then null else json_build_object(
  'kind', e.kind, 'happenedOn', e.happened_on, 'certainty', e.certainty, 'recordedAt', ${instantOf("e")}, 'cause', e.cause, 'movedFrom', was.happened_on) end`;

/** An instant inside JSON as the rest of the program has it. */
function instantOf(table: string): RawBuilder<unknown> {
  return sql`to_char(${sql.ref(`${table}.recorded_at`)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

const TOLD = [
  "decision-feedback", "challenge-raised", "challenge-answered", "challenge-escalated", "challenge-resolved",
  "extension-requested", "extension-signed-off", "reviewing-service-told",
];
/** Told to whoever is given the child, while it is so. */
const GIVEN = ["allocated-worker", "family-finder"];
const MOST_TOLD = 50;

/** What came about on a desk since somebody last looked, but for what they wrote themselves. */
export async function deskNotices(db: Db, question: NoticesQuestion): Promise<Notices> {
  const { today, since, sinceOn, limit, keys } = question;
  const { rows: [found] } = await sql<Omit<Notices, "counts"> & { counts: Partial<Notices["counts"]> }>`
    with ${workOn(question)},
    noticed as materialized (
      select c.*, e.recorded_at, was.happened_on as moved_from,
        case when e.recorded_at > ${since} then case when was.number is null then 'new' else 'moved' end else 'gone-late' end as type
      from work c ${STARTED}
      where (e.recorded_at > ${since} and e.recorded_by <> (select viewer_account()))
        or (c."group" = 'late' and c.due_on between ${sinceOn}::date and ${today}::date - 1))
    select
      (select coalesce(json_object_agg(type, n), '{}') from (select type, count(*) as n from noticed group by 1) g) as counts,
      (select coalesce(json_agg(json_build_object('type', c.type, 'recordId', c.record_id, 'authority', c.authority, 'localId', s.local_id,
          'clock', ${CLOCK}, 'movedFrom', c.moved_from) order by c.at desc, s.local_id, c.standard, c.occurrence), '[]')
        from (select *, case when type = 'gone-late' then (due_on + 1)::timestamptz else recorded_at end as at from noticed order by at desc limit ${limit}) c
        join child_summary s using (authority, record_id)) as items,
      (select coalesce(json_agg(json_build_object('recordId', e.record_id, 'localId', s.local_id, 'kind', e.kind, 'number', e.number,
          'happenedOn', e.happened_on, 'recordedAt', ${instantOf("e")}, 'recordedBy', e.recorded_by) order by e.recorded_at desc, e.number desc), '[]')
        from (
          select * from entry t where t.authority = any (array(select viewer_reach())) and t.recorded_at > ${since} and t.kind = any (${[...TOLD, ...GIVEN]}::text[])
            and t.recorded_by <> (select viewer_account()) and t.record_id in (select record_id from held where own)
            and (t.kind = any (${TOLD}::text[]) or t.until is null and t.detail->>'worker' = any (${keys}::text[]))
          order by t.recorded_at desc limit ${MOST_TOLD}) e
        join child_summary s using (authority, record_id)) as told
  `.execute(db);
  if (found === undefined) throw new Error("The query for notices gave no row");
  return { ...found, counts: { "new": 0, "moved": 0, "gone-late": 0, ...found.counts } };
}

/** The children whom the viewer was given since a day, with whoever had them before and what was open by then. */
export async function takenOver(db: Db, question: DeskQuestion & { readonly since: DeskQuestion["today"]; readonly keys: readonly string[] }): Promise<TakenOverRow[]> {
  const { today, since, keys } = question;
  const { rows } = await sql<TakenOverRow>`
    with ${workOn(question)},
    given as materialized (
      select p.authority, p.record_id, p.track, lower(p.during) as since, (
        select was.detail->>'worker' from current_period b join entry was on was.authority = b.authority and was.number = b.entry
        where b.authority = p.authority and b.record_id = p.record_id and b.track = p.track and upper(b.during) <= lower(p.during)
        order by lower(b.during) desc limit 1) as previous
      from held h join current_period p on p.authority = h.authority and p.record_id = h.record_id
      join entry e on e.authority = p.authority and e.number = p.entry
      where p.track in ('allocated-worker', 'family-finder') and upper_inf(p.during) and lower(p.during) between ${since}::date and ${today}::date
        and e.detail->>'worker' = any (${keys}::text[]))
    select g.record_id as "recordId", g.authority, s.local_id as "localId", s.name, g.track, g.since, g.previous,
      count(w.*) filter (where w.started_on < g.since) as "leftOpen",
      count(w.*) filter (where w.started_on < g.since and w."group" = 'late') as late
    from given g join child_summary s using (authority, record_id) left join work w using (authority, record_id)
    group by g.record_id, g.authority, s.local_id, s.name, g.track, g.since, g.previous
    order by g.since desc, s.local_id`.execute(db);
  return rows;
}
