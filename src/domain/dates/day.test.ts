import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  addDays, addMonths, ageOn, type Day, day, dayFrom, dayInWords, dayOfEpoch, daysBetween, daysInMonth, epochDay,
  parseDay, partsOf, weekday, yearEndingOf,
} from "./day.ts";

const MS = 86_400_000;
/** The platform’s own calendar, at midnight UTC, as a second opinion. */
const byDate = (d: Day): Date => new Date(`${d}T00:00:00Z`);
const anyCount = fc.integer({ min: epochDay(day("1900-01-01")), max: epochDay(day("2199-12-31")) });
const anyDay = anyCount.map(dayOfEpoch);

describe("a day", () => {
  it("is read only where there is such a day", () => {
    for (const good of ["2026-03-31", "2024-02-29", "2000-02-29", "1999-12-31"]) assert.equal(parseDay(good), good);
    for (const bad of ["2025-02-29", "1900-02-29", "2025-02-31", "2025-13-01", "2025-00-10", "2025-04-00", "2025-4-1", "31/03/2026", "2026-03-31T00:00", " 2026-03-31", ""]) {
      assert.equal(parseDay(bad), undefined, bad);
    }
    assert.throws(() => day("2025-02-31"), /2025-02-31/);
    assert.equal(dayFrom(2025, 2.5, 1), undefined);
    assert.equal(dayFrom(99, 1, 1), undefined);
  });

  it("agrees with the platform’s calendar on counts, weekdays and differences", () => {
    fc.assert(fc.property(anyCount, fc.integer({ min: -50_000, max: 50_000 }), (count, n) => {
      const d = dayOfEpoch(count);
      assert.equal(epochDay(d), count);
      assert.equal(byDate(d).getTime() / MS, count);
      assert.equal(weekday(d), byDate(d).getUTCDay() === 0 ? 7 : byDate(d).getUTCDay());
      assert.equal(byDate(addDays(d, n)).getTime() / MS, count + n);
      assert.equal(daysBetween(d, addDays(d, n)), n);
    }));
  });

  it("sorts as text in the order of time", () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => assert.equal(Math.sign(daysBetween(a, b)), a < b ? 1 : a > b ? -1 : 0)));
  });

  it("adds months to the corresponding date, or the month’s last day", () => {
    assert.equal(addMonths(day("2025-08-31"), 6), "2026-02-28");
    assert.equal(addMonths(day("2023-11-30"), 3), "2024-02-29");
    assert.equal(addMonths(day("2026-02-28"), 1), "2026-03-28");
    assert.equal(addMonths(day("2026-03-31"), -1), "2026-02-28");
    assert.equal(addMonths(day("2026-01-15"), -1), "2025-12-15");
    fc.assert(fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (d, n) => {
      const from = partsOf(d);
      const to = partsOf(addMonths(d, n));
      assert.equal(to.year * 12 + to.month, from.year * 12 + from.month + n);
      assert.equal(to.date, Math.min(from.date, daysInMonth(to.year, to.month)));
    }));
  });

  it("gives age in completed months, with a leap-day birthday on 1 March", () => {
    assert.deepEqual(ageOn(day("2020-05-10"), day("2026-05-09")), { years: 5, months: 11 });
    assert.deepEqual(ageOn(day("2020-05-10"), day("2026-05-10")), { years: 6, months: 0 });
    assert.deepEqual(ageOn(day("2024-02-29"), day("2025-02-28")), { years: 0, months: 11 });
    assert.deepEqual(ageOn(day("2024-02-29"), day("2025-03-01")), { years: 1, months: 0 });
  });

  it("belongs to the financial year that ends in March", () => {
    assert.equal(yearEndingOf(day("2026-03-31")), 2026);
    assert.equal(yearEndingOf(day("2026-04-01")), 2027);
    assert.equal(yearEndingOf(day("2025-12-31")), 2026);
  });

  it("is written for people one way", () => assert.equal(dayInWords(day("2026-03-05")), "5 March 2026"));
});
