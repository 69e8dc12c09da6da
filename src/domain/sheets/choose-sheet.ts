import type { SheetGrid, Workbook } from "./grid.ts";
import { findHeadings } from "./headings.ts";
import { core, knownWords } from "./lexicon.ts";
import { plain } from "./wording.ts";

/** A sheet of a workbook, and how like a tracker it is. */
export interface SheetChoice {
  readonly grid: SheetGrid;
  /** Headings that we know, each thing once. */
  readonly known: number;
  readonly rows: number;
}

/**
 * The sheets with anything in them, the one most like a tracker first: most headings that are
 * known, those that are seen before those that are hidden, and the longer of two alike.
 */
export function sheetsLikeTrackers({ sheets }: Workbook): readonly SheetChoice[] {
  return sheets.filter((grid) => grid.rows.length > 0)
    .map((grid) => ({ grid, known: knownHeadings(grid), rows: grid.rows.length }))
    .toSorted((a, b) => Number(a.grid.hidden) - Number(b.grid.hidden) || b.known - a.known || b.rows - a.rows);
}

function knownHeadings(grid: SheetGrid): number {
  const headings = findHeadings(grid);
  if (headings === undefined) return 0;
  const targets = headings.labels.flatMap((label, i) => {
    const found = knownWords(plain(label)) ?? knownWords(plain(headings.own[i] ?? "")) ?? knownWords(core(plain(headings.own[i] ?? "")));
    return found === undefined || found.target === "not-used" ? [] : [found.target];
  });
  return new Set(targets).size;
}
