import { type RawBuilder, sql } from "kysely";
import { lastOfWeek } from "../domain/work/groups.ts";
import type { Seat } from "../domain/work/seats.ts";
import type { DeskQuery } from "./desk.ts";
import { within } from "./team-scope.ts";

/** A day as a query has it, whatever it is compared with. */
const dayOf = (day: string): RawBuilder<unknown> => sql`${day}::date`;

/**
 * `deskGroupOf` (src/domain/work/groups.ts) of a clock of child_clock, which holds those that are open and can be
 * seen to stop.
 */
export const groupOn = (today: DeskQuery["today"]): RawBuilder<unknown> => sql`
  case when not counts then 'undated'
    when due_on < ${dayOf(today)} then case when can_be_late then 'late' else 'unseen' end
    when due_on <= ${dayOf(lastOfWeek(today))} then 'week' else 'later' end`;

/**
 * The children and the work of a desk as queries named `held` and `work`, for a statement that goes on `with`. `lands`
 * (src/domain/work/seats.ts) in SQL. Of a child: whether it is held otherwise than by a role (`own`), and whether as the
 * viewer’s own to work with or to find a family for. Of a clock: its group, and as `place` the first seat that it
 * lands on, from 0. Each child’s clocks are looked up by the child: no plan then goes through those of other authorities,
 * and what the policies ask is asked of every table once.
 */
export const workOn = ({ seats, today, recordId, scope, standards }: Pick<DeskQuery, "seats" | "today" | "recordId" | "scope" | "standards">): RawBuilder<unknown> => sql`
  seat as materialized (
    select * from json_to_recordset(${JSON.stringify(seats.map(rowOf))}::json)
      as g (place int, by text, mine boolean, owners text[], keys text[], teams text[])),
  held as materialized (
    select s.authority, s.record_id, s.local_id, s.name, s.stage, s.social_worker, s.family_finder, s.team, s.reviewing_officer, h.*
    from child_summary s cross join lateral (
      select array_agg(o.owner order by g.place) as owners, array_agg(g.place order by g.place) as places, bool_or(g.by <> 'role') as own,
        bool_or(g.mine and g.by = 'social-worker') as works, bool_or(g.mine and g.by = 'family-finder') as finds
      from seat g cross join unnest(g.owners) as o (owner)
      where case g.by
        when 'social-worker' then s.social_worker = any (g.keys)
        when 'family-finder' then s.family_finder = any (g.keys)
        when 'reviewing-officer' then s.reviewing_officer = any (g.keys)
        when 'no-reviewing-officer' then ${nobodyOf("reviewing_officer", "keys")}
        when 'no-social-worker' then ${nobodyOf("social_worker", "keys")} and ${nobodyOf("team", "teams")}
        when 'no-family-finder' then ${nobodyOf("family_finder", "keys")} and ${nobodyOf("team", "teams")}
        when 'team' then ${nobodyOf("team", "teams")}
        else true end) h
    where s.authority = any (array(select viewer_reach())) and h.owners is not null ${recordId === undefined ? sql`` : sql`and s.record_id = ${recordId}::uuid`}
      ${scope === undefined ? sql`` : sql`and ${within(scope)}`}),
  work as materialized (
    select c.*, h.local_id, h.places[array_position(h.owners, c.owner)] as place, ${groupOn(today)} as "group"
    from held h cross join lateral (
      select * from child_clock k where k.authority = h.authority and k.record_id = h.record_id and k.owner = any (h.owners)
        ${standards === undefined ? sql`` : sql`and k.standard = any (${standards}::text[])`}) c)`;

const nobodyOf = (column: string, keys: string): RawBuilder<unknown> =>
  sql`(s.${sql.ref(column)} is null or s.${sql.ref(column)} <> all (g.${sql.ref(keys)}))`;

const rowOf = (seat: Seat, place: number) => ({
  place, by: seat.by, mine: seat.forAccount === null, owners: seat.owners, keys: "keys" in seat ? seat.keys : [], teams: "otherTeams" in seat ? seat.otherTeams : [],
});
