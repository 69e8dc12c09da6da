import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addDays, day } from "../dates/day.ts";
import type { Clock, ClockFlag } from "./clock.ts";
import {
  type Figures, figuresOf, marginInWords, measure, type Month, monthAfter, monthInWords, monthOf, monthsFrom, parseMonth, spanOf, worstPerformanceFirst,
} from "./performance.ts";

const TODAY = day("2026-11-20");
const SPAN = { from: day("2026-01-01"), to: day("2026-11-30") };
const clock = (over: Partial<Clock>): Clock => ({
  standard: "TT-01", occurrence: 1, startedOn: day("2025-12-01"), dueOn: day("2026-06-10"), stoppedOn: null, mootOn: null,
  startedBy: 1, stoppedBy: null, notRecorded: false, knownUpTo: null, flags: [], warnDays: 14, owner: "social-worker", ...over,
});
const flagged = (flag: ClockFlag, over: Partial<Clock> = {}) => measure(clock({ flags: [flag], ...over }), SPAN, TODAY);
const done = { stoppedOn: day("2026-06-12") };

describe("how a clock weighs", () => {
  it("finished within the days asked for, early above zero and late below; on the first and the last of them too", () => {
    assert.deepEqual(measure(clock({ stoppedOn: day("2026-06-08") }), SPAN, TODAY), { type: "finished", on: "2026-06-08", days: 2 });
    assert.deepEqual(measure(clock(done), SPAN, TODAY), { type: "finished", on: "2026-06-12", days: -2 });
    for (const [on, weighs] of [["2025-12-31", false], ["2026-01-01", true], ["2026-11-30", true], ["2026-12-01", false]] as const) {
      assert.equal(measure(clock({ stoppedOn: day(on) }), SPAN, TODAY) !== undefined, weighs, on);
    }
  });
  it("open today, whenever it started; not where it ended without being met", () => {
    assert.deepEqual(measure(clock({ dueOn: addDays(TODAY, -3) }), SPAN, TODAY), { type: "open", days: -3 });
    assert.deepEqual(measure(clock({ dueOn: addDays(TODAY, 40) }), SPAN, TODAY), { type: "open", days: 40 });
    assert.equal(measure(clock({ mootOn: day("2026-05-01") }), SPAN, TODAY), undefined);
  });
  it("not recorded and advisory ones are told apart from those that count, as are checklists", () => {
    assert.deepEqual(flagged("advisory", done), { type: "advisory" });
    assert.deepEqual(measure(clock({ notRecorded: true }), SPAN, TODAY), { type: "not-recorded" });
    assert.deepEqual(measure(clock({ notRecorded: true, ...done }), SPAN, TODAY), { type: "not-recorded" });
    assert.deepEqual(measure(clock({ knownUpTo: day("2026-03-31") }), SPAN, TODAY), { type: "not-recorded" });
    assert.deepEqual(flagged("checklist", done), { type: "done" });
    assert.deepEqual(flagged("checklist"), { type: "to-do" });
    assert.deepEqual(flagged("checklist", { dueOn: null }), { type: "to-do" });
  });
  it("nothing, where no day is due or the day is the first lawful one", () => {
    assert.equal(measure(clock({ dueOn: null }), SPAN, TODAY), undefined);
    assert.equal(measure(clock({ dueOn: null, ...done }), SPAN, TODAY), undefined);
    assert.equal(flagged("not-before", done), undefined);
  });
});

/** The same said plainly: count, and take from either end until one or two are left. */
function naively(days: readonly number[]): Figures {
  let inTime = 0;
  for (const n of days) if (n >= 0) inTime++;
  const rest = [...days];
  while (rest.length > 2) {
    rest.splice(rest.indexOf(Math.min(...rest)), 1);
    rest.splice(rest.lastIndexOf(Math.max(...rest)), 1);
  }
  const median = rest.length === 0 ? null : rest.reduce((sum, n) => sum + n, 0) / rest.length;
  const exact = (100 * inTime) / days.length;
  const percent = days.length === 0 ? null : inTime === days.length ? 100 : inTime === 0 ? 0 : Math.max(1, Math.min(99, Math.round(exact)));
  return { finished: days.length, inTime, percent, median };
}

describe("figures", () => {
  const some = fc.array(fc.integer({ min: -400, max: 400 }), { maxLength: 60 });
  it("share and median are as counted by hand, whatever the days and their order", () => {
    fc.assert(fc.property(some, (days) => {
      assert.deepEqual(figuresOf(days), naively(days));
      assert.deepEqual(figuresOf(days.toReversed()), figuresOf(days));
    }), { numRuns: 300 });
  });
  it("says all or none only where it is so, and nothing of none", () => {
    assert.equal(figuresOf([...Array<number>(999).fill(1), -1]).percent, 99);
    assert.equal(figuresOf([...Array<number>(999).fill(-1), 1]).percent, 1);
    assert.deepEqual(figuresOf([]), { finished: 0, inTime: 0, percent: null, median: null });
    assert.deepEqual(figuresOf([4, -1, -4, 2]), { finished: 4, inTime: 2, percent: 50, median: 0.5 });
  });
  it("the worst come first, what is overdue and never finished among them; those of which there is nothing to say last", () => {
    const row = (days: readonly number[], overdue: number) => ({ ...figuresOf(days), overdue });
    const rows = [row([], 0), row([1, 1], 0), row([], 5), row([1, -1], 1), row([-1], 0), row([1, -1], 7)];
    assert.deepEqual(rows.sort(worstPerformanceFirst).map(({ percent, overdue }) => [percent, overdue]), [[null, 5], [0, 0], [50, 7], [50, 1], [100, 0], [null, 0]]);
  });
});

describe("months", () => {
  it("go on and back over the years, and span whole months", () => {
    const month = fc.tuple(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, "0")}` as Month);
    fc.assert(fc.property(month, fc.integer({ min: 0, max: 40 }), (from, n) => {
      const to = monthAfter(from, n);
      assert.equal(monthAfter(to, -n), from);
      assert.equal(monthsFrom(from, to).length, n + 1);
      const span = spanOf(from, to);
      assert.deepEqual([monthOf(span.from), monthOf(span.to), monthOf(addDays(span.from, -1)), monthOf(addDays(span.to, 1))], [from, to, monthAfter(from, -1), monthAfter(to, 1)]);
    }), { numRuns: 100 });
    assert.deepEqual([parseMonth("2026-03"), parseMonth("2026-13"), parseMonth("March")], ["2026-03", undefined, undefined]);
    assert.equal(monthInWords("2026-03" as Month), "March 2026");
  });
  it("margins are said in days", () => {
    assert.deepEqual([3, -1, 0, -2.5, 0.5].map(marginInWords), ["3 days early", "1 day late", "on the day", "2½ days late", "½ day early"]);
  });
});
