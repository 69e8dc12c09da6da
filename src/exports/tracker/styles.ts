import type { CellStyle } from "hucre/xlsx";
import type { SheetCell } from "../../domain/tracker/sheet.ts";

type Status = Extract<SheetCell, { type: "status" }>["status"];
type Mark = Extract<SheetCell, { type: "day" }>["mark"];

const FONT = { name: "Calibri", size: 11 };
const TOP: CellStyle["alignment"] = { vertical: "top", wrapText: true };
const filled = (rgb: string): NonNullable<CellStyle["fill"]> => ({ type: "pattern", pattern: "solid", fgColor: { rgb } });
const coloured = (text: string, fill: string): CellStyle => ({ font: { ...FONT, bold: true, color: { rgb: text } }, fill: filled(fill), alignment: TOP, numFmt: "@" });

/** Text keeps the text format, so that typing into a cell cannot make a formula of it, nor an id a number. */
export const TEXT: CellStyle = { font: FONT, alignment: TOP, numFmt: "@" };
export const NUMBER: CellStyle = { font: FONT, alignment: TOP, numFmt: "0" };
/** More than the threshold in the cell beside it. */
export const OVER: CellStyle = { font: { ...FONT, bold: true, color: { rgb: "B3261E" } }, alignment: TOP, numFmt: "0" };
export const TITLE: CellStyle = { font: { ...FONT, size: 14, bold: true }, numFmt: "@" };
export const LINE: CellStyle = { font: FONT, numFmt: "@" };
export const HEADING: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: "FFFFFF" } }, fill: filled("1D3557"), alignment: { vertical: "bottom", wrapText: true }, numFmt: "@",
  border: { bottom: { style: "thin", color: { rgb: "0B0C0C" } } },
};
export const BOLD: CellStyle = { font: { ...FONT, bold: true }, alignment: TOP, numFmt: "@" };

/** The words say it; the colours are those of the page. Each pair has at least 4.5 to 1. */
export const STATUS_COLOURS: Readonly<Record<Status, { readonly text: string; readonly fill: string }>> = {
  "late": { text: "9C1C15", fill: "FBE3E1" },
  "due-soon": { text: "7A4200", fill: "FDE8CC" },
  "on-track": { text: "17324D", fill: "E6EDF3" },
  "not-recorded": { text: "484F56", fill: "F0F2F4" },
  "ended": { text: "484F56", fill: "F0F2F4" },
};
export const STATUS = Object.fromEntries(Object.entries(STATUS_COLOURS).map(([code, { text, fill }]) => [code, coloured(text, fill)])) as Readonly<Record<Status, CellStyle>>;

const dated = (after: string): CellStyle => ({ font: after === "" ? FONT : { ...FONT, italic: true }, alignment: { ...TOP, horizontal: "left" }, numFmt: `d mmmm yyyy${after}` });

/** A date is a real date; how sure it is belongs to the way it is shown, so that it sorts and filters as a date. */
export const DAY: Readonly<Record<Mark, CellStyle>> = {
  actual: dated(""), due: dated(""), planned: dated('" (planned)"'), provisional: dated('" (provisional)"'), expected: dated('" (expected)"'),
};
