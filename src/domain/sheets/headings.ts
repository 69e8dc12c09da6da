import type { Cell, GridRow, SheetGrid } from "./grid.ts";
import { core, knownWords } from "./lexicon.ts";
import { plain } from "./wording.ts";

export interface Headings {
  /** The rows that hold them, one or two, as Excel numbers them. */
  readonly rows: readonly number[];
  /** By column; two rows are joined by “ / ”; empty where there is none. */
  readonly labels: readonly string[];
  /** The labels with the group head left out, by column. */
  readonly own: readonly string[];
}

/** A title, a logo and a key stand above the headings, never more than this. */
const MOST_ABOVE = 40;
const LONGEST = 80;

const isLabel = (cell: Cell): boolean => cell.type === "text" && cell.shown.length <= LONGEST && /\p{L}/u.test(cell.shown);
const labelOf = (cell: Cell | undefined): string => (cell !== undefined && cell.type !== "empty" ? cell.shown.replaceAll(/\s+/g, " ").trim() : "");
const filled = (row: GridRow): readonly Cell[] => row.cells.filter((cell) => cell.type !== "empty");

function isKnown(text: string): boolean {
  const words = plain(text);
  return words !== "" && (knownWords(words) !== undefined || knownWords(core(words)) !== undefined);
}

/** How many different headings that we know are in a row. */
const known = (row: GridRow): number => new Set(row.cells.filter((cell) => isLabel(cell) && isKnown(cell.shown)).map((cell) => plain(cell.shown))).size;

const distinct = (row: GridRow): number => new Set(filled(row).map((cell) => cell.shown)).size;

/** Rather a row of heads than of a child: all of it labels, and at least half of them known or repeated from above. */
function isHeadRow(row: GridRow | undefined, above: GridRow): boolean {
  if (row === undefined || row.number !== above.number + 1) return false;
  const cells = row.cells.flatMap((cell, column) => (cell.type === "empty" ? [] : [{ cell, column }]));
  if (cells.length < 2 || !cells.every(({ cell }) => isLabel(cell))) return false;
  const heads = cells.filter(({ cell, column }) => isKnown(cell.shown) || core(plain(cell.shown)) === "" || labelOf(above.cells[column]) === labelOf(cell));
  return heads.length * 2 >= cells.length && new Set(cells.map(({ cell }) => plain(cell.shown))).size >= 2;
}

/** Heads over heads: fewer of them than there are beneath, and more than the one a title is. */
function isGroupRow(row: GridRow | undefined, below: GridRow): boolean {
  if (row === undefined || row.number !== below.number - 1) return false;
  const cells = filled(row);
  return distinct(row) >= 2 && cells.every(isLabel) && distinct(row) < distinct(below);
}

/**
 * Where the headings stand: the row among the first with most headings that are known, with a
 * row of group heads above it or a second row beneath; else the first row of several labels.
 * Nothing where there is no such row.
 */
export function findHeadings(grid: SheetGrid): Headings | undefined {
  const rows = grid.rows.slice(0, MOST_ABOVE);
  let at = -1;
  let most = 1;
  for (const [i, row] of rows.entries()) {
    const count = known(row);
    if (count > most) [at, most] = [i, count];
  }
  if (at < 0) at = rows.findIndex((row) => distinct(row) >= 3 && filled(row).every(isLabel));
  const row = rows[at];
  if (row === undefined) return undefined;
  const above = rows[at - 1];
  const below = rows[at + 1];
  if (isHeadRow(below, row)) return joined(row, below!);
  if (isGroupRow(above, row)) return joined(above!, row);
  const labels = row.cells.map(labelOf);
  return { rows: [row.number], labels, own: labels };
}

function joined(upper: GridRow, lower: GridRow): Headings {
  const width = Math.max(upper.cells.length, lower.cells.length);
  const labels: string[] = [];
  const own: string[] = [];
  let group = "";
  for (let column = 0; column < width; column++) {
    const [high, low] = [labelOf(upper.cells[column]), labelOf(lower.cells[column])];
    // A group head that is not merged stands over its first column only.
    group = high !== "" ? high : low === "" ? "" : group;
    const label = group === "" || group === low ? low : low === "" ? group : `${group} / ${low}`;
    labels.push(label);
    own.push(low === "" ? label : low);
  }
  return { rows: [upper.number, lower.number], labels, own };
}

/** Is this row the headings once more, as where each section of a sheet has its own? */
export function isRepeatedHeading(row: GridRow, { labels, own }: Headings): boolean {
  let [filled, same] = [0, 0];
  for (const [column, cell] of row.cells.entries()) {
    if (cell.type === "empty") continue;
    if (cell.type === "day") return false;
    filled++;
    const text = labelOf(cell);
    if (text === own[column] || text === labels[column]) same++;
  }
  return filled > 1 && same * 3 >= filled * 2;
}
