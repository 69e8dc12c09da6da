import { AlignmentType, BorderStyle, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from "docx";
import type { Fact, Words, WordTable } from "../../domain/documents/word.ts";
import { CELL, CELL_HEADING, RULE, SHADE } from "./styles.ts";
import { runsOf } from "./words.ts";

const line = { style: BorderStyle.SINGLE, size: 4, color: RULE } as const;
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
/** How much of the width what is said of takes, of a table of facts. */
const FACT_SHARES = [34, 66];

/** A table of no more rows than this stays on one page. */
const KEPT_TOGETHER = 8;

/** Its heading row repeats on each page; no row but one taller than a page breaks across two, and no small table does. */
export function tableOf({ columns, rows, rowHeadings = false }: WordTable, textWidth: number): Table {
  const widths = shared(columns.map(({ share = 1 }) => share), textWidth);
  const isKept = rows.length <= KEPT_TOGETHER && rows.every(short);
  return laid(widths, [
    new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ heading, number }, c) => cell(heading, widths[c], { heading: true, shaded: true, right: number === true, withNext: isKept })) }),
    ...rows.map((row, r) => new TableRow({ cantSplit: short(row), children: columns.map(({ number }, c) => cell(row[c] ?? "", widths[c], { heading: rowHeadings && c === 0, shaded: false, right: number === true, withNext: isKept && r < rows.length - 1 })) })),
  ], { firstRow: true, firstColumn: rowHeadings });
}

export function factsTable(rows: readonly Fact[], textWidth: number): Table {
  const widths = shared(FACT_SHARES, textWidth);
  return laid(widths, rows.map(({ what, said }) => new TableRow({
    cantSplit: short([said]),
    children: [cell(what, widths[0], { heading: true, shaded: true, right: false }), cell(said, widths[1], { heading: false, shaded: false, right: false })],
  })), { firstRow: false, firstColumn: true });
}

const laid = (columnWidths: readonly number[], rows: readonly TableRow[], look: { readonly firstRow: boolean; readonly firstColumn: boolean }): Table => new Table({
  rows: [...rows], columnWidths: [...columnWidths], layout: TableLayoutType.FIXED, borders,
  width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
  tableLook: { ...look, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
});

interface CellLook {
  readonly heading: boolean;
  readonly shaded: boolean;
  readonly right: boolean;
  /** Stays on the page of the row after it. */
  readonly withNext?: boolean;
}

const cell = (words: Words, width = 0, { heading, shaded, right, withNext = false }: CellLook): TableCell => new TableCell({
  children: [new Paragraph({ style: heading ? CELL_HEADING : CELL, children: runsOf(words), ...(withNext ? { keepNext: true } : {}), ...(right ? { alignment: AlignmentType.RIGHT } : {}) })],
  width: { size: width, type: WidthType.DXA },
  margins: { top: 70, bottom: 70, left: 100, right: 100 },
  verticalAlign: VerticalAlign.TOP,
  ...(shaded ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: SHADE } } : {}),
});

/** Text that surely takes less than half a page. */
const short = (row: readonly Words[]): boolean => row.every((words) => JSON.stringify(words).length < 900);

/** Whole twips in proportion to the shares, which come to the whole. */
function shared(shares: readonly number[], whole: number): readonly number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  const widths = shares.map((share) => Math.floor((share / sum) * whole));
  const left = whole - widths.reduce((a, b) => a + b, 0);
  return widths.map((width, i) => (i === 0 ? width + left : width));
}
