import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addDays, type Day, day } from "../dates/day.ts";
import { workingCalendar } from "../dates/working-days.ts";
import type { Rhythm } from "./meeting.ts";
import { planFor, type Standing, UNPLANNED } from "./plan-ahead.ts";

const calendar = workingCalendar(day("2026-01-01"), day("2028-12-31"), [{ on: day("2026-12-28"), name: "Boxing Day substitute" }, { on: day("2027-03-29"), name: "Easter Monday" }]);
const today = day("2026-11-22");
const fortnightly: Rhythm = { every: "weeks", count: 2, from: day("2026-11-30") };
const standing = (heldOn: string, more: Partial<Standing> = {}): Standing => ({ id: heldOn, heldOn: day(heldOn), state: "planned", detail: {}, agendaBuiltAt: null, ...more });
const adds = (rhythm: Rhythm, meetings: readonly Standing[], on: Day = today): readonly string[] => planFor(rhythm, meetings, on, calendar).add.map((one) => one.on);

describe("planning ahead", () => {
  it("plans three months, off bank holidays, and says what it moved", () => {
    const { add, until, cutShort } = planFor(fortnightly, [], today, calendar);
    assert.deepEqual(add, [{ on: "2026-11-30" }, { on: "2026-12-14" }, { on: "2026-12-29", movedFrom: "2026-12-28" }, { on: "2027-01-11" }, { on: "2027-01-25" }, { on: "2027-02-08" }, { on: "2027-02-22" }]);
    assert.deepEqual([until, cutShort], ["2027-02-22", false]);
  });
  it("plans nothing twice, on whatever day it is asked again", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 90 }), (later) => {
      const planned = planFor(fortnightly, [], today, calendar).add.map(({ on, movedFrom }) => standing(on, movedFrom === undefined ? {} : { detail: { movedFrom } }));
      assert.deepEqual(adds(fortnightly, planned), []);
      for (const on of adds(fortnightly, planned, addDays(today, later))) assert.ok(on > "2027-02-22");
      assert.deepEqual(planFor(fortnightly, planned, addDays(today, later), calendar).drop, []);
    }));
  });
  it("does not plan again a day from which somebody moved the meeting, or cancelled it", () => {
    const moved = standing("2026-12-02", { detail: { movedFrom: day("2026-11-30") } });
    const twice = standing("2027-01-04", { detail: { movedFrom: day("2026-12-28") } });
    const cancelled = standing("2026-12-14", { state: "cancelled", detail: { cancelled: "The chair is ill" } });
    assert.deepEqual(adds(fortnightly, [moved, twice, cancelled]), ["2027-01-11", "2027-01-25", "2027-02-08", "2027-02-22"]);
    assert.deepEqual(planFor(fortnightly, [moved, twice, cancelled], today, calendar).drop, []);
    // Nor one moved from a day that has passed meanwhile.
    assert.deepEqual(planFor(fortnightly, [moved], day("2026-12-01"), calendar).drop, []);
  });
  it("takes out of the plan what another rhythm gives no more, and keeps what was begun or called", () => {
    const weekly: Rhythm = { every: "month", nth: 2, weekday: 3 };
    const meetings = [
      standing("2026-11-30", { agendaBuiltAt: "2026-11-20T10:00:00.000Z" }), standing("2026-12-09"), standing("2026-12-14"), standing("2026-12-20", { detail: { extraordinary: "Called" } }),
      standing("2027-01-11", { state: "agenda-sent" }), standing("2026-11-16", { state: "held" }),
    ];
    const plan = planFor(weekly, meetings, today, calendar);
    assert.deepEqual(plan.add.map((one) => one.on), ["2027-01-13", "2027-02-10"]);
    assert.deepEqual([plan.drop, plan.stay].map((some) => some.map(({ heldOn }) => heldOn)), [["2026-12-14"], ["2026-11-30", "2027-01-11"]]);
  });
  it("plans again what only the plan took out", () => {
    const out = standing("2026-11-30", { state: "cancelled", detail: { cancelled: UNPLANNED.rhythm } });
    assert.equal(adds(fortnightly, [out])[0], "2026-11-30");
  });
  it("says where bank holidays are not known so far ahead", () => {
    const { add, until, cutShort } = planFor({ every: "weeks", count: 4, from: day("2028-11-28") }, [], day("2028-11-20"), calendar);
    assert.deepEqual([add.map((one) => one.on), until, cutShort], [["2028-11-28", "2028-12-26"], "2028-12-31", true]);
  });
});
