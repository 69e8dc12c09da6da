import type { Draft } from "../../domain/chronology/entry.ts";
import type { Day } from "../../domain/dates/day.ts";

export interface ReturnedChild {
  readonly localId: string;
  /** Entries in force (as the fold gives them); superseded and withdrawn ones left out. */
  readonly entries: readonly Draft[];
}

export interface ReturnFile {
  readonly name: string;
  readonly csv: string;
}

/**
 * The 903 files of one collection year, 1 April to 31 March, from chronologies. With
 * `upTo`, a mid-year extract: what the return would say if the year ended that day.
 */
export function writeReturn(_children: readonly ReturnedChild[], _yearEnding: number, _upTo?: Day): ReturnFile[] {
  return [];
}
