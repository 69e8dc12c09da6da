import { sql } from "kysely";
import type { Day } from "../domain/dates/day.ts";
import { type Db, transact } from "./database.ts";
import { headsOf } from "./proof-run-queries.ts";
import type { PublishedHead } from "./published-heads.ts";

/** Two processes never publish one day. Any number will do, if it is ours. */
const LOCK = 7_401_916;

/**
 * Gives the heads of all chains to `publish`, once a day for all processes: the day is done when `publish` is, and to be
 * done again where it throws. Whether it was done now.
 */
export const publishHeads = (db: Db, day: Day, publish: (heads: readonly PublishedHead[]) => Promise<void>): Promise<boolean> =>
  transact(db, "write", async (trx) => {
    const { rows: [asked] } = await sql<{ ours: boolean }>`
      select not exists (select from heads_published where published_on >= ${day}) and pg_try_advisory_xact_lock(${LOCK}) as ours`.execute(trx);
    if (asked?.ours !== true) return false;
    const heads = await headsOf(trx);
    if (heads.length === 0) return false;
    // Asked again under the lock: another may have been done between the two.
    const { numAffectedRows } = await sql`
      insert into heads_published (published_on, at, heads) values (${day}, now(), ${heads.length}) on conflict do nothing`.execute(trx);
    if (numAffectedRows !== 1n) return false;
    await publish(heads);
    return true;
  });
