import { sql } from "kysely";

/** A running clock's columns under the names of a clock's members, for any query with child_clock as `c`. */
export const CLOCK_COLUMNS = sql`
  c.standard, c.occurrence, c.started_on as "startedOn", c.due_on as "dueOn", null as "stoppedOn", null as "mootOn",
  c.started_by as "startedBy", null as "stoppedBy", false as "notRecorded", c.known_up_to as "knownUpTo", c.flags, c.warn_days as "warnDays", c.owner`;
