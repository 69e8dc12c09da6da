import { type RawBuilder, sql } from "kysely";
import { lastOfWeek } from "../domain/work/groups.ts";
import type { Seat } from "../domain/work/seats.ts";
import type { DeskQuestion } from "./desk.ts";

/** A day as a query has it, whatever it is compared with. */
const dayOf = (day: string): RawBuilder<unknown> => sql`${day}::date`;

/**
 * `deskGroupOf` (src/domain/work/groups.ts) of a clock of child_clock, which holds those that are open and can be
 * seen to stop.
 */
export const groupOn = (today: DeskQuestion["today"]): RawBuilder<unknown> => sql`
  case when not counts then 'undated'
    when due_on < ${dayOf(today)} then case when can_be_late then 'late' else 'unseen' end
    when due_on <= ${dayOf(lastOfWeek(today))} then 'week' else 'later' end`;

/**
 * The work on a desk as a query named `work`: clocks with their group, and as `place` the first seat that each lands on,
 * from 0; for a statement that goes on `with`. `held` has the children, with `own` where not for the role alone. `lands` (src/domain/work/seats.ts) in SQL. Each child’s clocks are
 * looked up by the child: no plan then goes through those of other authorities.
 */
export const workOn = ({ seats, today, recordId }: DeskQuestion): RawBuilder<unknown> => sql`
  seat as materialized (
    select * from json_to_recordset(${JSON.stringify(seats.map(rowOf))}::json) as g (place int, by text, owners text[], keys text[], teams text[])),
  sitting as (
    select s.authority, s.record_id, o.owner, min(g.place) as place, bool_or(g.by <> 'role') as own
    from child_summary s join seat g on case g.by
        when 'social-worker' then s.social_worker = any (g.keys)
        when 'family-finder' then s.family_finder = any (g.keys)
        when 'reviewing-officer' then s.reviewing_officer = any (g.keys)
        when 'no-reviewing-officer' then ${nobodyOf("reviewing_officer", "keys")}
        when 'no-social-worker' then ${nobodyOf("social_worker", "keys")} and ${nobodyOf("team", "teams")}
        when 'no-family-finder' then ${nobodyOf("family_finder", "keys")} and ${nobodyOf("team", "teams")}
        when 'team' then ${nobodyOf("team", "teams")}
        else true end
      cross join unnest(g.owners) as o (owner)
    where s.authority = any (array(select viewer_reach())) ${recordId === undefined ? sql`` : sql`and s.record_id = ${recordId}::uuid`}
    group by s.authority, s.record_id, o.owner),
  held as materialized (
    select authority, record_id, array_agg(owner) as owners, array_agg(place) as places, bool_or(own) as own from sitting group by authority, record_id),
  work as materialized (
    select c.*, h.places[array_position(h.owners, c.owner)] as place, ${groupOn(today)} as "group"
    from held h cross join lateral (
      select * from child_clock k where k.authority = h.authority and k.record_id = h.record_id and k.owner = any (h.owners)) c)`;

const nobodyOf = (column: string, keys: string): RawBuilder<unknown> =>
  sql`(s.${sql.ref(column)} is null or s.${sql.ref(column)} <> all (g.${sql.ref(keys)}))`;

const rowOf = (seat: Seat, place: number) => ({
  place, by: seat.by, owners: seat.owners, keys: "keys" in seat ? seat.keys : [], teams: "otherTeams" in seat ? seat.otherTeams : [],
});
