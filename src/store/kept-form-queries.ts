import { sql } from "kysely";
import type { Person } from "../domain/access/viewer.ts";
import type { Run } from "./database.ts";
import type { KeptFormRow, KeptForms } from "./kept-forms.ts";
import { isUuid } from "./uuid.ts";

export function keptFormsOver(run: Run, { account }: Person): KeptForms {
  return {
    since: (instant) =>
      run(async (db) => (await sql<KeptFormRow>`
        select id, path, fields, kept_at as "keptAt" from kept_form where kept_at > ${instant} order by kept_at desc, id`.execute(db)).rows),
    keep: ({ path, fields, keptAt }, most) =>
      run(async (db) => {
        await sql`insert into kept_form (account, path, fields, kept_at) values (${account}, ${path}, ${JSON.stringify(fields)}::jsonb, ${keptAt})`.execute(db);
        await sql`delete from kept_form where id not in (select id from kept_form order by kept_at desc, id limit ${most})`.execute(db);
      }),
    drop: async (id) =>
      isUuid(id) && run(async (db) => (await sql`delete from kept_form where id = ${id}`.execute(db)).numAffectedRows === 1n),
  };
}
