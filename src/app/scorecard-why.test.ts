import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../domain/chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../domain/chronology/sample.ts";
import { addDays, day } from "../domain/dates/day.ts";
import { journeyOf } from "../domain/scorecard/journey-of.ts";
import type { Telling } from "../domain/scorecard/suppression.ts";
import { tellingOf } from "../domain/scorecard/suppression.ts";
import type { Window } from "../domain/scorecard/window.ts";
import { barrierCounts, barriersIn, movedFor } from "./scorecard-why.ts";

const CLOSED = "";
const WINDOW = { yearEnding: 2026, years: 3 };
const rows = (order: string, more: readonly SampleEntry[] = []): readonly SampleEntry[] => {
  const back = (days: number): string => addDays(day(order), -days);
  return [
    { kind: "looked-after", on: back(700), until: order }, { kind: "adoption-became-plan", on: back(600) }, { kind: "plan-decision", on: back(500) }, { kind: "placement-order", on: back(400) },
    { kind: "match-decision", on: back(300) }, { kind: "placed-for-adoption", on: back(200) }, { kind: "adoption-order", on: order }, ...more,
  ];
};
const adopted = (child: string, order: string): { child: string; journey: ReturnType<typeof journeyOf> } => ({ child, journey: journeyOf(fold(sampleEntries(rows(order)))) });

describe("why a figure moved, as somebody is told it", () => {
  const moved = (hidden: number, telling: (closed: readonly ReturnType<typeof day>[]) => (of: Window) => Telling) => {
    const all = [adopted("a", "2022-06-01"), adopted("b", "2024-06-01"), adopted("c", "2025-06-01"), ...Array.from({ length: hidden }, () => adopted(CLOSED, "2025-07-01"))];
    return movedFor("A1", all, WINDOW, telling(Array.from({ length: hidden }, () => day("2025-07-01"))), ({ child }) => child === CLOSED);
  };
  const byRecord = (closed: readonly ReturnType<typeof day>[]) => (of: Window): Telling => tellingOf(closed, of);
  it("is all told, or none of it where one of its years would tell of a few children", () => {
    assert.deepEqual([0, 1, 5].map((n) => moved(n, byRecord) === "not-told"), [false, true, true]);
    assert.notEqual(moved(6, byRecord), "not-told");
    assert.equal(moved(0, () => () => "coarse"), "not-told", "as at a day that anybody may choose");
    const whole = moved(3, () => () => "whole");
    assert.notEqual(whole, "not-told", "to whoever knows them anyway: few, and each known");
  });
});

describe("barriers in the stages", () => {
  it("count each child once for a barrier in a stage, and apart those whose records are closed", () => {
    const with_ = (order: string, on: readonly number[]): { readonly journey: ReturnType<typeof journeyOf>; readonly barriers: ReturnType<typeof barriersIn> } => {
      const c = fold(sampleEntries(rows(order, on.map((back) => ({ kind: "barrier", on: addDays(day(order), -back), detail: { barrier: "court" } })))));
      return { journey: journeyOf(c), barriers: barriersIn(c) };
    };
    const counts = barrierCounts([{ ...with_("2025-06-01", [450, 440, 100]), isClosed: false }, { ...with_("2025-07-01", [450]), isClosed: true }, { ...with_("2025-08-01", [900]), isClosed: false }]);
    assert.deepEqual(counts.map(({ stage, open, closed }) => [stage, open, closed]), [["order", 1, 1], ["adoption", 1, 0], [null, 1, 0]]);
    assert.deepEqual(barriersIn(fold(sampleEntries([{ kind: "barrier", on: "2025-01-01", detail: { barrier: "no-such" } }]))), []);
  });
});
