import { sql } from "kysely";
import type { Db } from "./database.ts";
import type { WorkerRow } from "./rows.ts";

/** Everybody with an account in the organisations the viewer sees, by name. */
export async function workers(db: Db): Promise<WorkerRow[]> {
  const { rows } = await sql<WorkerRow>`select id as account, worker, name, role, organisation, team, service, left_on as "leftOn" from account order by name, id`.execute(db);
  return rows;
}
