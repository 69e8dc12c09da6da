import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { daysOf, windowName } from "./window.ts";

describe("a window", () => {
  it("is whole financial years ending in March", () => {
    assert.deepEqual(daysOf({ yearEnding: 2026, years: 3 }), { firstOn: "2023-04-01", lastOn: "2026-03-31" });
    assert.deepEqual(daysOf({ yearEnding: 2014, years: 1 }), { firstOn: "2013-04-01", lastOn: "2014-03-31" });
  });

  it("is named by its first and last year", () => {
    assert.equal(windowName({ yearEnding: 2026, years: 3 }), "2023-26");
    assert.equal(windowName({ yearEnding: 2009, years: 1 }), "2008-09");
  });

  it("may be one quarter of a year, and of no longer window", () => {
    assert.deepEqual(daysOf({ yearEnding: 2026, years: 1, quarter: 4 }), { firstOn: "2026-01-01", lastOn: "2026-03-31" });
    assert.equal(windowName({ yearEnding: 2026, years: 1, quarter: 1 }), "April to June 2025");
    assert.throws(() => daysOf({ yearEnding: 2026, years: 3, quarter: 1 }), RangeError);
  });

  it("of no years, or of years no calendar has, is refused", () => {
    assert.throws(() => daysOf({ yearEnding: 2026, years: 0 }), RangeError);
    assert.throws(() => daysOf({ yearEnding: 20260, years: 3 }), RangeError);
  });
});
