import { yearEndingOf } from "../../domain/dates/day.ts";
import type { EpisodeRow, TableName } from "../../domain/returns/ssda903/tables.ts";
import type { FileRead } from "./read-file.ts";

/** A year with no more than this share of the days in it is a slip of the pen, not the year the files are for. */
export const SLIP = 0.002;

/** What the Episodes of a year say of its children. */
interface Picture {
  readonly children: ReadonlySet<string>;
  readonly adopted: ReadonlySet<string>;
  readonly started: ReadonlySet<string>;
}

/** Tables that hold every child of the year: the likest year is theirs. Others hold some of them. */
const WHOLE = new Set<TableName>(["Header", "SWEpisodes"]);
/** Tables whose days are of the year itself. Those of the rest may be years older. */
const OF_THE_YEAR = new Set<TableName>(["Reviews", "Missing", "SWEpisodes", "PlacedAdoption", "DoLo"]);

/**
 * Which year each of several files of one table is for, one to a year while there are years
 * in `free` to go round, so that as much as possible agrees with the Episodes of the years: the same
 * children, adopted or started in that year where the table is about that, and no days after
 * its end. A file that nothing speaks for is left out.
 */
export function fitToYears(
  files: readonly FileRead[], free: readonly number[], episodes: ReadonlyMap<number, readonly FileRead[]>,
): ReadonlyMap<FileRead, number> {
  const pictures = new Map([...episodes].map(([year, reads]) => [year, pictureOf(year, reads)]));
  const fits = new Map(files.map((file) => {
    const children = new Set(file.rows.map((row) => row.child));
    return [file, new Map([...pictures].map(([year, picture]) => [year, fit(file, children, year, picture)]))];
  }));
  const fitOf = (file: FileRead, year: number | undefined): number => (year === undefined ? 0 : fits.get(file)?.get(year) ?? 0);
  const best = (file: FileRead): number | undefined => [...episodes.keys()].sort((a, b) => fitOf(file, b) - fitOf(file, a) || b - a)[0];

  const latest = (file: FileRead): number => Math.max(0, ...file.days.keys());
  const order = [...files].sort((a, b) => latest(b) - latest(a));
  const slots: (FileRead | undefined)[] = [...free].sort((a, b) => b - a).map((_, i) => order[i]);
  const years = [...free].sort((a, b) => b - a);
  swapWhileBetter(slots, order.slice(years.length), (file, i) => fitOf(file, years[i]));

  const found = new Map<FileRead, number>();
  for (const file of files) {
    const year = years[slots.indexOf(file)] ?? best(file);
    if (year !== undefined && fitOf(file, year) > 0) found.set(file, year);
  }
  return found;
}

/** Changes any two places, or a place with one left over, for as long as that fits better. */
function swapWhileBetter(slots: (FileRead | undefined)[], over: FileRead[], fitOf: (file: FileRead, slot: number) => number): void {
  const all = [...slots, ...over];
  const at = (file: FileRead | undefined, i: number): number => (file === undefined || i >= slots.length ? 0 : fitOf(file, i));
  for (let better = true; better;) {
    better = false;
    for (let i = 0; i < all.length; i++) {
      for (let j = i + 1; j < all.length; j++) {
        if (at(all[i], j) + at(all[j], i) <= at(all[i], i) + at(all[j], j) + 1e-9) continue;
        [all[i], all[j]] = [all[j], all[i]];
        better = true;
      }
    }
  }
  slots.splice(0, slots.length, ...all.slice(0, slots.length));
}

function pictureOf(year: number, reads: readonly FileRead[]): Picture {
  const rows = reads.filter((r) => r.list === "episodes").flatMap((r) => r.rows as readonly EpisodeRow[]);
  const ids = (of: (row: EpisodeRow) => boolean): Set<string> => new Set(rows.filter(of).map((row) => row.child));
  return {
    children: ids(() => true),
    adopted: ids((e) => (e.rec === "E11" || e.rec === "E12") && e.dec !== null && yearEndingOf(e.dec) === year),
    started: ids((e) => e.rne === "S" && yearEndingOf(e.decom) === year),
  };
}

function fit({ file, days }: FileRead, ids: ReadonlySet<string>, year: number, { children, adopted, started }: Picture): number {
  const share = (others: ReadonlySet<string>): number => (ids.size === 0 ? 0 : [...ids].filter((id) => others.has(id)).length / ids.size);
  const inYear = share(children);
  const shared = inYear * ids.size;
  let all = 0;
  let after = 0;
  for (const [of, { count }] of days) {
    all += count;
    if (of > year) after += count;
  }
  const tooLate = all === 0 || after <= all * SLIP ? 0 : after / all;
  return 2 * (WHOLE.has(file.table) ? shared / Math.max(1, ids.size + children.size - shared) : inYear)
    + (OF_THE_YEAR.has(file.table) && all > 0 ? (days.get(year)?.count ?? 0) / all : 0)
    + 3 * (file.table === "AD1" ? share(adopted) : file.table === "PrevPerm" ? share(started) : 0)
    - 10 * tooLate;
}
