import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { day } from "../../../domain/dates/day.ts";
import { isJudged, windowInWords } from "./figures.ts";

describe("a window in words", () => {
  test("is marked so far until its last year has ended", () => {
    const window = { yearEnding: 2027, years: 3 };
    assert.equal(windowInWords(window, day("2026-11-20")), "2024-27 so far");
    assert.equal(windowInWords(window, day("2027-03-31")), "2024-27 so far");
    assert.equal(windowInWords(window, day("2027-04-01")), "2024-27");
    assert.equal(windowInWords({ yearEnding: 2026, years: 1 }, day("2026-11-20")), "2025-26");
  });

  test("is judged by a threshold only if it has three years", () => {
    assert.deepEqual([1, 2, 3].map((years) => isJudged({ years })), [false, false, true]);
  });
});
