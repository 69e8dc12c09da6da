import type { GridRow, SheetGrid } from "./grid.ts";
import { type Headings, isRepeatedHeading } from "./headings.ts";

/** The rows beneath the headings, lines between sections and totals with them. */
export const rowsBeneath = (grid: SheetGrid, headings: Headings): readonly GridRow[] =>
  grid.rows.filter((row) => row.number > (headings.rows.at(-1) ?? 0));

/** Is this row no child’s: the headings once more, a line between sections, a total? A row of one id alone is a child’s. */
export const isNoChild = (row: GridRow, headings: Headings, idColumn?: number): boolean =>
  isSection(row, idColumn) || isRepeatedHeading(row, headings);

const SECTION = /^(?:(?:sub[\s-]?|grand[\s-]?)?totals?|count|closed|completed|adopted|archived?|on hold|paused|key|notes?|team|section|children|new)\b[^\d]*[\d\s:]*$/i;

/** All of it the same words, or a total beside few others. */
function isSection({ cells }: GridRow, idColumn: number | undefined): boolean {
  const said = new Set<string>();
  let filled = 0;
  let first = "";
  for (const cell of cells) {
    if (cell.type === "empty") continue;
    filled++;
    if (said.size === 0) first = cell.shown;
    said.add(cell.shown);
    if (said.size > 3) return false;
  }
  if (said.size === 0) return true;
  const id = idColumn === undefined ? undefined : cells[idColumn];
  const hasId = id !== undefined && id.type !== "empty" && /\d/.test(id.shown);
  if (said.size === 1) return !(hasId && filled === 1);
  return !hasId && SECTION.test(first);
}
