import { sql } from "kysely";
import type { OrganisationType, Person } from "../domain/access/viewer.ts";
import type { Day } from "../domain/dates/day.ts";
import { type Db, transact } from "./database.ts";
import type { Directory } from "./directory.ts";
import { onDay, set } from "./scope.ts";

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
      return rows.map((row): Person => ({
        type: "person", account: row.id, name: row.name, role: row.role,
        ...(row.service === null ? {} : { service: row.service }),
        organisation: { code: row.code, name: row.organisationName, type: row.type },
      }));
    });

  return {
    person: async (account) => (account === "*" ? undefined : (await people(account))[0]),
    people: () => people("*"),
    organisation: (code) => db.selectFrom("organisation").selectAll().where("code", "=", code).executeTakeFirst(),
    organisations: (type?: OrganisationType) =>
      db.selectFrom("organisation").selectAll().$if(type !== undefined, (q) => q.where("type", "=", type as OrganisationType)).orderBy("name").execute(),
  };
}
