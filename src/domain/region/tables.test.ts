import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sampleEntries, type SampleEntry } from "../chronology/sample.ts";
import { fold } from "../chronology/fold.ts";
import { day } from "../dates/day.ts";
import { journeyOf } from "../scorecard/journey-of.ts";
import { isCounted, onTheWay, type RegionChild, regionHappenings } from "./region.ts";
import { endOfHalfYear, eventKey, lastYearEnding, meanKey, packNumbers, REGION, shareKey, spansOf, standingKey } from "./tables.ts";

const child = (name: string, rows: readonly SampleEntry[]): RegionChild => {
  const entries = sampleEntries(rows);
  return { child: name, localId: name, entries, journey: journeyOf(fold(entries)) };
};
const adopted = (name: string, moved: string, on: string): RegionChild => child(name, [
  { kind: "looked-after", on: "2024-01-01", until: on }, { kind: "plan-decision", on: "2024-03-01" }, { kind: "placement-order", on: "2024-04-01" }, { kind: "match-decision", on: "2024-05-01" },
  { kind: "placement", on: moved, until: on, detail: { type: "A6" } }, { kind: "placed-for-adoption", on: moved }, { kind: "adoption-order", on },
]);
const LAST = { yearEnding: 2027, number: 2 } as const;

const adoptedMany = (prefix: string, count: number, moved: string): readonly RegionChild[] => Array.from({ length: count }, (_, i) => adopted(`${prefix}${i}`, moved, "2025-11-01"));

describe("the numbers of a governance pack", () => {
  it("go over half-years that have ended, of which no two overlap; the operations group’s over a quarter", () => {
    assert.deepEqual(spansOf("board", LAST).map(({ label }) => label), ["October 2024 to March 2025", "April to September 2025", "October 2025 to March 2026", "April to September 2026"]);
    assert.deepEqual(spansOf("partners", LAST).map(({ label, quarters }) => [label, quarters.length]), [["October 2025 to March 2026", 2], ["April to September 2026", 2]]);
    assert.deepEqual(spansOf("board", { yearEnding: 2027, number: 3 }), spansOf("board", LAST));
    assert.deepEqual(spansOf("operations", LAST).map(({ code }) => code), ["2026-27-q2"]);
    assert.deepEqual([endOfHalfYear({ yearEnding: 2027, number: 1 }), lastYearEnding(LAST), lastYearEnding({ yearEnding: 2027, number: 4 })], [{ yearEnding: 2026, number: 4 }, 2026, 2027]);
  });
  it("are an authority’s to the nearest 5, the region’s of those, and averages and shares of many", () => {
    const [first, last] = spansOf("board", LAST).slice(-2).map(({ code }) => code) as [string, string];
    const authorities = [
      { code: "A", name: "Aa", children: [...adoptedMany("a", 7, "2024-07-01"), ...adoptedMany("b", 7, "2025-09-01"), child("3", [{ kind: "looked-after", on: "2026-01-01" }, { kind: "plan-decision", on: "2026-08-01" }])] },
      { code: "B", name: "Bb", children: [adopted("4", "2024-09-09", "2026-02-01")] },
    ];
    const said = packNumbers(authorities, "board", LAST);
    assert.deepEqual(["A", "B", REGION].map((scope) => [first, last].map((when) => said[eventKey("A4", scope, when)])), [["15", "5 or fewer"], ["5 or fewer", "5 or fewer"], ["20", "10 or fewer"]]);
    assert.equal(said[standingKey("decided", "A")], "5 or fewer");
    assert.deepEqual(["A", "B", REGION].map((scope) => [said[meanKey("A1", scope)], said[shareKey(scope)]]), [["400 days", "50%"], ["x", "x"], ["x", "x"]], "the region’s would tell of the one child of B");
    assert.ok(Object.keys(said).every((key) => !key.startsWith("A10")), "beside A1 it would tell of those adopted by their carers");
    assert.deepEqual(Object.entries(packNumbers(authorities.slice(0, 1), "board", LAST)).filter(([key]) => key.endsWith(REGION) && /^A[123]\//.test(key)).map(([, told]) => told), ["400 days", "30 days", "50%"]);
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
