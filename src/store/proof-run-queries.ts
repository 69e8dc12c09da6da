import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { actorOf, type Viewer } from "../domain/access/viewer.ts";
import { type Db, type Run, transact } from "./database.ts";
import type { Verified } from "./maintenance.ts";
import type { ProofRun, ProofRuns } from "./proof-runs.ts";
import type { PublishedHead } from "./published-heads.ts";
import type { Summarise } from "./rows.ts";
import { verifyAll } from "./verify-all.ts";

export function proofRunsOver(run: Run, viewer: Viewer): ProofRuns {
  const authority = viewer.type === "operator" ? viewer.authority : viewer.organisation.code;
  return {
    heads: () => run((db) => headsOf(db, authority)),
    lastPublished: () =>
      run(async (db) => (await sql<{ day: string; at: string }>`select published_on as day, at from heads_published order by published_on desc limit 1`.execute(db)).rows[0]),
    latest: () =>
      run(async (db) => {
        const { rows: [row] } = await sql<ProofRun>`
          select id, started_by as "startedBy", started_at as "startedAt", finished_at as "finishedAt", done, total, heads, result, failure
          from proof_run where authority = ${authority} order by started_at desc limit 1`.execute(db);
        return row;
      }),
    begin: (heads) =>
      run(async (db) => {
        const id = randomUUID();
        const { numAffectedRows } = await sql`
          insert into proof_run (authority, id, started_by, heads) values (${authority}, ${id}, ${actorOf(viewer)}, ${JSON.stringify(heads)}::jsonb)
          on conflict do nothing`.execute(db);
        return numAffectedRows === 1n ? id : undefined;
      }),
  };
}

/** The heads of all chains, or of one organisation's, at one moment. */
export async function headsOf(db: Db, only?: string): Promise<PublishedHead[]> {
  const { rows } = await sql<PublishedHead>`
    select authority, book, number, encode(hash, 'hex') as hash, now() as at from chain
    where ${only === undefined ? sql`true` : sql`authority = ${only}`} order by authority, book`.execute(db);
  return rows;
}

const TOLD_EVERY_MS = 1_000;
/** One that has told nothing for so long was cut short with its process. */
const SILENT = sql`interval '60 seconds'`;

/** Proves one authority, telling how far it is, and keeps what came of it; what stopped it, too. `db` is maintenance’s. */
export async function prove(db: Db, { authority, id }: { readonly authority: string; readonly id: string }, summarise: Summarise): Promise<void> {
  const { rows: [row] } = await sql<{ heads: PublishedHead[] }>`select heads from proof_run where authority = ${authority} and id = ${id}`.execute(db);
  const heads = row?.heads ?? [];
  let toldAt = 0;
  let telling: Promise<unknown> = Promise.resolve();
  const tell = (done: number, total: number): void => {
    if (Date.now() - toldAt < TOLD_EVERY_MS) return;
    toldAt = Date.now();
    telling = sql`update proof_run set done = ${done}, total = ${total}, seen_at = now() where authority = ${authority} and id = ${id}`.execute(db).catch(() => undefined);
  };
  const end = async (result: Verified | null, failure: string | null): Promise<void> => {
    await telling;
    await sql`
      update proof_run set done = total, result = ${result === null ? null : JSON.stringify(result)}::jsonb, failure = ${failure}, seen_at = now(), finished_at = now()
      where authority = ${authority} and id = ${id}`.execute(db);
  };
  try {
    const query = { authority, ...(heads.length === 0 ? {} : { heads }) };
    await end(await transact(db, "read", (trx) => verifyAll(trx, summarise, tell, query)), null);
  } catch (error) {
    // Where the database itself has gone there is nowhere to write it down: it is then found to have been cut short.
    await end(null, error instanceof Error ? error.name : "unknown").catch(() => undefined);
  }
}

/** Ends the proofs whose process is no more, so that another may begin. */
export async function endCutShort(db: Db): Promise<void> {
  await sql`update proof_run set failure = 'stopped', finished_at = now() where finished_at is null and seen_at < now() - ${SILENT}`.execute(db);
}
