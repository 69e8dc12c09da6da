import type { Detail, Entry, Source } from "../domain/chronology/entry.ts";
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
