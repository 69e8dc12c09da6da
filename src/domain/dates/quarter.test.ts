import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addDays, day } from "./day.ts";
import { daysOf, parseQuarter, quarterCode, quarterInWords, quarterOf, quartersTo } from "./quarter.ts";

describe("a quarter of the financial year", () => {
  it("holds its days, and is read as it is written", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 20_000 }), (n) => {
      const on = addDays(day("2001-04-01"), n);
      const quarter = quarterOf(on);
      const { from, to } = daysOf(quarter);
      assert.ok(from <= on && on <= to, `${on} in ${from} to ${to}`);
      assert.deepEqual(parseQuarter(quarterCode(quarter)), quarter);
      assert.deepEqual(quarterOf(addDays(to, 1)), quartersTo(quarterOf(addDays(to, 1)), 2)[1]);
      assert.deepEqual(quartersTo(quarterOf(addDays(to, 1)), 2)[0], quarter);
    }));
  });
  it("is told by its months", () => {
    assert.deepEqual(["2026-11-22", "2026-03-31", "2026-04-01"].map((on) => `${quarterCode(quarterOf(day(on)))}: ${quarterInWords(quarterOf(day(on)))}`),
      ["2026-27-q3: October to December 2026", "2025-26-q4: January to March 2026", "2026-27-q1: April to June 2026"]);
    for (const text of ["2026-28-q1", "2026-27-q5", "2026-27", "q1", "1926-27-q1"]) assert.equal(parseQuarter(text), undefined, text);
  });
});
