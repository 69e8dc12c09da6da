import { sql } from "kysely";
import { type Db, transact } from "./database.ts";
import { set } from "./scope.ts";
import type { Identity, SignIns } from "./sign-ins.ts";

interface Row {
  readonly account: string;
  readonly sign_in_name: string;
  readonly issuer: string | null;
  readonly subject: string | null;
}

const WHY_LENGTH = 100;
const NETWORK_LENGTH = 100;

export function signInsOf(db: Db): SignIns {
  /** One row is shown: the one that the settings name. */
  const identity = (settings: Readonly<Record<string, string>>): Promise<Identity | undefined> =>
    transact(db, "read", async (trx) => {
      await set(trx, settings);
      const { rows: [row] } = await sql<Row>`select account, sign_in_name, issuer, subject from identity`.execute(trx);
      if (row === undefined) return undefined;
      const { account, sign_in_name: signInName, issuer, subject } = row;
      return { account, signInName, linkedTo: issuer === null || subject === null ? null : { issuer, subject } };
    });

  return {
    linked: (to) => identity({ issuer: to.issuer, subject: to.subject }),
    registered: (name) => identity({ sign_in_name: name.toLowerCase() }),

    endedAt: (account) =>
      transact(db, "read", async (trx) => {
        await set(trx, { sign_in: account });
        const { rows: [row] } = await sql<{ ended_at: string }>`select ended_at from session_end where account = ${account}`.execute(trx);
        return row?.ended_at;
      }),

    end: (account, at) =>
      transact(db, "write", async (trx) => {
        await set(trx, { account });
        await endSessions(trx, account, at);
      }),

    mayTry: (network, most, minutes) =>
      transact(db, "write", async (trx) => {
        const name = [...network.replaceAll("\0", "")].slice(0, NETWORK_LENGTH).join("");
        // One after the other, so that of a crowd no more are let through.
        await sql`select pg_advisory_xact_lock(hashtext('emergency_try'), hashtext(${name}))`.execute(trx);
        await sql`delete from emergency_try where at < clock_timestamp() - make_interval(mins => ${minutes})`.execute(trx);
        const added = await sql`
          insert into emergency_try (network, at) select ${name}, clock_timestamp()
          where (select count(*) from emergency_try where network = ${name}) < ${most}`.execute(trx);
        return added.numAffectedRows === 1n;
      }),

    log: ({ outcome, person, organisation, how, why }) =>
      transact(db, "write", async (trx) => {
        const account = person?.account ?? "nobody";
        await set(trx, { account });
        // Cut by characters as PostgreSQL counts them, which half of a surrogate pair is not.
        const asked = why === undefined ? null : [...why.replaceAll("\0", "")].slice(0, WHY_LENGTH).join("");
        await sql`
          insert into access_log (account, role, organisation, outcome, asked, how)
          values (${account}, ${person?.role ?? null}, ${person?.organisation.code ?? organisation}, ${outcome}, ${asked}, ${how})`.execute(trx);
      }),
  };
}

/** Sessions of the account begun until then are over. Never sooner than what was said before. */
export async function endSessions(db: Db, account: string, at: string): Promise<void> {
  await sql`
    insert into session_end (account, ended_at) values (${account}, ${at})
    on conflict (account) do update set ended_at = greatest(session_end.ended_at, excluded.ended_at)`.execute(db);
}

/** Registers the account under a sign-in name, or changes it; `linkedTo` as it is to be from now on. Operators only. */
export async function writeIdentity(db: Db, { account, signInName, linkedTo }: Identity): Promise<void> {
  await sql`
    insert into identity (account, sign_in_name, issuer, subject)
    values (${account}, ${signInName.toLowerCase()}, ${linkedTo?.issuer ?? null}, ${linkedTo?.subject ?? null})
    on conflict (account) do update set sign_in_name = excluded.sign_in_name, issuer = excluded.issuer, subject = excluded.subject`.execute(db);
}
