import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../domain/chronology/fold.ts";
import { sampleEntries } from "../domain/chronology/sample.ts";
import { addDays, type Day, day } from "../domain/dates/day.ts";
import { USUAL } from "../domain/scorecard/choices.ts";
import { journeyOf } from "../domain/scorecard/journey-of.ts";
import { type Telling, tellingOf } from "../domain/scorecard/suppression.ts";
import type { Window } from "../domain/scorecard/window.ts";
import { yearByQuarter } from "./scorecard-quarters.ts";

const adopted = (child: string, order: string, days: number): { child: string; journey: ReturnType<typeof journeyOf> } => {
  const placed = addDays(day(order), -100);
  return { child, journey: journeyOf(fold(sampleEntries([
    { kind: "looked-after", on: addDays(placed, -days), until: order }, { kind: "placed-for-adoption", on: placed }, { kind: "adoption-order", on: order },
  ]))) };
};
const whole = (): Telling => "whole";

describe("a year by quarter", () => {
  const all = [adopted("a", "2025-04-01", 400), adopted("b", "2025-06-30", 301), adopted("c", "2025-07-01", 500), adopted("d", "2024-12-01", 900)];
  it("counts each child in the quarter of the order, and all of them in the year", () => {
    const { quarters, year } = yearByQuarter(all, 2026, day("2025-08-01"), whole, USUAL);
    assert.deepEqual(quarters.map(({ figures: { A1 }, isSoFar }) => [A1.children, A1.days, isSoFar]), [[2, 351, false], [1, 500, true]], "no quarter that has not begun; 350.5 is 351");
    assert.deepEqual([year.figures.A1.children, year.figures.A1.days, year.isSoFar], [3, 400, true]);
  });
  it("has four quarters once it is over, those with nobody without a figure", () => {
    const { quarters, year } = yearByQuarter(all, 2026, day("2026-04-01"), whole, USUAL);
    assert.deepEqual(quarters.map(({ figures: { A1 } }) => A1.days), [351, 500, null, null]);
    assert.equal(year.isSoFar, false);
  });
  it("tells of no quarter where one has a few closed records, for the year would give it away", () => {
    const closedOn: readonly Day[] = [...Array.from({ length: 6 }, () => day("2025-05-01")), day("2025-08-01")];
    const telling = (of: Window): Telling => tellingOf(closedOn, of);
    assert.deepEqual(yearByQuarter(all, 2026, day("2026-04-01"), telling, USUAL).quarters.map((q) => q.telling), ["none", "none", "none", "none"]);
    assert.notEqual(yearByQuarter(all, 2026, day("2026-04-01"), (of) => tellingOf(closedOn.slice(0, 6), of), USUAL).quarters[0]!.telling, "none");
  });
});
