import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import { withoutMark } from "../../domain/sheets/formula.ts";
import type { Cell, GridRow } from "../../domain/sheets/grid.ts";
import { decode } from "../decode.ts";
import { EMPTY } from "./cell-of.ts";
import { type Limits, Refused, tooManyCells } from "./limits.ts";
import type { Remark, WorkbookReading } from "./read-excel.ts";

/** Reads cells from text: divided by commas, semicolons or tabs; UTF-8, UTF-16 or Windows-1252. Every cell is text, as it stands there. Throws `Refused`. */
export function readText(name: string, bytes: Uint8Array, limits: Limits): WorkbookReading {
  const [, own, rest] = /^\uFEFF?(?:sep=(.)\r?\n)?(.*)$/is.exec(decode(bytes)) ?? [];
  const text = rest ?? "";
  if (text.trim() === "") throw new Refused("There is nothing in this file. Save the sheet again, and look whether it is the right file.");
  const rows: GridRow[] = [];
  const remarks: Remark[] = [];
  const known = new Map<string, Cell>();
  const cellOf = (written: string): Cell => {
    const had = known.get(written);
    if (had !== undefined) return had;
    const shown = withoutMark(/^="([^"]*)"$/.exec(written)?.[1] ?? written).replaceAll("\r\n", "\n").trim();
    const made: Cell = shown === "" ? EMPTY : { type: "text", shown };
    known.set(written, made);
    return made;
  };
  let number = 0;
  let left = limits.cells;
  try {
    parse(text, {
      delimiter: own ?? delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      on_record: (record: readonly string[]) => {
        number++;
        if (number > limits.rows) return null;
        const cells = record.slice(0, limits.columns).map(cellOf);
        while (cells.at(-1) === EMPTY) cells.pop();
        left -= cells.filter((cell) => cell !== EMPTY).length;
        if (left < 0) throw tooManyCells(limits.cells);
        if (cells.length > 0) rows.push({ number, hidden: false, cells });
        return null;
      },
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new Refused(`The quotation marks in row ${number + 1} do not pair, so it cannot be divided into columns. Save the sheet as CSV again, or as an Excel workbook.`);
  }
  if (number > limits.rows) remarks.push({ sheet: null, message: `Rows after ${limits.rows.toLocaleString("en-GB")} were not read.` });
  return { workbook: { file: name, sheets: [{ name: sheetName(name), hidden: false, rows }] }, remarks };
}

const sheetName = (file: string): string => file.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, "");

/** Of comma, semicolon and tab, the one that divides the first lines into most cells outside quotation marks. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000).split(/\r\n|\r|\n/).slice(0, 20).join("\n").replaceAll(/"(?:[^"]|"")*"/g, "");
  const count = (mark: string): number => head.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
