import type { Entry } from "../domain/chronology/entry.ts";
import type { Kind } from "../domain/chronology/kinds.ts";
import type { Day } from "../domain/dates/day.ts";
import type { Clock } from "../domain/standards/clock.ts";

/** The entries of some kinds on one child’s record, superseded and withdrawn ones too, by number. */
export interface ToldOf {
  readonly recordId: string;
  readonly localId: string;
  readonly entries: readonly Entry[];
}

export interface ToldQuestion {
  readonly authority: string;
  /** Of the kinds that people are told of. */
  readonly kinds: readonly Kind[];
  /** Only the last so many entries; all of them unless told. */
  readonly limit?: number;
}

/** Whose next review: of every child of an authority, or of those of whom these accounts are the reviewing officer. */
export interface ReviewsQuery {
  readonly authority: string;
  /** The standards that say when a review is due. */
  readonly standards: readonly string[];
  readonly officers?: readonly string[];
  readonly today: Day;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

export interface ReviewDueRow {
  readonly recordId: string;
  readonly localId: string;
  readonly name: string | null;
  readonly reviewingOfficer: string | null;
  readonly clock: Clock;
}

export interface ReviewsDue {
  /** The review due first of each child, the earliest first. */
  readonly rows: readonly ReviewDueRow[];
  readonly total: number;
  readonly late: number;
}
