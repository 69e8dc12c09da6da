import type { Day } from "../../domain/dates/day.ts";

/** One row at a time of one file, by column name. The same object is moved from row to row. */
export interface Cells {
  /** As written, trimmed; null where there is nothing. */
  readonly text: (column: string) => string | null;
  /** As `text`, in capitals: the return's codes. */
  readonly code: (column: string) => string | null;
  /** A day; null where there is nothing, or no such day (then a problem is noted). */
  readonly day: (column: string, options?: DayOptions) => Day | null;
  /** As `day`, where a row without it means nothing: then a problem is noted. */
  readonly neededDay: (column: string) => Day | null;
}

export interface DayOptions {
  /** May lie after today: an order’s last day, an eighteenth birthday. */
  readonly future?: boolean;
  /** Not of the return’s own year: dates of birth. They do not tell which year a file is for. */
  readonly anyYear?: boolean;
}
