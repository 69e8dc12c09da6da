import { sql } from "kysely";
import type { PlanChange, PlanMade } from "../domain/scorecard/plan/plan.ts";
import type { PeriodCode, RegularChange, RegularMade } from "../domain/scorecard/regular/regular.ts";
import type { Db, Run } from "./database.ts";
import { isUuid } from "./uuid.ts";

/** The action plan of the viewer’s own authority and the register of its regular reports, by all that was done to them. */
export interface PlanReads {
  changes(authority: string): Promise<PlanChange[]>;
  reports(authority: string): Promise<RegularChange[]>;
  /** The document of the report of a month or quarter as it was first made; nothing where none was kept, or it was not made. */
  reportDocument(authority: string, report: string, period: PeriodCode): Promise<Uint8Array | undefined>;
}

export interface PlanWrites {
  /** Adds to the plan, in the order given: those who keep it anything, whose action it is how it goes and what shows it. Waits for whoever else adds to it. `at` is ISO 8601 in UTC. */
  addChanges(authority: string, changes: readonly { readonly item: string; readonly made: PlanMade }[], at: string): Promise<void>;
  /** Adds to the register: those who keep the plan anything, whoever makes the report that it was made, with its document. */
  addReport(authority: string, report: string, made: RegularMade, at: string, document?: Uint8Array): Promise<void>;
  /** Keeps others from adding to the plan and the register until this transaction ends. Read what you decide on after it. */
  wait(authority: string): Promise<void>;
}

export function planReadsOver(run: Run): PlanReads {
  return {
    changes: (authority) => run(async (db) => (await sql<PlanChange>`
      select number, item, given || jsonb_build_object('what', what) as made, made_by as by, made_at as at from plan_change where authority = ${authority} order by number`.execute(db)).rows),
    reports: (authority) => run(async (db) => (await sql<RegularChange>`
      select number, report, given || jsonb_build_object('what', what) as made, made_by as by, made_at as at, document is not null as kept from regular_report_change where authority = ${authority} order by number`.execute(db)).rows),
    reportDocument: (authority, report, period) => run(async (db) => (isUuid(report) ? (await sql<{ document: Uint8Array | null }>`
      select document from regular_report_change where authority = ${authority} and report = ${report} and what = 'made' and given ->> 'period' = ${period} order by number limit 1`.execute(db)).rows[0]?.document ?? undefined : undefined)),
  };
}

export function planWritesOver(db: Db, by: string): PlanWrites {
  const wait = async (authority: string): Promise<void> => void (await sql`select pg_advisory_xact_lock(hashtext('permanence action plan'), hashtext(${authority}))`.execute(db));
  return {
    wait,
    addChanges: async (authority, changes, at) => {
      await wait(authority);
      const rows = changes.map(({ item, made: { what, ...given } }) => ({ item, what, given }));
      await sql`
        insert into plan_change (authority, number, item, what, given, made_by, made_at)
        select ${authority}, coalesce((select max(number) from plan_change where authority = ${authority}), 0) + nth, (c ->> 'item')::uuid, c ->> 'what', c -> 'given', ${by}, ${at}
        from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as given (c, nth)`.execute(db);
    },
    addReport: async (authority, report, { what, ...given }, at, document) => {
      await wait(authority);
      await sql`
        insert into regular_report_change (authority, number, report, what, given, made_by, made_at, document)
        select ${authority}, coalesce((select max(number) from regular_report_change where authority = ${authority}), 0) + 1, ${report}, ${what}, ${JSON.stringify(given)}::jsonb, ${by}, ${at}, ${document === undefined ? null : Buffer.from(document)}`.execute(db);
    },
  };
}
