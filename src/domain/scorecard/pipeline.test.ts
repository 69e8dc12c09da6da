import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addDays, type Day, day } from "../dates/day.ts";
import { indicator, type Traveller } from "./indicators.ts";
import { type Journey, MISSING, NO_MORE_KNOWN } from "./journey.ts";
import { allPlacedBy, figuresIf, pipelineOf } from "./pipeline.ts";
import { whyMoved } from "./why-moved.ts";

const NONE = { missing: MISSING.notPlaced } as const;
const journey = (over: Partial<Journey>): Journey => ({
  adoptedOn: null, careStarted: { on: day("2024-01-01") }, careEndedOn: null, placementOrder: { on: day("2024-07-01") }, laterPlacementOrders: [],
  placed: NONE, movedIn: NONE, matched: { missing: MISSING.noMatch }, adoptedByCarer: false, decisionStands: true, decisions: [{ from: day("2024-05-01") }], ...NO_MORE_KNOWN, orderInForceOn: day("2024-07-01"), ...over,
});
const placed = (on: string): Partial<Journey> => ({ placed: { on: day(on) }, movedIn: { on: day(on) }, matched: { on: addDays(day(on), -20) } });
const adopted = (careStarted: string, days: number, on: string): Journey => journey({ careStarted: { on: day(careStarted) }, ...placed(addDays(day(careStarted), days)), adoptedOn: day(on) });
const TODAY = day("2026-01-31");

describe("the pipeline", () => {
  it("says where each child stands, and what they add already", () => {
    const children: Traveller[] = [
      { child: "placed", journey: journey(placed("2025-10-01")) },
      { child: "matched", journey: journey({ matched: { on: day("2026-01-01") } }) },
      { child: "ordered", journey: journey({}) },
      { child: "decided", journey: journey({ placementOrder: { missing: MISSING.noOrder }, orderInForceOn: null }) },
      { child: "adopted", journey: journey({ ...placed("2025-06-01"), adoptedOn: day("2025-12-01") }) },
      { child: "reversed", journey: journey({ decisionStands: false }) },
    ];
    const waiting = pipelineOf(children, TODAY);
    assert.deepEqual(waiting.map(({ child, stage }) => [child, stage]), [["placed", "placed"], ["matched", "matched"], ["ordered", "ordered"], ["decided", "decided"]]);
    assert.deepEqual(waiting[0]!.fixed, { A1: 639, A2: 437, A10: 639 });
    assert.deepEqual(waiting[1]!.fixed, { A1: null, A2: 549, A10: null });
    assert.equal(waiting[2]!.waitedDays, 579);
  });
  it("shows what an order for all who are placed makes of a window: 22 children of 567 days beside 45 of 293 make 383", () => {
    const A2 = (child: string, days: number, over: Partial<Journey>): Traveller => ({ child, journey: journey({ ...placed(addDays(day("2024-07-01"), days + 20)), matched: { on: addDays(day("2024-07-01"), days) }, ...over }) });
    const children = [...Array.from({ length: 45 }, (_, i) => A2(`a${i}`, 293, { adoptedOn: day("2026-01-10") })), ...Array.from({ length: 22 }, (_, i) => A2(`p${i}`, 567, {}))];
    const window = { yearEnding: 2026, years: 1 };
    const { now, then } = figuresIf(children, allPlacedBy(pipelineOf(children, day("2026-03-01")), day("2026-03-20"), window), window);
    assert.equal(now.A2.meanDays, 293);
    assert.equal(Math.round(then.A2.meanDays! * 10) / 10, 383);
    assert.deepEqual(allPlacedBy(pipelineOf(children, TODAY), day("2026-04-01"), window), new Map());
  });
});

describe("why a three-year average moved", () => {
  it("is the year that left and the year that came, which together are the change", () => {
    fc.assert(fc.property(fc.array(fc.record({ days: fc.integer({ min: 0, max: 1500 }), year: fc.integer({ min: 2021, max: 2025 }) }), { minLength: 1, maxLength: 60 }), (list) => {
      const children = list.map(({ days, year }, i): Traveller => ({ child: `${i}`, journey: adopted("2015-01-01", days, `${year}-06-01`) }));
      const window = { yearEnding: 2025, years: 3 };
      const why = whyMoved("A1", children, window);
      const now = indicator("A1", children, window);
      if (why === null) return now.children === 0 || indicator("A1", children, { yearEnding: 2024, years: 3 }).children === 0;
      assert.ok(Math.abs(why.left.movedBy + why.came.movedBy - why.movedBy) < 1e-6);
      return Math.abs(why.before.meanDays + why.movedBy - now.meanDays!) < 1e-6 && why.left.yearEnding === 2022 && why.came.yearEnding === 2025;
    }));
  });
  it("is nothing where a window has nobody in it", () => {
    assert.equal(whyMoved("A1", [], { yearEnding: 2025, years: 3 }), null);
    const on: Day = day("2025-01-01");
    assert.equal(whyMoved("A1", [{ child: "a", journey: adopted("2024-01-01", 100, on) }], { yearEnding: 2025, years: 3 }), null);
  });
});
