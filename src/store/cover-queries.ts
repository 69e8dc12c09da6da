import { type RawBuilder, sql } from "kysely";
import type { Person } from "../domain/access/viewer.ts";
import type { Day } from "../domain/dates/day.ts";
import type { CoveredRow, CoverRow, Covers } from "./cover.ts";
import type { Db, Run } from "./database.ts";
import { isUuid } from "./uuid.ts";

/** Cover that the viewer gives on a day: a condition on cover as `c`. */
export const givenOn = (today: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`c.covered_by = (select viewer_account()) and c.ended_at is null and ${today} between c.from_on and c.until_on`;

/** Whose work the viewer does on a day, by name. Nobody’s who has left: that is given to somebody else. */
export async function covered(db: Db, today: Day): Promise<CoveredRow[]> {
  const { rows } = await sql<CoveredRow>`
    select a.id as account, a.name, a.role, a.worker, a.team, max(c.until_on) as "untilOn"
    from cover c join account a on a.id = c.account
    where ${givenOn(sql`${today}::date`)} and (a.left_on is null or a.left_on > ${today})
    group by a.id order by a.name, a.id`.execute(db);
  return rows;
}

/** What is arranged in the viewer’s organisation and not over by the day, by first day. */
export async function covers(db: Db, today: Day): Promise<CoverRow[]> {
  const { rows } = await sql<CoverRow>`
    select id, account, covered_by as "coveredBy", from_on as "fromOn", until_on as "untilOn", made_by as "madeBy"
    from cover where ended_at is null and until_on >= ${today} order by from_on, until_on, id`.execute(db);
  return rows;
}

export function coversOver(run: Run, person: Person): Covers {
  return {
    add: ({ account, coveredBy, fromOn, untilOn }, at) =>
      run(async (db) => void (await sql`
        insert into cover (authority, account, covered_by, from_on, until_on, made_by, made_at)
        values (${person.organisation.code}, ${account}, ${coveredBy}, ${fromOn}, ${untilOn}, ${person.account}, ${at})`.execute(db))),
    end: (id, at) =>
      run(async (db) => isUuid(id) && (await sql`update cover set ended_at = ${at} where id = ${id} and ended_at is null`.execute(db)).numAffectedRows === 1n),
  };
}
