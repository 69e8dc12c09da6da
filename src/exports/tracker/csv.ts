import { dayInWords } from "../../domain/dates/day.ts";
import { notFormula } from "../../domain/sheets/formula.ts";
import type { SheetCell } from "../../domain/tracker/sheet.ts";
import { markInWords, PROVENANCE_HEADINGS, type Taken, WITHHELD_HEADING } from "../../domain/tracker/taken.ts";

/**
 * A taken list as CSV: UTF-8 with its mark, CRLF, quotes by RFC 4180, headings first; on each
 * row, last, as at when, who took it when, and whose names were left out. No cell begins like a formula (`notFormula`).
 */
export function writeTrackerCsv({ columns, rows, asAt, takenBy, takenOn, withheld }: Taken): string {
  const [heading, said] = withheld === "" ? [[], []] : [[WITHHELD_HEADING], [withheld]];
  const provenance = [asAt, takenBy, takenOn, ...said].map(field).join(",");
  const lines = [[...columns.map((c) => c.heading), ...PROVENANCE_HEADINGS, ...heading].map(field).join(",")];
  for (const row of rows) lines.push(`${row.map((cell) => field(cellInWords(cell))).join(",")},${provenance}`);
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

const field = (text: string): string => quoted(notFormula(text));
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function cellInWords(cell: SheetCell): string {
  switch (cell.type) {
    case "empty": return "";
    case "text": return cell.text;
    case "number": return String(cell.number);
    case "day": return `${dayInWords(cell.on)}${markInWords(cell.mark)}`;
    case "status": return cell.words;
  }
}
