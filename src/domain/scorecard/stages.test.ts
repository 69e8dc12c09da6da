import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { addDays, day } from "../dates/day.ts";
import { indicator } from "./indicators.ts";
import { journeyOf } from "./journey-of.ts";
import { legsOf, stageOn, STAGE_CODES, whereTheDaysWent, wholeOf } from "./stages.ts";

const journey = (rows: readonly SampleEntry[]): ReturnType<typeof journeyOf> => journeyOf(fold(sampleEntries(rows)));
const WAY: readonly SampleEntry[] = [
  { kind: "looked-after", on: "2024-01-01", until: "2025-09-01" },
  { kind: "adoption-became-plan", on: "2024-03-01" },
  { kind: "plan-decision", on: "2024-05-01" },
  { kind: "placement-order", on: "2024-07-01" },
  { kind: "match-decision", on: "2024-12-01" },
  { kind: "placed-for-adoption", on: "2025-01-01" },
  { kind: "adoption-order", on: "2025-09-01" },
];
const without = (kind: string): readonly SampleEntry[] => WAY.filter((e) => e.kind !== kind);
const days = (rows: readonly SampleEntry[]): readonly (number | null)[] => legsOf(journey(rows)).map((leg) => leg.days);
const words = (rows: readonly SampleEntry[]): readonly (string | null)[] => legsOf(journey(rows)).map((leg) => leg.words);

describe("the five stages of a journey", () => {
  it("split all its days", () => {
    assert.deepEqual(days(WAY), [60, 61, 61, 184, 243]);
    assert.equal(wholeOf(journey(WAY)), 609);
  });

  it("say in words which point is missing, on both sides of it", () => {
    const plan = "the day adoption became the plan is not recorded";
    assert.deepEqual(words(without("adoption-became-plan")), [plan, plan, null, null, null]);
    assert.deepEqual(days(without("placement-order")), [60, 61, null, null, 243]);
    assert.deepEqual(words(without("placement-order")).slice(2, 4), ["no placement order", "no placement order"]);
    assert.deepEqual(words(without("adoption-order")).at(-1), "not adopted");
    assert.deepEqual(words([{ kind: "birth", on: "2024-01-01" }]).map((w) => w !== null), [true, true, true, true, true]);
    assert.equal(words(without("placed-for-adoption"))[4], "not placed for adoption before the order");
  });

  it("count no day twice, and say why one has none, where two points are the other way round", () => {
    const late = WAY.map((e) => (e.kind === "adoption-became-plan" ? { ...e, on: "2024-05-20" } : e));
    assert.deepEqual(days(late), [121, 0, 61, 184, 243]);
    assert.deepEqual(words(late).slice(0, 2), ["counted to the decision, which came before adoption becoming the plan", "the decision came before adoption becoming the plan: no days"]);
  });

  it("place a day in one of them, or in none", () => {
    const legs = legsOf(journey(WAY));
    assert.deepEqual(["2023-12-31", "2024-01-01", "2024-05-01", "2024-08-01", "2025-08-31", "2025-09-01"].map((on) => stageOn(legs, day(on))), [undefined, "plan", "order", "placement", "adoption", undefined]);
    assert.equal(stageOn(legsOf(journey(without("adoption-became-plan"))), day("2024-02-01")), undefined);
  });

  it("are averaged over the children who have both days, and what is left unsplit is said", () => {
    const went = whereTheDaysWent([{ child: "a", journey: journey(WAY) }, { child: "b", journey: journey(without("adoption-became-plan")) }]);
    assert.deepEqual(went.stages.map(({ meanDays, counted }) => [meanDays, counted.length]), [[60, 1], [61, 1], [61, 2], [184, 2], [243, 2]]);
    assert.deepEqual([went.whole.totalDays, went.notSplit], [1218, 121]);
    assert.deepEqual(went.stages[0]!.lacking.map(({ child }) => child), ["b"]);
    assert.deepEqual(whereTheDaysWent([]).stages.map(({ meanDays }) => meanDays), STAGE_CODES.map(() => null));
  });

  it("and what is not split come to the whole, whichever points are known and in whatever order they came; and to A1 up to moving in", () => {
    const steps = fc.array(fc.record({ on: fc.integer({ min: 0, max: 400 }), known: fc.boolean() }), { minLength: 4, maxLength: 4 });
    fc.assert(fc.property(steps, (points) => {
      const rows: SampleEntry[] = [{ kind: "looked-after", on: "2020-01-01" }, { kind: "adoption-order", on: addDays(day("2020-01-01"), 401) }];
      (["adoption-became-plan", "plan-decision", "placement-order", "placed-for-adoption"] as const).forEach((kind, i) => {
        if (points[i]!.known) rows.push({ kind, on: addDays(day("2020-01-01"), points[i]!.on) });
      });
      const travellers = [{ child: "a", journey: journey(rows) }];
      const { stages, whole, notSplit } = whereTheDaysWent(travellers);
      assert.equal(stages.reduce((sum, s) => sum + s.totalDays, 0) + notSplit, whole.totalDays);
      assert.ok(notSplit >= 0 && stages.every(({ totalDays }) => totalDays >= 0));
      const A1 = indicator("A1", travellers, { yearEnding: 2021, years: 1 });
      if (A1.children === 1 && stages.every(({ lacking }) => lacking.length === 0)) assert.equal(stages.slice(0, 4).reduce((sum, s) => sum + s.totalDays, 0), A1.totalDays);
    }), { numRuns: 100 });
  });
});
