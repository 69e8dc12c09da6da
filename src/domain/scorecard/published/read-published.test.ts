import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { changeInWords, planPublished } from "./plan-published.ts";
import type { PublishedFigure } from "./published.ts";
import { COLUMNS, type GivenRow, readPublished } from "./read-published.ts";

const HEADER = "indicator,year_ending,years,area,level,code,value,rank,note";
const rowsOf = (...lines: readonly string[]): readonly GivenRow[] => lines.map((line, i) => ({ row: i + 1, cells: line.split(",") }));
const read = (lines: readonly string[], here: readonly PublishedFigure[] = [], header = HEADER) => readPublished({ file: "f.csv", source: "Tables", rows: rowsOf(header, ...lines), here, latest: 2026 });
const told = (lines: readonly string[], here: readonly PublishedFigure[] = []): readonly string[] => read(lines, here).problems.map(({ severity, row, column, message }) => `${severity} ${row} ${column}: ${message}`);
const first = (lines: readonly string[], here: readonly PublishedFigure[] = []): string => told(lines, here)[0] ?? "nothing";
const figure = (over: Partial<PublishedFigure> = {}): PublishedFigure =>
  ({ source: "Tables", indicator: "A1", yearEnding: 2024, years: 3, area: "Tidewell", level: "authority", code: null, value: 434, rank: null, note: "", ...over });

describe("a file of published figures", () => {
  it("is read cell by cell", () => {
    assert.deepEqual(read([
      "A1,2024,3,Tidewell,authority,E08000901,434,41,As printed", "A3,2024,3,Tidewell,Authority,,44.5,,", "A2,2024,1,Tidewell,authority,,x,,", "A2,2024,3,England,national,,..,,",
    ]), { problems: [], figures: [
      figure({ code: "E08000901", rank: 41, note: "As printed" }), figure({ indicator: "A3", value: 44.5 }), figure({ indicator: "A2", years: 1, value: "x" }), figure({ indicator: "A2", area: "England", level: "national", value: null }),
    ] });
  });

  it("may have its columns in any order, and no others", () => {
    const order = [8, 3, 0, 2, 1, 4, 7, 6, 5];
    const cells = ["A1", "2024", "3", "Tidewell", "authority", "", "434", "", ""];
    assert.deepEqual(read([order.map((i) => cells[i]).join(",")], [], order.map((i) => COLUMNS[i]?.replace("_", " ").toUpperCase()).join(",")).figures, [figure()]);
    const messages = readPublished({ file: "f.csv", source: "Tables", rows: rowsOf("indicator,Area,colour,value,value", "A1,Tidewell,red,1,1"), here: [], latest: 2026 }).problems.map(({ row, message }) => `${row} ${message}`);
    assert.equal(messages.length, 2 + 6, "one unknown, one twice, six missing");
    assert.ok(messages.some((m) => m.startsWith("1 “colour” is no column")) && messages.some((m) => m.startsWith("1 The column “value” is there twice")) && messages.some((m) => m.startsWith("1 There is no column “year_ending”")));
  });

  it("tells every fault with its row and column, all at once, and brings nothing in", () => {
    const { figures, problems } = read(["A9,24,0,,planet,E8,,first,", "A1,2024,3,Tidewell,authority,,434,,", "A3,2024,3,Tidewell,authority,,101,,", "A1,2027,3,Tidewell,authority,,1,082,", "A1,2023,3,Tidewell,authority,,44%,,"]);
    assert.deepEqual(figures, []);
    assert.deepEqual(problems.map(({ row, column }) => `${row} ${column}`), [
      "2 indicator", "2 year_ending", "2 years", "2 area", "2 level", "2 code", "2 value", "2 rank", "4 value", "5 year_ending", "6 value",
    ]);
    assert.match(problems[6]?.message ?? "", /Write x where the figure was suppressed, \.\. where there is none/);
  });

  it("refuses a figure that is there twice, naming both rows, though they agree", () => {
    assert.match(first(["A1,2024,3,Tidewell,authority,,434,,", "A1,2023,3,Tidewell,authority,,434,,", "A1,2024,3,Tidewell,authority,,434,,"]), /^error 4 null: The same figure is in row 2 too: A1 of Tidewell, 3 years ending in March 2024/);
  });

  it("refuses letters that cannot be read, and cells past the last column", () => {
    assert.match(first(["A1,2024,3,Tidew\uFFFDll,authority,,434,,"]), /^error 2 area: There is a letter here that cannot be read/);
    assert.match(first(["A1,2024,3,Tidewell,authority,,434,,a note, with a comma"]), /^error 2 null: This row has 10 cells where the header row has 9/);
  });

  it("marks a year that is missing between others, of what is here too", () => {
    const message = "Tidewell has A1 for 2021 and 2024, and nothing for 2022 and 2023 between. Its line has a gap there";
    assert.deepEqual(told(["A1,2024,3,Tidewell,authority,,434,,", "A1,2021,3,Tidewell,authority,,x,,"]), [`warning 2 year_ending: ${message}`]);
    assert.deepEqual(told(["A1,2024,3,Tidewell,authority,,434,,"], [figure({ yearEnding: 2021 })]), [`warning 2 year_ending: ${message}`]);
    assert.deepEqual(told(["A1,2024,3,Tidewell,authority,,434,,", "A1,2021,1,Tidewell,authority,,x,,"]), [], "windows of another length are another line");
    assert.deepEqual(told(["A2,2024,3,Tidewell,authority,,434,,"], [figure({ yearEnding: 2021 }), figure()]), [], "what was missing here before is not this file’s");
  });
});

