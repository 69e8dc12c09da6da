import { sql } from "kysely";
import type { OrganisationType, Person } from "../domain/access/viewer.ts";
import type { Day } from "../domain/dates/day.ts";
import { type Db, transact } from "./database.ts";
import type { Directory } from "./directory.ts";
import { onDay, set } from "./scope.ts";

interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly role: Person["role"];
  readonly service: NonNullable<Person["service"]> | null;
  readonly code: string;
  readonly organisationName: string;
  readonly type: OrganisationType;
}
interface SignedIn extends AccountRow {
  readonly unread: number;
}

const personOf = ({ id, name, role, service, code, organisationName, type }: AccountRow): Person =>
  ({ type: "person", account: id, name, role, ...(service === null ? {} : { service }), organisation: { code, name: organisationName, type } });

/** `today`: the day that decides who has left; the day in England unless told. */
export function directoryOf(db: Db, today?: () => Day): Directory {
  /** Accounts are shown to nobody until it is said who is being looked up: one account, or `*` for all. */
  const people = (signIn: string): Promise<Person[]> =>
    transact(db, "read", async (trx) => {
      await set(trx, { sign_in: signIn });
      const rows = await trx.selectFrom("account").innerJoin("organisation", "organisation.code", "account.organisation")
        .select(["account.id", "account.name", "account.role", "account.service", "organisation.code", "organisation.name as organisationName", "organisation.type"])
        .where(sql<boolean>`(left_on is null or left_on > ${onDay(today?.())})`)
        .orderBy("organisation.name").orderBy("account.role").orderBy("account.id").execute();
      return rows.map(personOf);
    });

  return {
    signedIn: (account) => transact(db, "read", async (trx) => {
      // Their own messages are theirs by the account.
      await set(trx, { sign_in: account, account });
      const { rows: [row] } = await sql<SignedIn>`
        select a.id, a.name, a.role, a.service, o.code, o.name as "organisationName", o.type, (select count(*)::int from message m where m.account = a.id and m.read_at is null) as unread
        from account a join organisation o on o.code = a.organisation
        where a.id = ${account} and (a.left_on is null or a.left_on > ${onDay(today?.())})`.execute(trx);
      return row === undefined ? undefined : { person: personOf(row), unread: row.unread };
    }),
    person: async (account) => (account === "*" ? undefined : (await people(account))[0]),
    people: () => people("*"),
    organisation: (code) => db.selectFrom("organisation").selectAll().where("code", "=", code).executeTakeFirst(),
    organisations: (type?: OrganisationType) =>
      db.selectFrom("organisation").selectAll().$if(type !== undefined, (q) => q.where("type", "=", type as OrganisationType)).orderBy("name").execute(),
  };
}
