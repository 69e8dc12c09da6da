import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { addDays, type Day, day, daysBetween } from "../dates/day.ts";
import { journeyOf } from "../scorecard/journey-of.ts";
import { evaluate } from "../standards/evaluate.ts";
import { sampleCalendar, samplePack } from "../standards/sample-standards.ts";
import { targetDates, type ThresholdIn } from "./target-dates.ts";

const CARE: SampleEntry = { kind: "looked-after", on: "2025-01-10" };
const DECIDED: SampleEntry = { kind: "plan-decision", on: "2025-05-01" };
const ORDER: SampleEntry = { kind: "placement-order", on: "2025-06-01" };
const PACK = samplePack(
  { id: "TT-01", title: "Match before panel", starts: "plan-decision", within: "6 months", stops: "matching-panel" },
  { id: "TT-02", title: "A visit", starts: "plan-decision", within: "6 weeks", stops: "visit" },
  { id: "TT-03", title: "Not too soon", shape: "not-before", starts: "placed-for-adoption", within: "10 weeks", stops: "adoption-application" },
);
/** Of this year’s window; of those before it, longer. */
const THRESHOLD: ThresholdIn = (indicator, yearEnding) => (indicator === "A2" ? 121 : 426) + (yearEnding < 2026 ? 100 : 0);

function targetsOn(today: string, ...rows: readonly SampleEntry[]) {
  const c = fold(sampleEntries(rows));
  return targetDates(c, journeyOf(c), evaluate(c, PACK, sampleCalendar()), PACK, THRESHOLD, day(today));
}
const line = (target: ReturnType<typeof targetsOn>[number] | undefined) => [target?.on, target?.state, target?.since, target?.days];
const named = (targets: ReturnType<typeof targetsOn>, start: string) => targets.find((t) => t.what.startsWith(start));

describe("target dates", () => {
  it("are the last days that keep the thresholds: on them it is met, the day after no longer", () => {
    const match = addDays(day("2025-06-01"), 121) as Day;
    assert.equal(match, "2025-09-30");
    assert.deepEqual(line(named(targetsOn("2025-09-30", CARE, DECIDED, ORDER), "Matched")), [match, "possible", null, 0]);
    assert.deepEqual(line(named(targetsOn("2025-10-01", CARE, DECIDED, ORDER), "Matched")), [match, "not-possible", "2025-10-01", 1]);
    const matched = (on: string) => line(named(targetsOn("2025-12-01", CARE, DECIDED, ORDER, { kind: "match-decision", on }), "Matched"));
    assert.deepEqual(matched("2025-09-30"), [match, "met", "2025-09-30", null]);
    assert.deepEqual(matched("2025-10-04"), [match, "met-late", "2025-10-04", 4]);
    const moved = named(targetsOn("2025-09-01", CARE, DECIDED, ORDER), "Moved in");
    assert.equal(daysBetween(day("2025-01-10"), moved!.on!), 426);
    assert.equal(moved?.from, "426 days from coming into care on 10 January 2025 (scorecard A10)");
  });

  it("count by the year’s own threshold: that of the adoption, for a child who was adopted", () => {
    const adopted = targetsOn("2026-09-01", { ...CARE, on: "2023-01-10" }, { ...DECIDED, on: "2023-05-01" }, { ...ORDER, on: "2023-06-01" },
      { kind: "match-decision", on: "2023-12-01" }, { kind: "placed-for-adoption", on: "2024-01-10" }, { kind: "adoption-order", on: "2024-08-01" });
    assert.equal(named(adopted, "Matched")?.on, addDays(day("2023-06-01"), 221));
  });

  it("say what they wait for, and what nobody recorded", () => {
    assert.deepEqual([named(targetsOn("2025-05-10", CARE, DECIDED), "Matched")].map((t) => [t?.state, t?.from]), [["waiting", "121 days from the placement order (scorecard A2): no order is made yet"]]);
    const unseen = targetsOn("2025-05-10", { ...CARE, detail: { startUnknown: true } }, DECIDED);
    assert.deepEqual([named(unseen, "Moved in")?.state, named(unseen, "Moved in")?.on], ["unknown", null]);
    const placed = targetsOn("2025-12-10", CARE, DECIDED, ORDER, { kind: "placed-for-adoption", on: "2025-11-01" });
    assert.equal(named(placed, "Matched")?.state, "unknown");
    assert.deepEqual(targetsOn("2025-05-10", CARE), [], "adoption is not decided: no scorecard day");
  });

  it("hold the standards that lead from stage to stage, and no others", () => {
    const stage = targetsOn("2025-12-01", CARE, DECIDED, ORDER).filter((t) => !t.from.includes("scorecard"));
    assert.deepEqual(stage.map((t) => [t.what, t.on, t.state, t.since]), [["Match before panel", "2025-11-01", "not-possible", "2025-11-02"]]);
    assert.equal(stage[0]?.from, "TT-01, counted from 1 May 2025");
  });

  it("show a target set for the child beside the standard’s own day, and hide neither", () => {
    const set: SampleEntry = { kind: "individual-target", on: "2025-06-10", detail: { standard: "tt-01", dueOn: "2025-09-01", note: "Her brother starts school" } };
    const both = (today: string, ...more: readonly SampleEntry[]) => targetsOn(today, CARE, DECIDED, set, ...more).filter((t) => t.what === "Match before panel").map((t) => [t.on, t.state, t.setBy !== null]);
    assert.deepEqual(both("2025-08-01"), [["2025-09-01", "possible", true], ["2025-11-01", "possible", false]]);
    assert.deepEqual(both("2025-12-01", { kind: "matching-panel", on: "2025-10-01" }), [["2025-09-01", "met-late", true], ["2025-11-01", "met", false]]);
    const of = targetsOn("2025-08-01", CARE, DECIDED, { ...set, detail: { standard: "XX-9", dueOn: "2025-07-01", note: "Agreed" } }).find((t) => t.setBy !== null);
    assert.deepEqual([of?.what, of?.state, of?.from], ["XX-9", "unknown", "Set for this child on 10 June 2025: Agreed"]);
  });
});
