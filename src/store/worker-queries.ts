import { sql } from "kysely";
import type { Db } from "./database.ts";
import type { WorkerRow } from "./rows.ts";

const PERSON = sql`id as account, worker, name, role, organisation, team, service, left_on as "leftOn"`;
/** The regional agencies of the authorities that the viewer sees in full, whose people have none of their children. */
const AGENCIES = sql`(select agency from agreement where authority in (select viewer_list('viewer.authorities')))`;

/** Everybody with an account in the organisations the viewer sees, by name; not those of their regional agency. */
export async function workers(db: Db): Promise<WorkerRow[]> {
  const { rows } = await sql<WorkerRow>`select ${PERSON} from account where organisation not in ${AGENCIES} order by name, id`.execute(db);
  return rows;
}

/** The people of the regional agencies of the authorities that the viewer sees in full, by name. */
export async function agencyPeople(db: Db): Promise<WorkerRow[]> {
  const { rows } = await sql<WorkerRow>`select ${PERSON} from account where organisation in ${AGENCIES} order by name, id`.execute(db);
  return rows;
}
