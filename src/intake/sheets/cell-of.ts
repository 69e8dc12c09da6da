import { type CellObject, SSF } from "@e965/xlsx";
import { addDays, type Day, partsOf } from "../../domain/dates/day.ts";
import type { Cell } from "../../domain/sheets/grid.ts";

export const EMPTY: Cell = { type: "empty", shown: "" };

/** Longer than any cell of a tracker; Excel’s own limit is 32,767. */
const LONGEST = 4_000;
const FROM_1904 = 1462;
const LAST_SERIAL = 2_958_465;

/** The day of Excel’s count, whose 29 February 1900 never was. */
function dayOfSerial(count: number): Day | undefined {
  const whole = Math.floor(count);
  if (whole < 1 || whole > LAST_SERIAL || whole === 60) return undefined;
  return addDays("1899-12-30" as Day, whole < 60 ? whole + 1 : whole);
}

/** Without what is in quotation marks, escaped, or in square brackets: the letters that stand for parts of a date. */
const formatLetters = (format: string): string => format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "");

/** Cells as the sheet shows them. Equal cells are one object, so that a big sheet stays small. */
export function cellReader(is1904: boolean): (cell: CellObject | undefined) => Cell {
  const known = new Map<string, Cell>();
  const keep = (cell: Cell): Cell => {
    const key = `${cell.type}|${cell.on ?? ""}|${cell.shown}`;
    const had = known.get(key);
    if (had !== undefined) return had;
    known.set(key, cell);
    return cell;
  };
  const textOf = (text: string): Cell => {
    const shown = text.slice(0, LONGEST).replaceAll("\r\n", "\n").trim();
    return shown === "" ? EMPTY : keep({ type: "text", shown });
  };
  return (cell) => {
    if (cell === undefined) return EMPTY;
    switch (cell.t) {
      case "s": return textOf(String(cell.v ?? ""));
      case "n": return typeof cell.v === "number" ? keep(numberOf(cell, cell.v, is1904)) : EMPTY;
      case "b": return keep({ type: "yes-no", shown: cell.v === true ? "TRUE" : "FALSE" });
      case "e": return keep({ type: "error", shown: cell.w ?? "an error" });
      // A formula that was never worked out has no value to read.
      default: return cell.f === undefined ? EMPTY : keep({ type: "error", shown: NO_VALUE });
    }
  };
}

export const NO_VALUE = "no value";

function numberOf({ z, w }: CellObject, value: number, is1904: boolean): Cell {
  const format = typeof z === "string" ? z : "General";
  const shown = (w ?? String(value)).trim();
  if (SSF.is_date(format)) {
    const asDay = shownDay(format, value, shown, is1904);
    const letters = formatLetters(format);
    const on = /[dy]|mmm/i.test(letters) ? dayOfSerial(value + (is1904 ? FROM_1904 : 0)) : undefined;
    // “Mar-26” is kept as the first of March: only the month was said.
    if (on !== undefined && !/d/i.test(letters) && partsOf(on).date === 1) return { type: "text", shown: asDay };
    if (on !== undefined) return { type: "day", shown: asDay, on };
  }
  return { type: "number", shown: format === "General" && Number.isSafeInteger(value) ? String(value) : shown };
}

/** The library shows the days of Open Document sheets as counts. */
function shownDay(format: string, value: number, shown: string, is1904: boolean): string {
  if (!/^\d+$/.test(shown)) return shown;
  try {
    return String(SSF.format(format, value, { date1904: is1904 })).trim();
  } catch {
    // A format that the library does not know.
    return shown;
  }
}
