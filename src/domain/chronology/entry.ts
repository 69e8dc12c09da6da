import type { Day } from "../dates/day.ts";
import type { Kind } from "./kinds.ts";

/** Planned: somebody means it to happen. Provisional: fixed, awaiting confirmation. Actual: it happened. */
export const CERTAINTIES = { planned: "Planned", provisional: "Provisional", actual: "Actual" } as const;
export type Certainty = keyof typeof CERTAINTIES;

/**
 * Why an entry stands in the place of an earlier one. The second group withdraws: the
 * earlier entry goes, and nothing stands in its place.
 */
export const CAUSES = {
  corrected: "Corrected: it was recorded wrongly",
  ended: "Ended",
  moved: "The date moved",
  confirmed: "Confirmed",
} as const;
export const WITHDRAWAL_CAUSES = {
  "entered-in-error": "Entered in error",
  "wrong-child": "Belongs to another child",
  duplicate: "Recorded twice",
  "not-going-ahead": "Planned, and not going ahead",
  "gone-from-source": "No longer in the source it came from",
} as const;
export const ALL_CAUSES = { ...CAUSES, ...WITHDRAWAL_CAUSES } as const;
export type Cause = keyof typeof CAUSES;
export type WithdrawalCause = keyof typeof WITHDRAWAL_CAUSES;
export const isWithdrawal = (cause: Cause | WithdrawalCause | undefined): cause is WithdrawalCause =>
  cause !== undefined && Object.hasOwn(WITHDRAWAL_CAUSES, cause);

/**
 * Where an entry came from first. For a file: its name and row; what the source can carry at all
 * (`tables`: which of the return's tables came with it; `kinds`: what the columns of a sheet
 * are of, divided by spaces); and `upTo`, the last day it speaks of.
 */
export type FirstSource =
  | { readonly type: "person" }
  | { readonly type: "demonstration" }
  | { readonly type: "ssda903"; readonly file: string; readonly row: number; readonly tables: string; readonly upTo: Day }
  | { readonly type: "sheet"; readonly file: string; readonly sheet: string; readonly row: number; readonly kinds: string; readonly upTo: Day };

/** Where an entry came from: from the first, or with a child taken over from another authority, as its number there and where it came from first. */
export type Source = FirstSource | { readonly type: "transfer"; readonly from: string; readonly number: number; readonly of: FirstSource };

/** Where an entry came from before any child was taken over. */
export const firstSource = (source: Source): FirstSource => (source.type === "transfer" ? source.of : source);

export type DetailValue = string | number | boolean;
export type Detail = Readonly<Record<string, DetailValue>>;

/** What a command proposes: an entry before it has a number, an author and an instant. */
export interface Draft {
  readonly kind: Kind;
  readonly happenedOn: Day;
  /** Periods only: the day it ended. Absent while it runs. */
  readonly until?: Day;
  readonly certainty: Certainty;
  readonly detail: Detail;
  readonly source: Source;
  readonly supersedes?: number;
  readonly cause?: Cause | WithdrawalCause;
  readonly reason?: string;
}

/** One thing known of a child's journey. Never changed once written. */
export interface Entry extends Draft {
  /** Its number in its authority's chain, from 1. */
  readonly number: number;
  /** ISO 8601 instant, UTC. */
  readonly recordedAt: string;
  /** The account, or `operator` for the machine's own operator. */
  readonly recordedBy: string;
  /** Details taken away, by name, because whoever reads may not know them. Never written. */
  readonly hidden?: readonly string[];
}
