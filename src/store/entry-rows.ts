import { sql } from "kysely";
import type { Detail, Entry, Source } from "../domain/chronology/entry.ts";
import type { Day } from "../domain/dates/day.ts";
import { instantOf } from "./instant.ts";
import type { EntryColumns } from "./tables.ts";

/** What an entry says, as its payload's hash covers it. Members may be added, never renamed: old hashes must still come out. */
export const entryPayload = (recordId: string, e: Omit<Entry, "number">): object => ({
  record: recordId,
  kind: e.kind,
  happenedOn: e.happenedOn,
  until: e.until,
  certainty: e.certainty,
  detail: e.detail,
  source: e.source,
  recordedAt: e.recordedAt,
  recordedBy: e.recordedBy,
  supersedes: e.supersedes,
  cause: e.cause,
  reason: e.reason,
});

export const ENTRY_COLUMNS = [
  "number", "kind", "happened_on", "until", "certainty", "detail", "source", "recorded_at", "recorded_by",
  "supersedes", "cause", "reason",
] as const satisfies readonly (keyof EntryColumns)[];

export type EntryRow = Pick<EntryColumns, (typeof ENTRY_COLUMNS)[number]>;

const PACKED_COLUMNS = sql.raw(ENTRY_COLUMNS.map((column) => `e.${column}`).join(", "));

/** All the entries of one record, for a query of entry as `e` grouped by it: one value crosses many times as fast as a row an entry. */
export const PACKED_ENTRIES = sql<PackedEntry[]>`json_agg(json_build_array(${PACKED_COLUMNS}) order by e.number)`;

export type PackedEntry = readonly [
  number: number, kind: string, happenedOn: string, until: string | null, certainty: string, detail: Detail, source: Source,
  recordedAt: string, recordedBy: string, supersedes: number | null, cause: string | null, reason: string | null,
];

export const unpacked = ([number, kind, happenedOn, until, certainty, detail, source, recordedAt, recordedBy, supersedes, cause, reason]: PackedEntry): Entry => entryOf({
  number, kind, happened_on: happenedOn as Day, until: until as Day | null, certainty, detail, source, recorded_at: instantOf(recordedAt), recorded_by: recordedBy, supersedes, cause, reason,
});

/** A row that has not been erased, as the entry that was written. Its codes were checked when it was. */
export const entryOf = (row: EntryRow): Entry => ({
  number: row.number,
  kind: row.kind as Entry["kind"],
  happenedOn: row.happened_on as Entry["happenedOn"],
  ...(row.until === null ? {} : { until: row.until }),
  certainty: row.certainty as Entry["certainty"],
  detail: row.detail as Detail,
  source: row.source as Source,
  recordedAt: row.recorded_at as string,
  recordedBy: row.recorded_by as string,
  ...(row.supersedes === null ? {} : { supersedes: row.supersedes }),
  ...(row.cause === null ? {} : { cause: row.cause as NonNullable<Entry["cause"]> }),
  ...(row.reason === null ? {} : { reason: row.reason }),
});
