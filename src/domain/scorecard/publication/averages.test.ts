import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { childPieces, yearPieces } from "./pieces.ts";
import { protect } from "./protect.ts";
import { type Average, type Publication, SUPPRESSED, type Tables, type ToldNumber } from "./tables.ts";

type Years = Readonly<Record<number, readonly number[]>>;
const many = (n: number, days: number): readonly number[] => Array.from({ length: n }, () => days);
const windowOf = (years: Years, from: number, to: number): Average => ({
  key: `${from}-${to}`, words: "", pieces: yearPieces("A1", ["here"], Array.from({ length: to - from + 1 }, (_, i) => from + i), (_, year) => years[year] ?? []),
});
const tables = (...averages: readonly Average[]): Tables => ({ counts: [], averages });
const told = (given: Tables, before: readonly Publication[] = []): readonly ToldNumber[] => Object.values(protect(given, before).averages);

describe("what is told of averages", () => {
  const years: Years = { 2021: many(8, 500), 2022: [], 2023: [100, 201, ...many(7, 400)], 2024: [600, 700, 800], 2025: many(9, 300) };

  it("is of more than five children, half-up, and nothing to divide by is said", () => {
    assert.deepEqual(told(tables(windowOf(years, 2021, 2021), windowOf(years, 2022, 2022), windowOf(years, 2024, 2024))), [500, null, SUPPRESSED]);
    assert.deepEqual(told(tables(windowOf({ 2021: [...many(5, 10), 15, 16, 10] }, 2021, 2021))), [11], "91 days of 8 children");
  });

  it("is no window from which another leaves a year of few", () => {
    assert.deepEqual(told(tables(windowOf(years, 2021, 2023), windowOf(years, 2022, 2024))), [418, 433], "a year went that is no few");
    assert.deepEqual(told(tables(windowOf(years, 2022, 2023), windowOf(years, 2022, 2024))), [345, SUPPRESSED], "with the three of 2024 and without them");
    assert.deepEqual(told(tables(windowOf(years, 2021, 2023), windowOf(years, 2021, 2021), windowOf(years, 2022, 2024))), [418, 500, SUPPRESSED], "from the three: 2022 to 2024, less what 2021 leaves of the first");
  });

  it("is no window that was told otherwise before, for the sake of one child", () => {
    const before = tables(windowOf(years, 2021, 2023));
    const first: Publication = { tables: before, told: protect(before, []) };
    const late = { ...years, 2023: [...years[2023]!, 1400] };
    assert.deepEqual(told(tables(windowOf(late, 2021, 2023)), [first]), [SUPPRESSED]);
    assert.deepEqual(told(tables(windowOf(years, 2021, 2023)), [first]), [418], "the same is told again");
    assert.deepEqual(told(tables(windowOf({ ...years, 2023: [...years[2023]!, ...many(6, 1400)] }, 2021, 2023)), [first]), [674], "six more are not a few");
  });

  it("is of no day from which another leaves a few, child by child", () => {
    const placed = (on: string, ids: readonly number[]): Average => ({ key: on, words: "", pieces: childPieces("A1", ids.map((id) => ({ child: `id ${id}`, days: 500 + id }))) });
    const ids = [...many(20, 0).keys()];
    const first: Publication = { tables: tables(placed("May", ids)), told: protect(tables(placed("May", ids)), []) };
    assert.deepEqual([told(tables(placed("June", [...ids, 20])), [first]), told(tables(placed("June", ids.slice(1))), [first]), told(tables(placed("June", ids)), [first])], [[SUPPRESSED], [SUPPRESSED], [510]]);
    assert.deepEqual(told(tables(placed("June", [...ids.slice(6), 20, 21, 22, 23, 24, 25])), [first]), [516], "six went and six came");
    assert.deepEqual(told(tables(placed("June", [...ids, 20, 21]), placed("July", [...ids, 20, 21, 22, 23, 24, 25, 26])), [first]), [SUPPRESSED, 513], "seven came");
  });

  it("withstands an attacker who takes any of them from any others", () => {
    fc.assert(fc.property(fc.array(fc.nat(9), { minLength: 5, maxLength: 6 }), fc.array(fc.tuple(fc.nat(5), fc.nat(3)), { minLength: 2, maxLength: 6 }), (children, spans) => {
      const all = Object.fromEntries(children.map((n, i) => [i, many(n, 100 + i)]));
      const averages = [...new Map(spans.map(([from, length]) => [`${from} ${length}`, windowOf(all, from, Math.min(children.length - 1, from + length))])).values()].filter(({ pieces }) => Object.keys(pieces).length > 0);
      const printed = protect(tables(...averages), []).averages;
      const sums = averages.filter(({ key }) => typeof printed[key] === "number").map(({ pieces }) => children.map((_, year) => (Object.hasOwn(pieces, `A1/here/${year}`) ? 1 : 0)));
      // Every sum and difference with factors from −2 to 2.
      for (let factors = 0; factors < 5 ** sums.length; factors++) {
        const years_ = children.map((_, year) => sums.reduce((sum, over, i) => sum + over[year]! * ((Math.floor(factors / 5 ** i) % 5) - 2), 0));
        const of = children.reduce((sum, n, year) => sum + (years_[year] === 0 ? 0 : n), 0);
        assert.ok(of === 0 || of > 5, `${of} children by ${factors}`);
      }
    }), { numRuns: 40 });
  });
});

