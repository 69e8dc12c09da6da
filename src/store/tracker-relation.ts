import { type RawBuilder, sql } from "kysely";
import { runningClocks } from "./project.ts";
import { summaryRelation } from "./summary-columns.ts";
import type { FoldedChild, FoldedLines } from "./tracker.ts";

/**
 * What the tracker’s statement is asked over: child_summary, child_clock and sibling_member. For the
 * lines of another day they are given as queries of those names, which stand before the tables.
 */
export function relationOf(folded: FoldedLines | undefined, only?: RawBuilder<unknown>): readonly RawBuilder<unknown>[] {
  if (folded === undefined) return only === undefined ? [] : [only];
  const { children, members } = folded;
  return [
    sql`child_summary as materialized (select * from ${summaryRelation(children.map((c) => ({ ...c, agencyVisible: false, wall: 0 })))})`,
    sql`child_clock as materialized (
      select g.*, ${COUNTS} as counts, ${COUNTS} and (known_up_to is null or due_on <= known_up_to) as can_be_late
      from json_to_recordset(${JSON.stringify(children.flatMap(clocksOf))}::json) as g (authority text, record_id uuid, standard text,
        occurrence integer, started_on date, due_on date, started_by bigint, known_up_to date, flags text[], warn_days smallint, owner text))`,
    sql`sibling_member as materialized (
      select * from json_to_recordset(${JSON.stringify(members.map(memberRow))}::json) as g (authority text, group_id uuid, child_id uuid))`,
  ];
}

/** As the generated columns of child_clock have it (db/migrations/0006-tracker.sql). */
const COUNTS = sql`(due_on is not null and not (flags && array['advisory', 'not-before', 'checklist']))`;

const clocksOf = ({ authority, recordId, summary }: FoldedChild) => runningClocks(summary).map((clock) => ({
  authority, record_id: recordId, standard: clock.standard, occurrence: clock.occurrence, started_on: clock.startedOn,
  due_on: clock.dueOn, started_by: clock.startedBy, known_up_to: clock.knownUpTo, flags: clock.flags, warn_days: clock.warnDays, owner: clock.owner,
}));

const memberRow = ({ authority, groupId, childId }: FoldedLines["members"][number]) => ({ authority, group_id: groupId, child_id: childId });
