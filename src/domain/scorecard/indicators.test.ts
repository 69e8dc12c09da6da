import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addDays, type Day, day, dayOfEpoch } from "../dates/day.ts";
import { adoptedIn, indicator, type Traveller, within14Months } from "./indicators.ts";
import { type Journey, type KnownDay, MISSING, NO_MORE_KNOWN } from "./journey.ts";
import type { Window } from "./window.ts";

const THREE: Window = { yearEnding: 2026, years: 3 };
const on = (text: string): KnownDay => ({ on: day(text) });

const BASE: Journey = {
  adoptedOn: day("2025-06-01"), careStarted: on("2023-01-10"), careEndedOn: day("2025-06-01"),
  placementOrder: on("2023-08-01"), laterPlacementOrders: [], placed: on("2024-01-10"), movedIn: on("2024-01-10"),
  matched: on("2023-11-09"), adoptedByCarer: false, decisionStands: true, decisions: [{ from: day("2023-06-01") }], ...NO_MORE_KNOWN,
};
const child = (name: string, over: Partial<Journey> = {}): Traveller => ({ child: name, journey: { ...BASE, ...over } });

describe("the cohort", () => {
  it("is the children whose adoption order was made in the window, first and last day included", () => {
    const at = (name: string, adoptedOn: string | null): Traveller => child(name, { adoptedOn: adoptedOn === null ? null : day(adoptedOn) });
    const all = [at("before", "2023-03-31"), at("first", "2023-04-01"), at("last", "2026-03-31"), at("after", "2026-04-01"), at("waiting", null)];
    assert.deepEqual(adoptedIn(all, THREE).map((t) => t.child), ["first", "last"]);
    assert.deepEqual(adoptedIn(all, { yearEnding: 2026, years: 1 }).map((t) => t.child), ["last"]);
  });
});

describe("A1", () => {
  it("is the mean of days from care to moving in, rounded half-up and kept unrounded", () => {
    const a1 = indicator("A1", [child("a"), child("b", { placed: on("2024-01-11") })], THREE);
    assert.deepEqual(a1.counted.map((c) => [c.child, c.days]), [["a", 365], ["b", 366]]);
    assert.equal(a1.meanDays, 365.5);
    assert.equal(a1.days, 366);
    assert.equal(a1.children, 2);
  });

  it("names each child it cannot count, and why", () => {
    const a1 = indicator("A1", [
      child("a", { careStarted: { missing: MISSING.careBeforeFiles } }),
      child("b", { placed: { missing: MISSING.notPlaced } }),
      child("c", { placed: on("2022-12-31") }),
    ], THREE);
    assert.deepEqual(a1.notCounted, [
      { child: "a", indicator: "A1", reason: "care started before the earliest file" },
      { child: "b", indicator: "A1", reason: "not placed for adoption before the order" },
      { child: "c", indicator: "A1", reason: "placed for adoption before care started: check both dates" },
    ]);
    assert.deepEqual([a1.children, a1.meanDays, a1.days], [0, null, null]);
  });

  it("keeps a child placed with consent, who has no order", () => {
    const relinquished = child("a", { placementOrder: { missing: MISSING.noOrder } });
    assert.equal(indicator("A1", [relinquished], THREE).children, 1);
    assert.deepEqual(indicator("A2", [relinquished], THREE).notCounted, [{ child: "a", indicator: "A2", reason: "no placement order: not in A2" }]);
  });
});

describe("A2", () => {
  it("runs from the order to the match", () => assert.equal(indicator("A2", [child("a")], THREE).days, 100));

  it("is zero where the match came first: never fewer, never dropped", () => {
    const a2 = indicator("A2", [child("a", { matched: on("2023-07-01") }), child("b")], THREE);
    assert.deepEqual(a2.counted.map((c) => c.days), [0, 100]);
    assert.equal(a2.days, 50);
  });

  it("leaves out a child never placed before the order", () => {
    const { notCounted } = indicator("A2", [child("a", { placed: { missing: MISSING.notPlaced } })], THREE);
    assert.deepEqual(notCounted.map((n) => n.reason), ["not placed for adoption before the order: not in A2"]);
  });

  it("counts a child whose care or placement began before the files, so long as its own two days are known", () => {
    const early = child("a", { careStarted: { missing: MISSING.careBeforeFiles }, placed: { missing: MISSING.placedBeforeFiles } });
    assert.equal(indicator("A2", [early], THREE).children, 1);
  });

  it("names a child whose order or match is not known", () => {
    const { notCounted } = indicator("A2", [
      child("a", { placementOrder: { missing: MISSING.orderBeforeFiles } }), child("b", { matched: { missing: MISSING.noMatch } }),
    ], THREE);
    assert.deepEqual(notCounted.map((n) => n.reason), [MISSING.orderBeforeFiles, MISSING.noMatch]);
  });

  it("runs from the first of two orders, or from the last when asked", () => {
    const twice = child("a", { laterPlacementOrders: [day("2023-10-01")] });
    assert.equal(indicator("A2", [twice], THREE).days, 100);
    assert.equal(indicator("A2", [twice], THREE, { order: "last" }).days, 39);
  });
});

