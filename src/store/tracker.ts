import type { Day } from "../domain/dates/day.ts";
import type { Stage } from "../domain/permanence/stage.ts";
import type { ListedSummary } from "../domain/permanence/summary.ts";
import type { Clock } from "../domain/standards/clock.ts";

/**
 * Late: a clock that counts is overdue. Due soon: none is, and one is due within 14 days.
 * On track: neither. Every child has exactly one of the three.
 */
export type TrackerStatus = "late" | "due-soon" | "on-track";

export interface TrackerQuery {
  /** One of the viewer's authorities; all of them where left out. */
  readonly authority?: string;
  readonly stage?: Stage;
  /** `advisory-only` narrows: on track, and no clock is open but advisory ones. */
  readonly status?: TrackerStatus | "advisory-only";
  /** Part of a local id, in either case. */
  readonly localIdPart?: string;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  /** `due`, the default: most overdue first, then what is due soonest, then by local id. */
  readonly sort?: "due" | "local-id";
  readonly today: Day;
}

/** One line of the tracker: the child's summary with where it stands today. */
export interface TrackerRow extends ListedSummary {
  readonly recordId: string;
  readonly authority: string;
  readonly localId: string;
  readonly version: number;
  readonly status: TrackerStatus;
  /** How many clocks are overdue, and how many due within 14 days; advisory and unrecorded ones never count. */
  readonly late: number;
  readonly dueSoon: number;
  /** The open clock that counts and is due first, an overdue one before all; nothing where none has a due day. */
  readonly next: Clock | null;
}

export interface RiverRow {
  readonly stage: Stage;
  readonly children: number;
  readonly late: number;
}

export interface TrackerList {
  readonly rows: readonly TrackerRow[];
  /** Children that match the query, on all pages. */
  readonly total: number;
  /** Children the viewer may see in the query's authority, whatever the other filters; stages with none are left out. */
  readonly river: readonly RiverRow[];
}
