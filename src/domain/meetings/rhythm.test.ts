import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addDays, type Day, day, dayOfEpoch, daysBetween, epochDay, weekday } from "../dates/day.ts";
import { workingCalendar } from "../dates/working-days.ts";
import type { Rhythm, Weekday } from "./meeting.ts";
import { knownUntil, meetingDaysOf, movedInWords, rhythmInWords } from "./rhythm.ts";

const calendar = workingCalendar(day("2026-01-01"), day("2028-12-31"), [
  { on: day("2026-12-25"), name: "Christmas Day" }, { on: day("2026-12-28"), name: "Boxing Day substitute" },
  { on: day("2027-01-01"), name: "New Year’s Day" }, { on: day("2027-03-26"), name: "Good Friday" }, { on: day("2027-03-29"), name: "Easter Monday" },
  { on: day("2027-05-03"), name: "Early May bank holiday" }, { on: day("2027-05-31"), name: "Spring bank holiday" },
]);
const days = (rhythm: Rhythm, from: string, to: string) => meetingDaysOf(rhythm, day(from), day(to), calendar);
const on = (rhythm: Rhythm, from: string, to: string) => days(rhythm, from, to).map((one) => one.on);

const within = fc.integer({ min: epochDay(day("2026-02-01")), max: epochDay(day("2028-08-01")) }).map(dayOfEpoch);
const weekly = fc.record({ every: fc.constant("weeks" as const), count: fc.integer({ min: 1, max: 8 }), from: within });
const monthly = fc.record({ every: fc.constant("month" as const), nth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, "last" as const), weekday: fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7) });
const span = fc.tuple(within, fc.integer({ min: 0, max: 150 })).map(([from, length]): [Day, Day] => [from, addDays(from, length)]);

describe("the rhythm of a series", () => {
  it("never gives a bank holiday, nor a weekend unless its own weekday is one, and says where it was moved from", () => {
    fc.assert(fc.property(fc.oneof(weekly, monthly), span, (rhythm, [from, to]) => {
      const of = rhythm.every === "weeks" ? weekday(rhythm.from) : rhythm.weekday;
      for (const { on: held, movedFrom } of meetingDaysOf(rhythm, from, to, calendar)) {
        assert.ok(!calendar.holidays.has(held) && held >= from && held <= to);
        assert.equal(weekday(movedFrom ?? held), of);
        if (movedFrom !== undefined) assert.ok(calendar.holidays.has(movedFrom) && movedFrom < held && weekday(held) <= 5);
      }
    }));
  });
  it("gives every month exactly one, and every so many weeks exactly one counted from its day", () => {
    fc.assert(fc.property(monthly, within, (rhythm, from) => {
      const given = meetingDaysOf(rhythm, from, addDays(from, 140), calendar).map((one) => (one.movedFrom ?? one.on).slice(0, 7));
      assert.deepEqual(given, [...new Set(given)]);
      assert.ok(given.length >= 4 && given.length <= 6);
    }));
    fc.assert(fc.property(weekly, span, (rhythm, [from, to]) => {
      const given = meetingDaysOf(rhythm, from, to, calendar).map((one) => one.movedFrom ?? one.on);
      for (const one of given) assert.ok(one >= rhythm.from && daysBetween(rhythm.from, one) % (rhythm.count * 7) === 0);
      for (const [i, one] of given.slice(1).entries()) assert.equal(daysBetween(given[i]!, one), rhythm.count * 7);
    }));
  });
  it("gives the same however the time is divided", () => {
    fc.assert(fc.property(fc.oneof(weekly, monthly), span, fc.integer({ min: 0, max: 150 }), (rhythm, [from, to], n) => {
      const middle = addDays(from, Math.min(n, daysBetween(from, to)));
      assert.deepEqual(
        [...meetingDaysOf(rhythm, from, middle, calendar), ...meetingDaysOf(rhythm, addDays(middle, 1), to, calendar)],
        meetingDaysOf(rhythm, from, to, calendar),
      );
    }));
  });
  it("counts a fortnight from its day, through a meeting that was moved", () => {
    assert.deepEqual(days({ every: "weeks", count: 2, from: day("2026-12-14") }, "2026-12-01", "2027-01-31"), [
      { on: "2026-12-14" }, { on: "2026-12-29", movedFrom: "2026-12-28" }, { on: "2027-01-11" }, { on: "2027-01-25" },
    ]);
  });
  it("moves a day in the Easter weekend to the Tuesday, and the last Monday of May into June", () => {
    assert.deepEqual(days({ every: "month", nth: "last", weekday: 5 }, "2027-03-20", "2027-04-10"), [{ on: "2027-03-30", movedFrom: "2027-03-26" }]);
    assert.deepEqual(days({ every: "month", nth: "last", weekday: 1 }, "2027-05-01", "2027-06-10"), [{ on: "2027-06-01", movedFrom: "2027-05-31" }]);
    // It is June’s where only June is asked for.
    assert.deepEqual(on({ every: "month", nth: "last", weekday: 1 }, "2027-06-01", "2027-06-20"), ["2027-06-01"]);
  });
  it("plans no further than bank holidays are known", () => {
    const rhythm: Rhythm = { every: "month", nth: 2, weekday: 2 };
    assert.deepEqual(on(rhythm, "2028-11-20", "2029-02-20"), ["2028-12-12"]);
    assert.equal(knownUntil(day("2029-02-20"), calendar), "2028-12-31");
    assert.deepEqual(on(rhythm, "2029-01-01", "2029-02-20"), []);
    const christmas = workingCalendar(day("2026-01-01"), day("2026-12-28"), [{ on: day("2026-12-28"), name: "Boxing Day substitute" }]);
    assert.deepEqual(meetingDaysOf({ every: "month", nth: 4, weekday: 1 }, day("2026-12-01"), day("2026-12-31"), christmas), []);
  });
  it("meets not of itself where it never does", () => assert.deepEqual(on({ every: "never" }, "2026-02-01", "2027-02-01"), []));
  it("is said in words", () => {
    assert.equal(rhythmInWords({ every: "weeks", count: 2, from: day("2027-01-05") }), "Every 2 weeks on a Tuesday, counted from 5 January 2027");
    assert.equal(rhythmInWords({ every: "weeks", count: 1, from: day("2027-01-05") }), "Every week on a Tuesday, counted from 5 January 2027");
    assert.equal(rhythmInWords({ every: "month", nth: "last", weekday: 4 }), "On the last Thursday of every month");
    assert.equal(rhythmInWords({ every: "never" }), "When a meeting is called");
    assert.equal(movedInWords(day("2027-05-03"), calendar), "Moved from Monday 3 May 2027, Early May bank holiday");
    assert.equal(movedInWords(day("2027-05-04"), calendar), "Moved from Tuesday 4 May 2027");
  });
});