describe("A3", () => {
  it("is the share who moved in before the corresponding date fourteen months on", () => {
    const moved = (name: string, to: string): Traveller => child(name, { placed: on(to) });
    const a3 = indicator("A3", [moved("just", "2024-03-09"), moved("not", "2024-03-10"), moved("far", "2025-01-01")], THREE);
    assert.deepEqual([a3.children, a3.within], [3, 1]);
    assert.equal(a3.percent?.toFixed(2), "33.33");
  });

  it("counts calendar months, which are not always 426 days", () => {
    assert.equal(within14Months(day("2023-02-28"), day("2024-04-27")), true);
    assert.equal(within14Months(day("2023-01-10"), day("2024-03-10"), { fourteenMonths: "426-days" }), true);
    assert.equal(within14Months(day("2023-08-31"), day("2024-10-30")), true);
    assert.equal(within14Months(day("2023-08-31"), day("2024-10-30"), { fourteenMonths: "426-days" }), false);
    assert.equal(within14Months(day("2022-12-31"), day("2024-02-29")), false);
  });
});

describe("A10", () => {
  it("counts a child adopted by their carer from when they moved in with that carer", () => {
    const byCarer = child("a", { movedIn: on("2023-02-09"), adoptedByCarer: true });
    assert.equal(indicator("A10", [byCarer], THREE).days, 30);
    assert.equal(indicator("A1", [byCarer], THREE).days, 365);
  });

  it("names a child who moved in with that carer at a time nobody recorded", () => {
    const { notCounted } = indicator("A10", [child("a", { movedIn: { missing: MISSING.movedInBeforeFiles } })], THREE);
    assert.deepEqual(notCounted, [{ child: "a", indicator: "A10", reason: MISSING.movedInBeforeFiles }]);
  });
});

const FIRST = 19_000;
const anyDay = fc.integer({ min: FIRST, max: FIRST + 2_500 }).map(dayOfEpoch);
const missing = (reason: string): fc.Arbitrary<KnownDay> => fc.constant({ missing: reason });
const anyTraveller: fc.Arbitrary<Traveller> = fc.record({
  name: fc.uuid(), start: anyDay, wait: fc.nat(900), living: fc.nat(900), order: anyDay, matched: anyDay,
  adopted: fc.option(anyDay), unknown: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: missing(MISSING.careBeforeFiles) }),
}).map(({ name, start, wait, living, order, matched, adopted, unknown }) => {
  const placed: Day = addDays(start, wait);
  return child(name, {
    adoptedOn: adopted, careStarted: unknown ?? { on: start }, placed: { on: placed },
    movedIn: { on: addDays(start, Math.max(0, wait - living)) }, placementOrder: { on: order }, matched: { on: matched },
  });
});
const population = fc.array(anyTraveller, { maxLength: 40 });

describe("indicators", () => {
  it("account for every child adopted in the window, once", () => {
    fc.assert(fc.property(population, fc.constantFrom("A1", "A2", "A3", "A10"), (all, code) => {
      const { counted, notCounted, children } = indicator(code, all, THREE);
      assert.equal(children, counted.length);
      assert.deepEqual([...counted, ...notCounted].map((c) => c.child).sort(), adoptedIn(all, THREE).map((t) => t.child).sort());
    }));
  });

  it("never make A10 longer than A1, nor any count negative", () => {
    fc.assert(fc.property(population, (all) => {
      const a1 = indicator("A1", all, THREE);
      const a10 = indicator("A10", all, THREE);
      for (const [i, c] of a10.counted.entries()) assert.ok(c.days <= a1.counted[i]!.days && c.days >= 0);
      assert.ok((a10.meanDays ?? 0) <= (a1.meanDays ?? 0));
      for (const c of indicator("A2", all, THREE).counted) assert.ok(c.days >= 0);
    }));
  });

  it("over three years are the three single years taken together", () => {
    fc.assert(fc.property(population, (all) => {
      const years = [2024, 2025, 2026].map((yearEnding) => indicator("A1", all, { yearEnding, years: 1 }));
      const three = indicator("A1", all, THREE);
      assert.equal(three.children, years.reduce((n, y) => n + y.children, 0));
      assert.equal(three.totalDays, years.reduce((n, y) => n + y.totalDays, 0));
    }));
  });

  it("do not depend on the order of the children", () => {
    fc.assert(fc.property(population, (all) => {
      assert.equal(indicator("A1", all, THREE).meanDays, indicator("A1", [...all].reverse(), THREE).meanDays);
    }));
  });
});
