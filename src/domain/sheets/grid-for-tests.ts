import { parseDay } from "../dates/day.ts";
import type { Cell, SheetGrid } from "./grid.ts";

/** A cell for tests: “2026-03-27” is a date cell, “#REF!” an error, other words text, nothing empty. */
export function cell(written: string | number | null): Cell {
  if (written === null || written === "") return { type: "empty", shown: "" };
  if (typeof written === "number") return { type: "number", shown: String(written) };
  const on = parseDay(written);
  if (on !== undefined) return { type: "day", shown: written, on };
  return { type: written.startsWith("#") ? "error" : "text", shown: written };
}

/** A sheet for tests, its first row numbered 1; empty rows are left out, as when a file is read. */
export const grid = (...rows: readonly (readonly (string | number | null)[])[]): SheetGrid => ({
  name: "Tracker", hidden: false,
  rows: rows.map((cells, i) => ({ number: i + 1, hidden: false, cells: cells.map(cell) })).filter((row) => row.cells.some((c) => c.type !== "empty")),
});
