import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { CFB, utils, type WorkBook } from "@e965/xlsx";
import { countyList, manySheets, simpleWorkbook, unitaryTracker, windows1252, workbookBytes } from "../../../tests/support/council-sheets.ts";
import type { Cell, SheetGrid } from "../../domain/sheets/grid.ts";
import { type Limits, LIMITS } from "./limits.ts";
import { readBytes } from "./read-bytes.ts";
import type { WorkbookReading } from "./read-excel.ts";
import { readWorkbook } from "./read-workbook.ts";

function opened(bytes: Uint8Array, name = "tracker.xlsx", options: Partial<Limits> = {}): WorkbookReading {
  const read = readBytes({ name, bytes, limits: { ...LIMITS, ...options } });
  assert.ok("workbook" in read, JSON.stringify(read));
  return read;
}
function refusal(bytes: Uint8Array, options: Partial<Limits> = {}): string {
  const read = readBytes({ name: "tracker.xlsx", bytes, limits: { ...LIMITS, ...options } });
  assert.ok("refused" in read, "it should be refused");
  return read.refused;
}
const row = (grid: SheetGrid | undefined, number: number): readonly Cell[] => grid?.rows.find((r) => r.number === number)?.cells ?? [];
const shown = (grid: SheetGrid | undefined, number: number): readonly string[] => row(grid, number).map((cell) => cell.shown);
const bytesOf = (text: string): Uint8Array => Buffer.from(text);

describe("reading a workbook", () => {
  it("has merged values in each cell, days of 1904 right, hidden rows and sheets marked", () => {
    const { workbook: { sheets }, remarks } = opened(unitaryTracker().bytes);
    const [tracker, key] = sheets;
    assert.deepEqual(remarks, []);
    assert.deepEqual(shown(tracker, 3).slice(0, 7), ["Child", "Child", "Child", "Child", "Workers", "Workers", "Legal"]);
    assert.equal(row(tracker, 4)[16]?.shown, "Comments");
    assert.deepEqual(row(tracker, 5)[2], { type: "day", shown: "11/02/2024", on: "2024-02-11" });
    assert.deepEqual(tracker?.rows.filter((r) => r.hidden).map((r) => r.number), [10]);
    assert.deepEqual([tracker?.hidden, key?.hidden], [false, true]);
  });

  for (const kind of ["xlsb", "biff8"] as const) {
    it(`is the same from the older format ${kind}`, () => {
      const [one, other] = [opened(unitaryTracker().bytes), opened(unitaryTracker(kind).bytes)];
      const cells = (read: typeof one) => read.workbook.sheets.map((s) => s.rows.map((r) => [r.number, r.cells]));
      assert.deepEqual(cells(other), cells(one));
    });
  }

  it("reads Open Document sheets", () => {
    const { workbook } = opened(workbookBytes(simpleWorkbook([["ID", "DOB"], ["007", { t: "n", v: 46108, z: "dd/mm/yyyy" }]]), "ods"), "tracker.ods");
    assert.deepEqual(row(workbook.sheets[0], 2).map((c) => [c.type, c.shown, c.on]), [["text", "007", undefined], ["day", "27/March/2026", "2026-03-27"]]);
  });

  it("keeps every kind of cell apart", () => {
    const sheet = simpleWorkbook([[
      "  text\u00A0", "", 12345, { t: "n", v: 1234567890123 }, { t: "n", v: 4711, z: "000000" }, true, { t: "e", v: 0x17, w: "#REF!" }, { t: "n", v: 46082, z: "mmm-yy" },
      { t: "n", v: 46108, z: 'dd mmmm yyyy" (planned)"' }, { t: "n", v: 0.4375, z: "hh:mm" }, { t: "n", v: 46108, z: "ddd d mmm yy" }, { t: "n", v: 46108, z: "m/d/yy" }, { t: "n", v: 0, z: "dd/mm/yyyy" },
    ]]);
    const { workbook } = opened(workbookBytes(sheet));
    assert.deepEqual(row(workbook.sheets[0], 1).map(({ type, shown: said, on }) => [type, said, on]), [
      ["text", "text", undefined], ["empty", "", undefined], ["number", "12345", undefined], ["number", "1234567890123", undefined], ["number", "004711", undefined],
      ["yes-no", "TRUE", undefined], ["error", "#REF!", undefined], ["text", "Mar-26", undefined], ["day", "27 March 2026 (planned)", "2026-03-27"],
      ["number", "10:30", undefined], ["day", "Fri 27 Mar 26", "2026-03-27"], ["day", "27/03/2026", "2026-03-27"], ["number", "00/01/1900", undefined],
    ]);
  });

  it("says which formulas have no value kept, which sheets are hidden columns, and that macros do not run", () => {
    const book: WorkBook = simpleWorkbook([["ID", "Age", "SW"], ["A1", "x", "y"]]);
    book.Sheets["Tracker"]!["!cols"] = [{}, { hidden: true }, {}];
    const zip = CFB.read(Buffer.from(workbookBytes(book, "xlsm")), { type: "buffer" });
    const entry = CFB.find(zip, "/xl/worksheets/sheet1.xml") as { content: Buffer };
    entry.content = Buffer.from(entry.content.toString().replace(/<c r="B2"[^>]*>.*?<\/c>/, '<c r="B2"><f>1+1</f></c>'));
    CFB.utils.cfb_add(zip, "/xl/vbaProject.bin", Buffer.from("macro"));
    const types = CFB.find(zip, "/[Content_Types].xml") as { content: Buffer };
    types.content = Buffer.from(types.content.toString().replace("</Types>", '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'));
    const { workbook, remarks } = opened(new Uint8Array(CFB.write(zip, { type: "buffer", fileType: "zip" }) as Buffer));
    assert.deepEqual(workbook.sheets[0]?.hiddenColumns, [1]);
    assert.deepEqual(row(workbook.sheets[0], 2)[1], { type: "error", shown: "no value" });
    assert.deepEqual(remarks.map((p) => [p.sheet, p.message.split(":")[0]!.split(".")[0]]), [
      ["Tracker", "One cell has a formula that the file keeps no value of"], [null, "This workbook has macros"],
    ]);
  });

  it("reads a hundred sheets", () => {
    const { workbook } = opened(manySheets().bytes);
    assert.equal(workbook.sheets.length, 100);
    assert.deepEqual(row(workbook.sheets[99], 5)[3], { type: "error", shown: "#REF!" });
  });
});

