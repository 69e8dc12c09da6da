import { sql } from "kysely";
import type { Db } from "./database.ts";

/** Words that people wrote for a report, as they last kept them. */
export interface ReportDraft {
  readonly typed: Readonly<Record<string, unknown>>;
  readonly revision: number;
  /** Account. */
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

export async function reportDraft(db: Db, authority: string, report: "scrutiny", yearEnding: number): Promise<ReportDraft | null> {
  const { rows: [row] } = await sql<ReportDraft>`
    select typed, revision, changed_by as by, changed_at as at from report_draft where authority = ${authority} and report = ${report} and year_ending = ${yearEnding}`.execute(db);
  return row ?? null;
}

/** Keeps it in the place of revision `basedOn` (0: of none). Whether it did: not where somebody kept another meanwhile. */
export async function keepReportDraft(db: Db, authority: string, report: "scrutiny", yearEnding: number, typed: Readonly<Record<string, unknown>>, basedOn: number, by: string, at: string): Promise<boolean> {
  const text = JSON.stringify(typed);
  const { numAffectedRows = 0n } = basedOn === 0
    ? await sql`insert into report_draft values (${authority}, ${report}, ${yearEnding}, ${text}::jsonb, 1, ${by}, ${at}) on conflict do nothing`.execute(db)
    : await sql`update report_draft set (typed, revision, changed_by, changed_at) = (${text}::jsonb, revision + 1, ${by}, ${at})
        where authority = ${authority} and report = ${report} and year_ending = ${yearEnding} and revision = ${basedOn}`.execute(db);
  return numAffectedRows === 1n;
}
