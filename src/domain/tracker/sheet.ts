import type { Certainty } from "../chronology/entry.ts";
import type { Day } from "../dates/day.ts";
import type { ListedSummary } from "../permanence/summary.ts";
import type { Counted } from "../scorecard/counted-so-far.ts";
import type { Owner } from "../access/role.ts";
import { agencyKindOf, type Column, kindOf } from "./columns.ts";
import { agencyColumn, dateColumn, FIXED_SHEET_COLUMNS } from "./sheet-columns.ts";
import type { TrackerStatus } from "./view.ts";

/** How sure a date is; of a birth still to come, and of a day by which something is due, their own words. */
export type DayMark = Certainty | "expected" | "due";

/** What one cell says. The workbook, the CSV and the page for paper write the same cells, each in its way. */
export type SheetCell =
  | { readonly type: "empty" }
  | { readonly type: "text"; readonly text: string }
  /** `over`: more than the threshold beside it. */
  | { readonly type: "number"; readonly number: number; readonly over?: boolean }
  | { readonly type: "day"; readonly on: Day; readonly mark: DayMark }
  | { readonly type: "status"; readonly status: TrackerStatus; readonly words: string };

/** A line of the tracker, as far as a sheet needs it. */
export interface SheetLine extends Omit<ListedSummary, "counts"> {
  readonly authority: string;
  readonly localId: string;
  readonly next: { readonly title: string; readonly owner: Owner; readonly dueOn: Day } | null;
  readonly status: TrackerStatus;
  readonly statusInWords: string;
  readonly late: number;
  readonly counted: readonly Counted[];
  readonly daysSinceOrder: number | null;
  readonly siblings: readonly { readonly localId: string }[];
  /** The agreement with the viewer’s agency does not show them. */
  readonly barriersHidden?: boolean;
  /** The age, of a child whose day of birth is left out. */
  readonly ageInstead?: string;
}

/** What the lines are told by. */
export interface SheetNames {
  /** The day the lines are judged by. */
  readonly today: Day;
  /** Worker by account or worker code; told by their code where there is none. */
  readonly workers: ReadonlyMap<string, string>;
  readonly authorities: ReadonlyMap<string, string>;
}

export interface SheetColumn {
  /** Once in a sheet. */
  readonly heading: string;
  /** A sentence for whoever reads the sheet without the tracker. */
  readonly about: string;
  /** In characters, about. */
  readonly width: number;
  /** Whether bringing the sheet back reads the column; the rest is worked out and would only be worked out again. */
  readonly readBack: boolean;
  readonly cell: (line: SheetLine, names: SheetNames) => SheetCell;
}

/**
 * The columns of a sheet that shows what these columns of the tracker show. What the tracker puts
 * together in one column comes apart, and pictures are left out; nothing comes twice. Children’s
 * names only where they are shown.
 */
export function sheetColumns(columns: readonly Column[], shows: { readonly names: boolean }): readonly SheetColumn[] {
  const byHeading = new Map<string, SheetColumn>();
  for (const column of columns) {
    const [kind, agency] = [kindOf(column), agencyKindOf(column)];
    const own = agency !== undefined ? [agencyColumn(agency)] : kind === undefined ? FIXED_SHEET_COLUMNS[column as keyof typeof FIXED_SHEET_COLUMNS] : [dateColumn(kind)];
    for (const one of own) if (!byHeading.has(one.heading)) byHeading.set(one.heading, one);
  }
  if (!shows.names) byHeading.delete(NAME_HEADING);
  return [...byHeading.values()];
}

const NAME_HEADING = "Name";
