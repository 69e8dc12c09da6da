import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { comparatorAverage, groupValues, type PublishedRow, type PublishedTable, type PublishedValue, ranks } from "../domain/scorecard/comparators.ts";
import { meets } from "../domain/scorecard/thresholds.ts";
import { loadPublished, loadQuarters, loadRepairs } from "./published.ts";
import { loadThresholds } from "./thresholds.ts";

const [a1, a2] = loadPublished() as [PublishedTable, PublishedTable];
const WINDOWS = [2011, 2012, 2013, 2014];

type Average = (values: readonly PublishedValue[]) => number | null;
const averages = (table: PublishedTable, group: PublishedRow["group"], average: Average = comparatorAverage): (number | null)[] =>
  WINDOWS.map((year) => average(groupValues(table, group, year)));
const printed = (table: PublishedTable, key: string): PublishedValue[] =>
  WINDOWS.map((year) => table.rows.find((r) => r.group === "average" && r.key === key)!.values.get(year)!);
const figure = (table: PublishedTable, key: string): number => table.rows.find((r) => r.key === key)!.values.get(2014) as number;

const coreMeeting = (table: PublishedTable, threshold: number): string[] =>
  table.rows.filter((r) => r.group === "core" && meets(r.values.get(2014) as number, threshold)).map((r) => r.key).sort();

const threshold = (indicator: "A1" | "A2", source: string, confidence = "stated"): number =>
  loadThresholds().thresholds[indicator]!.find((r) => r.source === source && r.from === 2014 && r.confidence === confidence)!.days;

describe("published averages are unweighted means, rounded half-up", () => {
  it("G1: A1, core cities", () => {
    assert.deepEqual(averages(a1, "core"), [629, 659, 677, 649]);
    assert.deepEqual(averages(a1, "core"), printed(a1, "core_avg"));
  });

  it("G2: A1, the region, Sheffield among its fifteen", () => {
    assert.equal(groupValues(a1, "region", 2014).length, 15);
    assert.deepEqual(averages(a1, "region"), [581, 613, 631, 616]);
    assert.deepEqual(averages(a1, "region"), printed(a1, "yh_avg"));
  });

  it("G3: A1, statistical neighbours, the first of which is misprinted", () => {
    assert.deepEqual(averages(a1, "sn"), [595, 602, 630, 585]);
    assert.deepEqual(printed(a1, "sn_avg"), [596, 602, 630, 585]);
  });

  it("G4: A2, core cities, the second of which is misprinted", () => {
    assert.deepEqual(averages(a2, "core"), [156, 190, 207, 219]);
    assert.deepEqual(printed(a2, "core_avg"), [156, 150, 207, 219]);
  });

  it("G5: A2, statistical neighbours, with the suppressed figure left out", () => {
    assert.deepEqual(groupValues(a2, "sn", 2011).filter((v) => v === "x").length, 1);
    assert.deepEqual(averages(a2, "sn"), [166, 183, 199, 203]);
    assert.deepEqual(averages(a2, "sn"), printed(a2, "sn_avg"));
  });

  it("G6: A2, the region", () => {
    assert.deepEqual(averages(a2, "region"), [214, 231, 248, 252]);
    assert.deepEqual(averages(a2, "region"), printed(a2, "yh_avg"));
  });

  it("G11: neither a median nor banker’s rounding gives what was printed", () => {
    const numbers = (values: readonly PublishedValue[]): number[] => values.filter((v): v is number => typeof v === "number").sort((a, b) => a - b);
    const median: Average = (values) => {
      const sorted = numbers(values);
      return Math.floor((sorted[3]! + sorted[4]!) / 2 + 0.5);
    };
    const bankers: Average = (values) => {
      const list = numbers(values);
      const mean = list.reduce((a, b) => a + b, 0) / list.length;
      const floor = Math.floor(mean);
      return mean - floor === 0.5 ? floor + (floor % 2) : Math.round(mean);
    };
    assert.notDeepEqual(averages(a1, "core", median), printed(a1, "core_avg"));
    assert.deepEqual(averages(a1, "core", bankers), [628, 658, 677, 649]);
  });
});

