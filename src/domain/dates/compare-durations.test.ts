import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { loadCalendar } from "../../reference/calendar.ts";
import { isNeverLonger } from "./compare-durations.ts";
import { addDays, day } from "./day.ts";
import { type Duration, parseDuration } from "./duration.ts";
import { dueOn } from "./working-days.ts";

const said = (text: string): Duration => parseDuration(text)!;
const UNITS = ["hour", "day", "working day", "week", "month", "year"] as const;
const duration = fc.record({ unit: fc.constantFrom(...UNITS), count: fc.integer({ min: 0, max: 40 }) }).map(({ unit, count }) => ({ unit, count: unit === "year" ? count % 4 : count }));

describe("never longer", () => {
  it("knows what is so whatever the day", () => {
    for (const [a, b] of [["5 working days", "6 working days"], ["4 weeks", "28 days"], ["28 days", "1 month"], ["12 months", "1 year"], ["72 hours", "3 days"], ["3 working days", "2 weeks"], ["1 week", "10 working days"]] as const) {
      assert.ok(isNeverLonger(said(a), said(b)), `${a}, ${b}`);
    }
  });
  it("does not say so of what may be longer", () => {
    for (const [a, b] of [["6 working days", "5 working days"], ["30 days", "1 month"], ["5 working days", "1 week"], ["1 month", "4 weeks"], ["2 years", "23 months"]] as const) {
      assert.ok(!isNeverLonger(said(a), said(b)), `${a}, ${b}`);
    }
  });
  it("never says so where some day shows otherwise", () => {
    const calendar = loadCalendar();
    fc.assert(fc.property(duration, duration, fc.integer({ min: 0, max: 3000 }), (a, b, n) => {
      const from = addDays(day("2016-01-01"), n);
      return !isNeverLonger(a, b) || dueOn(calendar, from, a) <= dueOn(calendar, from, b);
    }), { numRuns: 2000 });
  });
});
