import { type RawBuilder, sql } from "kysely";
import { ENDED_STAGES } from "../domain/permanence/stage.ts";
import type { ListedSummary, Summary } from "../domain/permanence/summary.ts";
import type { IndicatorCode } from "../domain/scorecard/window.ts";
import { counts, isOpen } from "../domain/standards/clock.ts";

type Type = "text" | "text[]" | "date" | "boolean" | "jsonb";

/** The columns of child_summary under which lists find the members of a summary. */
const LISTED: Readonly<Record<keyof ListedSummary, readonly [column: string, type: Type]>> = {
  stage: ["stage", "text"],
  name: ["name", "text"],
  bornOn: ["born_on", "date"],
  expectedOn: ["expected_on", "date"],
  careStartedOn: ["care_started_on", "date"],
  legalStatus: ["legal_status", "text"],
  plan: ["plan", "text"],
  placementType: ["placement_type", "text"],
  orderOn: ["order_on", "date"],
  socialWorker: ["social_worker", "text"],
  familyFinder: ["family_finder", "text"],
  team: ["team", "text"],
  reviewingOfficer: ["reviewing_officer", "text"],
  barriers: ["barriers", "text[]"],
  earlyPermanence: ["early_permanence", "boolean"],
  bands: ["bands", "jsonb"],
  marks: ["marks", "jsonb"],
  dates: ["dates", "jsonb"],
  agencyDates: ["agency_dates", "jsonb"],
  differs: ["differs", "text[]"],
  profile: ["profile", "jsonb"],
  counts: ["counts", "jsonb"],
};

/** Columns that lists filter and order by, and no list shows. */
const WORKED_OUT: Readonly<Record<string, readonly [of: (s: Summary) => unknown, type: Type]>> = {
  a10_from: [(s) => countOf(s, "A10")?.from ?? null, "date"],
  a10_until: [(s) => countOf(s, "A10")?.until ?? null, "date"],
  a2_from: [(s) => countOf(s, "A2")?.from ?? null, "date"],
  a2_until: [(s) => countOf(s, "A2")?.until ?? null, "date"],
  runs_until: [runsUntil, "date"],
  not_recorded: [notRecorded, "boolean"],
  journey: [(s) => s.journey, "jsonb"],
};

const listed = Object.entries(LISTED) as [keyof ListedSummary, readonly [string, Type]][];
const workedOut = Object.entries(WORKED_OUT);

/** Every column of child_summary that comes from the summary. */
export const SUMMARY_COLUMNS: readonly string[] = [...listed.map(([, [column]]) => column), ...Object.keys(WORKED_OUT)];

/** What those columns hold, by column. */
export const summaryRow = (s: Summary): Readonly<Record<string, unknown>> => Object.fromEntries([
  ...listed.map(([member, [column]]) => [column, s[member]] as const),
  ...workedOut.map(([column, [of]]) => [column, of(s)] as const),
]);

/** The members of a listed summary, for any query with child_summary as `s`. */
export const LISTED_MEMBERS: RawBuilder<unknown> = sql.raw(listed.map(([member, [column]]) => `s.${column} as "${member}"`).join(", "));

export interface SummaryRow {
  readonly authority: string;
  readonly recordId: string;
  readonly localId: string;
  readonly version: number;
  readonly agencyVisible: boolean;
  readonly wall: number;
  readonly summary: Summary;
}

const KEYS = "authority text, record_id uuid, local_id text, version bigint, agency_visible boolean, wall smallint";

/** Rows as child_summary has them, named `s`, for after `from`. */
export function summaryRelation(rows: readonly SummaryRow[]): RawBuilder<unknown> {
  const given = rows.map((r) => ({
    authority: r.authority, record_id: r.recordId, local_id: r.localId, version: r.version, agency_visible: r.agencyVisible, wall: r.wall, ...summaryRow(r.summary),
  }));
  const types = [...listed.map(([, [column, type]]) => `${column} ${type}`), ...workedOut.map(([column, [, type]]) => `${column} ${type}`)];
  return sql`json_to_recordset(${JSON.stringify(given)}::json) as s (${sql.raw([KEYS, ...types].join(", "))})`;
}

/** A count whose last day was not recorded has no days to be ordered by. */
const countOf = (s: Summary, indicator: IndicatorCode) => s.counts.find((count) => count.indicator === indicator && count.missing === undefined);

/** The last due day of all the clocks that run and count; `infinity` where one has none. */
function runsUntil(s: Summary): string | null {
  const due = s.clocks.filter((clock) => isOpen(clock) && counts(clock)).map((clock) => clock.dueOn ?? "infinity");
  return due.sort().at(-1) ?? null;
}

/** Whether something runs that would count if the record could tell of it, where anything is still awaited. */
function notRecorded(s: Summary): boolean {
  return !ENDED_STAGES.includes(s.stage) && s.clocks.some((clock) => isOpen(clock) && clock.notRecorded && counts({ ...clock, notRecorded: false }));
}
