import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sampleEntries, type SampleEntry } from "../chronology/sample.ts";
import { fold } from "../chronology/fold.ts";
import { day } from "../dates/day.ts";
import { journeyOf } from "../scorecard/journey-of.ts";
import { valueOf } from "../scorecard/publication/tables.ts";
import { isCounted, onTheWay, type RegionChild, regionHappenings } from "./region.ts";
import { eventKey, lastYearEnding, meanKey, packTables, REGION, shareKey, spansOf, standingKey } from "./tables.ts";

const child = (name: string, rows: readonly SampleEntry[]): RegionChild => {
  const entries = sampleEntries(rows);
  return { child: name, localId: name, entries, journey: journeyOf(fold(entries)) };
};
const adopted = (name: string, moved: string, on: string): RegionChild => child(name, [
  { kind: "looked-after", on: "2024-01-01", until: on }, { kind: "plan-decision", on: "2024-03-01" }, { kind: "placement-order", on: "2024-04-01" }, { kind: "match-decision", on: "2024-05-01" },
  { kind: "placement", on: moved, until: on, detail: { type: "A6" } }, { kind: "placed-for-adoption", on: moved }, { kind: "adoption-order", on },
]);
const LAST = { yearEnding: 2027, number: 2 } as const;

describe("the tables of a governance pack", () => {
  it("go over ended quarters, together and for the partners beside the half-year before", () => {
    assert.deepEqual(spansOf("board", LAST).map(({ label }) => label), ["October to December 2025", "January to March 2026", "April to June 2026", "July to September 2026", "Four quarters"]);
    assert.deepEqual(spansOf("partners", LAST).map(({ label, quarters }) => [label, quarters.length]), [["Half-year before", 2], ["April to June 2026", 1], ["July to September 2026", 1], ["Half-year", 2]]);
    assert.deepEqual(spansOf("operations", LAST).map(({ code }) => code), ["2026-27-q2"]);
    assert.deepEqual([lastYearEnding(LAST), lastYearEnding({ yearEnding: 2027, number: 4 })], [2026, 2027]);
  });
  it("are made of an authority’s quarters and years, and the region’s of both", () => {
    const authorities = [
      { code: "A", name: "Aa", children: [adopted("1", "2024-07-01", "2025-11-01"), adopted("2", "2025-12-01", "2026-07-02"), child("3", [{ kind: "looked-after", on: "2026-01-01" }, { kind: "plan-decision", on: "2026-08-01" }])] },
      { code: "B", name: "Bb", children: [adopted("4", "2024-09-09", "2026-02-01")] },
    ];
    const { counts, averages, shares } = packTables(authorities, "board", LAST);
    const count = (key: string): number => valueOf(counts.find((one) => one.key === key)!);
    assert.deepEqual(["A", "B", REGION].map((scope) => spansOf("board", LAST).map(({ code }) => count(eventKey("A4", scope, code)))), [[1, 0, 0, 1, 2], [0, 1, 0, 0, 1], [1, 1, 0, 1, 3]]);
    assert.deepEqual([count(standingKey("decided", "A")), count(standingKey("all", REGION))], [1, 1]);
    const days = averages!.find(({ key }) => key === meanKey("A1", REGION, 3))!.pieces;
    assert.deepEqual(Object.values(days).filter(({ children }) => children > 0), [{ children: 1, days: 182 }, { children: 1, days: 252 }], "adopted since March is in no year that has ended");
    const { part, whole } = shares!.find(({ key }) => key === shareKey("A", 1))!;
    assert.deepEqual([count(part), count(whole)], [1, 1]);
    assert.equal(new Set(counts.map(({ key }) => key)).size, counts.length, "each number has a key of its own");
  });
});

describe("whom a region counts", () => {
  it("is those at the agreed stage or past it, the adopted too though their records closed, and nobody restricted by hand", () => {
    const of = (stage: Parameters<typeof isCounted>[1]["stage"], wall: number) => isCounted("placement-order", { stage, wall });
    assert.deepEqual([of("decision", 0), of("placement-order", 0), of("placement-order", 1), of("matched", 2), of("adopted", 1), of("adopted", 3), of("left-care", 0)], [false, true, true, false, true, true, false]);
  });
  it("stand where they stood on the day, whatever came later", () => {
    const one = adopted("1", "2024-07-01", "2025-11-01");
    assert.deepEqual(["2024-03-15", "2024-04-15", "2024-05-15", "2024-08-01", "2025-12-01"].map((on) => onTheWay([one], day(on), false).map(({ stage, since }) => [stage, since])), [
      [["decided", "2024-03-01"]], [["ordered", "2024-04-01"]], [["matched", "2024-05-01"]], [["placed", "2024-07-01"]], [],
    ]);
  });
  it("have families told of as their records tell", () => {
    const one = child("1", [{ kind: "looked-after", on: "2026-01-01" }, { kind: "expression-of-interest", on: "2026-02-01" }, { kind: "link", on: "2026-03-01" }, { kind: "link-ended", on: "2026-04-01" }, { kind: "link", on: "2026-05-01", certainty: "planned" }]);
    const { interest, linked, unlinked, interagency } = regionHappenings([one]);
    assert.deepEqual([interest, linked, unlinked, interagency].map((all) => all.map(({ on }) => on)), [["2026-02-01"], ["2026-03-01"], ["2026-04-01"], []]);
  });
});
