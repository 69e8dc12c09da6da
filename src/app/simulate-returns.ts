import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { simulateReturns } from "../exports/ssda903/simulate-returns.ts";
import { loadCalendar } from "../reference/calendar.ts";

export interface SimulateOptions {
  readonly children: number;
  readonly years: number;
  readonly yearEnding: number;
  readonly seed: string;
}

export interface WrittenReturns {
  /** A folder for each year, earliest first. */
  readonly folders: readonly string[];
  readonly files: number;
}

/**
 * Writes 903 files of invented children into a folder of its own, a folder in it for each
 * year. A folder that already holds anything is refused, so that nothing is written over.
 */
export function writeSimulatedReturns(out: string, options: SimulateOptions): WrittenReturns | { readonly refused: string } {
  if (holdsAnything(out)) return { refused: `“${out}” is not an empty folder. Choose a new one with --out` };
  const years = simulateReturns({ ...options, calendar: loadCalendar() });
  const folders = years.map(({ yearEnding, files }) => {
    const folder = join(out, String(yearEnding));
    mkdirSync(folder, { recursive: true });
    for (const { name, csv } of files) writeFileSync(join(folder, name), csv);
    return folder;
  });
  return { folders, files: years.reduce((n, y) => n + y.files.length, 0) };
}

function holdsAnything(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    return true;
  }
}
