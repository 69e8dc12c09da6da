import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { day, dayOfEpoch, epochDay, weekday } from "../dates/day.ts";
import { parseDuration } from "../dates/duration.ts";
import { BeyondCalendar, workingCalendar, workingDaysBetween } from "../dates/working-days.ts";
import { leadDay, leadInWords, leadsOf, leadsOutOfOrder, passedLeads } from "./leads.ts";

const calendar = workingCalendar(day("2026-01-01"), day("2027-12-31"), [{ on: day("2026-12-25"), name: "Christmas Day" }, { on: day("2026-12-28"), name: "Boxing Day substitute" }]);
const lead = (text: string) => parseDuration(text) ?? assert.fail(text);
const leads = {
  "build": lead("10 working days"), "updates": lead("10 working days"), "remind": lead("5 working days"), "papers": lead("1 week"), "extra-items": lead("3 working days"), "agenda": lead("3 working days"),
};

describe("lead times", () => {
  it("count working days back from the meeting, over a weekend and the bank holidays", () => {
    assert.equal(leadDay(day("2026-12-30"), lead("3 working days"), calendar), "2026-12-23");
    assert.equal(leadDay(day("2026-12-01"), lead("3 working days"), calendar), "2026-11-26");
    assert.equal(leadDay(day("2026-12-01"), lead("1 week"), calendar), "2026-11-24");
    assert.equal(leadDay(day("2026-12-01"), lead("0 working days"), calendar), "2026-12-01");
  });
  it("leave exactly so many working days before the meeting", () => {
    fc.assert(fc.property(fc.integer({ min: epochDay(day("2026-04-01")), max: epochDay(day("2027-12-31")) }).map(dayOfEpoch), fc.integer({ min: 1, max: 30 }), (heldOn, count) => {
      const on = leadDay(heldOn, { count, unit: "working day" }, calendar);
      assert.ok(weekday(on) <= 5 && !calendar.holidays.has(on));
      const own = weekday(heldOn) <= 5 && !calendar.holidays.has(heldOn) ? 0 : 1;
      assert.equal(workingDaysBetween(calendar, on, heldOn), count - own);
    }));
  });
  it("say which have passed already, the earliest first", () => {
    const days = leadsOf({ leads }, day("2026-12-01"), calendar);
    assert.deepEqual(days, { "build": "2026-11-17", "updates": "2026-11-17", "remind": "2026-11-24", "papers": "2026-11-24", "extra-items": "2026-11-26", "agenda": "2026-11-26" });
    assert.deepEqual(passedLeads(days, day("2026-11-17")), []);
    assert.deepEqual(passedLeads(days, day("2026-11-26")), ["build", "updates", "remind", "papers"]);
    assert.deepEqual(passedLeads(days, day("2026-11-30")).slice(-2), ["extra-items", "agenda"]);
  });
  it("are out of order where the agenda would be sent before it is built", () => {
    assert.deepEqual(leadsOutOfOrder(leads), []);
    assert.deepEqual(leadsOutOfOrder({ ...leads, build: lead("2 working days") }), [["agenda", "build"], ["updates", "build"], ["papers", "build"], ["extra-items", "build"]]);
    assert.deepEqual(leadsOutOfOrder({ ...leads, remind: lead("3 weeks") }), [["remind", "updates"]]);
  });
  it("go no further than bank holidays are known", () => assert.throws(() => leadDay(day("2026-01-02"), lead("5 working days"), calendar), BeyondCalendar));
  it("are said in words", () => {
    assert.equal(leadInWords(lead("3 working days")), "3 working days before");
    assert.equal(leadInWords(lead("1 week")), "1 week before");
    assert.equal(leadInWords(lead("0 days")), "on the day");
  });
});
