import type { Day } from "../../domain/dates/day.ts";
import type { Problem } from "../../domain/returns/ssda903/problem.ts";
import { type ReturnYear, type TableName, UNUSED_TABLES } from "../../domain/returns/ssda903/tables.ts";
import { returnYears } from "../../domain/returns/ssda903/years.ts";
import { fitToYears, SLIP } from "./fit-to-years.ts";
import { aboutFile } from "./refuse.ts";
import type { FileRead } from "./read-file.ts";

/** Files known to be of one year, because they came in one folder or no table is among them twice; or a file of a year still unknown. */
export type Together = readonly FileRead[];
type Years = ReadonlyMap<number, readonly FileRead[]>;

/**
 * Finds the year of every file, and notes what cannot be found. Files known to be of one
 * year are of the latest year in their days. Of files that came loose, the Episodes make
 * the years, by the latest days in them, and the other tables go to those years.
 */
export function sortIntoYears(groups: readonly Together[], problems: Problem[]): ReturnYear[] {
  const years = new Map<number, FileRead[]>();
  const put = (group: Together, yearEnding: number): void => {
    for (const read of group) {
      read.file.yearEnding = yearEnding;
      years.set(yearEnding, [...(years.get(yearEnding) ?? []), read]);
    }
  };
  const loose = groups.filter((g) => g.length === 1 && g[0]?.file.table !== "Episodes").flat();
  const unknown: Together[] = [];
  for (const [group, year] of yearsOfEpisodes(groups.filter((g) => g.length > 1 || g[0]?.file.table === "Episodes"), loose)) {
    if (year === undefined) unknown.push(group);
    else put(group, year);
  }
  unknown.push(...putLoose(loose, years, put));
  for (const group of unknown) {
    const year = years.size === 1 ? [...years.keys()][0] : saysNothing(group) ? yearLacking(group, years) : undefined;
    if (year !== undefined) put(group, year);
    else for (const { file } of group) problems.push(aboutFile(file.name, "Which year this file is for cannot be told: no dates in it say so, and no other file has the same children. Give it together with the Episodes table of its year."));
  }
  return returnYears([...years].map(([yearEnding, reads]) => ({
    yearEnding, files: reads.map((r) => r.file), latestOn: latestIn(reads, yearEnding),
  })));
}

/**
 * The years of the groups that make years. Where two Episodes files seem to be of one year, and
 * other files tell of a later one, the one that tells less of the year is an extract of the later.
 */
function yearsOfEpisodes(groups: readonly Together[], loose: readonly FileRead[]): Map<Together, number | undefined> {
  const found = new Map(groups.map((group) => [group, yearOf(group)]));
  const taken = new Set(found.values());
  const later = new Set(loose.filter((r) => r.file.table === "Reviews").map((r) => yearOf([r])).filter((y) => y !== undefined && !taken.has(y)));
  for (const year of [...later].sort().reverse()) {
    const before = (year ?? 0) - 1;
    const same = groups.filter((g) => found.get(g) === before && g.length === 1);
    const toldOf = (group: Together): number => group[0]?.days.get(before)?.count ?? 0;
    const extract = same.sort((a, b) => toldOf(a) - toldOf(b))[0];
    if (same.length > 1 && extract !== undefined) found.set(extract, year);
  }
  return found;
}

/** Puts loose files with the Episodes they agree with; gives back those that agree with none. */
function putLoose(loose: readonly FileRead[], years: Years, put: (group: Together, year: number) => void): Together[] {
  const has = (year: number, table: TableName): boolean => years.get(year)?.some((r) => r.file.table === table) === true;
  const episodes = new Map([...years].filter(([year]) => has(year, "Episodes")));
  const tables = new Map<TableName, FileRead[]>();
  for (const read of loose) {
    // A year’s reviews are of no other year; and without any Episodes, days are all there is.
    const year = episodes.size === 0 || read.file.table === "Reviews" ? yearOf([read]) : undefined;
    if (year !== undefined && !episodes.has(year)) put([read], year);
    else tables.set(read.file.table, [...(tables.get(read.file.table) ?? []), read]);
  }
  return [...tables].flatMap(([table, reads]) => {
    const found = fitToYears(reads.filter((r) => r.rows.length > 0), [...episodes.keys()].filter((year) => !has(year, table)), episodes);
    for (const [read, year] of found) put([read], year);
    return reads.filter((r) => !found.has(r)).map((r) => [r]);
  });
}

/** Nothing hangs on which year an empty table is of, or one that is not used. */
const saysNothing = (group: Together): boolean => group.every(({ file, rows }) => rows.length === 0 || UNUSED_TABLES.includes(file.table));

/** The latest year that has not got the table; where each has, the latest. */
function yearLacking(group: Together, years: Years): number | undefined {
  const table = group[0]?.file.table;
  const latestFirst = [...years.keys()].sort((a, b) => b - a);
  return latestFirst.find((year) => !years.get(year)?.some((r) => r.file.table === table)) ?? latestFirst[0];
}

/** The latest year that holds more than a slip’s worth of the days. */
function yearOf(group: Together): number | undefined {
  const counts = new Map<number, number>();
  let all = 0;
  for (const read of group) {
    for (const [year, { count }] of read.days) {
      counts.set(year, (counts.get(year) ?? 0) + count);
      all += count;
    }
  }
  const years = [...counts].filter(([, count]) => count > all * SLIP).map(([year]) => year);
  return years.length === 0 ? undefined : Math.max(...years);
}

function latestIn(reads: readonly FileRead[], yearEnding: number): Day {
  const latest = reads.map((r) => r.days.get(yearEnding)?.latest).filter((d) => d !== undefined);
  return latest.sort().at(-1) ?? (`${yearEnding}-03-31` as Day);
}
