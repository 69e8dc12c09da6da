import { type Cell, type CellStyle, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { epochDay } from "../../domain/dates/day.ts";
import type { SheetCell } from "../../domain/tracker/sheet.ts";
import { childrenInWords, type Taken } from "../../domain/tracker/taken.ts";
import { xmlText } from "../xml-text.ts";
import { aboutList } from "./about.ts";
import { BOLD, DAY, HEADING, LINE, NUMBER, OVER, STATUS, TEXT, TITLE } from "./styles.ts";

/** Rows above the headings: whose list, what it shows, and who took it when. */
const ABOVE = 3;
/** Days from 30 December 1899, from which workbooks count, to 1 January 1970. */
const EPOCH_SERIAL = 25_569;
/** What a footer may hold in all. */
const MOST_IN_FOOTER = 200;

/**
 * A taken list as an Excel workbook: frozen heads and first column, a filter, status in words and
 * colour, dates as dates; a second sheet says what the list is. It prints on A4 across.
 */
export function writeTrackerWorkbook(taken: Taken): Promise<Uint8Array> {
  return writeXlsx({ sheets: [listSheet(taken), aboutSheet(taken)], properties: { title: `${taken.of}: tracker`, creator: taken.takenBy, description: `${taken.asAt}. ${taken.view}` }, defaultFont: { name: "Calibri", size: 11 } });
}

function listSheet(taken: Taken): WriteSheet {
  const { of, view, asAt, takenBy, takenOn, columns, rows, withheld } = taken;
  const cells = new Map<string, Partial<Cell>>([
    ["0,0", textCell(`${of}: tracker. ${asAt}`, TITLE)],
    ["1,0", textCell(`${childrenInWords(rows.length)}. ${view}${withheld === "" ? "" : ` ${withheld}`}`, LINE)],
    ["2,0", textCell(`Taken by ${takenBy}, on ${takenOn}`, LINE)],
  ]);
  columns.forEach(({ heading }, c) => cells.set(`${ABOVE},${c}`, textCell(heading, HEADING)));
  rows.forEach((row, r) => row.forEach((cell, c) => {
    const written = cellOf(cell);
    if (written !== undefined) cells.set(`${ABOVE + 1 + r},${c}`, written);
  }));
  const headings = `$${ABOVE + 1}:$${ABOVE + 1}`;
  return {
    name: "Tracker",
    columns: columns.map(({ width }) => ({ width })),
    cells,
    freezePane: { rows: ABOVE + 1, columns: 1 },
    autoFilter: { range: `A${ABOVE + 1}:${letters(columns.length - 1)}${ABOVE + 1 + rows.length}` },
    ...paper(taken, headings),
  };
}

function aboutSheet(taken: Taken): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  aboutList(taken).forEach((line, r) => {
    if ("part" in line) {
      cells.set(`${r},0`, textCell(line.part, HEADING)).set(`${r},1`, { value: "", style: HEADING });
    } else {
      cells.set(`${r},0`, textCell(line.what, BOLD)).set(`${r},1`, textCell(line.said, TEXT));
    }
  });
  return { name: "About this list", columns: [{ width: 34 }, { width: 100 }], cells, ...paper(taken) };
}

/** A4 across, as wide as the page, the headings again on each; at its foot who took it when, and which page of how many. */
function paper({ of, asAt, takenBy, takenOn }: Taken, headings?: string): Pick<WriteSheet, "pageSetup" | "headerFooter"> {
  const provenance = `${of}. ${asAt}. Taken by ${takenBy}, ${takenOn}. Confidential`.slice(0, MOST_IN_FOOTER).replaceAll("&", "&&");
  return {
    pageSetup: {
      paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 }, ...(headings === undefined ? {} : { printTitlesRow: headings }),
    },
    headerFooter: { oddFooter: `&L&8${provenance}&R&8Page &P of &N` },
  };
}

function cellOf(cell: SheetCell): Partial<Cell> | undefined {
  switch (cell.type) {
    case "empty": return undefined;
    case "text": return textCell(cell.text, TEXT);
    case "number": return { value: cell.number, type: "number", style: cell.over === true ? OVER : NUMBER };
    case "day": return { value: epochDay(cell.on) + EPOCH_SERIAL, type: "number", style: DAY[cell.mark] };
    case "status": return textCell(cell.words, STATUS[cell.status]);
  }
}

/** Text as it is. Given as a run, what reads like an error (“#N/A”) stays text too. */
function textCell(text: string, style: CellStyle): Partial<Cell> {
  const plain = safeText(text);
  return plain.startsWith("#") ? { value: plain, type: "richText", richText: [{ text: plain }], style } : { value: plain, type: "string", style };
}

/** Without the characters that XML cannot hold; what workbooks would read as the code of a character (“_x0041_”) is marked as meant. */
const safeText = (text: string): string =>
  xmlText(text).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");

const letters = (column: number): string => `${column < 26 ? "" : letters(Math.floor(column / 26) - 1)}${String.fromCodePoint(65 + (column % 26))}`;
