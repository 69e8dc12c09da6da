import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { day } from "../dates/day.ts";
import { type Clock, counts, isOpen, judge, stateInWords } from "./clock.ts";

const CLOCK: Clock = {
  standard: "TT-01", occurrence: 1, startedOn: day("2026-01-05"), dueOn: day("2026-02-02"), stoppedOn: null, mootOn: null,
  startedBy: 1, stoppedBy: null, notRecorded: false, knownUpTo: null, flags: [], warnDays: 14, owner: "social-worker",
};
const on = (today: string, change: Partial<Clock> = {}): string => {
  const judged = judge({ ...CLOCK, ...change }, day(today));
  return `${judged.state} ${String(judged.days)}: ${stateInWords(judged)}`;
};

describe("a warning", () => {
  it("begins as many days before as the standard says", () => {
    assert.match(on("2026-01-25", { warnDays: 7 }), /^running/);
    assert.match(on("2026-01-26", { warnDays: 7 }), /^due-soon/);
    assert.match(on("2026-02-01", { warnDays: 0 }), /^running/);
    assert.match(on("2026-02-02", { warnDays: 0 }), /^due-soon/);
  });
});

describe("where a clock stands", () => {
  it("on a day before, near, on and after the day it is due", () => {
    assert.equal(on("2026-01-18"), "running 15: On track");
    assert.equal(on("2026-01-19"), "due-soon 14: Due in 14 days");
    assert.equal(on("2026-02-02"), "due-soon 0: Due today");
    assert.equal(on("2026-02-03"), "overdue -1: Overdue 1 day");
  });

  it("once stopped, whatever the day", () => {
    assert.equal(on("2030-01-01", { stoppedOn: day("2026-02-02") }), "met 0: Met");
    assert.equal(on("2026-01-01", { stoppedOn: day("2026-02-04") }), "met-late -2: Met 2 days late");
    assert.equal(on("2026-01-01", { stoppedOn: day("2026-02-04"), dueOn: null }), "met null: Met");
  });

  it("once it no longer applies, or was never recorded", () => {
    assert.equal(on("2030-01-01", { mootOn: day("2026-01-20") }), "moot null: No longer applies");
    assert.equal(on("2030-01-01", { notRecorded: true }), "not-recorded null: Not recorded");
    assert.equal(on("2030-01-01", { notRecorded: true, stoppedOn: day("2029-01-01") }), "not-recorded null: Not recorded");
    assert.equal(on("2030-01-01", { knownUpTo: day("2026-02-01") }), "not-recorded null: Not recorded");
    assert.equal(on("2030-01-01", { knownUpTo: day("2026-02-02") }), "overdue -1429: Overdue 1,429 days");
  });

  it("where its day is the first lawful one", () => {
    const flags = ["not-before"] as const;
    assert.equal(on("2026-02-01", { flags }), "running 1: Not for another 1 day");
    assert.equal(on("2026-02-02", { flags }), "running null: May now be done");
    assert.equal(on("2030-01-01", { flags, stoppedOn: day("2026-02-02") }), "met 0: Met");
    assert.equal(on("2030-01-01", { flags, stoppedOn: day("2026-01-30") }), "met-late -3: Done 3 days too soon");
  });

  it("makes a child late only where its text is confirmed, its source could have said, and it can be late at all", () => {
    assert.equal(counts(CLOCK), true);
    for (const change of [{ notRecorded: true }, { flags: ["advisory"] as const }, { flags: ["not-before"] as const }]) assert.equal(counts({ ...CLOCK, ...change }), false);
    assert.equal(isOpen(CLOCK), true);
    assert.equal(isOpen({ ...CLOCK, mootOn: day("2026-01-20") }), false);
  });
});
