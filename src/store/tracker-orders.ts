import { sql } from "kysely";
import { BARRIERS, LEGAL_STATUSES, PERMANENCE_PLANS, PLACEMENT_TYPES, PROFILE_STATES } from "../domain/chronology/codes.ts";
import { STAGE_CODES } from "../domain/permanence/stage.ts";
import { agencyKindOf, type FixedColumn, isOfDates, kindOf } from "../domain/tracker/columns.ts";
import type { TrackerStatus } from "../domain/tracker/view.ts";
import type { Condition } from "./tracker-conditions.ts";
import type { TrackerQuery } from "./tracker.ts";

/** How lines are ordered: expressions over lines as `l`, the first that differs decides; and what they need joined. */
export interface Order {
  readonly by: Condition;
  readonly joins: Condition;
}

type Key = (today: string) => readonly Condition[];
const NOTHING = sql``;

/** What each column that sorts is ordered by, downwards. Those of whom there is nothing to say come last either way. */
const KEYS: Readonly<Record<Exclude<FixedColumn, "line">, Key>> = {
  "child": () => [sql`l.local_id`],
  "where": () => [placeIn(STAGE_CODES, sql`l.stage`), byLabel(PERMANENCE_PLANS, sql`l.plan`), byLabel(LEGAL_STATUSES, sql`l.legal_status`)],
  "a10": (today) => [daysRun(sql`l.a10_from`, sql`l.a10_until`, today)],
  "a2": (today) => [daysRun(sql`l.a2_from`, sql`l.a2_until`, today)],
  "next": () => [sql`l.next_due`],
  "status": () => [placeIn(URGENCY, sql`l.status`), sql`coalesce(l.late_since, l.due_soonest)`],
  "born": () => [sql`coalesce(l.born_on, l.expected_on)`],
  "placement": () => [byLabel(PLACEMENT_TYPES, sql`l.placement_type`)],
  "social-worker": () => [sql`lower(coalesce(by_account.name, by_code.name, l.social_worker))`],
  "family-finder": () => [sql`lower(coalesce(by_account.name, by_code.name, l.family_finder))`],
  "team": () => [sql`lower(l.team)`],
  "siblings": () => [sql`family.others`],
  "barriers": () => [byLabel(BARRIERS, sql`l.barriers[1]`)],
  "profile": () => [sql`case when l.profile is not null then case when l.profile ->> 'breach' is not null then 0 else ${placeIn(Object.keys(PROFILE_STATES), sql`l.profile ->> 'state'`)} end end`],
  "early-permanence": () => [sql`not l.early_permanence`],
  "care-started": () => [sql`l.care_started_on`],
  "days-since-order": (today) => [sql`${today}::date - l.order_on`],
  "authority": () => [sql`lower(o.name)`],
};

const URGENCY = ["late", "due-soon", "not-recorded", "on-track", "ended"] satisfies readonly TrackerStatus[];

/** Nothing where it never began: `greatest` would make that no days. */
const daysRun = (from: Condition, until: Condition, today: string): Condition => sql`case when ${from} is not null then greatest(coalesce(${until}, ${today}) - ${from}, 0) end`;

const placeIn = (codes: readonly string[], of: Condition): Condition => sql`array_position(${codes}::text[], ${of})`;
const byLabel = (codes: Readonly<Record<string, string>>, of: Condition): Condition =>
  placeIn(Object.entries(codes).sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([code]) => code), of);

const workerNames = (worker: Condition): Condition => sql`
  left join account by_account on by_account.id = ${worker}
  left join account by_code on by_code.organisation = l.authority and by_code.worker = ${worker}`;

const JOINS: Readonly<Partial<Record<string, Condition>>> = {
  "social-worker": workerNames(sql`l.social_worker`),
  "family-finder": workerNames(sql`l.family_finder`),
  "siblings": sql`left join (
    select a.authority, a.child_id, count(distinct b.child_id) as others
    from sibling_member a join sibling_member b using (authority, group_id) join child_summary s on s.authority = b.authority and s.record_id = b.child_id
    where a.child_id <> b.child_id group by a.authority, a.child_id
  ) family on family.authority = l.authority and family.child_id = l.record_id`,
  "authority": sql`left join organisation o on o.code = l.authority`,
};

export function orderOf({ sort, today }: TrackerQuery): Order {
  const keys = isOfDates(sort.column) ? [sql`l.sorted_on`] : KEYS[sort.column as keyof typeof KEYS]?.(today) ?? [];
  const way = sql.raw(sort.descending ? "desc" : "asc");
  return {
    by: sql.join([...keys.map((key) => sql`${key} ${way} nulls last`), sql`l.local_id`, sql`l.record_id`]),
    joins: JOINS[sort.column] ?? NOTHING,
  };
}

/** The day that lines are ordered by where that is a kind’s. */
export function sortedOn({ sort }: TrackerQuery): Condition {
  const [kind, agency] = [kindOf(sort.column), agencyKindOf(sort.column)];
  if (agency !== undefined) return sql`s.agency_dates->${agency}->>'on'`;
  return kind === undefined ? sql`null::text` : sql`s.dates->${kind}->>'on'`;
}

