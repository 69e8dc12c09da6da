import type { Kind } from "../chronology/kinds.ts";
import type { Certainty } from "../chronology/entry.ts";
import type { Day } from "../dates/day.ts";

/** What a column can be of, beside the dates of kinds. */
export const TARGETS = {
  "local-id": "Local id",
  "name": "Name",
  "given-name": "Given name",
  "family-name": "Family name",
  "birth": "Date of birth, or expected date of delivery",
  "sex": "Sex",
  "ethnicity": "Ethnicity",
  "sibling-group": "Sibling group",
  "social-worker": "Social worker",
  "family-finder": "Family finder",
  "team": "Team",
  "legal-status": "Legal status",
  "legal-status-from": "Legal status since",
  "placement": "Placement type",
  "placement-from": "Placement since",
  "carer": "Carer reference",
  "family": "Adoptive family reference",
  "plan": "Permanence plan",
  "plan-from": "Permanence plan since",
  "contingency-plan": "Contingency plan",
  "parallel-plan": "Parallel plan",
  "care-started": "Looked after since",
  "barrier": "Barrier",
  "not-used": "Not used",
} as const;
export type FixedTarget = keyof typeof TARGETS;
export type Target = FixedTarget | `on:${Kind}`;

/** What one column was taken to be, and how sure the proposal is. */
export interface ColumnMatch {
  /** From 0. */
  readonly column: number;
  /** As the sheet has it; two heading rows are joined by “ / ”. */
  readonly heading: string;
  readonly target: Target;
  /** Remembered: an authority’s own choice of before. Exact: the words of the field. Likely: from near words or what the cells hold. Unknown: nothing proposed. */
  readonly how: "remembered" | "exact" | "likely" | "unknown";
  /** A few cells, as shown, for whoever checks the proposal. */
  readonly samples: readonly string[];
  /** Why nothing was proposed, or why this was, where the words of the heading do not say it. */
  readonly reason?: string;
}

/**
 * One thing a row says of a child, with the words of the cell it was read from. A column of
 * carers without one of placement types gives a placement of which only the `carer` is known.
 */
export type Fact =
  /** `family`: the adoptive family of the row, for those kinds that name one. */
  | { readonly type: "date"; readonly kind: Kind; readonly on: Day; readonly certainty: Certainty; readonly family?: string; readonly column: number; readonly said: string }
  /** A state that holds on the sheet’s day; `from` where a column says since when. */
  | { readonly type: "state"; readonly kind: Kind; readonly detail: Readonly<Record<string, string>>; readonly from?: Day; readonly column: number; readonly said: string };

/** Who a row is about, as far as it says. */
export interface RowChild {
  readonly localId?: string;
  /** As written, where it stood in one cell: which of its words are the family’s was then judged from it. */
  readonly name?: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly sex?: string;
  readonly ethnicity?: string;
  readonly bornOn?: Day;
  readonly expectedOn?: Day;
  /** The sheet’s own word for the sibling group; rows with the same one are brothers and sisters. */
  readonly siblingGroup?: string;
}

export interface SheetProblem {
  readonly severity: "error" | "warning";
  readonly file: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  /** The column’s letters, as Excel has them, with its heading: “G, SHOBPA”. */
  readonly column: string | null;
  readonly message: string;
}

export interface SheetRow {
  readonly row: number;
  readonly child: RowChild;
  readonly facts: readonly Fact[];
}

/** A sheet read with its columns matched. Cells not understood are in `problems` and in no fact: nothing is guessed in silence. */
export interface ReadSheet {
  readonly file: string;
  readonly sheet: string;
  /** The day the sheet speaks of. */
  readonly asOn: Day;
  /** The kinds its columns carry. */
  readonly kinds: readonly Kind[];
  readonly rows: readonly SheetRow[];
  readonly problems: readonly SheetProblem[];
}
