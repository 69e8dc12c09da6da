import { sql } from "kysely";
import type { Run } from "../database.ts";
import { isUuid } from "../uuid.ts";

export interface MemberReads {
  /** Where mail goes, of those of these accounts whom the viewer sees and who have an address. */
  addresses(accounts: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The ids of the series that somebody belongs to. */
  seriesOf(account: string): Promise<ReadonlySet<string>>;
  /** Who changed a series last, by account, and when (ISO 8601 in UTC). */
  lastChange(series: string): Promise<{ readonly by: string; readonly at: string } | undefined>;
}

export const memberReadsOver = (run: Run): MemberReads => ({
  addresses: (accounts) => run(async (db) => {
    const { rows } = await sql<{ id: string; email: string }>`select id, email from account where id = any (${[...new Set(accounts)]}) and email is not null`.execute(db);
    return new Map(rows.map(({ id, email }) => [id, email]));
  }),
  seriesOf: (account) => run(async (db) => new Set((await sql<{ series: string }>`select series from meeting_member where account = ${account}`.execute(db)).rows.map(({ series }) => series))),
  lastChange: async (series) => (!isUuid(series) ? undefined : run(async (db) =>
    (await sql<{ by: string; at: string }>`select changed_by as by, changed_at as at from meeting_series where id = ${series}`.execute(db)).rows[0])),
});
