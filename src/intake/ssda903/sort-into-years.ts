import type { Day } from "../../domain/dates/day.ts";
import type { Problem } from "../../domain/returns/ssda903/problem.ts";
import { type ReturnYear, UNUSED_TABLES } from "../../domain/returns/ssda903/tables.ts";
import { returnYears } from "../../domain/returns/ssda903/years.ts";
import { aboutFile } from "./refuse.ts";
import type { FileRead } from "./read-file.ts";

/** Files known to be of one year, because they came in one folder; or a file of a year still unknown. */
export type Together = readonly FileRead[];

/** A year with fewer than this share of the days in it is a slip of the pen, not the year the files are for. */
const SLIP = 0.002;

/**
 * Finds the year of every file, by the latest days in it, and notes what cannot be found.
 * Tables without days of their own (Header) go where their children are.
 */
export function sortIntoYears(groups: readonly Together[], problems: Problem[]): ReturnYear[] {
  const groupsOfYear = new Map<number, FileRead[]>();
  const put = (group: Together, yearEnding: number): void => {
    for (const read of group) {
      read.file.yearEnding = yearEnding;
      groupsOfYear.set(yearEnding, [...(groupsOfYear.get(yearEnding) ?? []), read]);
    }
  };
  const undated: Together[] = [];
  for (const group of groups) {
    const year = yearOf(group);
    if (year === undefined) undated.push(group);
    else put(group, year);
  }
  for (const [group, found] of byTheirChildren(undated, groupsOfYear)) {
    const year = found ?? (saysNothing(group) ? yearLacking(group, groupsOfYear) : undefined);
    if (year !== undefined) put(group, year);
    else for (const { file } of group) problems.push(aboutFile(file.name, "Which year this file is for cannot be told: no dates in it say so, and no other file has the same children. Give it together with the Episodes table of its year."));
  }
  return returnYears([...groupsOfYear].map(([yearEnding, reads]) => ({
    yearEnding, files: reads.map((r) => r.file), latestOn: latestIn(reads, yearEnding),
  })));
}

/** Nothing hangs on which year an empty table is of, or one that is not used. */
const saysNothing = (group: Together): boolean => group.every(({ file, rows }) => rows.length === 0 || UNUSED_TABLES.includes(file.table));

/** The latest year that has not got the table; where each has, the latest. */
function yearLacking(group: Together, years: ReadonlyMap<number, readonly FileRead[]>): number | undefined {
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

/** Pairs what has no days with the year whose children it shares most; each table once a year while there are years to go round. */
function byTheirChildren(
  groups: readonly Together[], years: ReadonlyMap<number, readonly FileRead[]>,
): (readonly [Together, number | undefined])[] {
  if (groups.length === 0) return [];
  const childrenOf = (reads: readonly FileRead[]): Set<string> => new Set(reads.flatMap((r) => r.rows.map((row) => row.child)));
  const inYear = new Map([...years].map(([year, reads]) => [year, childrenOf(reads.filter((r) => r.file.table === "Episodes"))]));
  const pairs = groups.flatMap((group) => {
    const children = childrenOf(group);
    return [...inYear].map(([year, others]) => {
      const shared = [...children].filter((c) => others.has(c)).length;
      return { group, year, likeness: children.size === 0 ? 0 : shared / (children.size + others.size - shared) };
    });
  }).sort((a, b) => b.likeness - a.likeness || b.year - a.year);

  const found = new Map<Together, number>();
  const taken = new Set<string>();
  for (const again of [false, true]) {
    for (const { group, year, likeness } of pairs) {
      const key = `${group[0]?.file.table} ${year}`;
      if (found.has(group) || likeness === 0 || (taken.has(key) && !again)) continue;
      found.set(group, year);
      taken.add(key);
    }
  }
  // With one year given there is nothing to choose between, whoever is in the file.
  const only = years.size === 1 ? [...years.keys()][0] : undefined;
  return groups.map((group) => [group, found.get(group) ?? only]);
}