describe("reading text of cells", () => {
  it("takes Windows-1252 and semicolons", () => {
    const { workbook } = opened(countyList().bytes, "county-list.csv");
    assert.deepEqual(shown(workbook.sheets[0], 2).slice(0, 3), ["70011", "Applecross-Vane", "Zéphyrine"]);
    assert.equal(row(workbook.sheets[0], 5)[9]?.shown, "Grandmother’s home");
    assert.equal(workbook.sheets[0]?.name, "county-list");
  });

  const text = "ID,Name,PO\r\n00123,\"Barleythorn, Fennimor\",27/3/26\r\n\r\n124,,'-x\r\n";
  for (const [what, bytes] of [
    ["UTF-8", bytesOf(text)],
    ["UTF-8 with its mark", bytesOf(`\uFEFF${text}`)],
    ["UTF-16", Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["tabs", bytesOf(text.replaceAll("\"Barleythorn, Fennimor\"", "Barleythorn; Fennimor").replaceAll(",", "\t").replaceAll(";", ","))],
    ["a line that names the divider", bytesOf(`sep=;\r\n${text.replaceAll("\"Barleythorn, Fennimor\"", "\"Barleythorn# Fennimor\"").replaceAll(",", ";").replaceAll("#", ",")}`)],
  ] as const) {
    it(`takes ${what}, and counts rows as Excel does`, () => {
      const { workbook } = opened(bytes, "x.csv");
      assert.deepEqual(workbook.sheets[0]?.rows.map((r) => [r.number, ...r.cells.map((c) => c.shown)]), [
        [1, "ID", "Name", "PO"], [2, "00123", "Barleythorn, Fennimor", "27/3/26"], [4, "124", "", "-x"],
      ]);
    });
  }
});

describe("what is not read", () => {
  const tracker = unitaryTracker().bytes;
  const ole = (stream: string): Uint8Array => {
    const file = CFB.utils.cfb_new();
    CFB.utils.cfb_add(file, stream, Buffer.alloc(5000, 1));
    return new Uint8Array(CFB.write(file, { type: "buffer", fileType: "cfb" }) as Buffer);
  };
  const zip = (...names: readonly string[]): Uint8Array => {
    const file = CFB.utils.cfb_new();
    for (const name of names) CFB.utils.cfb_add(file, name, Buffer.from("<x/>"));
    return new Uint8Array(CFB.write(file, { type: "buffer", fileType: "zip" }) as Buffer);
  };
  const cases: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ["an empty file", new Uint8Array(), /^This file is empty/],
    ["a file of spaces", bytesOf(" \r\n \r\n"), /^There is nothing in this file/],
    ["a workbook of empty sheets", workbookBytes({ SheetNames: ["A"], Sheets: { A: { "!ref": "A1" } } }), /^There is nothing in this workbook/],
    ["a password", ole("EncryptedPackage"), /locked with a password.*clear the password/],
    ["a Word document", zip("word/document.xml"), /^This is a Word document/],
    ["an old Word document", ole("WordDocument"), /^This is a Word document/],
    ["a PDF", bytesOf("%PDF-1.7\n..."), /^This is a PDF/],
    ["a web page", bytesOf("<html><table><tr><td>ID</td></tr></table></html>"), /^This is a web page/],
    ["XML", bytesOf("<?xml version=\"1.0\"?><Workbook/>"), /^This is XML/],
    ["a zip of files", zip("a.csv"), /^This is a zip file/],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), /^This is a picture/],
    ["bytes of no kind", Buffer.from([1, 2, 0, 4]), /^This is neither a workbook nor text/],
    ["a workbook cut off", tracker.slice(0, tracker.length * 0.6), /damaged, or was cut off/],
    ["quotation marks that do not pair", bytesOf("ID,Name\r\n1,\"x\r\n2,y\r\n"), /quotation marks in row 2 do not pair/],
  ];
  for (const [what, bytes, message] of cases) it(`${what} is refused in a sentence`, () => assert.match(refusal(bytes), message));

  it("a file over the limit is refused unread", () => {
    assert.match(refusal(bytesOf("x".repeat(3000)), { bytes: 2048 }), /^This file is 1 MB/);
  });

  it("a workbook that unpacks to more than it may is refused, whatever it says of its size", () => {
    const file = CFB.read(Buffer.from(tracker), { type: "buffer" });
    CFB.utils.cfb_add(file, "/xl/media/image1.png", Buffer.alloc(20_000_000));
    const bomb = Buffer.from(CFB.write(file, { type: "buffer", fileType: "zip", compression: true }) as Buffer);
    assert.ok(bomb.length < 200_000);
    assert.match(refusal(bomb, { unpackedBytes: 10_000_000 }), /unpacks to more than 9 MB/);
  });

  it("a workbook of very many parts is refused unread", () => {
    assert.match(refusal(Buffer.concat([Buffer.from("PK"), Buffer.from("PK\u0001\u0002xl/").toString("latin1").repeat(10_001)].map((part) => Buffer.from(part)))), /made of more than 10,000 parts/);
  });

  it("more cells than may be are refused", () => {
    assert.match(refusal(tracker, { cells: 50 }), /more than 50 filled cells/);
    assert.match(refusal(bytesOf("a,b\r\n1,2\r\n3,4"), { cells: 5 }), /more than 5 filled cells/);
  });

  it("rows and columns past the limit are said not to have been read", () => {
    const rows = Array.from({ length: 30 }, (_, i) => [i, "x", "y"]);
    const read = opened(workbookBytes(simpleWorkbook(rows)), "long.xlsx", { rows: 10, columns: 2 });
    assert.deepEqual(read.workbook.sheets[0]?.rows.map((r) => r.cells.length), Array.from({ length: 10 }, () => 2));
    assert.deepEqual(read.remarks.map((p) => p.message), ["Columns after the first 2 were not read.", "Rows after 10 were not read."]);
  });

  it("a merged area as big as a sheet fills no more than the sheet", () => {
    const book = simpleWorkbook([["ID", "Name"], ["1", "x"]]);
    book.Sheets["Tracker"]!["!merges"] = [utils.decode_range("A1:XFD1048576")];
    const { workbook } = opened(workbookBytes(book));
    assert.deepEqual(workbook.sheets[0]?.rows.map((r) => r.cells.length), [2, 2]);
  });

  it("Windows-1252 is what the fixtures write", () => assert.deepEqual([...windows1252("é’")], [0xe9, 0x92]));
});

