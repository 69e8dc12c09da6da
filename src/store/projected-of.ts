import type { Db } from "./database.ts";
import { type Projected, project, stageNamed } from "./project.ts";
import { withEntries } from "./record-entries.ts";
import type { RecordWithEntries, Summarise } from "./rows.ts";
import { decidedBy } from "./standards-changes.ts";

/** These records with the projections that follow from their entries, by the standards that their authority has. */
export async function projectedOf(
  db: Db, authority: string, ids: readonly string[], summarise: Summarise,
): Promise<{ record: RecordWithEntries; projected: Projected }[]> {
  const agreement = await db.selectFrom("agreement").select("from_stage").where("authority", "=", authority).executeTakeFirst();
  const agreedFrom = agreement === undefined ? null : stageNamed(agreement.from_stage);
  const by = await decidedBy(db, authority);
  return (await withEntries(db, authority, ids)).map((record) => ({
    record, projected: project({ recordId: record.id, type: record.type, entries: record.entries }, summarise, agreedFrom, by),
  }));
}
