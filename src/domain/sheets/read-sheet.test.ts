import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { countyList, type CouncilSheet, manySheets, unitaryTracker } from "../../../tests/support/council-sheets.ts";
import { writeTrackerCsv } from "../../exports/tracker/csv.ts";
import { sampleTaken } from "../../exports/tracker/taken-sample.ts";
import { writeTrackerWorkbook } from "../../exports/tracker/workbook.ts";
import { LIMITS } from "../../intake/sheets/limits.ts";
import { readBytes } from "../../intake/sheets/read-bytes.ts";
import { type Day, day } from "../dates/day.ts";
import { sheetsLikeTrackers } from "./choose-sheet.ts";
import type { ColumnMatch, Fact, ReadSheet, SheetRow } from "./facts.ts";
import type { SheetGrid } from "./grid.ts";
import { grid } from "./grid-for-tests.ts";
import { findHeadings } from "./headings.ts";
import { proposeMatches } from "./propose-matches.ts";
import { readSheet } from "./read-sheet.ts";

const TODAY = day("2026-11-22");

function readGrid(sheet: SheetGrid, asOn: Day = TODAY): ReadSheet & { readonly matches: readonly ColumnMatch[] } {
  const headings = findHeadings(sheet)!;
  const matches = proposeMatches(sheet, headings);
  return { ...readSheet(sheet, matches, { file: "f.xlsx", asOn, today: TODAY, headings }), matches };
}
/** Reads the sheet of a file that is most like a tracker, by what is proposed. */
function readFile({ name, bytes }: CouncilSheet) {
  const answer = readBytes({ name, bytes, limits: LIMITS });
  assert.ok("workbook" in answer, JSON.stringify(answer));
  return readGrid(sheetsLikeTrackers(answer.workbook)[0]!.grid);
}
const inWords = (fact: Fact): string => fact.type === "date"
  ? `${fact.kind} ${fact.on} ${fact.certainty}${fact.family === undefined ? "" : ` ${fact.family}`}`
  : `${fact.kind} ${Object.values(fact.detail).join(" ")}${fact.from === undefined ? "" : ` from ${fact.from}`}`;
const facts = (read: ReadSheet, row: number): readonly string[] => read.rows.find((r) => r.row === row)?.facts.map(inWords) ?? [];
const child = (read: ReadSheet, row: number): SheetRow["child"] | undefined => read.rows.find((r) => r.row === row)?.child;
const problems = (read: ReadSheet): readonly string[] => read.problems.map((p) => `${p.severity} ${p.row ?? "-"} ${p.column ?? "-"}: ${p.message}`);
const assertSaid = (read: ReadSheet, pattern: RegExp): void => assert.ok(problems(read).some((p) => pattern.test(p)), `${pattern} is not among\n${problems(read).join("\n")}`);

describe("a unitary authority’s tracker: two heading rows, 1904, merged heads", () => {
  const read = readFile(unitaryTracker());

  test("every column is matched", () => assert.deepEqual(read.matches.filter((m) => m.how === "unknown"), []));

  test("a child’s row in facts", () => {
    assert.deepEqual(child(read, 5), { localId: "HM4101", name: "BARLEYTHORN, Fennimor", givenName: "Fennimor", familyName: "Barleythorn", bornOn: "2024-02-11", sex: "M" });
    assert.deepEqual(facts(read, 5), [
      "placement-order-application 2025-06-02 actual", "placement-order 2025-09-15 actual", "permanence-report 2025-04-20 actual", "plan-decision 2025-05-12 actual", "link 2025-12-01 actual", "matching-panel 2026-02-18 actual",
      "match-decision 2026-02-24 actual", "introductions-start 2026-03-09 actual", "placed-for-adoption 2026-03-27 actual", "allocated-worker A. Candlewharf", "family-finder J. Otterquill", "legal-status E1",
    ]);
  });

  test("what is planned, booked, moved, about, and twice", () => {
    assert.deepEqual(facts(read, 7).slice(0, 2), ["placement-order-application 2026-12-14 provisional", "placement-order 2027-02-15 planned"]);
    assert.deepEqual(facts(read, 8).filter((f) => /permanence-report|panel|match-/.test(f)), ["permanence-report 2025-11-12 actual", "permanence-report 2026-05-14 actual", "matching-panel 2026-12-16 planned", "match-decision 2027-01-31 planned"]);
    assert.ok(facts(read, 11).includes("matching-panel 2026-12-03 planned"));
    assert.deepEqual(child(read, 9), { localId: "HM4131", name: "Baby Hobblethwaite", givenName: "Baby", familyName: "Hobblethwaite", expectedOn: "2027-01-03" });
  });

  test("what was not used, or taken as a person would, is said with its row and column", () => {
    assert.deepEqual(problems(read), [
      "warning - -: Row 10 is hidden in the sheet, and was read like the rest.",
      "warning 6 L, Matching / Linked?: “Y” says yes with no date. Linked with a family needs its date.",
      "warning 7 I, Legal / PO granted: “w/c 15 February 2027” was taken as 15 February 2027, the Monday it begins.",
      "warning 8 N, Matching / ADM ratification: “by end of January 2027” was taken as 31 January 2027, the last day of the month.",
      "warning 9 K, Planning / SHOBPA: “early April 2027” was taken as 10 April 2027, the last day of its first ten.",
    ]);
  });
});

