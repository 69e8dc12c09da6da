import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addDays, type Day, day, dayOfEpoch, epochDay, weekday } from "./day.ts";
import { parseDuration } from "./duration.ts";
import {
  addWorkingDays, BeyondCalendar, type Counting, countingInWords, dueOn, isWorkingDay, subtractWorkingDays,
  workingCalendar, workingDaysBetween,
} from "./working-days.ts";

const calendar = workingCalendar(day("2025-01-01"), day("2026-12-31"), [
  { on: day("2026-04-03"), name: "Good Friday" },
  { on: day("2026-04-06"), name: "Easter Monday" },
  { on: day("2026-12-25"), name: "Christmas Day" },
  { on: day("2026-12-28"), name: "Boxing Day substitute" },
]);

const counted = (d: Day): boolean => weekday(d) <= 5 && !calendar.holidays.has(d);
const due = (start: string, within: string, counting: Counting = {}): Day => dueOn(calendar, day(start), parseDuration(within)!, counting);

/** Counting on the fingers: one step at a time, the slow way. */
function walk(from: Day, n: number, step: 1 | -1): Day {
  let at = from;
  for (let left = n; left > 0; ) {
    at = addDays(at, step);
    if (counted(at)) left--;
  }
  return at;
}

const inside = fc.integer({ min: epochDay(day("2025-05-01")), max: epochDay(day("2026-08-01")) }).map(dayOfEpoch);
const few = fc.integer({ min: 1, max: 45 });

describe("working days", () => {
  it("agree with counting one day at a time, both ways", () => {
    fc.assert(fc.property(inside, few, (from, n) => {
      assert.equal(addWorkingDays(calendar, from, n), walk(from, n, 1));
      assert.equal(subtractWorkingDays(calendar, from, n), walk(from, n, -1));
      assert.equal(isWorkingDay(calendar, from), counted(from));
    }));
  });

  it("between two days are as many as were added", () => {
    fc.assert(fc.property(inside, few, (from, n) => {
      assert.equal(workingDaysBetween(calendar, from, addWorkingDays(calendar, from, n)), n);
    }));
  });

  it("add up: first some, then more, is all at once", () => {
    fc.assert(fc.property(inside, few, few, (from, a, b) => {
      assert.equal(addWorkingDays(calendar, addWorkingDays(calendar, from, a), b), addWorkingDays(calendar, from, a + b));
    }));
  });

  it("know their first and last day", () => {
    assert.equal(isWorkingDay(calendar, day("2025-01-01")), true);
    assert.equal(isWorkingDay(calendar, day("2026-12-31")), true);
    assert.throws(() => isWorkingDay(calendar, day("2024-12-31")), BeyondCalendar);
  });

  it("are refused, not guessed, where nobody has published the bank holidays", () => {
    assert.throws(() => due("2026-12-30", "5 working days"), { name: "BeyondCalendar", message: /1 January 2025 to 31 December 2026/ });
    assert.throws(() => due("2025-01-03", "5 working days", { before: true }), BeyondCalendar);
    assert.throws(() => due("2031-01-01", "1 working day"), BeyondCalendar);
    assert.equal(due("2031-01-31", "1 month"), "2031-02-28");
  });

  it("come from a calendar that does not contradict itself", () => {
    const [from, to] = [day("2026-01-01"), day("2026-12-31")];
    const on = day("2026-04-03");
    assert.throws(() => workingCalendar(from, to, [{ on, name: "a" }, { on, name: "b" }]), /twice/);
    assert.throws(() => workingCalendar(from, to, [{ on: day("2026-12-26"), name: "Boxing Day" }]), /weekend/);
    assert.throws(() => workingCalendar(from, to, [{ on: day("2027-01-01"), name: "New Year" }]), /outside/);
  });
});

describe("a due date", () => {
  it("counts the day after as day one, or the day itself where the source says “beginning with”", () => {
    assert.equal(due("2026-03-02", "5 days"), "2026-03-07");
    assert.equal(due("2026-03-02", "5 days", { beginningWith: true }), "2026-03-06");
    assert.equal(due("2026-01-05", "26 weeks", { beginningWith: true }), "2026-07-05");
    assert.equal(due("2026-03-02", "1 month", { beginningWith: true }), "2026-04-01");
    assert.equal(due("2026-03-02", "1 year"), "2027-03-02");
    assert.equal(due("2026-03-02", "1 working day", { beginningWith: true }), "2026-03-02");
    assert.equal(due("2026-03-07", "1 working day", { beginningWith: true }), "2026-03-09");
  });

  it("“beginning with” is the same count from the day before", () => {
    fc.assert(fc.property(inside, few, fc.constantFrom("day", "week", "working day"), (start, n, unit) => {
      assert.equal(due(start, `${n} ${unit}`, { beginningWith: true }), due(addDays(start, -1), `${n} ${unit}`));
      assert.equal(due(start, `${n} ${unit}`, { beginningWith: true, before: true }), due(addDays(start, 1), `${n} ${unit}`, { before: true }));
    }));
  });

  it("judges hours by the calendar day", () => {
    assert.equal(due("2026-03-02", "72 hours"), "2026-03-05");
    assert.equal(due("2026-03-02", "25 hours"), "2026-03-04");
  });

  it("counts back for lead times", () => {
    assert.equal(due("2026-12-29", "3 working days", { before: true }), "2026-12-22");
    assert.equal(due("2026-03-31", "1 month", { before: true }), "2026-02-28");
  });

  it("nothing within is the day itself", () => assert.equal(due("2026-03-07", "0 working days"), "2026-03-07"));

  it("never comes earlier for starting later", () => {
    fc.assert(fc.property(inside, few, fc.constantFrom("hour", "day", "week", "working day", "month"), (start, n, unit) => {
      assert.ok(due(start, `${n} ${unit}`) <= due(addDays(start, 1), `${n} ${unit}`));
    }));
  });
});

describe("the arithmetic in words", () => {
  const words = (start: string, within: string, counting: Counting = {}): string =>
    countingInWords(calendar, day(start), parseDuration(within)!, counting);

  it("names the bank holidays it skipped", () => {
    assert.equal(
      words("2026-04-02", "5 working days"),
      "5 working days after 2 April 2026, not counting weekends, Good Friday (3 April 2026) and Easter Monday (6 April 2026)",
    );
    assert.equal(words("2026-03-02", "5 working days"), "5 working days after 2 March 2026, not counting weekends");
    assert.equal(
      words("2026-12-29", "3 working days", { before: true }),
      "3 working days before 29 December 2026, not counting weekends, Christmas Day (25 December 2026) and Boxing Day substitute (28 December 2026)",
    );
  });

  it("names a bank holiday on the starting day where that day would have counted", () => {
    assert.equal(
      words("2026-04-06", "1 working day", { beginningWith: true }),
      "1 working day beginning with 6 April 2026, not counting weekends and Easter Monday (6 April 2026)",
    );
  });

  it("says when hours are judged by the day, and leaves plain lengths plain", () => {
    assert.equal(words("2026-03-02", "72 hours"), "72 hours after 2 March 2026, judged by the calendar day");
    assert.equal(words("2026-01-05", "26 weeks", { beginningWith: true }), "26 weeks beginning with 5 January 2026");
  });
});
