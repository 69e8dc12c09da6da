import { dayInWords } from "../../domain/dates/day.ts";
import type { FigureCell, FiguresBook, FigureTable } from "../../domain/documents/figures-book.ts";
import { PROVENANCE_HEADINGS } from "../../domain/tracker/taken.ts";
import { csvOf } from "../archive/csv.ts";

/** One table as CSV (UTF-8 with its mark, CRLF, no text a formula); on each row, last, as at when, and who took it when. */
export function writeFiguresCsv({ asAt, takenBy, takenOn }: FiguresBook, { heads, rows }: FigureTable): string {
  return csvOf({ heads: [...heads, ...PROVENANCE_HEADINGS], rows: rows.map((row) => [...row.map(inWords), asAt, takenBy, takenOn]) });
}

const inWords = (cell: FigureCell): string | number => (cell === null ? "" : typeof cell === "object" ? dayInWords(cell.on) : cell);