describe("who met the threshold depends on whose threshold", () => {
  it("G7: A1 at Sheffield’s 568", () => {
    assert.equal(threshold("A1", "sheffield"), 568);
    assert.deepEqual(coreMeeting(a1, 568), ["bristol", "leeds", "newcastle"]);
  });

  it("G8: A1 at Wolverhampton’s 547, which Leeds does not meet", () => {
    assert.equal(threshold("A1", "wolverhampton"), 547);
    assert.deepEqual(coreMeeting(a1, 547), ["bristol", "newcastle"]);
  });

  it("G9: A2 at 182", () => {
    assert.equal(threshold("A2", "sheffield"), 182);
    assert.deepEqual(coreMeeting(a2, 182), ["bristol", "liverpool", "newcastle"]);
  });

  it("G10: A2 at the remembered 152", () => {
    assert.equal(threshold("A2", "remembered", "remembered"), 152);
    assert.deepEqual(coreMeeting(a2, 152), ["newcastle"]);
  });
});

describe("Sheffield beside its comparators, 2011-14", () => {
  const comparators = (table: PublishedTable): number[] => table.rows.filter((r) => r.group === "average").map((r) => r.values.get(2014) as number);

  it("G12: quicker on A1 than all but its statistical neighbours", () => {
    assert.deepEqual(a1.rows.filter((r) => r.group === "average" && figure(a1, "sheffield") >= (r.values.get(2014) as number)).map((r) => r.key), ["sn_avg"]);
  });

  it("G13: slower on A2 than all of them", () => assert.ok(comparators(a2).every((average) => figure(a2, "sheffield") > average)));

  it("printed ranks never run against the figures, but for those marked", () => {
    for (const table of [a1, a2]) {
      const rows = table.rows
        .filter((r) => r.rank !== null && r.group !== "head" && !/rank|146/i.test(r.note) && r.key !== "hull")
        .map((r) => ({ days: r.values.get(2014) as number, rank: r.rank! }))
        .sort((a, b) => a.days - b.days);
      for (const [i, row] of rows.entries()) if (i > 0) assert.ok(row.rank >= rows[i - 1]!.rank, `${table.indicator} ${row.days}`);
    }
  });
});

describe("ranks", () => {
  it("give 1 to the fewest days, share a tie, and leave out what is suppressed", () => {
    assert.deepEqual(ranks([593, 340, "x", 593, 700, null]), [2, 1, null, 2, 4, null]);
    assert.equal(comparatorAverage(["x", null]), null);
  });

  it("among the region and core cities agree in order with those printed", () => {
    const core = groupValues(a1, "core", 2014);
    assert.deepEqual(ranks(core), [8, 7, 6, 4, 3, 1, 2, 5]);
  });
});

describe("what is read otherwise than printed", () => {
  it("is said at each row, and of headings beside the table; what was printed stays", () => {
    const noted = (table: PublishedTable, key: string, group: PublishedRow["group"]): readonly string[] => table.rows.filter((r) => r.key === key && r.group === group).map(({ printed: name, note }) => `${name}: ${note}`);
    assert.match(noted(a1, "bradford", "region")[0]!, /^Bedford: Bradford/);
    assert.match(noted(a1, "kirklees", "region")[0]!, /^Kirkcaldy: Kirklees/);
    assert.match(noted(a1, "wakefield", "region")[0]!, /^Walsfield: Wakefield.*Rank 82 cannot be/);
    assert.match(noted(a2, "southend", "sn")[0]!, /^Southern-on-Sea: Southend/);
    assert.match(noted(a2, "hull", "region")[0]!, /^Kingdon Upon Hull, City of: Kingston/);
    assert.match(noted(a2, "core_avg", "average")[0]!, /printed 150.*misprint for 190/);
    assert.match(noted(a2, "york", "region")[0]!, /one column to the left/);
    assert.match(noted(a1, "sn_avg", "average")[0]!, /printed 596/);
    assert.match(noted(a2, "calderdale", "sn")[0]!, /146 is right/);
    const repairs = loadRepairs();
    assert.deepEqual(repairs.map(({ table }) => table), ["A1", "A1", "A2", "A2", "A2"]);
    for (const { table, where, printed: was, read, why } of repairs) assert.ok(["A1", "A2"].includes(table) && [where, was, read, why].every((said) => said.length > 1), where);
  });
});

describe("events by quarter", () => {
  it("add up to the totals printed", () => {
    const rows = loadQuarters();
    assert.equal(rows.length, 5);
    for (const { measure, quarters, total } of rows) assert.equal(quarters.reduce((a, b) => a + b, 0), total, measure);
  });
});