describe("reading in a thread of its own", () => {
  const tracker = unitaryTracker();
  const read = (bytes: Uint8Array, options: Partial<Limits> = {}) => readWorkbook({ name: "tracker.xlsx", bytes }, options);

  it("gives the same workbook, and says what about it in problems", async () => {
    const answer = await readWorkbook(tracker);
    assert.ok("workbook" in answer);
    assert.deepEqual(answer.workbook, opened(tracker.bytes, tracker.name).workbook);
    assert.deepEqual(answer.problems, []);
  });

  it("stops what takes too long or too much memory, refuses it in a sentence, and reads the next", async () => {
    const wide = workbookBytes(simpleWorkbook(Array.from({ length: 1500 }, (_, r) => Array.from({ length: 30 }, (_, c) => `${r} ${c}`))));
    const answers = await Promise.all([read(tracker.bytes, { milliseconds: 1 }), read(wide, { heapMegabytes: 14 }), read(tracker.bytes), read(bytesOf("%PDF"))]);
    assert.deepEqual(answers.map((a) => ("refused" in a ? a.refused.map((p) => [p.severity, p.file, p.message.split(".")[0]]) : a.workbook.sheets.length)), [
      [["error", "tracker.xlsx", "This workbook takes too long to read"]], [["error", "tracker.xlsx", "This workbook is too big to read"]], 2, [["error", "tracker.xlsx", "This is a PDF"]],
    ]);
  });
});
