import { sql } from "kysely";
import type { AccountState } from "../domain/administration/account.ts";
import { ENDED_STAGES } from "../domain/permanence/stage.ts";
import type { Administration, AdministrationRow, HoldingRow, TeamRow, WalledGroup, WhoseRow } from "./administration.ts";
import type { Db, Run } from "./database.ts";
import { isUuid } from "./uuid.ts";

/** The commands of the partial index audit_administration, as it has them. */
const COMMANDS = sql.raw("('set-account', 'set-organisation', 'set-agreement', 'set-restriction-rule', 'add-account', 'end-sessions', 'link-account', 'unlink-account', 'add-authority')");
const GOING_ON = sql`stage <> all (${ENDED_STAGES}::text[])`;

export function administrationOver(run: Run): Administration {
  return {
    accountsOf: (organisation) => run(async (db) => (await sql<AccountState>`
      select a.id as account, a.organisation, a.name, a.role, a.worker, a.team, a.service, i.sign_in_name as "signInName", a.email, a.left_on as "leftOn"
      from account a left join identity i on i.account = a.id where a.organisation = ${organisation} order by lower(a.name), a.id`.execute(db)).rows),

    holdings: (authority) => run(async (db) => (await sql<HoldingRow>`
      select key, "as", count(*)::int as children from child_summary cross join lateral (values
        (social_worker, 'allocated-worker'), (family_finder, 'family-finder'), (reviewing_officer, 'reviewing-officer')) as h (key, "as")
      where authority = ${authority} and key is not null and ${GOING_ON} group by key, "as"`.execute(db)).rows),

    teamsOf: (organisation, today) => run(async (db) => (await sql<TeamRow>`
      select team, sum(people)::int as people, sum(children)::int as children, sum(views)::int as views from (
        select team, count(*) filter (where left_on is null or left_on > ${today}::date) as people, 0 as children, 0 as views from account where organisation = ${organisation} group by team
        union all select team, 0, count(*) filter (where ${GOING_ON}), 0 from child_summary where authority = ${organisation} group by team
        union all select team, 0, 0, count(*) from saved_view where organisation = ${organisation} group by team) t
      where team is not null group by team order by lower(team)`.execute(db)).rows),

    walledGroups: (authority) => run(async (db) => (await sql<WalledGroup>`
      select stage, wall, team, reviewing_officer as officer, workers, count(*)::int as children from (
        select stage, wall, team, reviewing_officer, array(
          select worker from allocation a where a.authority = c.authority and a.record_id = c.record_id order by worker) as workers
        from child_summary c where authority = ${authority} and wall < 2) s
      group by stage, wall, team, reviewing_officer, workers`.execute(db)).rows),

    recordsOfTeam: (authority, team) => run(async (db) => (await sql<{ id: string }>`
      select record_id as id from child_summary where authority = ${authority} and team = ${team} and wall < 3 order by record_id`.execute(db)).rows.map(({ id }) => id)),

    whoseIs: (authority, by) => run(async (db) => {
      if ("recordId" in by && !isUuid(by.recordId)) return undefined;
      const asked = "recordId" in by ? sql`record_id = ${by.recordId}` : sql`lower(local_id) = lower(${by.localId})`;
      const { rows: [row] } = await sql<WhoseRow>`
        select record_id as "recordId", local_id as "localId", stage, wall, team, social_worker as "socialWorker", family_finder as "familyFinder", reviewing_officer as "reviewingOfficer"
        from child_summary where authority = ${authority} and ${asked} and wall < 2 limit 1`.execute(db);
      return row;
    }),

    administrationLog: (organisation, { account, before, limit }) => run(async (db) => (await sql<AdministrationRow>`
      select number, at, actor, command, input from audit where authority = ${organisation} and command in ${COMMANDS} and erased_at is null
        ${account === undefined ? sql`` : sql`and input->>'account' = ${account}`} ${before === undefined ? sql`` : sql`and number < ${before}`}
      order by number desc limit ${limit}`.execute(db)).rows),
  };
}

/** Calls a team otherwise, for the people in it and the views they share. */
export async function renameTeam(db: Db, organisation: string, was: string, now: string): Promise<void> {
  await sql`update account set team = ${now} where organisation = ${organisation} and team = ${was}`.execute(db);
  // The view that opens first for a team is one: where two teams become one, it is the first of those that were there.
  await sql`
    update saved_view set team = ${now}, opens_first = opens_first and not exists (
      select from saved_view o where o.organisation = ${organisation} and o.team = ${now} and o.opens_first)
    where organisation = ${organisation} and team = ${was}`.execute(db);
}