describe("what is told of shares", () => {
  const of = (part: number, rest: number): Tables => ({
    counts: [{ key: "part", words: "", pieces: { part }, printed: false }, { key: "whole", words: "", pieces: { part, rest } }],
    shares: [{ key: "share", words: "", part: "part", whole: "whole" }],
  });
  const share = (part: number, rest: number): ToldNumber => protect(of(part, rest), []).shares["share"] ?? null;

  it("is of more than 5, of more than 10, of all but a few, rounded half-up, and said where there is nothing to divide by", () => {
    assert.deepEqual([share(6, 10), share(5, 10), share(6, 4), share(0, 0)], [38, SUPPRESSED, SUPPRESSED, null]);
    assert.deepEqual([share(57, 3), share(60, 0), share(1, 7)], [SUPPRESSED, 100, SUPPRESSED], "three of sixty did not");
  });

  it("hides the whole rather than tell it beside a share that gives the rest", () => {
    const { counts, shares } = protect(of(57, 3), []);
    assert.deepEqual([counts["part"] === SUPPRESSED || counts["whole"] === SUPPRESSED, shares["share"]], [true, SUPPRESSED]);
  });

  it("is told only where its counts are, and they only where it is", () => {
    const { counts } = of(12, 8);
    const told = protect({ counts, shares: of(12, 8).shares! }, [{ tables: { counts: [{ key: "before", words: "", pieces: { part: 10 } }] }, told: { counts: { before: 10 }, shares: {}, averages: {} } }]);
    assert.deepEqual([told.counts["part"], told.shares["share"]], [SUPPRESSED, SUPPRESSED], "twelve less the ten published are two");
    assert.deepEqual([protect(of(12, 8), []).counts["part"], protect(of(4, 16), []).counts["part"]], [12, SUPPRESSED]);
  });

  it("says that nobody is there only where that is told", () => {
    const hidden: Tables = { counts: [{ key: "year", words: "", pieces: { a: 0 } }, { key: "both", words: "", pieces: { a: 0, b: 2 } }], averages: [{ key: "days", words: "", of: "year", pieces: {} }] };
    assert.equal(protect(hidden, []).averages["days"], SUPPRESSED, "the year may be any of the few of both");
    assert.equal(protect({ ...hidden, counts: hidden.counts.slice(0, 1) }, []).averages["days"], null);
  });

  it("is never of tables that contradict themselves", () => {
    assert.throws(() => protect({ counts: [{ key: "a", words: "", pieces: { p: 3 } }, { key: "b", words: "", pieces: { p: 4 } }] }, []), /“p” is 3 in one count and 4 in “b”/);
    assert.throws(() => protect({ counts: [{ key: "a", words: "", pieces: { p: 0.5 } }] }, []), /not whole/);
    assert.throws(() => protect({ counts: [], shares: [{ key: "s", words: "", part: "a", whole: "b" }] }, []), /share of a count that there is not/);
  });
});
