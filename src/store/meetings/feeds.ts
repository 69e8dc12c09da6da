import { sql } from "kysely";
import { type Db, transact } from "../database.ts";
import { set } from "../scope.ts";

/** The addresses at which calendar programs read somebody’s own meetings, without signing in. */
export interface CalendarFeeds {
  /** When the address of somebody’s calendar was made (ISO 8601 in UTC); nothing where they have none. */
  madeAt(account: string): Promise<string | undefined>;
  /** Gives somebody a new address, by what it hashes to (32 bytes); the one before is out of use. */
  put(account: string, tokenHash: Buffer, at: string): Promise<void>;
  /** Puts somebody’s address out of use. */
  drop(account: string): Promise<void>;
  /** Whose the address is. */
  accountAt(tokenHash: Buffer): Promise<string | undefined>;
}

export function calendarFeedsOf(db: Db): CalendarFeeds {
  const as = <T>(how: "read" | "write", settings: Readonly<Record<string, string>>, work: (trx: Db) => Promise<T>): Promise<T> =>
    transact(db, how, async (trx) => {
      await set(trx, settings);
      return work(trx);
    });
  return {
    madeAt: (account) => as("read", { account }, async (trx) => (await sql<{ at: string }>`select made_at as at from calendar_feed where account = ${account}`.execute(trx)).rows[0]?.at),
    put: (account, tokenHash, at) => as("write", { account }, async (trx) => void (await sql`
      insert into calendar_feed (account, token_hash, made_at) values (${account}, ${tokenHash}, ${at})
      on conflict (account) do update set token_hash = excluded.token_hash, made_at = excluded.made_at`.execute(trx))),
    drop: (account) => as("write", { account }, async (trx) => void (await sql`delete from calendar_feed where account = ${account}`.execute(trx))),
    accountAt: (tokenHash) => as("read", { calendar_feed: tokenHash.toString("hex") }, async (trx) => (await sql<{ account: string }>`select account from calendar_feed`.execute(trx)).rows[0]?.account),
  };
}
