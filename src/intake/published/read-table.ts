import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import type { Problem } from "../../domain/returns/ssda903/problem.ts";
import type { GivenRow } from "../../domain/scorecard/published/read-published.ts";
import { decode } from "../decode.ts";
import { aboutFile, refuseBytes, refuseText } from "../ssda903/refuse.ts";

/** More than every authority of England has of every indicator in fifty years. */
const MOST_ROWS = 100_000;
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * The rows of a CSV file, the header among them, numbered as a spreadsheet shows them: divided by commas, semicolons or
 * tabs; UTF-8, UTF-16 or Windows-1252. Empty rows are left out. Or what is wrong with the file.
 */
export function readTable(name: string, bytes: Uint8Array): { readonly rows: readonly GivenRow[] } | { readonly problem: Problem } {
  if (bytes.length > MOST_BYTES) return { problem: aboutFile(name, `This file is ${Math.ceil(bytes.length / 1024 / 1024)} MB, and published figures take no more than ${MOST_BYTES / 1024 / 1024}. Look whether it is the right file.`) };
  const refused = refuseBytes(name, bytes);
  if (refused !== undefined) return { problem: refused };
  const [, own, rest = ""] = /^\uFEFF?(?:sep=(.)\r?\n)?(.*)$/is.exec(decode(bytes)) ?? [];
  const empty = refuseText(name, rest);
  if (empty !== undefined) return { problem: empty };
  const rows: GivenRow[] = [];
  let row = own === undefined ? 0 : 1;
  try {
    parse(rest, {
      delimiter: own ?? delimiterOf(rest), relax_column_count: true, skip_empty_lines: false,
      on_record: (record: readonly string[]) => {
        row++;
        const cells = record.map((cell) => cell.trim());
        if (rows.length <= MOST_ROWS && cells.some((cell) => cell !== "")) rows.push({ row, cells });
        return null;
      },
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    return { problem: { ...aboutFile(name, "The quotation marks in this row do not pair, so it cannot be divided into columns. Save the table as CSV again."), row: row + 1 } };
  }
  if (rows.length > MOST_ROWS) return { problem: aboutFile(name, `This file has more than ${MOST_ROWS.toLocaleString("en-GB")} rows. Divide it by indicator or by year.`) };
  return { rows };
}

/** Of comma, semicolon and tab, the one that divides the header into most cells. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const count = (mark: string): number => head.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
