import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { averageOfAll, averagePrinted, countPrinted, regionPrinted, roundedCount, shareOfAll, sharePrinted } from "./rounded.ts";

const number = fc.oneof(fc.nat({ max: 5 }), fc.nat({ max: 60 }));
const few = fc.nat({ max: 5 });

/** Every number that is printed as this one is, by trying them. */
const printedAs = (words: string): readonly number[] => Array.from({ length: 90 }, (_, n) => n).filter((n) => countPrinted(n) === words);
/** All that a pack prints of one thing: each authority’s number, and the region’s. */
const pack = (counts: readonly number[]): string => JSON.stringify([counts.map(countPrinted), regionPrinted(counts)]);

/** Whether an attacker, left with these, is left with all of 1 to 5 or can say nothing of them. */
const holds = (left: readonly number[]): boolean => [1, 2, 3, 4, 5].every((n) => left.includes(n)) || left.every((n) => n < 0 || n > 5);

describe("the rounding of governance packs", () => {
  it("prints to the nearest 5, and the region’s to the nearest 10", () => {
    assert.deepEqual([0, 1, 5, 6, 7, 12, 13, 17, 18].map(countPrinted), ["5 or fewer", "5 or fewer", "5 or fewer", "10", "10", "10", "15", "15", "20"]);
    assert.deepEqual([[0], [3, 5], [8, 0], [13, 13], [22, 21, 4]].map(regionPrinted), ["5 or fewer", "10 or fewer", "10", "30", "40"]);
    fc.assert(fc.property(fc.integer({ min: 8, max: 10_000 }), (n) => Math.abs(roundedCount(n) - n) <= 2));
  });

  it("prints the same whatever each number of nought to five is: no attacker learns any of them, whatever else they have", () => {
    fc.assert(fc.property(fc.array(fc.tuple(number, few), { minLength: 1, maxLength: 6 }), (numbers) => pack(numbers.map(([n]) => n)) === pack(numbers.map(([n, other]) => (n <= 5 ? other : n)))));
  });

  it("leaves of the change between two packs all of 1 to 5, or nothing said of them, also beside authorities’ exact numbers", () => {
    fc.assert(fc.property(fc.array(fc.tuple(number, fc.integer({ min: -9, max: 9 }), fc.nat({ max: 9 })), { minLength: 1, maxLength: 4 }), (authorities) => {
      for (const [before, change, others] of authorities) {
        const after = Math.max(0, before + change);
        const left = printedAs(countPrinted(after)).flatMap((b) => printedAs(countPrinted(before)).map((a) => b - a));
        // Where the same is printed twice, nothing need have changed: nothing is said.
        assert.ok(left.includes(0) || holds(left) || holds(left.map((n) => -n)), `${before} and ${after}`);
        // The authority’s own exact number counts those not shared too, and leaves of these nobody, or five numbers at the least.
        const own = after + others;
        const unshared = printedAs(countPrinted(after)).filter((n) => n <= own).map((n) => own - n);
        assert.ok(unshared.includes(others) && (unshared.includes(0) || new Set(unshared).size >= 5), `${own} and ${after}`);
      }
    }));
  });

  it("tells averages of more than ten, and shares of which no part is a few, and of no region that would leave a few", () => {
    const part = fc.nat({ max: 30 }).chain((children) => fc.record({ children: fc.constant(children), within: fc.nat({ max: children }), totalDays: fc.integer({ min: children, max: children * 900 }) }));
    fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      for (const one of parts) {
        const [average, share] = [averagePrinted(one), sharePrinted(one)];
        assert.ok(average === null ? one.children <= 10 : one.children > 10 && average % 10 === 0 && Math.abs(average - one.totalDays / one.children) <= 5);
        assert.ok(share === null || (one.children > 10 && one.within > 5 && one.children - one.within > 5 && share % 5 === 0));
      }
      const left = (isTold: (one: (typeof parts)[number]) => boolean): number => parts.filter((one) => !isTold(one)).reduce((sum, { children }) => sum + children, 0);
      if (averageOfAll(parts) !== null) assert.ok([0].includes(left((one) => averagePrinted(one) !== null)) || left((one) => averagePrinted(one) !== null) > 10);
      if (shareOfAll(parts) !== null) assert.equal(left((one) => sharePrinted(one) !== null), 0);
    }));
  });
});
