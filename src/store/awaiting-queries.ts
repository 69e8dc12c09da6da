import { type RawBuilder, sql } from "kysely";
import { WITHDRAWAL_CAUSES } from "../domain/chronology/entry.ts";
import type { Kind } from "../domain/chronology/kinds.ts";
import { ENDED_STAGES } from "../domain/permanence/stage.ts";
import { MOVED_TOO_OFTEN } from "../domain/standards/drift.ts";
import type { Db } from "./database.ts";
import type { AwaitingRow, Changed, ChangedQuestion, TeamScope } from "./team.ts";
import { within } from "./team-scope.ts";

/** Kinds as the statement says them, so that the planner knows them for those of the index entry_for_managers. */
const among = (kinds: readonly Kind[]): RawBuilder<unknown> => sql.raw(kinds.map((kind) => `'${kind}'`).join(", "));

/** That an entry of this name is in force: nothing stands in its place, and it withdraws nothing. */
const inForce = (name: string): RawBuilder<unknown> => sql`${sql.ref(`${name}.erased_at`)} is null
  and (${sql.ref(`${name}.cause`)} is null or ${sql.ref(`${name}.cause`)} <> all (${Object.keys(WITHDRAWAL_CAUSES)}::text[]))
  and not exists (select from entry later where later.authority = ${sql.ref(`${name}.authority`)} and later.supersedes = ${sql.ref(`${name}.number`)})`;

/** That the child has such an entry in force, beside an entry `e`. */
const answered = (kinds: readonly Kind[], how: RawBuilder<unknown>): RawBuilder<unknown> => sql`exists (
  select from entry a where a.authority = e.authority and a.record_id = e.record_id and a.kind in (${among(kinds)}) and ${how} and ${inForce("a")})`;

/**
 * What waits for managers about the children of a scope, that which has waited longest first: closure summaries put down and not
 * signed off, papers sent and not checked, interagency searches discussed and not decided, extensions asked for and not answered.
 */
export async function awaitingManagers(db: Db, scope: TeamScope): Promise<AwaitingRow[]> {
  const { rows } = await sql<AwaitingRow>`
    select e.kind, e.record_id as "recordId", s.local_id as "localId", e.number, e.happened_on as "happenedOn", e.certainty, e.recorded_by as "recordedBy",
      case when e.kind = 'papers-to-manager' then (
        select p.detail->>'note' from entry p where p.authority = e.authority and p.record_id = e.record_id and p.kind in (${among(["papers-checked"])})
          and p.certainty <> 'actual' and ${inForce("p")} order by p.number desc limit 1) end as note
    from entry e join child_summary s on s.authority = e.authority and s.record_id = e.record_id
    where e.authority = ${scope.authority} and ${within(scope)} and s.stage <> 'left-care' and ${inForce("e")} and (
      (e.kind in (${among(["closure-summary"])}) and e.certainty <> 'actual')
      or (e.kind in (${among(["papers-to-manager"])}) and e.certainty = 'actual'
        and not ${answered(["papers-checked"], sql`a.certainty = 'actual' and a.happened_on >= e.happened_on`)}
        and not ${answered(["panel-papers", "matching-panel", "match-decision", "placed-for-adoption"], sql`a.certainty = 'actual' and a.happened_on >= e.happened_on`)}
        and not ${answered(["papers-to-manager"], sql`a.certainty = 'actual' and (a.happened_on, a.number) > (e.happened_on, e.number)`)})
      or (e.kind in (${among(["interagency-discussed"])}) and e.certainty = 'actual'
        and not ${answered(["interagency-decision"], sql`a.certainty = 'actual' and a.happened_on >= e.happened_on`)}
        and not ${answered(["match-decision", "placed-for-adoption", "plan-decision-reversed", "adoption-order"], sql`a.certainty = 'actual' and a.happened_on >= e.happened_on`)}
        and not ${answered(["interagency-discussed"], sql`a.certainty = 'actual' and (a.happened_on, a.number) > (e.happened_on, e.number)`)})
      or (e.kind in (${among(["extension-requested"])})
        and not ${answered(["extension"], sql`(a.detail->>'request')::bigint = e.number`)}
        and not ${answered(["extension-signed-off"], sql`(a.detail->>'request')::bigint = e.number and not (a.detail->>'agreed')::boolean`)}
        and exists (select from child_clock k where k.authority = e.authority and k.record_id = e.record_id
          and k.standard = e.detail->>'standard' and k.occurrence = coalesce((e.detail->>'occurrence')::int, 1))))
      and e.kind in (${among(["closure-summary", "papers-to-manager", "interagency-discussed", "extension-requested"])})
    order by e.happened_on, s.local_id, e.number`.execute(db);
  return rows;
}

/** Whose decision each is, its row in the table of kinds says; these have no role in one authority’s week but as decisions. */
const DECISIONS: readonly Kind[] = ["early-permanence-decision", "plan-decision", "plan-decision-reversed", "match-decision", "interagency-decision", "proceed-decision", "closure-summary"];

/** What came about in an authority since a day, and how many children each drift rule lists today. */
export async function changedSince(db: Db, { authority, today, since, drift, unlessPlan }: ChangedQuestion): Promise<Changed> {
  const { rows: [found] } = await sql<Changed>`
    with late as materialized (
      select record_id from child_clock where authority = ${authority} and counts and can_be_late and due_on between ${since}::date - 1 and ${today}::date - 1),
    adrift as materialized (
      select k.standard, k.record_id, k.due_on < ${today}::date as past, k.due_on between ${since}::date - 1 and ${today}::date - 1 as newly
      from child_clock k join child_summary s using (authority, record_id)
      where k.authority = ${authority} and k.counts and k.standard = any (${drift}::text[]) and k.started_by is not null
        and s.stage <> all (${ENDED_STAGES}::text[]) and k.due_on <= ${today}::date + k.warn_days and (k.due_on >= ${today}::date or k.can_be_late)
        and not (k.standard = any (${unlessPlan}::text[]) and s.plan is not null))
    select (select count(*) from late) as "newlyLate", (select count(distinct record_id) from late) as "newlyLateChildren",
      (select coalesce(json_agg(r), '[]') from (
        select standard, count(distinct record_id) filter (where past) as past, count(distinct record_id) filter (where not past) as near,
          count(distinct record_id) filter (where newly) as newly from adrift group by 1) r) as drift,
      (select coalesce(json_agg(r), '[]') from (
        select e.kind, count(*) as count from entry e where e.authority = ${authority} and e.kind in (${among(DECISIONS)}) and e.recorded_at >= ${since}::date
          and e.certainty = 'actual' and e.happened_on >= ${since}::date - 28 and ${inForce("e")} group by 1 order by 2 desc, 1) r) as decided,
      (select count(*) from entry e where e.authority = ${authority} and e.kind in (${among(["extension"])}) and e.recorded_at >= ${since}::date and ${inForce("e")}) as "extensionsAgreed",
      (select coalesce(json_agg(s.local_id order by s.local_id), '[]') from child_summary s where s.authority = ${authority} and s.record_id in (
        select record_id from entry where authority = ${authority} and cause = 'moved' group by record_id having count(*) >= ${MOVED_TOO_OFTEN})) as moved
  `.execute(db);
  return found ?? { newlyLate: 0, newlyLateChildren: 0, drift: [], decided: [], extensionsAgreed: 0, moved: [] };
}
