import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { read, type WorkSheet } from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import { day, epochDay } from "../../domain/dates/day.ts";
import type { FiguresBook, FigureTable } from "../../domain/documents/figures-book.ts";
import { writeFiguresCsv } from "./csv.ts";
import { writeFiguresWorkbook } from "./workbook.ts";

const table = (over: Partial<FigureTable> = {}): FigureTable =>
  ({ key: "figures", name: "Figures", heads: ["Indicator", "Figure", "Moved in", "Note"], rows: [["A1", 434.5, { on: day("2026-03-27") }, "=1+1"], ["A2", "about 120", null, "#N/A"], ["A3", "x", null, null], ["A10", -12.5, null, "-12"]], note: "A3 is in whole per cent.", ...over });
const book = (over: Partial<FiguresBook> = {}): FiguresBook =>
  ({ of: "Harrowmere Council", title: "Scorecard, 2023-26", asAt: "As at 22 November 2026", takenBy: "Asha Bell, performance analyst", takenOn: "22 November 2026 at 00:40", hasChildren: false, tables: [table(), table({ key: "trend", name: "By window", rows: [] })], ...over });

describe("a page of figures as CSV", () => {
  it("has numbers as numbers, days in words, no formula, and who took it when on each row", () => {
    const rows = parse(writeFiguresCsv(book(), table()), { bom: true, columns: true, record_delimiter: "\r\n" }) as Record<string, string>[];
    assert.deepEqual(rows.map((row) => Object.values(row)), [
      ["A1", "434.5", "27 March 2026", "'=1+1", "As at 22 November 2026", "Asha Bell, performance analyst", "22 November 2026 at 00:40"],
      ["A2", "about 120", "", "#N/A", "As at 22 November 2026", "Asha Bell, performance analyst", "22 November 2026 at 00:40"],
      ["A3", "x", "", "", "As at 22 November 2026", "Asha Bell, performance analyst", "22 November 2026 at 00:40"],
      ["A10", "-12.5", "", "'-12", "As at 22 November 2026", "Asha Bell, performance analyst", "22 November 2026 at 00:40"],
    ]);
  });
});

describe("a page of figures as a workbook", () => {
  const sheets = async (of = book()): Promise<Readonly<Record<string, WorkSheet>>> => read(await writeFiguresWorkbook(of), { cellNF: true }).Sheets;
  const value = (sheet: WorkSheet, cell: string): unknown => { const { t, v } = sheet[cell] as { t?: string; v?: unknown }; return [t, v]; };

  it("has a sheet for each table with its heads, and one about them", async () => {
    const found = await sheets();
    assert.deepEqual(Object.keys(found), ["Figures", "By window", "About"]);
    const figures = found["Figures"]!;
    assert.deepEqual(["A3", "B4", "C4", "D4", "B5", "D5", "B6"].map((cell) => value(figures, cell)), [
      ["s", "Indicator"], ["n", 434.5], ["n", epochDay(day("2026-03-27")) + 25_569], ["s", "=1+1"], ["s", "about 120"], ["s", "#N/A"], ["s", "x"],
    ]);
    assert.equal(figures["D4"]!.f, undefined, "words are never a formula");
    assert.match(String(figures["A1"]!.v), /^Harrowmere Council: Scorecard, 2023-26\. Figures\. As at/);
    const about = Object.values(found["About"]!).map((cell: { v?: unknown }) => String(cell.v)).join("\n");
    for (const said of ["Asha Bell", "1 to 5 children", "A3 is in whole per cent.", "Not for publication"]) assert.ok(about.includes(said), said);
  });

  it("says that it is about children where any is told apart in it", async () => {
    const about = Object.values((await sheets(book({ hasChildren: true })))["About"]!).map((cell: { v?: unknown }) => String(cell.v)).join("\n");
    assert.match(about, /Confidential: about children/);
  });
});
