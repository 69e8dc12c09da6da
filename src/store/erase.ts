import { sql } from "kysely";
import { withoutErased } from "../domain/records/erasing.ts";
import type { Db } from "./database.ts";

/** What is to be erased of one record. */
export interface ToErase {
  readonly recordId: string;
  readonly localId: string;
  readonly numbers: readonly number[];
  /** Words of theirs to look for beside the chronology. */
  readonly texts: readonly string[];
  /** ISO 8601 in UTC. */
  readonly at: string;
}

export interface Erased {
  /** The numbers of the audit rows that told of these entries alone, and were erased with them. */
  readonly audit: readonly number[];
  /** Previews of imports, and forms begun or kept, from which words were taken. */
  readonly elsewhere: number;
}

/**
 * Takes the words and the salts of these entries out of the database, and keeps their hashes, so that the chain holds. With
 * them go audit rows that tell of nothing else, and what was typed or previewed of them. In the transaction of whoever
 * decided it, under the authority’s lock; what is written is written in the role of maintenance, which alone may.
 */
export async function eraseRows(db: Db, authority: string, { recordId, localId, numbers, texts, at }: ToErase): Promise<Erased> {
  await sql`set local role permanence_maintenance`.execute(db);
  await sql`
    update entry set kind = null, happened_on = null, until = null, certainty = null, detail = null, source = null, recorded_at = null,
      recorded_by = null, supersedes = null, cause = null, reason = null, salt = null, erased_at = ${at}
    where authority = ${authority} and record_id = ${recordId} and number = any (${numbers}::bigint[]) and erased_at is null`.execute(db);
  const { rows: audit } = await sql<{ number: number }>`
    update audit set at = null, actor = null, command = null, input = null, first_entry = null, last_entry = null, salt = null, erased_at = ${at}
    where authority = ${authority} and erased_at is null and first_entry is not null
      and array(select generate_series(first_entry, least(last_entry, first_entry + ${numbers.length}::bigint))) <@ ${numbers}::bigint[]
    returning number`.execute(db);
  const elsewhere = (await erasePreviews(db, authority, localId, texts)) + (await eraseTyped(db, authority, recordId, texts));
  await sql`set local role permanence_app`.execute(db);
  return { audit: audit.map((row) => row.number), elsewhere };
}

async function erasePreviews(db: Db, authority: string, localId: string, texts: readonly string[]): Promise<number> {
  const { rows } = await sql<{ id: string; preview: unknown; answers: unknown }>`
    select id, preview, answers from import_run where authority = ${authority} and ${mentions("preview::text || coalesce(answers::text, '')", [localId, ...texts])}`.execute(db);
  let changed = 0;
  for (const { id, preview, answers } of rows) {
    const [left, leftAnswers] = [withoutErased(preview, localId, texts), withoutErased(answers, localId, texts)];
    if (left === preview && leftAnswers === answers) continue;
    await sql`update import_run set preview = ${jsonOf(left)}::jsonb, answers = ${jsonOf(leftAnswers)}::jsonb where authority = ${authority} and id = ${id}`.execute(db);
    changed++;
  }
  return changed;
}

const jsonOf = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** A form begun on this record, or kept for its sender, that holds the same words. */
async function eraseTyped(db: Db, authority: string, recordId: string, texts: readonly string[]): Promise<number> {
  if (texts.length === 0) return 0;
  const { numAffectedRows: drafts = 0n } = await sql`
    delete from form_draft where authority = ${authority} and record_id = ${recordId} and ${mentions("answers::text", texts)}`.execute(db);
  const { numAffectedRows: kept = 0n } = await sql`
    delete from kept_form where strpos(path, ${recordId}) > 0 and ${mentions("fields::text", texts)}`.execute(db);
  return Number(drafts + kept);
}

/** Whether JSON as text holds any of these, as JSON writes them. */
const mentions = (column: string, texts: readonly string[]) =>
  sql`exists (select from unnest(${texts.map((text) => JSON.stringify(text).slice(1, -1))}::text[]) as t (text) where strpos(${sql.raw(column)}, t.text) > 0)`;