describe("a county’s list: CSV, codes in words, American days", () => {
  const read = readFile(countyList());

  test("states with the day they began, who cares for the child, plans beside each other", () => {
    assert.deepEqual(facts(read, 6), [
      "plan-decision 2026-10-13 actual", "responsible-team East", "legal-status C1", "placement U5 Mr & Mrs O", "primary-plan ADOPTION", "parallel-plan RETURNEV", "barrier court", "looked-after  from 2025-06-30",
    ]);
    assert.ok(facts(read, 5).includes("placement U3 Grandmother’s home"));
    assert.deepEqual(facts(read, 9).filter((f) => /allocated|legal|placement /.test(f)), ["allocated-worker B Ravenbutter"]);
  });

  test("a column with days the month of which comes first is used only where it cannot be doubted", () => {
    assert.deepEqual(read.rows.flatMap((r) => r.facts).filter((f) => f.kind === "review"), []);
    assertSaid(read, /^warning 6 T, LAC review: “07\/14\/2026” is a date only if the month comes first/);
    assertSaid(read, /^warning 2 T, LAC review: “06\/05\/2026” could be read day first or month first.*The same in row 3\.$/);
  });

  test("words that are not known are listed with what is", () => {
    assertSaid(read, /^warning 9 H, Current legal status: “Police detention” is not known here. Known are ICO, CO, PO/);
    assertSaid(read, /^warning 9 I, Placement type: “Mum's friend” is not known here/);
  });

  test("a child twice, saying the same, is one", () => {
    assert.equal(read.rows.length, 7);
    assertSaid(read, /^warning 6 -: Rows 6 and 7 both have the local id “70031” and agree/);
  });
});

describe("a big authority’s workbook: a hundred sheets, sections, formulas", () => {
  const read = readFile(manySheets());

  test("the sheet like a tracker is chosen, its lines between sections passed over", () => {
    assert.equal(read.sheet, "All teams");
    assert.deepEqual(read.rows.map((r) => r.row), [4, 5, 6, 8, 10, 12]);
    assertSaid(read, /Rows 3, 7, 11 and 13 are no child’s/);
  });

  test("formulas give their values, errors and two children in a row are listed", () => {
    assertSaid(read, /^warning 5 F, Family finder: The formula in this cell gives #N\/A/);
    assertSaid(read, /^warning 9 B, Initials: “WU & LU” looks like more than one child/);
    assert.equal(child(read, 6)?.bornOn, "2025-09-03");
    assert.equal(child(read, 10)?.bornOn, "2023-06-30");
  });
});

describe("our own list, brought back", () => {
  const lines = [{}, { localId: "HM-0413", name: "Elm Thorn", bornOn: null, expectedOn: day("2027-01-03"), barriers: ["adopters-support", "court"], legalStatus: null }];
  const expected = [
    ["HM-0412", "2024-10-01", ["primary-plan ADOPTION", "legal-status E1", "matching-panel 2027-03-12 planned", "final-hearing 2027-01-04 provisional", "placement-order 2025-06-01 actual", "responsible-team North"]],
    ["HM-0413", undefined, ["primary-plan ADOPTION", "matching-panel 2027-03-12 planned", "final-hearing 2027-01-04 provisional", "placement-order 2025-06-01 actual", "responsible-team North"]],
  ];
  const check = (read: ReturnType<typeof readFile>): void => {
    assert.deepEqual(read.matches.filter((m) => m.how !== "exact"), []);
    assert.deepEqual(problems(read), []);
    assert.deepEqual(read.rows.map((r) => [r.child.localId, r.child.bornOn, r.facts.map(inWords).toSorted()]), expected.map(([id, born, all]) => [id, born, [...(all as string[])].toSorted()]));
    assert.deepEqual([read.rows[1]?.child.expectedOn, read.rows[1]?.child.name], ["2027-01-03", "Elm Thorn"]);
  };
  test("as a workbook", async () => check(readFile({ name: "tracker.xlsx", bytes: await writeTrackerWorkbook(sampleTaken(lines)) })));
  test("as CSV", () => check(readFile({ name: "tracker.csv", bytes: Buffer.from(writeTrackerCsv(sampleTaken(lines))) })));
});

describe("rows and columns with something wrong", () => {
  test("without an id or a name nothing is read", () => {
    const read = readGrid(grid(["SW", "PO", "SHOBPA"], ["x", "2026-01-01", "2026-01-01"]));
    assert.deepEqual(read.rows, []);
    assertSaid(read, /^error 1 -: No column says whose row it is/);
  });

  test("two rows with one id that do not agree stop the import, and name both", () => {
    const read = readGrid(grid(["ID", "Name", "PO"], ["7", "Ash Rowan", "2026-01-01"], ["8", "x y", null], ["7", "Elm Thorn", "2026-01-01"]));
    assertSaid(read, /^error 2 -: Rows 2 and 4 both have the local id “7” and do not agree/);
  });

  test("two rows with one id that add to each other are one", () => {
    const read = readGrid(grid(["ID", "Name", "PO", "CPR"], ["7", "Ash Rowan", "2026-01-01", null], ["7", null, null, "2026-02-01"]));
    assert.deepEqual(facts(read, 2), ["placement-order 2026-01-01 actual", "permanence-report 2026-02-01 actual"]);
    assert.equal(read.rows.length, 1);
  });

  test("a row that says nothing of whose it is", () => {
    assertSaid(readGrid(grid(["ID", "Name", "PO", "SW"], [null, null, "2026-01-01", "A B"], ["1", "x y", null, null])), /^warning 2 -: This row has no id and no name/);
  });

  test("the sheet’s day tells what has happened; a day after today is today", () => {
    const sheet = grid(["ID", "Name", "Matching panel"], ["7", "Ash Rowan", "2026-10-10"]);
    assert.deepEqual(facts(readGrid(sheet, day("2026-10-01")), 2), ["matching-panel 2026-10-10 planned"]);
    assert.deepEqual(facts(readGrid(sheet), 2), ["matching-panel 2026-10-10 actual"]);
    assert.equal(readGrid(sheet, day("2027-01-01")).asOn, TODAY);
  });

  test("a plan whose day has gone by is dropped where another column says it happened", () => {
    const read = readGrid(grid(["ID", "Name", "Planned matching panel", "Matching panel"], ["7", "Ash Rowan", "2026-10-01", "2026-10-08"], ["8", "Elm Thorn", "2026-10-01", null]));
    assert.deepEqual(facts(read, 2), ["matching-panel 2026-10-08 actual"]);
    assert.deepEqual(problems(read).map((p) => p.slice(0, 10)), ["warning 3 "]);
  });

  test("what happens once has one date, whichever columns say it", () => {
    const sheet = grid(["ID", "Name", "AO planned", "AO"], ["7", "Ash Rowan", "2027-01-02", "2026-11-02"], ["8", "Elm Thorn", "2027-01-02", null]);
    const headings = findHeadings(sheet)!;
    const matches = proposeMatches(sheet, headings).map((m) => (m.column < 2 ? m : { ...m, target: "on:adoption-order" as const }));
    const read = readSheet(sheet, matches, { file: "f", asOn: TODAY, today: TODAY, headings });
    assert.deepEqual([facts(read, 2), facts(read, 3)], [["adoption-order 2026-11-02 actual"], ["adoption-order 2027-01-02 planned"]]);
    const other = readSheet({ ...sheet, rows: grid(["ID", "Name", "AO date", "AO"], ["7", "Ash Rowan", "2026-11-01", "2026-11-02"]).rows }, matches.map((m) => ({ ...m, heading: "AO" })), { file: "f", asOn: TODAY, today: TODAY, headings });
    assert.deepEqual(facts(other, 2), []);
    assertSaid(other, /^warning 2 C, AO: Another column has another date. Adoption order happens once/);
  });

  test("a state has the day it began, from its own column or its own cell", () => {
    const read = readGrid(grid(["ID", "Name", "Legal status", "Legal status date", "Plan"], ["7", "Ash Rowan", "ICO", "2026-01-02", "Adoption"], ["8", "Elm Thorn", "PO 3/2/26", null, "SGO"]));
    assert.deepEqual([facts(read, 2), facts(read, 3)], [["legal-status C1 from 2026-01-02", "primary-plan ADOPTION"], ["legal-status E1 from 2026-02-03", "primary-plan LTRELFR"]]);
  });

  test("an adoptive family goes with the link, the match and the move, and is said where there is none", () => {
    const read = readGrid(grid(["ID", "Name", "Adopters", "Linked", "Matched", "Carers"], ["7", "Ash Rowan", "The Thorns", "2026-01-02", "2026-02-02", "The Birches"], ["8", "Elm Thorn", "The Oaks", null, null, null]));
    assert.deepEqual(facts(read, 2), ["link 2026-01-02 actual The Thorns", "match-decision 2026-02-02 actual The Thorns", "placement The Birches"]);
    assertSaid(read, /^warning - C, Adopters: Row 3 names an adoptive family with no date/);
  });

  test("dates that a program with American settings may have turned round are doubted", () => {
    const rows = [["2026-03-01", 1], ["2026-05-04", 2], ["2026-07-11", 3], ["27/3/2026", 4], ["14/5/2026", 5], ["30/6/2026", 6]] as const;
    assertSaid(readGrid(grid(["ID", "Name", "PO"], ...rows.map(([on, n]) => [String(n), "x y", on]))), /^warning - C, PO: Every cell here that Excel holds as a date has a day of 12 or less/);
  });

  test("hidden rows, columns and sheets are read, and said", () => {
    const sheet = grid(["ID", "Name", "PO"], ["7", "Ash Rowan", "2026-01-01"], ["8", "Elm Thorn", null]);
    const read = readGrid({ ...sheet, hidden: true, hiddenColumns: [2, 5], rows: sheet.rows.map((r) => ({ ...r, hidden: r.number > 1 })) });
    assert.deepEqual(problems(read).map((p) => p.replace(/^warning - -: /, "")), [
      "The sheet “Tracker” is hidden in the workbook. It was read all the same.", "Rows 2 and 3 are hidden in the sheet, and were read like the rest.", "Column C is hidden in the sheet, and was read like the rest.",
    ]);
  });

  test("names and ids as councils write them", () => {
    const of = (id: string | number, name: string) => {
      const { name: _, ...rest } = readGrid(grid(["ID", "Name", "PO"], [id, name, "tbc"])).rows[0]?.child ?? {};
      return rest;
    };
    assert.deepEqual(of("12 345", "APPLECROSS-VANE, Zoë Mae"), { localId: "12345", givenName: "Zoë Mae", familyName: "Applecross-Vane" });
    assert.deepEqual(of("1", "Zoë Mae Thorn"), { localId: "1", givenName: "Zoë Mae", familyName: "Thorn" });
    assert.deepEqual(of("1", "THORN Zoë"), { localId: "1", givenName: "Zoë", familyName: "Thorn" });
    assert.deepEqual(of("1", "Z.T."), { localId: "1", givenName: "Z", familyName: "T" });
    assert.deepEqual(of("1", "Unborn Thorn (EDD 3 January 2027)"), { localId: "1", givenName: "Unborn", familyName: "Thorn", expectedOn: "2027-01-03" });
    assert.deepEqual(of("", "Zoë Thorn (4711)"), { localId: "4711", givenName: "Zoë", familyName: "Thorn" });
  });

  test("one odd date among those that prove the day first is refused alone", () => {
    const read = readGrid(grid(["ID", "Name", "LAC review"], ["7", "Ash Rowan", "03/13/2026"], ["8", "Elm Thorn", "3/4/2026"], ["9", "Oak Thorn", "25/12/2025"], ["10", "Fir Thorn", "12/10/26 & 19/10/26"]));
    assert.deepEqual(read.rows.map((r) => r.facts.map(inWords)), [[], ["review 2026-04-03 actual"], ["review 2025-12-25 actual"], ["review 2026-10-12 actual", "review 2026-10-19 actual"]]);
    assertSaid(read, /^warning 2 C, LAC review: “03\/13\/2026” is a date only if the month comes first/);
    assertSaid(read, /^warning - C, LAC review: .*day first.*“25\/12\/2025”/);
  });

  test("a long number that Excel has rounded is no id", () => {
    const sheet = grid(["ID", "Name", "SW"], ["1", "Ash Rowan", "A"]);
    const rounded = { ...sheet, rows: sheet.rows.map((r) => (r.number === 1 ? r : { ...r, cells: [{ type: "number" as const, shown: "1.23457E+11" }, ...r.cells.slice(1)] })) };
    assertSaid(readGrid(rounded), /^warning 2 A, ID: “1.23457E\+11” is a number too long for its cell/);
  });

  test("the columns say what a sheet can carry; one that only says yes carries nothing", () => {
    const rows = [["7", "Ash Rowan", "2026-01-01", "Y", null], ["8", "Elm Thorn", null, "Y", null]];
    assert.deepEqual(readGrid(grid(["ID", "Name", "PO", "LSB", "SW"], ...rows)).kinds, ["particulars", "placement-order", "allocated-worker"]);
  });

  test("whatever the cells hold, nothing throws and nothing is read that its column does not carry", () => {
    const headings = ["ID", "Name", "DOB", "EDD", "Sex", "SW", "Team", "LS", "Legal status date", "Placement type", "Carers", "Adopters", "Care plan", "Date came into care", "SHOBPA", "AO", "Matched", "Planned matching panel", "Reason for delay", "Sibling group"];
    const written = fc.oneof(
      fc.constantFrom(null, "", "2026-03-27", "2027-05-01", "#REF!", "12/3/26, 14/5/27", "w/c 1 March 2027", "tbc", "Y", "3/27/2026", "PO 3/2/26", "Adoption / LTF", "Siblings; court", "SMITHSON, A & B", "HM 1", "HM 1", "(EDD 3/1/27)", "Total", "FFA", "M", "45000"),
      fc.string({ unit: "grapheme", maxLength: 30 }), fc.integer(),
    );
    const isFirst = grid(headings).rows[0]!;
    fc.assert(fc.property(fc.array(fc.array(written, { minLength: headings.length, maxLength: headings.length }), { maxLength: 12 }), (rows) => {
      const sheet = grid(headings, ...rows);
      const found = findHeadings(grid(headings))!;
      const matches = proposeMatches({ ...sheet, rows: [isFirst] }, found);
      const read = readSheet(sheet, matches, { file: "f", asOn: TODAY, today: TODAY, headings: found });
      const carried = new Set([...read.kinds, ...matches.flatMap((m) => (m.target.startsWith("on:") ? [m.target.slice(3)] : [])), "parallel-plan"]);
      for (const { facts: all, child: of } of read.rows) {
        assert.ok((of.localId ?? of.givenName ?? of.familyName) !== undefined);
        for (const fact of all) {
          assert.ok(carried.has(fact.kind), fact.kind);
          if (fact.type === "date") assert.equal(fact.certainty === "actual", fact.on <= TODAY);
          else assert.ok((fact.from ?? "") <= TODAY);
        }
      }
    }), { numRuns: 200 });
  });

  test("the same trouble in many rows is said once, with the rows", () => {
    const read = readGrid(grid(["ID", "Name", "Linked?", "PO"], ...Array.from({ length: 30 }, (_, i) => [String(i + 1), "x y", i === 0 ? "2026-01-01" : "Y", "2026-01-01"])));
    assert.equal(read.problems.length, 1);
    assert.match(read.problems[0]!.message, /The same in rows 4, 5, 6, .* and 17 more\.$/);
  });
});
