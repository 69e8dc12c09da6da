import type { Day } from "../dates/day.ts";

/** A number, words, a day, or nothing. What is told only roughly, or not at all, is words: “about 30”, “x”. */
export type FigureCell = number | string | null | { readonly on: Day };

/** One table of a page of figures. */
export interface FigureTable {
  /** In an address, and before the others of its kind in a book: letters and dashes. */
  readonly key: string;
  /** Thirty-one characters at most, as a sheet’s name is. */
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly FigureCell[])[];
  /** What to know of it. */
  readonly note: string;
  /** Record ids of the children who are told apart in it. */
  readonly children?: readonly string[];
}

/** A page of figures on its way out of the tracker: the same figures, told as its reader is told them. */
export interface FiguresBook {
  /** Whose: “Harrowmere Council”. */
  readonly of: string;
  /** “Scorecard, 2023-26”. */
  readonly title: string;
  /** “As at 22 November 2026”. */
  readonly asAt: string;
  /** “Asha Bell, performance analyst, Harrowmere Council”. */
  readonly takenBy: string;
  /** In London: “22 November 2026 at 00:40”. */
  readonly takenOn: string;
  /** Whether children are told apart in it. */
  readonly hasChildren: boolean;
  readonly tables: readonly FigureTable[];
}

/** What stands for what is told otherwise than exactly, for whoever has the file and not the tracker. */
export const HOW_TOLD = [
  ["x", "Not shown: with what the person who took it may open, it would tell of 1 to 5 children whose records they may not; or, of a published figure, suppressed by its source."],
  ["1 to 5", "A few children whose records that person may not open."],
  ["about", "Rounded: days to the nearest 10, shares to the nearest 5%, children to the nearest 5."],
] as const;

/** What is said of a file in which children are told apart. */
export const WITH_CHILDREN = "Confidential: about children, by local id. Keep it, send it and destroy it by your organisation’s rules. Taking it was written down, for each child in it.";
export const WITHOUT_CHILDREN = "Not for publication: counts are told as the person who took it may see them, and small numbers are in it.";
