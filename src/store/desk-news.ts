import { type RawBuilder, sql } from "kysely";
import type { DeskNews, DeskNewsQuestion, DeskQuery } from "./desk.ts";
import { instantText } from "./instant-columns.ts";

export const NO_NEWS: DeskNews["counts"] = { "new": 0, "moved": 0, "gone-late": 0 };

/** The entry that an entry `e` stands in the place of, where it was moved. */
export const MOVED_FROM = sql`left join entry was on was.authority = e.authority and was.number = e.supersedes and e.cause = 'moved'`;

/** Told to those who have the child to work with, whatever their role. */
const TOLD = [
  "decision-feedback", "challenge-raised", "challenge-answered", "challenge-escalated", "challenge-resolved",
  "extension-requested", "extension-signed-off", "reviewing-service-told",
];
/** Told to whoever is given the child, while it is so. */
const GIVEN = ["allocated-worker", "family-finder"];
const MOST_TOLD = 50;

/**
 * What is new on a desk as a query named `news`, of one row, to stand after `held` and `work`: what landed, was
 * moved or went late since the viewer last said that they had seen it, but for what they wrote themselves; what
 * others told; and the children given to them lately, with what was open by then.
 */
export const newsOn = ({ today }: DeskQuery, { orSince, limit, keys, givenSince }: DeskNewsQuestion, clock: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  seen as materialized (
    select p.work_seen_at as at, coalesce(p.work_seen_at, ${orSince}::timestamptz) as since
    from (values (1)) as one left join preference p on p.account = viewer_account()),
  noticed as materialized (
    select c.*, was.happened_on as moved_from, case when e.recorded_at > seen.since then case when e.cause = 'moved' then 'moved' else 'new' end else 'gone-late' end as type,
      case when e.recorded_at > seen.since then e.recorded_at else (c.due_on + 1)::timestamptz end as since
    from seen cross join work c left join entry e on e.authority = c.authority and e.number = c.started_by and e.erased_at is null ${MOVED_FROM}
    where (e.recorded_at > seen.since and e.recorded_by <> (select viewer_account()))
      or (c."group" = 'late' and c.due_on >= (seen.since at time zone 'Europe/London')::date)),
  told as (
    select t.* from entry t
    where t.authority = any (array(select viewer_reach())) and t.recorded_at > (select since from seen) and t.kind = any (${[...TOLD, ...GIVEN]}::text[])
      and t.recorded_by <> (select viewer_account()) and t.record_id in (select record_id from held where own)
      and (t.kind = any (${TOLD}::text[]) or t.until is null and t.detail->>'worker' = any (${keys}::text[]))
    order by t.recorded_at desc limit ${MOST_TOLD}),
  given as (
    select h.authority, h.record_id, h.local_id, h.name, p.track, lower(p.during) as since, (
      select was.detail->>'worker' from current_period b join entry was on was.authority = b.authority and was.number = b.entry
      where b.authority = p.authority and b.record_id = p.record_id and b.track = p.track and upper(b.during) <= lower(p.during)
      order by lower(b.during) desc limit 1) as previous
    from held h join current_period p on p.authority = h.authority and p.record_id = h.record_id
    where (h.works and p.track = 'allocated-worker' or h.finds and p.track = 'family-finder')
      and upper_inf(p.during) and lower(p.during) between ${givenSince}::date and ${today}::date),
  taken as (
    select g.record_id as "recordId", g.authority, g.local_id as "localId", g.name, g.track, g.since, g.previous,
      count(w.*) filter (where w.started_on < g.since) as "leftOpen", count(w.*) filter (where w.started_on < g.since and w."group" = 'late') as late
    from given g left join work w using (authority, record_id)
    group by g.record_id, g.authority, g.local_id, g.name, g.track, g.since, g.previous),
  news as (
    select
      (select ${instantText("at")} from seen) as "seenAt",
      (select coalesce(json_object_agg(type, n), '{}') from (select type, count(*) as n from noticed group by 1) g) as counts,
      (select coalesce(json_agg(json_build_object('type', c.type, 'recordId', c.record_id, 'authority', c.authority, 'localId', c.local_id,
          'clock', ${clock}, 'movedFrom', c.moved_from) order by c.since desc, c.local_id, c.standard, c.occurrence), '[]')
        from (select * from noticed order by since desc, local_id, standard, occurrence limit ${limit}) c) as items,
      (select coalesce(json_agg(json_build_object('recordId', e.record_id, 'localId', h.local_id, 'kind', e.kind, 'number', e.number,
          'happenedOn', e.happened_on, 'recordedAt', ${instantText("e.recorded_at")}, 'recordedBy', e.recorded_by) order by e.recorded_at desc, e.number desc), '[]')
        from told e join held h using (authority, record_id)) as told,
      (select coalesce(json_agg(t order by t.since desc, t."localId"), '[]') from taken t) as "takenOver"),`;
