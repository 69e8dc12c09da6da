import type { Day } from "../dates/day.ts";

/** A workbook as it was read: nothing in it understood yet. Pure data, so that everything after it can be tried without files. */
export interface Workbook {
  readonly file: string;
  readonly sheets: readonly SheetGrid[];
}

export interface SheetGrid {
  readonly name: string;
  readonly hidden: boolean;
  /** Hidden columns, from 0. */
  readonly hiddenColumns?: readonly number[];
  /** Rows with anything in them, in order. A merged area has its value in each of its cells. */
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  /** As Excel numbers it, from 1. */
  readonly number: number;
  readonly hidden: boolean;
  /** By column from 0; cells past the last one filled are left out. */
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly type: "empty" | "text" | "number" | "day" | "yes-no" | "error";
  /** As the sheet shows it, trimmed: a day in its own format, an error as #REF!. */
  readonly shown: string;
  /** The day of a date cell, whichever way the workbook counts days. */
  readonly on?: Day;
}
