import { sql } from "kysely";
import type { Entry } from "../domain/chronology/entry.ts";
import type { Day } from "../domain/dates/day.ts";
import { FORM_KINDS } from "../domain/forms/standing.ts";
import type { Db } from "./database.ts";
import { ENTRY_COLUMNS, type EntryRow, entryOf } from "./entry-rows.ts";

/** A child whose milestones form somebody may have to open, chase or close, with all that was ever written of that. */
export interface FormRow {
  readonly recordId: string;
  readonly authority: string;
  readonly localId: string;
  readonly version: number;
  /** The child’s social worker, by account or worker code. */
  readonly worker: string | null;
  readonly entries: readonly Entry[];
  /** When the pack is due back, where the authority has a standard of its own for it and its clock runs. */
  readonly packDueOn: Day | null;
}

const KINDS = sql.join(FORM_KINDS.map((kind) => sql.lit(kind)));
const COLUMNS = sql.join(ENTRY_COLUMNS.map((column) => sql.ref(`e.${column}`)));

/**
 * The children whom the viewer sees for whom a form is open, or an adoption pack has been sent and no form was
 * ever opened, and who have not left care without one. `packClocks`: the standards that say when a pack is due back.
 */
export async function milestonesForms(db: Db, packClocks: readonly string[]): Promise<FormRow[]> {
  const { rows } = await sql<EntryRow & { record_id: string; authority: string; local_id: string; version: number; worker: string | null; pack_due_on: Day | null }>`
    with mine as materialized (
      select e.authority, e.record_id, ${COLUMNS}
      from entry e
      where e.authority = any (array(select viewer_reach())) and e.kind in (${KINDS}) and e.erased_at is null
    ), wanted as (
      select authority, record_id from mine m
      where kind = 'milestones-form' and until is null
        and not exists (select from mine later where later.authority = m.authority and later.supersedes = m.number)
      union
      select m.authority, m.record_id from mine m
      join child_summary s on s.authority = m.authority and s.record_id = m.record_id
      where m.kind = 'adoption-pack-sent' and s.stage not in ('adopted', 'left-care')
    )
    select m.*, s.local_id, s.version, s.social_worker as worker,
      (select min(c.due_on) from child_clock c where c.authority = m.authority and c.record_id = m.record_id and c.standard = any (${[...packClocks]}::text[])) as pack_due_on
    from wanted join mine m using (authority, record_id) join child_summary s on s.authority = m.authority and s.record_id = m.record_id
    order by s.local_id, m.record_id, m.number`.execute(db);
  const forms = new Map<string, FormRow & { entries: Entry[] }>();
  for (const row of rows) {
    const form = forms.get(row.record_id) ?? { recordId: row.record_id, authority: row.authority, localId: row.local_id, version: row.version, worker: row.worker, entries: [], packDueOn: row.pack_due_on };
    form.entries.push(entryOf(row));
    forms.set(row.record_id, form);
  }
  return [...forms.values()];
}
