import type { Draft } from "../../domain/chronology/entry.ts";
import type { Day } from "../../domain/dates/day.ts";
import { TABLES, type TableName } from "../../domain/returns/ssda903/tables.ts";
import { adoptedRows, decisionRows } from "./adoption.ts";
import { type Row, csvOf, returnDay } from "./csv.ts";
import { episodeRows } from "./episodes.ts";
import { headerRow, libertyRows, missingRows, outcomeRows, previousPermanenceRows, reviewRows, workerRows } from "./other-tables.ts";
import { actual, collectionYear } from "./year.ts";

export interface ReturnedChild {
  readonly localId: string;
  /** Entries in force (as the fold gives them); superseded and withdrawn ones left out. */
  readonly entries: readonly Draft[];
}

export interface WrittenFile {
  readonly name: string;
  readonly csv: string;
}

const FILE_NAMES: Readonly<Record<TableName, string>> = {
  Header: "header.csv", Episodes: "episodes.csv", Reviews: "reviews.csv", AD1: "ad1.csv", PlacedAdoption: "placed-adoption.csv",
  PrevPerm: "prev-perm.csv", UASC: "uasc.csv", OC2: "oc2.csv", OC3: "oc3.csv", Missing: "missing.csv", SWEpisodes: "sw-episodes.csv", DoLo: "dolo.csv",
};

/** Tables that came later: the first year that has each. */
const SINCE: Partial<Record<TableName, number>> = { PrevPerm: 2017, SWEpisodes: 2024, DoLo: 2027 };

/**
 * The 903 files of one collection year, 1 April to 31 March, from chronologies. With
 * `upTo`, a mid-year extract: what the return would say if the year ended that day.
 * UASC and OC3 have their column headings and no rows: the chronology holds neither
 * asylum seeking nor care leavers' lives.
 */
export function writeReturn(children: readonly ReturnedChild[], yearEnding: number, upTo?: Day): WrittenFile[] {
  const year = collectionYear(yearEnding, upTo);
  const rows: Record<TableName, Row[]> = { Header: [], Episodes: [], Reviews: [], AD1: [], PlacedAdoption: [], PrevPerm: [], UASC: [], OC2: [], OC3: [], Missing: [], SWEpisodes: [], DoLo: [] };
  for (const { localId, entries } of children) {
    const bornOn = actual(entries, "birth").at(-1)?.happenedOn;
    const episodes = bornOn === undefined ? [] : episodeRows(localId, entries, year);
    if (bornOn === undefined || episodes.length === 0) continue;
    const dob = returnDay(bornOn);
    rows.Header.push(headerRow(localId, bornOn, entries, year));
    rows.Episodes.push(...episodes);
    rows.Reviews.push(...reviewRows(localId, bornOn, entries, year));
    rows.AD1.push(...adoptedRows(localId, dob, entries, year));
    rows.PlacedAdoption.push(...decisionRows(localId, dob, entries, year));
    rows.PrevPerm.push(...previousPermanenceRows(localId, dob, entries, year));
    rows.OC2.push(...outcomeRows(localId, bornOn, entries, year));
    rows.Missing.push(...missingRows(localId, dob, entries, year));
    rows.SWEpisodes.push(...workerRows(localId, dob, entries, year));
    rows.DoLo.push(...libertyRows(localId, dob, entries, year));
  }
  return (Object.keys(rows) as TableName[])
    .filter((table) => yearEnding >= (SINCE[table] ?? 0))
    .map((table) => ({ name: FILE_NAMES[table], csv: csvOf(TABLES[table], rows[table]) }));
}
