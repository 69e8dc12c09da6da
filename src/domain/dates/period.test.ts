import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addDays, day, dayOfEpoch } from "./day.ts";
import { contains, lengthInDays, overlaps, type Period } from "./period.ts";

const anyDay = fc.integer({ min: 20_000, max: 20_060 }).map(dayOfEpoch);
const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  anyDay.map((from) => ({ from })),
  fc.tuple(anyDay, fc.integer({ min: 1, max: 30 })).map(([from, n]) => ({ from, until: addDays(from, n) })),
);

describe("a period", () => {
  it("holds its first day and not the day it ended", () => {
    const p = { from: day("2026-01-05"), until: day("2026-01-08") };
    assert.equal(contains(p, day("2026-01-05")), true);
    assert.equal(contains(p, day("2026-01-07")), true);
    assert.equal(contains(p, day("2026-01-08")), false);
    assert.equal(contains(p, day("2026-01-04")), false);
  });

  it("meets the one that follows without overlapping it", () => {
    const first = { from: day("2026-01-05"), until: day("2026-01-08") };
    assert.equal(overlaps(first, { from: day("2026-01-08") }), false);
    assert.equal(overlaps(first, { from: day("2026-01-07") }), true);
  });

  it("overlaps another exactly where some day is in both", () => {
    const days = Array.from({ length: 100 }, (_, i) => dayOfEpoch(20_000 + i));
    fc.assert(fc.property(anyPeriod, anyPeriod, (a, b) => {
      assert.equal(overlaps(a, b), days.some((d) => contains(a, d) && contains(b, d)));
      assert.equal(overlaps(a, b), overlaps(b, a));
    }));
  });

  it("is as long as its days before today", () => {
    assert.equal(lengthInDays({ from: day("2026-01-05") }, day("2026-01-10")), 5);
    assert.equal(lengthInDays({ from: day("2026-01-05"), until: day("2026-01-08") }, day("2026-02-10")), 3);
    assert.equal(lengthInDays({ from: day("2026-01-05"), until: day("2026-02-08") }, day("2026-01-06")), 1);
  });
});
