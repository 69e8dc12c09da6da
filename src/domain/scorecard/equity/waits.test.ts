import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { settleChance } from "../../../../tests/support/chance.ts";
import { curveOf, differenceOf, middleOf, type Wait } from "./waits.ts";

settleChance();

/** A figure with + has lasted so long and no end is known. */
const waits = (text: string): readonly Wait[] => text.split(" ").map((one) => ({ days: Number.parseInt(one, 10), ended: !one.endsWith("+") }));

/** The weeks of remission of Freireich and others (1963), on which textbooks work these estimates out. */
const TREATED = waits("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");
const UNTREATED = waits("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");

describe("waits of which some have not ended", () => {
  it("give the curve, the middle and its range that textbooks print", () => {
    assert.deepEqual(curveOf(TREATED).map(({ days, left }) => [days, left.toFixed(3)]), [[6, "0.857"], [7, "0.807"], [10, "0.753"], [13, "0.690"], [16, "0.627"], [22, "0.538"], [23, "0.448"]]);
    assert.deepEqual(middleOf(TREATED), { days: 23, low: 13, high: null });
    assert.deepEqual(middleOf(UNTREATED), { days: 8, low: 4, high: 11 });
  });
  it("differ as the log-rank test says", () => {
    const { z, chance } = differenceOf(TREATED, UNTREATED)!;
    assert.equal((z * z).toFixed(2), "16.79");
    assert.ok(z > 0, "the first waits longer");
    assert.ok(chance > 3e-5 && chance < 5e-5);
    assert.equal((differenceOf(UNTREATED, TREATED)!.z + z).toFixed(9), "0.000000000");
  });
  it("say nothing where nobody’s wait has ended, and a middle only once half have", () => {
    assert.deepEqual(middleOf(waits("10+ 20+")), { days: null, low: null, high: null });
    assert.deepEqual(middleOf([]), { days: null, low: null, high: null });
    assert.equal(middleOf(waits("10 20+ 30+")).days, null);
    assert.equal(middleOf(waits("10 20 30+ 40+")).days, 20);
    assert.equal(differenceOf(waits("10+"), waits("20+")), undefined);
    assert.equal(differenceOf([], waits("20")), undefined);
  });
  it("are the plain median where all have ended, within their range", () => {
    fc.assert(fc.property(fc.array(fc.nat(900), { minLength: 1, maxLength: 60 }), (days) => {
      const { days: middle, low, high } = middleOf(days.map((one) => ({ days: one, ended: true })));
      assert.equal(middle, days.toSorted((a, b) => a - b)[Math.ceil(days.length / 2) - 1]);
      assert.ok(low !== null && low <= middle! && (high === null || high >= middle!));
    }));
  });
  it("never shorten the middle by lasting longer", () => {
    fc.assert(fc.property(fc.array(fc.record({ days: fc.nat(500), ended: fc.boolean() }), { minLength: 1, maxLength: 40 }), (all) => {
      const before = middleOf(all).days;
      const after = middleOf(all.map((one) => (one.ended ? one : { ...one, days: one.days + 100 }))).days;
      assert.ok(before === null || after === null || after >= before);
    }));
  });
});
