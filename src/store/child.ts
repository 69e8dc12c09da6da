import { sql } from "kysely";
import type { Summary } from "../domain/permanence/summary.ts";
import type { Clock } from "../domain/standards/clock.ts";
import type { Db } from "./database.ts";

/** A clock's columns under the names of its members, for any query with child_clock as `c`. */
export const CLOCK_COLUMNS = sql`
  c.standard, c.occurrence, c.started_on as "startedOn", c.due_on as "dueOn", c.stopped_on as "stoppedOn", c.moot_on as "mootOn",
  c.started_by as "startedBy", c.stopped_by as "stoppedBy", c.not_recorded as "notRecorded", c.known_up_to as "knownUpTo", c.flags`;

export async function readClocks(db: Db, recordId: string): Promise<Clock[]> {
  const { rows } = await sql<Clock>`
    select ${CLOCK_COLUMNS} from record r join child_clock c on c.authority = r.authority and c.record_id = r.id
    where r.id = ${recordId} order by c.standard, c.occurrence`.execute(db);
  return rows;
}

export async function readSummary(db: Db, recordId: string): Promise<Summary | undefined> {
  const { rows: [row] } = await sql<Omit<Summary, "clocks">>`
    select s.stage, s.born_on as "bornOn", s.expected_on as "expectedOn", s.care_started_on as "careStartedOn",
      s.legal_status as "legalStatus", s.plan, s.bands, s.marks, s.journey,
      array(select worker from allocation a where a.authority = s.authority and a.record_id = s.record_id order by worker) as workers
    from record r join child_summary s on s.authority = r.authority and s.record_id = r.id where r.id = ${recordId}`.execute(db);
  return row === undefined ? undefined : { ...row, clocks: await readClocks(db, recordId) };
}
