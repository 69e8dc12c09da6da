import { sql } from "kysely";
import type { Stage } from "../domain/permanence/stage.ts";
import type { Decided } from "../domain/standards/change.ts";
import type { Db } from "./database.ts";
import { type Projected, project, stageNamed } from "./project.ts";
import { withEntries } from "./record-entries.ts";
import type { RecordWithEntries, Summarise } from "./rows.ts";
import { decidedUpTo, lastChangeOf } from "./standards-changes.ts";

/** What the authority has agreed and decided that its projections go by. */
interface Terms {
  /** From which stage on the regional agency sees its children; null: never. */
  readonly agreedFrom: Stage | null;
  readonly by: Decided;
}

export async function termsOf(db: Db, authority: string): Promise<Terms> {
  const { rows: [row] } = await sql<{ fromStage: string | null; last: string | null }>`
    select (select from_stage from agreement where authority = ${authority}) as "fromStage", ${lastChangeOf(authority)} as last`.execute(db);
  return { agreedFrom: row?.fromStage == null ? null : stageNamed(row.fromStage), by: await decidedUpTo(db, authority, row?.last ?? null) };
}

/** What the authority’s standards were for each record, by its id, given what they are now. */
export type DecidedFor = (recordId: string, now: Decided) => Decided;

/** These records with the projections that follow from their entries, by the standards that their authority has, or had for them. */
export async function projectedOf(
  db: Db, authority: string, ids: readonly string[], summarise: Summarise, decidedFor: DecidedFor = (_id, now) => now,
): Promise<{ record: RecordWithEntries; projected: Projected }[]> {
  const { agreedFrom, by } = await termsOf(db, authority);
  return (await withEntries(db, authority, ids)).map((record) => ({
    record, projected: project({ recordId: record.id, type: record.type, entries: record.entries }, summarise, agreedFrom, decidedFor(record.id, by)),
  }));
}
