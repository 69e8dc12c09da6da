import type { Day } from "../../domain/dates/day.ts";
import type { ParsedReturn } from "../../domain/returns/ssda903/parsed-return.ts";
import type { Problem } from "../../domain/returns/ssda903/problem.ts";
import { byChild } from "./by-child.ts";
import { dayReader } from "./dates.ts";
import { decode } from "../decode.ts";
import { type FileRead, type Reading, readFile } from "./read-file.ts";
import { refuseBytes } from "./refuse.ts";
import { sortIntoYears } from "./sort-into-years.ts";

/** A file as it was given: by upload, or from a folder. */
export interface GivenFile {
  /** As it was given, with the folder it came in where that is known: `2025/episodes.csv`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadOptions {
  readonly today: Day;
}

/**
 * Reads the files of one or several years, in any order and under any names, and sorts
 * them into years; files whose names say that they came in one folder are of one year, and so
 * are files without folders, unless a table is among them twice. Never throws on what is in them: every fault is a problem with its file,
 * row and column.
 */
export function readReturn(files: Iterable<GivenFile>, options: ReadOptions): ParsedReturn {
  const folders = new Map<string, GivenFile[]>();
  for (const file of files) {
    const folder = file.name.slice(0, file.name.lastIndexOf("/") + 1);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return readGroups(folders.values(), options);
}

/**
 * As `readReturn`, where each group of files came together in one folder and so is one
 * year. A group with a table in it twice is taken for files of several years after all.
 * Files are asked for one at a time, so that no two need be in memory at once.
 */
export function readGroups(groups: Iterable<Iterable<GivenFile>>, options: ReadOptions): ParsedReturn {
  const problems: Problem[] = [];
  const reading: Reading = { today: options.today, readDay: dayReader(), problems };
  const together: FileRead[][] = [];
  let given = 0;
  for (const group of groups) {
    const reads: FileRead[] = [];
    for (const file of group) {
      given++;
      const read = readOne(file, reading);
      if (read !== undefined) reads.push(read);
    }
    const oneYear = new Set(reads.map((r) => r.file.table)).size === reads.length;
    together.push(...(oneYear ? [reads] : reads.map((r) => [r])));
  }
  if (given === 0) problems.push({ severity: "error", file: null, row: null, column: null, message: "There are no files here. Give the CSV files of the return." });
  // Where a file could not be read, that is why the year of another cannot be told.
  const unread = together.flat().length < given;
  const years = sortIntoYears(together.filter((g) => g.length > 0), unread ? [] : problems);
  return { years, children: byChild(together.flat().filter((r) => r.file.yearEnding > 0)), problems };
}

function readOne({ name, bytes }: GivenFile, reading: Reading): FileRead | undefined {
  const refused = refuseBytes(name, bytes);
  if (refused === undefined) return readFile(name, decode(bytes), reading);
  reading.problems.push(refused);
  return undefined;
}
