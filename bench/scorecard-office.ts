import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CellObject, utils, type WorkSheet, write } from "@e965/xlsx";
import { childrenOf } from "./scorecard-children.ts";
import { childrenSheet, scorecardSheet, type WorkbookCell } from "./scorecard-workbook.ts";

/** What LibreOffice made of the workbook, and seconds by the clock and of processors; of a run that opens, works out and saves it. */
export interface Office {
  readonly figures: readonly (readonly (number | null)[])[];
  readonly wall: number;
  readonly processor: number;
}

export function hasOffice(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** The workbook of so many children, saved without a value in any of its formulas. */
export function writeWorkbook(folder: string, children: number): string {
  const path = join(folder, `tracker-${children}.xlsx`);
  const book = { SheetNames: ["Children", "Scorecard"], Sheets: { Children: sheetOf(childrenSheet(childrenOf(children))), Scorecard: sheetOf(scorecardSheet(children)) } };
  writeFileSync(path, write(book, { type: "buffer", bookType: "xlsx" }) as Buffer);
  return path;
}

function sheetOf(rows: readonly (readonly WorkbookCell[])[]): WorkSheet {
  const sheet: WorkSheet = { "!ref": utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: (rows[0]?.length ?? 1) - 1 } }) };
  for (const [r, row] of rows.entries()) {
    for (const [c, value] of row.entries()) {
      if (value === null) continue;
      const cell: CellObject = typeof value === "number" ? { t: "n", v: value } : value.startsWith("=") ? { t: "n", f: value.slice(1) } : { t: "s", v: value };
      sheet[utils.encode_cell({ r, c })] = cell;
    }
  }
  return sheet;
}

/** Its second sheet as text. `times` of the shell tells what its children used. */
const CONVERT = `soffice -env:UserInstallation=file://$1/profile --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2' --outdir "$1" "$2" >/dev/null 2>&1; times`;

/** Has LibreOffice open the workbook, work it out and save the scorecard. Its drill-downs it cannot: FILTER is not among its functions in every version. */
export function recalculate(folder: string, path: string): Office {
  const began = performance.now();
  const times = execFileSync("bash", ["-c", CONVERT, "bash", folder, path], { encoding: "utf8" });
  const wall = (performance.now() - began) / 1000;
  const [, ofChildren = ""] = times.trim().split("\n");
  const processor = [...ofChildren.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
  const lines = readFileSync(path.replace(/\.xlsx$/, "-Scorecard.csv"), "utf8").trim().split("\n");
  return { figures: lines.map((line) => line.split(",").slice(2).map((cell) => (cell === "" ? null : Number(cell)))), wall, processor };
}
