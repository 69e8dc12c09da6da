import { sql } from "kysely";
import { emptyChain, type Head, linksAfter } from "./chain.ts";
import { type Db, transact } from "./database.ts";

/** One line of the log, as the hash of its batch covers it. */
export interface Line {
  readonly id: number;
  readonly at: string;
  readonly account: string;
  readonly role: string | null;
  readonly outcome: string;
  readonly record: string | null;
  readonly authority: string | null;
  readonly asked: string | null;
  readonly how: string;
}

/** What a batch says of itself beside its lines. */
export interface BatchRow {
  readonly organisation: string;
  readonly lines: number;
  readonly first_at: string;
  readonly last_at: string;
}

/** What the hash of a batch covers. Members may be added, never renamed: old hashes must still come out. */
export const batchPayload = ({ organisation, lines: count, first_at: firstAt, last_at: lastAt }: BatchRow, lines: readonly Line[]): object =>
  ({ organisation, count, firstAt, lastAt, lines });

/** The columns of a line, in a query of access_log as `l`. */
export const LINE = sql`l.id, l.at, l.account, l.role, l.outcome, l.record_id as record, l.authority, l.asked, l.how`;

export const LINES_A_BATCH = 1_000;

/** Two processes never make one batch twice. Any number will do, if it is ours. */
const LOCK = 7_401_915;

/**
 * Chains all lines of the log that are not chained yet, in the order in which they were written; gives how many. One
 * transaction a batch: killed in the middle, it leaves whole batches. Where another process is at it, does nothing.
 */
export async function chainAccess(db: Db): Promise<number> {
  for (let chained = 0; ; ) {
    const lines = await transact(db, "write", chainOne);
    if (lines === 0) return chained;
    chained += lines;
  }
}

async function chainOne(db: Db): Promise<number> {
  const { rows: [lock] } = await sql<{ ours: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) as ours`.execute(db);
  if (lock?.ours !== true) return 0;
  const { rows: [waiting] } = await sql<{ organisation: string }>`select organisation from access_log where batch is null limit 1`.execute(db);
  if (waiting === undefined) return 0;
  const { organisation } = waiting;
  const head = await lockedHead(db, organisation);
  const lines = await putInto(db, organisation, head.number + 1);
  const instants = lines.map(({ at }) => at).sort();
  const batch: BatchRow = { organisation, lines: lines.length, first_at: instants.at(0) ?? "", last_at: instants.at(-1) ?? "" };
  for (const { salt, payloadHash, hash } of linksAfter(head, [batchPayload(batch, lines)])) {
    await sql`
      with moved as (update chain set number = ${head.number + 1}, hash = ${hash} where authority = ${organisation} and book = 'access')
      insert into access_batch (organisation, number, lines, first_at, last_at, salt, payload_hash, hash)
      values (${organisation}, ${head.number + 1}, ${lines.length}, ${batch.first_at}, ${batch.last_at}, ${salt}, ${payloadHash}, ${hash})`.execute(db);
  }
  return lines.length;
}

async function lockedHead(db: Db, organisation: string): Promise<Head> {
  const empty = emptyChain(organisation, "access");
  await sql`insert into chain (authority, book, number, hash) values (${organisation}, 'access', 0, ${empty.hash}) on conflict do nothing`.execute(db);
  const { rows: [head] } = await sql<Head>`select number, hash from chain where authority = ${organisation} and book = 'access' for update`.execute(db);
  return head ?? empty;
}

/** Says of the oldest lines which batch they are in, and of those refused whose record they asked for, if anybody’s. */
async function putInto(db: Db, organisation: string, batch: number): Promise<Line[]> {
  const { rows } = await sql<Line>`
    with oldest as (select id from access_log where organisation = ${organisation} and batch is null order by id limit ${LINES_A_BATCH}),
    l as (
      update access_log set batch = ${batch}, authority = coalesce(access_log.authority, (
        select r.authority from record r
        where access_log.outcome = 'refused' and r.id = case when access_log.asked ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then access_log.asked::uuid end))
      from oldest where access_log.id = oldest.id returning access_log.*)
    select ${LINE} from l order by l.id`.execute(db);
  return rows;
}
