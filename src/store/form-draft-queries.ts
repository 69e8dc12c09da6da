import { sql } from "kysely";
import type { Person } from "../domain/access/viewer.ts";
import type { Run } from "./database.ts";
import type { BegunForm, FormDraftRow, FormDrafts } from "./form-drafts.ts";
import { isUuid } from "./uuid.ts";

export function formDraftsOver(run: Run, { account }: Person): FormDrafts {
  return {
    find: async (recordId, form) =>
      !isUuid(recordId) ? undefined : run(async (db) => {
        const { rows: [draft] } = await sql<FormDraftRow>`
          select authority, record_id as "recordId", answers, based_on as "basedOn", changed_at as "changedAt"
          from form_draft where record_id = ${recordId} and form = ${form}`.execute(db);
        return draft;
      }),
    keep: (form, { authority, recordId, answers, basedOn, changedAt }) =>
      run(async (db) => void (await sql`
        insert into form_draft (authority, record_id, account, form, answers, based_on, changed_at)
        values (${authority}, ${recordId}, ${account}, ${form}, ${JSON.stringify(answers)}::jsonb, ${basedOn}, ${changedAt})
        on conflict (authority, record_id, account, form)
        do update set (answers, based_on, changed_at) = (excluded.answers, excluded.based_on, excluded.changed_at)`.execute(db))),
    begun: (form) =>
      run(async (db) => {
        const { rows } = await sql<BegunForm>`
          select r.id as "recordId", r.local_id as "localId", d.changed_at as "changedAt"
          from form_draft d join record r on r.authority = d.authority and r.id = d.record_id
          where d.form = ${form} order by d.changed_at desc, r.local_id`.execute(db);
        return rows;
      }),
    drop: async (recordId, form) =>
      isUuid(recordId) && run(async (db) =>
        (await sql`delete from form_draft where record_id = ${recordId} and form = ${form}`.execute(db)).numAffectedRows === 1n),
  };
}
