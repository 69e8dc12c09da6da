import type { Role } from "../access/role.ts";
import { type Draft, isWithdrawal } from "../chronology/entry.ts";
import type { Day } from "../dates/day.ts";

/** One thing written down about an invented child. */
export interface SimulatedEntry {
  /** Its source is the demonstration; its `supersedes` is absent, for it has no number yet. */
  readonly draft: Draft;
  /** The day somebody wrote it down: on or after the day it happened, if it did. */
  readonly recordedOn: Day;
  /** Where in the same record's `entries` the entry is that this one stands in the place of: always an earlier one, written down on an earlier day. */
  readonly supersedes?: number;
  /** An earlier one that its detail names by number, under this field. */
  readonly refers?: { readonly field: string; readonly at: number };
  /** Whose hand it is in, where that is told. */
  readonly by?: Role;
}

export interface SimulatedChild {
  readonly localId: string;
  /** Where in the population's `groups` the child's sibling group is. */
  readonly siblingGroup?: number;
  /** In the order they were written down. */
  readonly entries: readonly SimulatedEntry[];
}

/** A sibling group's own record. Its memberships name children by local id: whoever stores them puts the record's id there. */
export interface SimulatedGroup {
  readonly localId: string;
  readonly entries: readonly SimulatedEntry[];
}

export interface SimulatedPopulation {
  readonly children: readonly SimulatedChild[];
  readonly groups: readonly SimulatedGroup[];
}

/** What stands, once what was superseded or withdrawn is left out. */
export function inForce(entries: readonly SimulatedEntry[]): Draft[] {
  const replaced = new Set(entries.map((e) => e.supersedes));
  return entries.flatMap((e, at) => (replaced.has(at) || isWithdrawal(e.draft.cause) ? [] : [e.draft]));
}
