import { type CellObject, type Range, read, utils, type WorkBook, type WorkSheet } from "@e965/xlsx";
import type { Cell, GridRow, SheetGrid, Workbook } from "../../domain/sheets/grid.ts";
import { cellReader, EMPTY, NO_VALUE } from "./cell-of.ts";
import { type Limits, Refused, tooManyCells } from "./limits.ts";
import { lockedWith } from "./look-at-bytes.ts";
import { unpackNoMoreThan } from "./unpack.ts";

/** What is said of the workbook: of one sheet, or of it all. */
export interface Remark {
  readonly sheet: string | null;
  readonly message: string;
}

export interface WorkbookReading {
  readonly workbook: Workbook;
  readonly remarks: readonly Remark[];
}

type Dense = WorkSheet & { readonly "!data"?: readonly (readonly (CellObject | undefined)[] | undefined)[]; readonly "!fullref"?: string; readonly "!type"?: string };
interface Budget {
  cells: number;
}

/** Reads a workbook of any kind that Excel or LibreOffice keeps. Formulas count as their values; macros are never run. Throws `Refused`. */
export function readExcel(name: string, bytes: Uint8Array, limits: Limits): WorkbookReading {
  const book = open(bytes, limits);
  const remarks: Remark[] = [];
  const budget: Budget = { cells: limits.cells };
  const readCell = cellReader(book.Workbook?.WBProps?.date1904 === true);
  const sheets = book.SheetNames.flatMap((sheet, i): readonly SheetGrid[] => {
    const from = book.Sheets[sheet] as Dense | undefined;
    const hidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0;
    if (from === undefined) {
      remarks.push({ sheet, message: "This sheet could not be read: the file seems to be damaged. Open it in Excel, let Excel repair it, and save it." });
      return [];
    }
    if (from["!type"] !== undefined && from["!type"] !== "sheet") return [];
    return [gridOf(sheet, hidden, from, readCell, budget, limits, remarks)];
  });
  if ((book as { readonly vbaraw?: unknown }).vbaraw !== undefined) remarks.push({ sheet: null, message: "This workbook has macros. They were not run: only what its cells show was read." });
  if (sheets.every((s) => s.rows.length === 0)) throw new Refused(remarks[0]?.message ?? "There is nothing in this workbook. Save the sheet again, and look whether it is the right file.");
  return { workbook: { file: name, sheets }, remarks };
}

function open(bytes: Uint8Array, limits: Limits): WorkBook {
  unpackNoMoreThan(limits.unpackedBytes);
  try {
    return read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      type: "buffer", dense: true, cellStyles: true, cellNF: true, cellText: true, cellFormula: true, cellHTML: false, bookVBA: true,
      dateNF: "dd/mm/yyyy", sheetRows: limits.rows + 1, UTC: true,
    });
  } catch (cause) {
    if (cause instanceof Refused) throw cause;
    if (cause instanceof Error && /password|encrypt/i.test(cause.message)) throw lockedWith();
    throw new Refused("This workbook could not be read: the file is damaged, or was cut off on its way. Open it in Excel, save it again, and give the new file.");
  }
}

function gridOf(
  name: string, hidden: boolean, sheet: Dense, readCell: (cell: CellObject | undefined) => Cell, budget: Budget, limits: Limits, remarks: Remark[],
): SheetGrid {
  const data = sheet["!data"] ?? [];
  const rows: Cell[][] = [];
  let withoutValue = 0;
  let cutOff = false;
  // Counted by hand: a damaged file can put a cell in a row or column with a number past all sense.
  for (let r = 0; r < Math.min(data.length, limits.rows); r++) {
    const from = data[r];
    if (from === undefined) continue;
    const cells: Cell[] = [];
    cutOff ||= from.length > limits.columns;
    for (let c = 0; c < Math.min(from.length, limits.columns); c++) {
      const made = readCell(from[c]);
      if (made === EMPTY) continue;
      if (made.shown === NO_VALUE && made.type === "error") withoutValue++;
      if (--budget.cells < 0) throw tooManyCells(limits.cells);
      while (cells.length < c) cells.push(EMPTY);
      cells.push(made);
    }
    if (cells.length > 0) rows[r] = cells;
  }
  fillMerged(rows, sheet["!merges"] ?? [], limits, budget);
  const say = (message: string): void => void remarks.push({ sheet: name, message });
  if (withoutValue > 0) say(`${withoutValue === 1 ? "One cell has a formula" : `${withoutValue} cells have formulas`} that the file keeps no value of. Open it in Excel and save it, so that the values are in it.`);
  if (cutOff) say(`Columns after the first ${limits.columns} were not read.`);
  const last = sheet["!fullref"] === undefined ? 0 : utils.decode_range(sheet["!fullref"]).e.r;
  if (last >= limits.rows && rows.length >= limits.rows) say(`Rows after ${limits.rows.toLocaleString("en-GB")} were not read.`);
  return { name, hidden, ...hiddenColumns(sheet), rows: numbered(rows, sheet) };
}

function numbered(rows: readonly (readonly Cell[] | undefined)[], sheet: WorkSheet): readonly GridRow[] {
  const made: GridRow[] = [];
  rows.forEach((cells, r) => {
    if (cells !== undefined) made.push({ number: r + 1, hidden: sheet["!rows"]?.[r]?.hidden === true, cells });
  });
  return made;
}

/** A merged area has its value in each of its cells, as far as the sheet is filled. */
function fillMerged(rows: (Cell[] | undefined)[], merges: readonly Range[], limits: Limits, budget: Budget): void {
  let widest = 0;
  rows.forEach((cells) => (widest = Math.max(widest, cells?.length ?? 0)));
  for (const { s, e } of merges) {
    const value = rows[s.r]?.[s.c];
    if (value === undefined || value === EMPTY) continue;
    for (let r = s.r; r <= Math.min(e.r, limits.rows - 1, Math.max(rows.length - 1, s.r)); r++) {
      const cells = (rows[r] ??= []);
      for (let c = s.c; c <= Math.min(e.c, widest - 1); c++) {
        if ((cells[c] ?? EMPTY) !== EMPTY) continue;
        if (--budget.cells < 0) throw tooManyCells(limits.cells);
        while (cells.length < c) cells.push(EMPTY);
        cells[c] = value;
      }
    }
  }
}

function hiddenColumns(sheet: WorkSheet): Pick<SheetGrid, "hiddenColumns"> {
  const hidden = (sheet["!cols"] ?? []).flatMap((column, c) => (column?.hidden === true ? [c] : []));
  return hidden.length === 0 ? {} : { hiddenColumns: hidden };
}
