import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import { countedSoFar, overInShort, overInWords } from "./counted-so-far.ts";
import { journeyOf } from "./journey-of.ts";

const rows: readonly SampleEntry[] = [
  { kind: "looked-after", on: "2025-01-01" },
  { kind: "plan-decision", on: "2025-05-01" },
  { kind: "placement-order", on: "2025-06-01" },
];
const counted = (given: readonly SampleEntry[]): ReturnType<typeof countedSoFar> =>
  countedSoFar(journeyOf(fold(sampleEntries(given))), day("2025-07-01"), (indicator) => (indicator === "A2" ? 121 : 426));

describe("counted so far", () => {
  it("counts to today while nothing has stopped it", () =>
    assert.deepEqual(counted(rows), [
      { indicator: "A10", days: 181, threshold: 426, running: true },
      { indicator: "A2", days: 30, threshold: 121, running: true },
    ]));
  it("stops at the match", () =>
    assert.deepEqual(counted([...rows, { kind: "match-decision", on: "2025-06-11" }])[1], { indicator: "A2", days: 10, threshold: 121, running: false }));
  it("stops, with no days, where the child is placed or adopted and no match is recorded", () => {
    const missing = { indicator: "A2", missing: "match date not recorded", threshold: 121, running: false };
    const placed: readonly SampleEntry[] = [...rows, { kind: "placed-for-adoption", on: "2025-06-21" }];
    assert.deepEqual(counted(placed), [{ indicator: "A10", days: 171, threshold: 426, running: false }, missing]);
    assert.deepEqual(counted([...placed, { kind: "adoption-order", on: "2025-06-30" }])[1], missing);
    assert.equal(counted([...placed, { kind: "disruption", on: "2025-06-25" }])[1]?.running, true);
  });
  it("gives A1 beside A10 for a child placed with the carer they lived with", () => {
    const withCarer: readonly SampleEntry[] = [
      ...rows,
      { kind: "placement", on: "2025-01-11", until: "2025-06-21", detail: { type: "U6" } },
      { kind: "placement", on: "2025-06-21", detail: { type: "A5" } },
      { kind: "match-decision", on: "2025-06-11" },
      { kind: "placed-for-adoption", on: "2025-06-21", detail: { withCurrentCarer: true } },
    ];
    assert.deepEqual(counted(withCarer).map(({ indicator, days }) => [indicator, days]), [["A10", 10], ["A1", 171], ["A2", 10]]);
  });
  it("says in words which are over their thresholds, and neither one at its threshold nor one without", () => {
    const of = (indicator: "A10" | "A1" | "A2", days: number | undefined, threshold: number | null = 426) => ({ indicator, threshold, running: true, ...(days === undefined ? {} : { days }) });
    assert.deepEqual(overInWords([of("A10", 1944), of("A1", 427), of("A2", 426)]), ["A10 over by 1,518 days", "A1 over by 1 day"]);
    assert.deepEqual(overInWords([of("A10", undefined), of("A2", 900, null)]), []);
    assert.deepEqual([[of("A2", 9)], [of("A2", 427)], [of("A10", 427), of("A2", 427)], [of("A10", 427), of("A1", 427), of("A2", 427)]].map(overInShort), ["", "A2 is over", "A10 and A2 are over", "A10, A1 and A2 are over"]);
  });
  it("counts nothing for a child not on the way to adoption", () => assert.deepEqual(counted(rows.slice(0, 1)), []));
});
