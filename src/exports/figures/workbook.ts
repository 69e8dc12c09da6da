import { type Cell, type CellStyle, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { epochDay } from "../../domain/dates/day.ts";
import { type FigureCell, type FiguresBook, type FigureTable, HOW_TOLD, WITH_CHILDREN, WITHOUT_CHILDREN } from "../../domain/documents/figures-book.ts";
import { xmlText } from "../xml-text.ts";
import { BOLD, DAY, HEADING, LINE, NUMBER, TEXT, TITLE } from "../tracker/styles.ts";

/** Rows above the headings: what it is, and who took it when. */
const ABOVE = 2;
/** Days from 30 December 1899, from which workbooks count, to 1 January 1970. */
const EPOCH_SERIAL = 25_569;
const MOST_IN_FOOTER = 200;
const [NARROWEST, WIDEST] = [10, 60];
const DECIMAL: CellStyle = { ...NUMBER, numFmt: "0.0##" };

/** A page of figures as an Excel workbook: a sheet for each table with frozen heads and a filter, and one that says what they are. Numbers are numbers. */
export function writeFiguresWorkbook(book: FiguresBook): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [...book.tables.map((table) => tableSheet(book, table)), aboutSheet(book)],
    properties: { title: `${book.of}: ${book.title}`, creator: book.takenBy, description: book.asAt }, defaultFont: { name: "Calibri", size: 11 },
  });
}

function tableSheet(book: FiguresBook, { name, heads, rows }: FigureTable): WriteSheet {
  const cells = new Map<string, Partial<Cell>>([
    ["0,0", textCell(`${book.of}: ${book.title}. ${name}. ${book.asAt}`, TITLE)],
    ["1,0", textCell(`Taken by ${book.takenBy}, on ${book.takenOn}`, LINE)],
  ]);
  heads.forEach((head, c) => cells.set(`${ABOVE},${c}`, textCell(head, HEADING)));
  rows.forEach((row, r) => row.forEach((cell, c) => {
    const written = cellOf(cell);
    if (written !== undefined) cells.set(`${ABOVE + 1 + r},${c}`, written);
  }));
  return {
    name, cells,
    columns: heads.map((head, c) => ({ width: widthOf([head.slice(0, 24), ...rows.map((row) => row[c] ?? null)]) })),
    freezePane: { rows: ABOVE + 1, columns: 1 },
    autoFilter: { range: `A${ABOVE + 1}:${letters(Math.max(0, heads.length - 1))}${ABOVE + 1 + rows.length}` },
    ...paper(book, `$${ABOVE + 1}:$${ABOVE + 1}`),
  };
}

function aboutSheet(book: FiguresBook): WriteSheet {
  const lines: readonly (readonly [string, string])[] = [
    ["What it is", `${book.title} of ${book.of}, as it was told to the person who took it. ${book.asAt}.`],
    ["Taken by", book.takenBy], ["Taken on", `${book.takenOn}, London time`],
    ["Keep it safe", book.hasChildren ? WITH_CHILDREN : WITHOUT_CHILDREN],
    ...HOW_TOLD,
    ...book.tables.filter(({ note }) => note !== "").map(({ name, note }) => [name, note] as const),
  ];
  const cells = new Map<string, Partial<Cell>>([["0,0", textCell("About these figures", HEADING)], ["0,1", textCell("", HEADING)]]);
  lines.forEach(([what, said], r) => cells.set(`${r + 1},0`, textCell(what, BOLD)).set(`${r + 1},1`, textCell(said, TEXT)));
  return { name: "About", columns: [{ width: 34 }, { width: 100 }], cells, ...paper(book) };
}

/** A4 across, as wide as the page, the headings again on each. */
function paper({ of, title, asAt, takenBy, takenOn }: FiguresBook, headings?: string): Pick<WriteSheet, "pageSetup" | "headerFooter"> {
  const provenance = `${of}: ${title}. ${asAt}. Taken by ${takenBy}, ${takenOn}`.slice(0, MOST_IN_FOOTER).replaceAll("&", "&&");
  return {
    pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, ...(headings === undefined ? {} : { printTitlesRow: headings }) },
    headerFooter: { oddFooter: `&L&8${provenance}&R&8Page &P of &N` },
  };
}

function cellOf(cell: FigureCell): Partial<Cell> | undefined {
  if (cell === null || cell === "") return undefined;
  if (typeof cell === "number") return { value: cell, type: "number", style: Number.isInteger(cell) ? NUMBER : DECIMAL };
  return typeof cell === "string" ? textCell(cell, TEXT) : { value: epochDay(cell.on) + EPOCH_SERIAL, type: "number", style: DAY.actual };
}

/** Text as it is. Given as a run, what reads like an error (“#N/A”) stays text too; what would be read as the code of a character is marked as meant. */
function textCell(text: string, style: CellStyle): Partial<Cell> {
  const plain = xmlText(text).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  return plain.startsWith("#") ? { value: plain, type: "richText", richText: [{ text: plain }], style } : { value: plain, type: "string", style };
}

const widthOf = (cells: readonly FigureCell[]): number =>
  Math.min(WIDEST, Math.max(NARROWEST, ...cells.map((cell) => (cell === null ? 0 : typeof cell === "object" ? 18 : String(cell).length + 2))));

const letters = (column: number): string => `${column < 26 ? "" : letters(Math.floor(column / 26) - 1)}${String.fromCodePoint(65 + (column % 26))}`;
