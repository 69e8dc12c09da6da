import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { fold } from "../chronology/fold.ts";
import { day } from "../dates/day.ts";
import { workingCalendar } from "../dates/working-days.ts";
import { type LookedBack, type Worth, worthOf } from "./worth.ts";

const calendar = workingCalendar(day("2020-01-01"), day("2030-12-31"), []);
const series: LookedBack = { meetings: new Set(["m1", "m2"]), heldOn: [day("2026-05-12"), day("2026-06-09")], considered: "tracking-meeting", sees: { first: true, review: true }, firstWithin: { count: 8, unit: "week" } };
const QUARTER = { from: day("2026-04-01"), to: day("2026-06-30") };
const of = (meeting: string) => ({ meeting, series: "Tracking", organisation: "North" });
const met = (on: string, meeting = "m1", detail = {}): readonly SampleEntry[] => [{ kind: "tracking-meeting", on }, { kind: "meeting-outcome", on, detail: { ...of(meeting), ...detail } }];
const action = (on: string, dueOn: string, meeting = "m1"): SampleEntry => ({ kind: "action-agreed", on, detail: { ...of(meeting), what: "Ask", dueOn, shownBy: "A letter" } });
const done = (number: number, on: string, how = "done"): SampleEntry => ({ kind: "action-done", on, detail: { action: number, how, done: "Asked" } });
const worth = (children: readonly (readonly SampleEntry[])[], asOf = "2026-07-20", period = QUARTER): Worth => worthOf(children.map((rows) => fold(sampleEntries(rows))), series, period, day(asOf), calendar);

describe("whether a meeting is worth it", () => {
  it("counts children seen within eight weeks of coming into care by the quarter in which that ends, and not those who left before or are not yet due", () => {
    const care = (on: string, until?: string): SampleEntry => ({ kind: "looked-after", on, until });
    assert.deepEqual(worth([
      [care("2026-04-01"), ...met("2026-05-12")], [care("2026-04-01"), ...met("2026-06-09", "m2")], [care("2026-04-01", "2026-05-01")], [care("2026-05-30"), ...met("2026-06-09", "m2")], [care("2026-04-20")],
    ]).first, { inTime: 1, not: 2 });
    assert.deepEqual(worth([[care("2026-04-20")]], "2026-06-15").first, { inTime: 0, not: 0 }, "its last day is today");
    assert.deepEqual(worth([[{ ...care("2026-04-01"), detail: { startUnknown: true } }]]).first, { inTime: 0, not: 0 });
  });
  it("counts children seen between the first review and the second, and at the next meeting after the decision", () => {
    const reviewed: readonly SampleEntry[] = [{ kind: "looked-after", on: "2026-02-01" }, { kind: "review", on: "2026-02-27" }, { kind: "review", on: "2026-05-20" }];
    assert.deepEqual(worth([[...reviewed, ...met("2026-05-12")], [...reviewed, ...met("2026-06-09", "m2")], reviewed.slice(0, 2)]).review, { inTime: 1, not: 1 });
    const decided: SampleEntry = { kind: "plan-decision", on: "2026-05-12" };
    assert.deepEqual(worth([[decided, ...met("2026-06-09", "m2")], [decided, ...met("2026-05-12")], [{ ...decided, detail: { outcome: "deferred" } }], [{ ...decided, on: "2026-06-10" }], [{ ...decided, on: "2026-04-10" }]]).decided, { inTime: 1, not: 1 });
  });
  it("counts decisions and actions of its own meetings alone, in time, late and open, with the median days to those done", () => {
    const child: readonly SampleEntry[] = [
      action("2026-05-12", "2026-05-20"), done(1, "2026-05-20"), action("2026-05-12", "2026-05-20"), done(3, "2026-05-24"), action("2026-06-09", "2026-08-01", "m2"), action("2026-06-09", "2026-07-01", "m2"),
      action("2026-06-09", "2026-07-01", "m2"), done(7, "2026-06-10", "overtaken"), action("2026-06-09", "2026-07-01", "other"),
      { kind: "meeting-decision", on: "2026-05-12", detail: { ...of("m1"), sort: "decided", what: "Begin", why: "Late" } }, { kind: "action-escalated", on: "2026-07-11", detail: { action: 6 } },
    ];
    const found = worth([child]);
    assert.deepEqual(found.actions, { agreed: 5, inTime: 1, late: 1, dropped: 1, open: 1, overdue: 1, escalated: 1 });
    assert.deepEqual([found.decisions, found.recommended, found.done], [1, 0, { of: 2, days: 10 }]);
    assert.equal(worth([child], "2026-07-20", { from: day("2026-07-01"), to: day("2026-09-30") }).actions.agreed, 0);
  });
  it("counts by its own minutes: not what another meeting considered, not what it is not there to see, and nothing before it met", () => {
    const care: SampleEntry = { kind: "looked-after", on: "2026-04-01" };
    const others = worth([[care, ...met("2026-05-12", "another series")], [care, { kind: "tracking-meeting", on: "2026-05-12" }], [care]]);
    assert.deepEqual([others.seen, others.first], [0, { inTime: 0, not: 1 }]);
    const early = { from: day("2026-01-01"), to: day("2026-03-31") };
    const before: readonly SampleEntry[] = [{ kind: "looked-after", on: "2025-12-20" }, { kind: "tracking-meeting", on: "2026-01-12" }];
    const none = worth([before, before.slice(0, 1)], "2026-07-20", early);
    assert.deepEqual([none.meetings, none.first, none.review], [0, { inTime: 0, not: 0 }, { inTime: 0, not: 0 }]);
    assert.deepEqual(worthOf([fold(sampleEntries([care, ...met("2026-05-12")]))], { ...series, sees: { first: false, review: false } }, QUARTER, day("2026-07-20"), calendar).first, { inTime: 0, not: 0 });
  });
  it("counts an action that was passed on once, by the day it was first to be done", () => {
    const next: SampleEntry = { kind: "action-agreed", on: "2026-06-10", detail: { ...of("m1"), what: "Ask", dueOn: "2026-09-01", shownBy: "A letter", passedOnFrom: 1 } };
    const child = [action("2026-05-12", "2026-05-20"), done(1, "2026-06-10", "passed-on"), next];
    assert.deepEqual(worth([child]).actions, { agreed: 1, inTime: 0, late: 0, dropped: 0, open: 0, overdue: 1, escalated: 0 });
    assert.deepEqual([worth([[...child, done(3, "2026-06-20")]]).actions.late, worth([[...child, done(3, "2026-06-20")]]).done], [1, { of: 1, days: 39 }]);
  });
  it("says until when children were tracked: a match, an order, or a plan to be revisited", () => {
    const { until, seen, meetings } = worth([
      [...met("2026-05-12"), { kind: "match-decision", on: "2026-05-22" }, { kind: "adoption-order", on: "2026-06-20" }],
      [...met("2026-05-12"), ...met("2026-06-09", "m2", { revisit: true })], [{ kind: "match-decision", on: "2026-05-22" }], [{ kind: "match-decision", on: "2026-05-01" }, ...met("2026-05-12")],
    ]);
    assert.deepEqual([until, seen, meetings], [{ match: { of: 1, days: 10 }, order: { of: 1, days: 39 }, revisited: { of: 1, days: 28 } }, 3, 2]);
    assert.deepEqual(worth([]).until.match, { of: 0, days: null });
  });
});