describe("an authority spelt two ways", () => {
  const both = (a: string, b: string, codes: readonly [string, string] = ["", ""]): string =>
    first([`A1,2024,3,${a},authority,${codes[0]},434,,`, `A1,2023,3,${b},authority,${codes[1]},434,,`]);

  it("is refused, naming both rows", () => {
    for (const [a, b] of [["Tidewell", "TIDEWELL"], ["Tidewell City of", "City of Tidewell"], ["Marsh & Fen", "Marsh and Fen"], ["St. Wystan", "St Wystan"], ["East Tidewell", "Tidewell East"], ["Tidewell", "Tidewell Council"]] as const) {
      assert.match(both(a, b), new RegExp(`^error 3 area: “${a.replaceAll(".", "\\.")}” in row 2 and “${b.replaceAll(".", "\\.")}” in row 3 are one area written two ways`), `${a} / ${b}`);
    }
    for (const [a, b] of [["Kirkholme", "Kirkhome"], ["Southend-on-Sea", "Southern-on-Sea"], ["Tidewell", "Tidewel"]] as const) assert.match(both(a, b), /^error 3 area: .* differ by a letter or two/, `${a} / ${b}`);
    assert.match(both("Tidewell", "Norcombe", ["E08000901", "E08000901"]), /have the same code, E08000901/);
  });

  it("is not where two areas are alike: each has its code, or they differ by more", () => {
    assert.equal(both("Herefordshire", "Hertfordshire", ["E06000019", "E10000015"]), "nothing");
    for (const [a, b] of [["Bury", "Burx"], ["North Tyneside", "South Tyneside"], ["Derby", "Derbyshire"], ["Bedford", "Bradford"]] as const) assert.equal(both(a, b), "nothing", `${a} / ${b}`);
    const regions = ["North East", "North West", "East Midlands", "West Midlands", "East of England", "London", "South East", "South West", "Yorkshire and The Humber"];
    assert.deepEqual(told(regions.map((name) => `A1,2024,3,${name},region,,434,,`)), []);
    assert.equal(first(["A1,2024,3,London,region,,434,,", "A1,2024,3,City of London,authority,,434,,"]), "nothing", "levels are apart");
  });

  it("is refused against the figures that are here, and marked where one name has two codes", () => {
    assert.match(first(["A1,2025,3,TIDEWELL,authority,,434,,"], [figure()]), /^error 2 area: “Tidewell” among the figures already here and “TIDEWELL” in row 2 are one area/);
    assert.match(both("Tidewell", "Tidewell", ["E08000901", "E06000901"]), /^warning 3 code: .*If its boundaries did not change/);
    assert.match(first(["A1,2024,3,England,national,,434,,", "A1,2023,3,Wales,national,,434,,"]), /^error 3 area: .*both national/);
  });
});

describe("what a file would change", () => {
  it("is what is not here, and what is here otherwise; the rest stays", () => {
    const here = [figure(), figure({ yearEnding: 2023 }), figure({ yearEnding: 2022 })];
    const plan = planPublished(here, [figure({ value: "x", rank: 3 }), figure({ yearEnding: 2023 }), figure({ yearEnding: 2025 })]);
    assert.deepEqual([plan.added.map((f) => f.yearEnding), plan.changed.map(({ after }) => after.value), plan.same, plan.kept], [[2025], ["x"], 1, 1]);
    assert.equal(changeInWords(plan.changed[0]!.before, plan.changed[0]!.after), "x (suppressed), instead of 434 days; rank 3, instead of none");
  });

  it("is nothing the second time, whatever the file", () => {
    const figures = fc.uniqueArray(fc.record({ yearEnding: fc.integer({ min: 2020, max: 2026 }), area: fc.constantFrom("Tidewell", "Norcombe"), value: fc.oneof(fc.nat(900), fc.constant("x" as const), fc.constant(null)) }), { selector: (f) => `${f.yearEnding}${f.area}` });
    fc.assert(fc.property(figures, figures, (here, given) => {
      const all = [here.map((f) => figure(f)), given.map((f) => figure(f))] as const;
      const plan = planPublished(...all);
      assert.equal(plan.added.length + plan.changed.length + plan.same, given.length);
      assert.equal(plan.kept + plan.changed.length + plan.same, here.length);
      const after = [...all[0].filter((f) => !given.some((g) => g.area === f.area && g.yearEnding === f.yearEnding)), ...all[1]];
      assert.deepEqual([planPublished(after, all[1]).added, planPublished(after, all[1]).changed], [[], []]);
    }));
  });
});
