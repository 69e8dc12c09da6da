import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { day } from "../../../../domain/dates/day.ts";
import type { WhatIfClock } from "../../../../domain/standards/what-if.ts";
import { clocksInWords } from "./clocks-in-words.ts";

const CLOCK: WhatIfClock = { standard: "TC-01", occurrence: 1, from: "running", to: "overdue", dueBefore: day("2026-12-07"), dueAfter: day("2026-11-07"), countsBefore: true, countsAfter: true };
const TITLES = new Map([["TC-01", "First review"]]);
const told = (clock: Partial<WhatIfClock>): string => clocksInWords([{ ...CLOCK, ...clock }], TITLES)[0]!;

describe("what becomes of clocks, in words", () => {
  test("names the standard, the states and the days", () => {
    assert.equal(told({}), "TC-01 First review: from on track to overdue; due 7 November 2026; was due 7 December 2026");
    assert.equal(told({ occurrence: 2, dueBefore: day("2026-11-07") }), "TC-01 First review, clock 2: from on track to overdue; due 7 November 2026");
    assert.equal(told({ from: null, dueBefore: null, countsBefore: false }), "TC-01 First review: new and overdue; due 7 November 2026");
    assert.equal(told({ to: null, dueAfter: null, countsAfter: false }), "TC-01 First review: no longer there (was on track); was due 7 December 2026");
    assert.equal(told({ from: null, dueBefore: null, countsBefore: false, countsAfter: false }), "TC-01 First review: new and overdue, never making the child late; due 7 November 2026");
  });

  test("says of a text that is confirmed which clocks now make the child late", () => {
    const same = { dueBefore: day("2026-11-07"), countsBefore: false };
    assert.equal(told({ ...same, from: "overdue" }), "TC-01 First review: overdue as before, and now making the child late; due 7 November 2026");
    assert.equal(told({ ...same, from: "met", to: "met" }), "TC-01 First review: still met, and now counted; due 7 November 2026");
  });

  test("tells many together, by what becomes of them", () => {
    const many = ["A-1", "A-2", "A-3", "A-4"].map((standard) => ({ ...CLOCK, standard, from: null }));
    assert.deepEqual(clocksInWords([...many, { ...CLOCK, to: null }], TITLES), ["4 clocks new and overdue: A-1, A-2, A-3, A-4", "1 clock no longer there (was on track): TC-01"]);
  });
});
