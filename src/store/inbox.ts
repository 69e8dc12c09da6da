import { sql } from "kysely";
import type { Run } from "./database.ts";
import { isUuid } from "./uuid.ts";

export interface InboxRow {
  readonly id: string;
  readonly template: string;
  readonly detail: Readonly<Record<string, string | number | boolean>>;
  readonly path: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly readAt: string | null;
}

/** Somebody’s own messages, and nobody else’s. */
export interface Inbox {
  /** Those not read, then those read, the latest first of each; so many of each at most. */
  list(most: number): Promise<InboxRow[]>;
  /** Says that one was read at an instant; gives where it leads, or nothing where it is no message of theirs. */
  read(id: string, at: string): Promise<string | undefined>;
  /** Says so of all that are not; gives how many. */
  readAll(at: string): Promise<number>;
}

export function inboxOver(run: Run, account: string): Inbox {
  return {
    list: (most) => run(async (db) => (await sql<InboxRow>`
      (select id, template, detail, path, at, read_at as "readAt" from message where account = ${account} and read_at is null order by at desc, id limit ${most})
      union all
      (select id, template, detail, path, at, read_at as "readAt" from message where account = ${account} and read_at is not null order by at desc, id limit ${most})`.execute(db)).rows),
    read: (id, at) => run(async (db) => {
      if (!isUuid(id)) return undefined;
      const { rows: [row] } = await sql<{ path: string }>`
        update message set read_at = coalesce(read_at, ${at}) where id = ${id} and account = ${account} returning path`.execute(db);
      return row?.path;
    }),
    readAll: (at) => run(async (db) => Number((await sql`update message set read_at = ${at} where account = ${account} and read_at is null`.execute(db)).numAffectedRows ?? 0n)),
  };
}
