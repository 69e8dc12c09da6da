import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Day, day } from "../../dates/day.ts";
import { workingCalendar } from "../../dates/working-days.ts";
import { readRegular } from "./change.ts";
import { dueStateInWords, monthsOfPeriod, periodInWords, type RegularChange, type RegularMade, registerFrom } from "./regular.ts";

const CALENDAR = workingCalendar(day("2025-01-01"), day("2027-12-31"), []);
const TODAY = day("2026-11-20");
const BEGUN = "2026-06-01";
const set = (rhythm: "month" | "quarter", from: string): RegularMade => ({ what: "set", meeting: "Board", rhythm, makers: [{ type: "office", role: "service-manager", service: null }], withinDays: 10, from: day(from) });
const changes = (...rows: readonly (readonly [RegularMade, string?])[]): RegularChange[] => rows.map(([made, by = "maker"], i) => ({ number: i + 1, report: "r", made, by, at: `${BEGUN}T09:00:00.000Z` }));
const made = (period: string, on: string): RegularMade => ({ what: "made", period, on: day(on) });
const statesOf = (rows: readonly RegularChange[], today: Day = TODAY) => registerFrom(rows, CALENDAR, today)[0]?.due.map(({ period, state, dueOn }) => [period, state, dueOn]);

describe("the register of regular reports", () => {
  it("owes a report of each month that ended since it began, late after its working days, and counts the first making", () => {
    assert.deepEqual(statesOf(changes([set("month", "2026-07-01")], [made("2026-07", "2026-08-14")], [made("2026-08", "2026-09-15")], [made("2026-08", "2026-09-01")])), [
      ["2026-10", "late", "2026-11-13"], ["2026-09", "late", "2026-10-14"], ["2026-08", "made-late", "2026-09-14"], ["2026-07", "made", "2026-08-14"],
    ]);
    assert.deepEqual(statesOf(changes([set("month", "2026-10-01")]), day("2026-11-13")), [["2026-10", "due", "2026-11-13"]], "on its day it is not late");
  });

  it("is not late of a time that had ended when it was put on the register: its days count from then", () => {
    const begun = changes([set("month", "2026-10-01")]).map((one) => ({ ...one, at: "2026-11-20T09:00:00.000Z" }));
    assert.deepEqual([statesOf(begun), statesOf(begun, day("2026-12-07"))], [[["2026-10", "due", "2026-12-04"]], [["2026-11", "due", "2026-12-14"], ["2026-10", "late", "2026-12-04"]]]);
  });

  it("owes one of each quarter, none of a time before it began, and none after it ended", () => {
    assert.deepEqual(statesOf(changes([set("quarter", "2026-06-15")]))?.map(([period]) => period), ["2026-27-q2", "2026-27-q1"]);
    const ended = registerFrom(changes([set("month", "2026-08-01")], [{ what: "ended", on: day("2026-10-05"), why: "Merged" }]), CALENDAR, TODAY)[0];
    assert.deepEqual([ended?.ended?.why, ended?.due.map(({ period }) => period)], ["Merged", ["2026-09", "2026-08"]]);
  });

  it("says a time and how it stands in words", () => {
    assert.deepEqual([periodInWords("2026-10"), periodInWords("2026-27-q2"), monthsOfPeriod("2026-27-q2"), monthsOfPeriod("soon")], ["October 2026", "July to September 2026", { from: "2026-07", to: "2026-09" }, undefined]);
    assert.equal(dueStateInWords({ state: "made-late", dueOn: day("2026-11-13"), madeOn: day("2026-11-16") }), "Made late, on 16 November 2026; it was due 13 November 2026");
  });

  it("refuses a maker from outside or one who does not see the figures, and a report without a meeting", () => {
    const people = [{ account: "f", name: "Finder", role: "family-finder" as const, label: "Finder, family finder" }];
    const messages = (makers: readonly string[]) => { const read = readRegular({ meeting: "Board", rhythm: "month", makers, withinDays: "10" }, people, TODAY); return "refusals" in read ? read.refusals.map(({ message }) => message) : []; };
    assert.match(messages(["A trainer"])[0] ?? "", /Nobody here and no office is called “A trainer”/);
    assert.match(messages(["Finder"])[0] ?? "", /^Family finder: this role does not see the scorecard/);
    assert.deepEqual(messages(["Service manager of adoption"]), []);
    const read = readRegular({ meeting: " ", rhythm: "yearly", makers: [], withinDays: "0" }, people, TODAY);
    assert.deepEqual("refusals" in read && read.refusals.map(({ field }) => field), ["meeting", "rhythm", "owners-0", "withinDays"]);
  });
});
