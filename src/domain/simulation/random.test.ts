import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { random } from "./random.ts";

const drawn = (seed: string, count = 20): number[] => {
  const luck = random(seed);
  return Array.from({ length: count }, () => luck.next());
};

describe("chance from a seed", () => {
  test("gives the same stream for the same seed, and another for another", () => {
    assert.deepEqual(drawn("three rivers"), drawn("three rivers"));
    assert.notDeepEqual(drawn("three rivers"), drawn("three riverz"));
  });

  test("forks the same way however much of the parent was used", () => {
    const fresh = random("a");
    const used = random("a");
    for (let i = 0; i < 7; i++) used.next();
    assert.equal(fresh.fork("child 3").next(), used.fork("child 3").next());
    assert.notEqual(fresh.fork("child 3").next(), fresh.fork("child 4").next());
  });

  test("is spread evenly enough to stand for shares", () => {
    const draws = drawn("even", 20_000);
    for (const from of [0, 0.25, 0.5, 0.75]) {
      const share = draws.filter((x) => x >= from && x < from + 0.25).length / draws.length;
      assert.ok(Math.abs(share - 0.25) < 0.015, `${share} of the draws are in the quarter from ${from}`);
    }
  });

  test("keeps whole numbers within their limits", () => {
    fc.assert(fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, least, range) => {
      const drawnNumber = random(seed).whole(least, least + range);
      return Number.isInteger(drawnNumber) && drawnNumber >= least && drawnNumber <= least + range;
    }));
  });

  test("chooses by weight, and never what weighs nothing", () => {
    const luck = random("weights");
    const counts = { often: 0, seldom: 0, never: 0 };
    for (let i = 0; i < 4000; i++) counts[luck.weighted({ often: 3, seldom: 1, never: 0 })]++;
    assert.equal(counts.never, 0);
    assert.ok(Math.abs(counts.often / 4000 - 0.75) < 0.03, `${counts.often} of 4000`);
    assert.throws(() => luck.weighted({ never: 0 }), /no weight is above zero/);
    assert.throws(() => luck.pick([]), /the list is empty/);
  });

  test("draws delays about their typical length, with the longer tail above", () => {
    const luck = random("delays");
    const delays = Array.from({ length: 4000 }, () => luck.around(100, 0.5)).toSorted((a, b) => a - b);
    const median = delays[2000]!;
    assert.ok(Math.abs(median - 100) < 6, `the median is ${median}`);
    assert.ok(delays.at(-1)! - median > median - delays[0]!, "the longest is further from the middle than the shortest");
  });
});
