import type { AsAt } from "../chronology/fold.ts";
import { type Day, dayInWords } from "../dates/day.ts";
import type { SheetCell, SheetColumn } from "./sheet.ts";

/** A list of children on its way out of the tracker, with who took it, when, and as at when. */
export interface Taken {
  /** Whose children: “Harrowmere Council”. */
  readonly of: string;
  /** What is shown, in a sentence. */
  readonly view: string;
  /** “As at 22 November 2026”, “As known on 3 March 2026”, “As it stood on 3 March 2026”. */
  readonly asAt: string;
  /** “Asha Bell, team manager, Harrowmere Council”. */
  readonly takenBy: string;
  /** In London: “22 November 2026 at 00:40”. */
  readonly takenOn: string;
  readonly columns: readonly SheetColumn[];
  /** Every child that matches, a cell for each column. */
  readonly rows: readonly (readonly SheetCell[])[];
  readonly thresholds: readonly TakenThreshold[];
  readonly showsNames: boolean;
  /** Whose names were left out, and why; empty where nobody’s were. */
  readonly withheld: string;
}

export interface TakenThreshold {
  readonly indicator: string;
  readonly days: number | null;
  /** Where it is from, and where sources differ. */
  readonly note: string;
}

/** Which day’s answer a list is. */
export function asAtInShort({ knownOn, stoodOn }: AsAt, today: Day): string {
  if (stoodOn !== undefined) return `As it stood on ${dayInWords(stoodOn)}${knownOn === undefined ? "" : `, as known on ${dayInWords(knownOn)}`}`;
  return knownOn === undefined ? `As at ${dayInWords(today)}` : `As known on ${dayInWords(knownOn)}`;
}

/** Headings of what a CSV says in each row of the list itself. */
export const PROVENANCE_HEADINGS = ["As at", "Taken by", "Taken on"] as const;
/** After them, where names were left out. */
export const WITHHELD_HEADING = "Names left out";

export const CONFIDENTIAL = "Confidential: about children. Keep it, send it and destroy it by your organisation’s rules.";

/** “1 child”, “1,204 children”. */
export const childrenInWords = (n: number): string => `${String(n).replaceAll(/\B(?=(\d{3})+$)/g, ",")} ${n === 1 ? "child" : "children"}`;

/** What a date says of itself after the day; nothing of one that happened, or by which something is due. */
export function markInWords(mark: Extract<SheetCell, { type: "day" }>["mark"]): string {
  return mark === "actual" || mark === "due" ? "" : ` (${mark})`;
}
