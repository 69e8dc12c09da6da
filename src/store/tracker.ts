import type { Day } from "../domain/dates/day.ts";
import type { ListedSummary, Summary } from "../domain/permanence/summary.ts";
import type { Stage } from "../domain/permanence/stage.ts";
import type { Clock } from "../domain/standards/clock.ts";
import type { TrackerStatus, View } from "../domain/tracker/view.ts";

export interface TrackerQuery extends Pick<View, "filters" | "sort" | "together"> {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  /** The day to judge by. */
  readonly today: Day;
  /** Only these records, whatever else matches: what was ticked. */
  readonly only?: readonly string[];
}

/**
 * The lines of an earlier day, folded from the record: asked in place of the stored ones by the
 * same statement, so that a filter means the same of both.
 */
export interface FoldedLines {
  readonly children: readonly FoldedChild[];
  /** Who was in which sibling group. */
  readonly members: readonly { readonly authority: string; readonly groupId: string; readonly childId: string }[];
}

export interface FoldedChild {
  readonly authority: string;
  readonly recordId: string;
  readonly localId: string;
  readonly version: number;
  readonly summary: Summary;
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
  /** The other children of the same sibling groups whom the viewer may see, by local id. */
  readonly siblings: readonly { readonly recordId: string; readonly localId: string }[];
}

export interface RiverRow {
  readonly stage: Stage;
  readonly children: number;
  readonly late: number;
}

/** What a filter can usefully be set to: what the children whom the viewer may see have, with how many of them. */
export interface Choice {
  readonly value: string;
  readonly children: number;
}
export interface TrackerChoices {
  readonly workers: readonly Choice[];
  readonly teams: readonly Choice[];
  readonly plans: readonly Choice[];
  readonly legals: readonly Choice[];
  readonly placements: readonly Choice[];
  readonly barriers: readonly Choice[];
}

export interface TrackerList {
  readonly rows: readonly TrackerRow[];
  /** Children that match the query, on all pages. */
  readonly total: number;
  /** Children the viewer may see in the query's authority, whatever the other filters; stages with none are left out. */
  readonly river: readonly RiverRow[];
  readonly choices: TrackerChoices;
}

/** A child found by what somebody typed, the best first. */
export interface FoundRow {
  readonly recordId: string;
  readonly authority: string;
  readonly localId: string;
  readonly name: string | null;
  readonly stage: Stage;
  readonly bornOn: Day | null;
  readonly expectedOn: Day | null;
  /** By what it was found; `sibling`: by the name or id of a brother or sister, whose local id is in `text`. */
  readonly by: { readonly type: "local-id" | "name" | "carer" | "worker" | "sibling"; readonly text: string };
}
