import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Person } from "../domain/access/viewer.ts";
import type { Params } from "../domain/tracker/view.ts";
import type { Run } from "./database.ts";
import type { SavedViewRow, SavedViews } from "./saved-views.ts";

export function savedViewsOver(run: Run, person: Person): SavedViews {
  const changed = async (query: ReturnType<typeof sql>): Promise<boolean> => run(async (db) => (await query.execute(db)).numAffectedRows === 1n);
  return {
    list: () =>
      run(async (db) => {
        const { rows: [own] } = await sql<{ team: string | null }>`select viewer_team() as team`.execute(db);
        const { rows } = await sql<SavedViewRow>`
          select id, name, team, opens_first as "opensFirst", params from saved_view order by team is not null, lower(name), id`.execute(db);
        return { team: own?.team ?? null, views: rows };
      }),
    add: (name, params) =>
      run(async (db) => {
        const id = randomUUID();
        await sql`
          insert into saved_view (id, organisation, account, name, params)
          values (${id}, ${person.organisation.code}, ${person.account}, ${name}, ${json(params)})`.execute(db);
        return id;
      }),
    change: (id, { name, params }) =>
      changed(sql`
        update saved_view set name = coalesce(${name ?? null}, name), params = coalesce(${params === undefined ? null : json(params)}, params)
        where id = ${id}`),
    giveToTeam: (id) => changed(sql`update saved_view set team = viewer_team(), opens_first = false where id = ${id} and team is null and viewer_team() is not null`),
    openFirst: (id, first) =>
      run(async (db) => {
        // One after the other: an index holds each owner to one.
        await sql`update saved_view set opens_first = false where opens_first and team is not distinct from (select team from saved_view where id = ${id})`.execute(db);
        return (await sql`update saved_view set opens_first = ${first} where id = ${id}`.execute(db)).numAffectedRows === 1n;
      }),
    remove: (id) => changed(sql`delete from saved_view where id = ${id}`),
    showNames: (shows) =>
      run(async (db) => void (await sql`
        insert into preference (account, shows_names) values (${person.account}, ${shows})
        on conflict (account) do update set shows_names = excluded.shows_names`.execute(db))),
    workSeen: (at) =>
      run(async (db) => void (await sql`
        insert into preference (account, work_seen_at) values (${person.account}, ${at})
        on conflict (account) do update set work_seen_at = excluded.work_seen_at`.execute(db))),
  };
}

const json = (params: Params) => sql`${JSON.stringify(params)}::jsonb`;
