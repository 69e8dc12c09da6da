import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { read, type WorkSheet } from "@e965/xlsx";
import fc from "fast-check";
import { day, epochDay } from "../../domain/dates/day.ts";
import { contrast } from "./contrast.ts";
import { STATUS_COLOURS } from "./styles.ts";
import { sampleTaken } from "./taken-sample.ts";
import { writeTrackerWorkbook } from "./workbook.ts";

type Sheets = Readonly<Record<string, WorkSheet>>;
type Parts = Readonly<Record<string, { readonly content: Uint8Array }>>;

async function written(taken = sampleTaken()): Promise<{ readonly sheets: Sheets; readonly xml: (part: string) => string }> {
  const book = read(await writeTrackerWorkbook(taken), { bookFiles: true, cellNF: true, cellStyles: true });
  const files = (book as unknown as { readonly files: Parts }).files;
  return { sheets: book.Sheets, xml: (part) => new TextDecoder().decode(Uint8Array.from(files[part]?.content ?? [])) };
}

const HEADING_ROW = 4;

function cellUnder(sheet: WorkSheet, heading: string, row = HEADING_ROW + 1): { readonly t?: string; readonly v?: unknown; readonly w?: string; readonly f?: string } | undefined {
  const column = Object.keys(sheet).find((ref) => /^[A-Z]+4$/.test(ref) && (sheet[ref] as { v?: unknown }).v === heading);
  assert.ok(column !== undefined, `a column ${heading}`);
  return sheet[column.replace(/\d+$/, String(row))] as never;
}

describe("a list taken as a workbook", () => {
  test("says whose it is, what it shows, as at when, and who took it when; a second sheet explains", async () => {
    const { sheets } = await written();
    assert.deepEqual(Object.keys(sheets), ["Tracker", "About this list"]);
    const [list, about] = Object.values(sheets) as [WorkSheet, WorkSheet];
    assert.equal(list["A1"].v, "Harrowmere Council: tracker. As at 22 November 2026");
    assert.equal(list["A2"].v, "1 child. All children that the person may see. Sorted by status.");
    assert.equal(list["A3"].v, "Taken by Asha Bell, team manager, Harrowmere Council, on 22 November 2026 at 00:40");
    const said = Object.values(about).map((c: { v?: unknown }) => String(c.v)).join("\n");
    for (const word of ["(planned)", "(provisional)", "426 days: every source agrees", "Confidential", "Children’s names are in it", "Matching panel"]) assert.ok(said.includes(word), word);
  });

  test("dates are days that show how sure they are; numbers are numbers; status is words", async () => {
    const { sheets } = await written();
    const list = sheets["Tracker"]!;
    const serial = (text: string): number => epochDay(day(text)) + 25569;
    const cell = (heading: string) => { const { t, v, w } = cellUnder(list, heading) ?? {}; return [t, v, w]; };
    assert.deepEqual(cell("Matching panel"), ["n", serial("2027-03-12"), "12 March 2027 (planned)"]);
    assert.deepEqual(cell("Final hearing"), ["n", serial("2027-01-04"), "4 January 2027 (provisional)"]);
    assert.deepEqual(cell("Placement order"), ["n", serial("2025-06-01"), "1 June 2025"]);
    assert.deepEqual(cell("A10 days").slice(0, 2), ["n", 640]);
    assert.deepEqual(cell("Status").slice(0, 2), ["s", "Overdue 11 days"]);
    assert.equal(cellUnder(list, "A2 days"), undefined);
    assert.equal(serial("1900-03-01"), 61);
  });

  test("heads are frozen and filter; it prints across, as wide as the page, heads on each and page of pages at the foot", async () => {
    const { xml } = await written(sampleTaken([{}, {}, {}]));
    const [list, book] = [xml("xl/worksheets/sheet1.xml"), xml("xl/workbook.xml")];
    assert.match(list, /<pane xSplit="1" ySplit="4" topLeftCell="B5" state="frozen"/);
    assert.match(list, /<autoFilter ref="A4:V7"\/>/);
    assert.match(list, /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/);
    assert.match(list, /<oddFooter>[^<]*Taken by Asha Bell[^<]*Page &amp;P of &amp;N<\/oddFooter>/);
    assert.match(book, /_xlnm\.Print_Titles" localSheetId="0">Tracker!\$4:\$4</);
  });

  test("status has its colour, and every colour stands out enough from its ground", async () => {
    const { xml } = await written();
    assert.match(xml("xl/styles.xml"), /<color rgb="FF9C1C15"\/>/);
    assert.match(xml("xl/styles.xml"), /<fgColor rgb="FFFBE3E1"\/>/);
    for (const [status, { text, fill }] of Object.entries(STATUS_COLOURS)) assert.ok(contrast(text, fill) >= 4.5, `${status}: ${contrast(text, fill)}`);
  });

  test("whatever somebody typed is a text cell with their words, and no formula", async () => {
    const typed = fc.oneof(fc.constantFrom("=cmd|'/C calc'!A1", "@SUM(1)", "+1", "-1", "#N/A", "#REF!", "_x0041_", "0412", "TRUE", "1/2", " a ", "<b>&amp;"), fc.string({ minLength: 1 }));
    const team = fc.sample(typed, 200).filter((t) => t !== "");
    const { sheets, xml } = await written(sampleTaken(team.map((t) => ({ team: t, localId: t }))));
    assert.doesNotMatch(xml("xl/worksheets/sheet1.xml"), /<f[ >]/);
    team.forEach((t, i) => {
      for (const heading of ["Team", "Local id"]) {
        const cell = cellUnder(sheets["Tracker"]!, heading, HEADING_ROW + 1 + i);
        assert.deepEqual([cell?.t, cell?.v, cell?.f], ["s", t, undefined], JSON.stringify(t));
      }
    });
  });

  test("characters that no workbook can hold are left out of it, and the rest stays", async () => {
    const { sheets } = await written(sampleTaken([{ team: "Nor\u0000th\u0008 \uD800East" }]));
    assert.equal(cellUnder(sheets["Tracker"]!, "Team")?.v, "North \uFFFDEast");
  });

  test("names are in it only where they are shown", async () => {
    const shown = await written(), hidden = await written(sampleTaken([{}], false));
    assert.ok(shown.xml("xl/sharedStrings.xml").includes("Rowan"));
    assert.ok(!hidden.xml("xl/sharedStrings.xml").includes("Rowan"));
    assert.ok(hidden.xml("xl/sharedStrings.xml").includes("Children are told by local id only"));
  });

  test("nobody matching makes a workbook with heads and a filter", async () => {
    const { xml } = await written(sampleTaken([]));
    assert.match(xml("xl/worksheets/sheet1.xml"), /<autoFilter ref="A4:V4"\/>/);
  });
});
