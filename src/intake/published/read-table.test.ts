import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readTable } from "./read-table.ts";

const CELLS = [["indicator", "area"], ["A1", "Tidewell-sur-Mère"]];
const cellsOf = (bytes: Uint8Array): unknown => {
  const read = readTable("f.csv", bytes);
  return "rows" in read ? read.rows.map(({ cells }) => cells) : read.problem.message;
};

describe("a CSV table", () => {
  it("is read whatever Excel made of it: a mark at its beginning, semicolons, tabs, Windows-1252, UTF-16", () => {
    const text = "indicator,area\r\nA1,Tidewell-sur-Mère\r\n";
    for (const bytes of [
      Buffer.from(text), Buffer.from(`\uFEFF${text}`), Buffer.from(text.replaceAll(",", ";")), Buffer.from(`sep=;\r\n${text.replaceAll(",", ";")}`), Buffer.from(text.replaceAll(",", "\t")),
      Buffer.from(text, "latin1"), Buffer.from(`\uFEFF${text}`, "utf16le"),
    ]) assert.deepEqual(cellsOf(bytes), CELLS);
  });

  it("numbers its rows as a spreadsheet does, empty ones and the line that names the mark among them", () => {
    const rows = (text: string): unknown => {
      const read = readTable("f.csv", Buffer.from(text));
      return "rows" in read ? read.rows.map(({ row }) => row) : read.problem;
    };
    assert.deepEqual(rows("a,b\n\n,\n1,2\n"), [1, 4]);
    assert.deepEqual(rows("sep=;\na;b\n1;2\n"), [2, 3]);
  });

  it("says what is no table: nothing, a workbook, a picture, quotation marks that do not pair", () => {
    assert.match(String(cellsOf(Buffer.from(""))), /empty/);
    assert.match(String(cellsOf(Buffer.alloc(17 * 1024 * 1024, "a,b\n"))), /17 MB, and published figures take no more than 16/);
    assert.match(String(cellsOf(Buffer.from("a,b\n".repeat(100_002)))), /more than 100,000 rows/);
    assert.match(String(cellsOf(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))), /zip file/);
    assert.match(String(cellsOf(Buffer.from([0x25, 0x50, 0x44, 0x46]))), /PDF/);
    assert.match(String(cellsOf(Buffer.from("a,b\n\"1,2\n"))), /quotation marks/);
  });
});
