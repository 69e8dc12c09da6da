import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { addDays, day } from "../dates/day.ts";
import { entryCohort } from "./cohorts.ts";
import type { Traveller } from "./indicators.ts";
import { journeyOf } from "./journey-of.ts";

const TODAY = day("2026-11-22");
const child = (name: string, entered: string, more: readonly SampleEntry[]): Traveller =>
  ({ child: name, journey: journeyOf(fold(sampleEntries([{ kind: "looked-after", on: entered }, ...more]))) });
const decided = (entered: string): SampleEntry => ({ kind: "plan-decision", on: addDays(day(entered), 90) });
const moved = (entered: string, days: number): SampleEntry => ({ kind: "placed-for-adoption", on: addDays(day(entered), days) });

describe("those who entered care in a year", () => {
  const [E, LATE] = ["2024-06-01", "2025-12-01"];
  const all = [
    child("adopted", E, [decided(E), moved(E, 300), { kind: "adoption-order", on: "2025-12-01" }]),
    child("placed", E, [decided(E), moved(E, 500)]),
    child("waits", E, [decided(E)]),
    child("changed", E, [decided(E), { kind: "plan-decision-reversed", on: "2025-01-01", detail: { reason: "RD4" } }]),
    child("never", E, []),
    child("late", LATE, [decided(LATE)]),
  ];
  it("are all among them, however far they have come, and nobody for whom adoption was never decided", () => {
    const cohort = entryCohort(all, 2025, TODAY);
    assert.deepEqual([cohort.children, cohort.adopted, cohort.placed, cohort.waiting, cohort.changed, cohort.within, cohort.early], [["adopted", "placed", "waits", "changed"], ["adopted"], ["placed"], ["waits"], ["changed"], ["adopted"], []]);
    assert.deepEqual(entryCohort(all, 2026, TODAY).early, ["late"]);
    assert.deepEqual(entryCohort(all, 2020, TODAY), { yearEnding: 2020, children: [], adopted: [], placed: [], waiting: [], changed: [], within: [], early: [], middleDays: null });
  });
  it("tell the days by which half had moved in only where that can be known already", () => {
    assert.equal(entryCohort(all, 2025, TODAY).middleDays, 500, "two of three have, and the third has waited longer");
    assert.equal(entryCohort([all[2]!], 2025, TODAY).middleDays, null, "nobody has");
    assert.equal(entryCohort([all[1]!, child("new", "2025-03-01", [decided("2025-03-01")])], 2025, day("2025-11-01")).middleDays, null, "somebody has not waited so long yet");
  });
});
