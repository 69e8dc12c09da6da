import { day } from "../dates/day.ts";
import type { Cause, Certainty, Detail, Entry, Source, WithdrawalCause } from "./entry.ts";
import type { Kind } from "./kinds.ts";

/** A short way to write a chronology, for worked examples and tests. */
export interface SampleEntry {
  readonly kind: Kind;
  readonly on: string;
  readonly until?: string | undefined;
  readonly certainty?: Certainty | undefined;
  readonly detail?: Detail | undefined;
  readonly source?: Source | undefined;
  readonly recordedOn?: string | undefined;
  readonly supersedes?: number | undefined;
  readonly cause?: Cause | WithdrawalCause | undefined;
}

/** Entries numbered from 1 in the order given, each recorded on the day it happened unless it says otherwise. */
export const sampleEntries = (rows: readonly SampleEntry[]): Entry[] =>
  rows.map((row, i) => ({
    number: i + 1,
    kind: row.kind,
    happenedOn: day(row.on),
    ...(row.until === undefined ? {} : { until: day(row.until) }),
    certainty: row.certainty ?? "actual",
    detail: row.detail ?? {},
    source: row.source ?? { type: "person" },
    recordedAt: `${row.recordedOn ?? row.on}T12:00:00.000Z`,
    recordedBy: "sample",
    ...(row.supersedes === undefined ? {} : { supersedes: row.supersedes }),
    ...(row.cause === undefined ? {} : { cause: row.cause }),
  }));
