import { type RawBuilder, sql } from "kysely";
import { DEFAULT_RESTRICTION, type RestrictionRule } from "../domain/access/wall.ts";
import type { Role } from "../domain/access/role.ts";
import type { Decided } from "../domain/standards/change.ts";
import type { Db } from "./database.ts";
import { type Projected, project, stageNamed, type Terms } from "./project.ts";
import { withEntries } from "./record-entries.ts";
import type { RecordWithEntries, Summarise } from "./rows.ts";
import { decidedUpTo, lastChangeOf } from "./standards-changes.ts";

export async function termsOf(db: Db, authority: string): Promise<Terms> {
  const { rows: [row] } = await sql<{ fromStage: string | null; restriction: RestrictionRow | null; last: string | null }>`
    select (select from_stage from agreement where authority = ${authority}) as "fromStage", ${restrictionOf(authority)} as restriction,
      ${lastChangeOf(authority)} as last`.execute(db);
  return {
    agreedFrom: row?.fromStage == null ? null : stageNamed(row.fromStage), restriction: ruleIn(row?.restriction ?? null),
    by: await decidedUpTo(db, authority, row?.last ?? null),
  };
}

interface RestrictionRow {
  readonly fromStage: string;
  readonly roles: readonly Role[];
}

const restrictionOf = (authority: string): RawBuilder<unknown> =>
  sql`(select json_build_object('fromStage', from_stage, 'roles', roles) from restriction_rule where authority = ${authority})`;

const ruleIn = (row: RestrictionRow | null): RestrictionRule => (row === null ? DEFAULT_RESTRICTION : { fromStage: stageNamed(row.fromStage), roles: row.roles });

/** When an authority’s records are restricted of themselves, as it has said or as it is where nothing was said. */
export async function restrictionRule(db: Db, authority: string): Promise<RestrictionRule> {
  const { rows: [row] } = await sql<{ rule: RestrictionRow | null }>`select ${restrictionOf(authority)} as rule`.execute(db);
  return ruleIn(row?.rule ?? null);
}

/** What the authority’s standards were for each record, by its id, given what they are now. */
export type DecidedFor = (recordId: string, now: Decided) => Decided;

/** These records with the projections that follow from their entries, by the standards that their authority has, or had for them. */
export async function projectedOf(
  db: Db, authority: string, ids: readonly string[], summarise: Summarise, decidedFor: DecidedFor = (_id, now) => now,
): Promise<{ record: RecordWithEntries; projected: Projected }[]> {
  const terms = await termsOf(db, authority);
  return (await withEntries(db, authority, ids)).map((record) => ({
    record, projected: project({ recordId: record.id, type: record.type, entries: record.entries }, summarise, { ...terms, by: decidedFor(record.id, terms.by) }),
  }));
}
