import type { Entry } from "../../domain/chronology/entry.ts";
import type { Kind } from "../../domain/chronology/kinds.ts";
import type { Refusal } from "../../domain/commands/command.ts";
import type { Day } from "../../domain/dates/day.ts";
import type { Papers } from "../../domain/decisions/papers.ts";
import type { JudgedClock } from "../../domain/standards/clock.ts";
import type { DeskGroup } from "../../domain/work/groups.ts";

interface OfChild {
  readonly recordId: string;
  readonly localId: string;
  /** Only where the viewer has chosen to see names. */
  readonly name: string | null;
}

/** A decision that is due: its clock, and what lies before the decision-maker. */
export interface PapersLine extends OfChild {
  readonly kind: Kind;
  readonly clock: JudgedClock;
  /** As on a desk: an advisory clock, or a line of a checklist, is never late. */
  readonly group: DeskGroup;
  readonly title: string;
  readonly papers: Papers;
}

/** What somebody put down as provisional, or plans a decision for. */
export interface AheadLine extends OfChild {
  readonly version: number;
  readonly entry: Entry;
  readonly by: string;
  /** It says all it must, and its day has gone by: it can be confirmed with others. */
  readonly complete: boolean;
  readonly outsidePanel: boolean;
}

/** Feedback that a decision-maker gave. */
export interface FeedbackLine {
  readonly recordId: string;
  readonly localId: string;
  readonly entry: Entry;
  readonly by: string;
}

export interface DecisionsPage {
  readonly today: Day;
  /** Whose deputy the viewer is; null where the decisions are their own. */
  readonly deputyOf: string | null;
  /** The decision due soonest first; last those with no day to be late by. */
  readonly papers: readonly PapersLine[];
  readonly toConfirm: readonly AheadLine[];
  readonly planned: readonly AheadLine[];
  readonly feedback: readonly FeedbackLine[];
}

/** One of several to be confirmed as it was put down; `basedOn` is the version of the record that the viewer had before them. */
export interface Confirmed {
  readonly recordId: string;
  readonly entry: number;
  readonly basedOn: number;
}

export type ConfirmOutcome =
  | { readonly outcome: "done"; readonly count: number }
  /** Nothing was confirmed: by local id, why one was not. */
  | { readonly outcome: "refused"; readonly children: readonly { readonly localId: string; readonly refusals: readonly Refusal[] }[] }
  | { readonly outcome: "overtaken"; readonly localIds: readonly string[] }
  | { readonly outcome: "not-found" };
