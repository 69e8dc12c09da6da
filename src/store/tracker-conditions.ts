import { type RawBuilder, sql } from "kysely";
import { addDays, type Day } from "../domain/dates/day.ts";
import { ENDED_STAGES } from "../domain/permanence/stage.ts";
import { NONE } from "../domain/tracker/view.ts";
import type { TrackerQuery } from "./tracker.ts";
import { isUuid } from "./uuid.ts";

export type Condition = RawBuilder<unknown>;
export const all = (each: readonly Condition[]): Condition => (each.length === 0 ? sql`true` : sql.join(each, sql` and `));

/** What a query asks of each line, but for the authority: of the columns of `line`, and of sibling_member, child_clock and `chosen`. */
export function conditionsOf({ filters, only, today }: TrackerQuery): readonly Condition[] {
  const { stage, status, worker, team, group, plan, legal, placement, barrier, orderFrom, orderTo, early, differs, profile, drift } = filters;
  return [
    ...(stage.length === 0 ? [] : [sql`stage = any (${stage}::text[])`]),
    ...(status.length === 0 ? [] : [sql`status = any (${status}::text[])`]),
    ...among(team, (values) => sql`team = any (${values}::text[])`, sql`team is null`),
    ...among(plan, (values) => sql`plan = any (${values}::text[])`, sql`plan is null`),
    ...among(legal, (values) => sql`legal_status = any (${values}::text[])`, sql`legal_status is null`),
    ...among(placement, (values) => sql`placement_type = any (${values}::text[])`, sql`placement_type is null`),
    ...among(barrier, (values) => sql`barriers && ${values}::text[]`, sql`barriers = '{}' and authority <> all (array(select viewer_not_shared('barriers')))`),
    ...among(worker, () => CHOSEN, sql`social_worker is null`),
    ...(orderFrom === undefined ? [] : [sql`order_on <= ${addDays(today, -orderFrom)}`]),
    ...(orderTo === undefined ? [] : [sql`order_on >= ${addDays(today, -orderTo)}`]),
    ...(early === undefined ? [] : [sql`early_permanence = ${early === "yes"}`]),
    ...(differs === undefined ? [] : [sql`differs <> '{}'`]),
    ...(profile === undefined ? [] : [sql`profile ->> 'breach' is not null`]),
    ...(group === undefined ? [] : [inGroup(group)]),
    ...(drift === undefined ? [] : [drifting(drift, today)]),
    ...(only === undefined ? [] : [sql`record_id = any (${only.filter(isUuid)}::uuid[])`]),
  ];
}

/** One of the values; or, where NONE is among them, none at all. */
function among(values: readonly string[], has: (values: readonly string[]) => Condition, hasNone: Condition): readonly Condition[] {
  if (values.length === 0) return [];
  const named = values.filter((value) => value !== NONE);
  const either = [...(named.length === 0 ? [] : [has(named)]), ...(named.length === values.length ? [] : [hasNone])];
  return [sql`(${sql.join(either, sql` or `)})`];
}

/**
 * The names under which the workers asked for have children allocated, as `chosen`: an account and its worker code are one person.
 * A code is one person’s within an authority only.
 */
export const chosenWorkers = (workers: readonly string[]): Condition => sql`
  chosen as materialized (
    select null as authority, unnest(${workers}::text[]) as worker
    union all select organisation, worker from account where id = any (${workers}::text[]) and worker is not null
    union all select organisation, id from account where worker = any (${workers}::text[])
  )`;

const CHOSEN = sql`exists (
  select from chosen c where (c.authority is null or c.authority = l.authority) and c.worker in (l.social_worker, l.family_finder))`;

/** As `driftOf` has it (src/domain/standards/drift.ts), of limits. */
const drifting = (standard: string, today: Day): Condition => sql`stage <> all (${ENDED_STAGES}::text[]) and exists (
  select from child_clock k where k.authority = l.authority and k.record_id = l.record_id and k.counts and k.standard = ${standard}
    and k.due_on <= ${today}::date + k.warn_days and (k.due_on >= ${today} or k.can_be_late))`;

function inGroup(group: string): Condition {
  const within = (which: Condition): Condition => sql`(l.authority, l.record_id) in (select authority, child_id from sibling_member where ${which})`;
  // Of a group of which the viewer sees one child alone nothing is said: it would tell of another whom they may not see.
  const shown = sql`(authority, group_id) in (select authority, group_id from sibling_member group by authority, group_id having count(*) > 1)`;
  if (group === NONE) return sql`not ${within(shown)}`;
  if (group === "any") return within(shown);
  return isUuid(group) ? within(sql`group_id = ${group}::uuid and ${shown}`) : sql`false`;
}
