import { type RawBuilder, sql } from "kysely";
import type { Role } from "../domain/access/role.ts";
import type { Day } from "../domain/dates/day.ts";
import type { Db } from "./database.ts";
import { isUuid } from "./uuid.ts";

export type AccessOutcome = "opened" | "refused" | "signed-in" | "sign-in-refused" | "session-refused" | "signed-out";

/** One line of the log of access: who came to a record, when, and how it went. */
export interface AccessRow {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly account: string;
  /** Null where the account is of an organisation that the viewer has nothing to do with, or of nobody. */
  readonly name: string | null;
  /** As what they acted then; null for the operator, for nobody, and before it was kept. */
  readonly role: Role | null;
  /** The code of their organisation, and its name where there is one of it. */
  readonly organisation: string;
  readonly organisationName: string | null;
  readonly outcome: AccessOutcome;
  readonly recordId: string | null;
  /** What was asked for, or why a sign-in was refused. */
  readonly asked: string | null;
  /** The page, file or command: `child-page`, `take-away-xlsx` … */
  readonly how: string;
}

export interface AccessPage {
  readonly rows: readonly AccessRow[];
  readonly total: number;
}

/** Which part of the log, newest first. Days are days in England, both counted in. */
export interface AccessQuery {
  /** Lines about one record: those who opened it, and those refused who asked by its id or its local id. */
  readonly record?: { readonly id: string; readonly localId: string };
  /** Lines of one person. */
  readonly account?: string;
  readonly outcomes?: readonly AccessOutcome[];
  readonly from?: Day;
  readonly until?: Day;
  readonly limit: number;
  readonly offset?: number;
}

/** The log as the viewer may read it: of their own organisation’s people, and of their authority’s records. Others read nothing. */
export async function accessOf(db: Db, query: AccessQuery): Promise<AccessPage> {
  const where = sql.join(conditionsOf(query), sql` and `);
  const { rows } = await sql<AccessRow>`
    select l.at, l.account, a.name, l.role, l.organisation, o.name as "organisationName", l.outcome, l.record_id as "recordId", l.asked, l.how
    from access_log l left join account a on a.id = l.account left join organisation o on o.code = l.organisation
    where ${where} order by l.at desc, l.id desc limit ${query.limit} offset ${query.offset ?? 0}`.execute(db);
  const { rows: [count] } = await sql<{ total: number }>`select count(*)::int as total from access_log l where ${where}`.execute(db);
  return { rows, total: count?.total ?? 0 };
}

function conditionsOf({ record, account, outcomes, from, until }: AccessQuery): RawBuilder<unknown>[] {
  const dayOf = sql`(l.at at time zone 'Europe/London')::date`;
  return [
    sql`true`,
    ...(record === undefined ? [] : [sql`(${isUuid(record.id) ? sql`l.record_id = ${record.id}` : sql`false`} or l.outcome = 'refused' and l.asked = any (${[record.id, record.localId]}))`]),
    ...(account === undefined ? [] : [sql`l.account = ${account}`]),
    ...(outcomes === undefined ? [] : [sql`l.outcome = any (${outcomes})`]),
    ...(from === undefined ? [] : [sql`${dayOf} >= ${from}`]),
    ...(until === undefined ? [] : [sql`${dayOf} <= ${until}`]),
  ];
}
