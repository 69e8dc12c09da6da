import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Attacker, narrowed } from "./attack-for-tests.ts";
import { protect } from "./protect.ts";
import { type Count, isFew, type Publication, SUPPRESSED, type Tables, valueOf } from "./tables.ts";

/** A table of rows by columns with both totals; each number is one piece, `name` of the measure. */
function table(numbers: readonly (readonly number[])[], name = "n"): Tables {
  const rows = [...numbers.keys()];
  const columns = [...(numbers[0] ?? []).keys()];
  const count = (some: readonly number[], of: readonly number[]): Count => ({
    key: `${name} ${some.join("+")} by ${of.join("+")}`, words: "",
    pieces: Object.fromEntries(some.flatMap((row) => of.map((column) => [`${name}/${row}/${column}`, numbers[row]![column]!]))),
  });
  const lines = rows.length > 1 ? [...rows.map((row) => [row]), rows] : [rows];
  return { counts: lines.flatMap((some) => [...columns.map((column) => count(some, [column])), ...(columns.length > 1 ? [count(some, columns)] : [])]) };
}

const publish = (tables: Tables, before: readonly Publication[] = []): Publication => ({ tables, told: protect(tables, before) });
const row = (numbers: readonly number[]): string => Object.values(protect(table([numbers]), []).counts).join(" ");

const small = fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 5 }) }, { weight: 1, arbitrary: fc.nat({ max: 12 }) });
const grid = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 })).chain(([rows, columns]) => fc.array(fc.array(small, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }));
const attackers: readonly Attacker[] = ["reader", "insider"];

function assertNothingNarrowed(publications: readonly Publication[]): void {
  for (const attacker of attackers) assert.deepEqual(narrowed(publications, attacker), [], attacker);
}

describe("what is told of counts", () => {
  it("is no few, and no more of it by its total", () => {
    assert.deepEqual([row([3, 4, 8]), row([1, 4, 1]), row([3, 4, 0]), row([2, 2, 3]), row([2, 1, 1])], ["x x x 15", "x x x x", "x x 0 x", "x x x 7", "x x x x"]);
    assert.deepEqual([row([7, 9, 12]), row([0, 0, 0]), row([0, 30, 0]), row([6])], ["7 9 12 28", "0 0 0 0", "0 30 0 30", "6"], "all of it where nobody is few");
  });

  it("is no nought within a sum that is itself a few, or one could count how many it is at least", () => {
    assert.equal(row([0, 2, 0]), "x x x x");
    assert.equal(row([0, 3, 9]), "0 x x 12");
  });

  it("withstands an attacker, whatever the table", () => {
    fc.assert(fc.property(grid, (numbers) => assertNothingNarrowed([publish(table(numbers))])), { numRuns: 60 });
  });

  it("withstands an attacker who subtracts spans that overlap, and knows no part of them", () => {
    fc.assert(fc.property(fc.array(small, { minLength: 5, maxLength: 7 }), fc.integer({ min: 2, max: 4 }), (years, length) => {
      const windows = Array.from({ length: years.length - length + 1 }, (_, from): Count => ({ key: `${from}`, words: "", pieces: Object.fromEntries(years.slice(from, from + length).map((n, i) => [`n/${from + i}`, n])) }));
      assertNothingNarrowed([publish({ counts: windows })]);
    }), { numRuns: 60 });
  });

  it("withstands an attacker who has shares of several windows too, each of which tells its part and its whole", () => {
    fc.assert(fc.property(fc.array(fc.tuple(small, small), { minLength: 4, maxLength: 5 }), (years) => {
      const of = (key: string, from: number, to: number, which: readonly (0 | 1)[], printed: boolean): Count => ({ key, words: "", ...(printed ? {} : { printed: false as const }), pieces: Object.fromEntries(years.slice(from, to).flatMap((year, i) => which.map((at) => [`${from + i} ${at}`, year[at]] as const))) });
      const windows = years.slice(2).map((_, from) => from);
      const tables: Tables = {
        counts: [...years.map((_, i) => of(`year ${i}`, i, i + 1, [0, 1], true)), ...windows.flatMap((from) => [of(`part ${from}`, from, from + 3, [0], false), of(`whole ${from}`, from, from + 3, [0, 1], false)])],
        shares: windows.map((from) => ({ key: `share ${from}`, words: "", part: `part ${from}`, whole: `whole ${from}` })),
      };
      assertNothingNarrowed([publish(tables)]);
    }), { numRuns: 40 });
  });

  it("hides in a window what would tell of a year that was never printed", () => {
    const over = (key: string, pieces: Count["pieces"]): Count => ({ key, words: "", pieces });
    const { counts } = protect({ counts: [over("nine months", { a: 8, b: 9, c: 7 }), over("year", { a: 8, b: 9, c: 7, d: 2 })] }, []);
    assert.deepEqual(Object.values(counts).filter((n) => n === SUPPRESSED).length, 1, JSON.stringify(counts));
  });
});

describe("what is told of counts after earlier publications", () => {
  const quarters = (numbers: readonly number[]): Tables => table([numbers], "q");

  it("takes nothing hidden out of hiding, and nothing told back", () => {
    const first = publish(quarters([3, 4, 8]));
    const second = publish(quarters([3, 4, 8, 10]), [first]);
    assert.deepEqual(Object.values(second.told.counts), [SUPPRESSED, SUPPRESSED, SUPPRESSED, 10, 25]);
    assertNothingNarrowed([first, second]);
    assert.deepEqual(publish(quarters([3, 4, 8]), [first]).told, first.told, "the same is told the same");
  });

  it("hides a number to which a few were added since it was told", () => {
    const first = publish(quarters([10, 20]));
    const second = publish(quarters([11, 20]), [first]);
    assert.deepEqual([Object.values(first.told.counts), Object.values(second.told.counts)], [[10, 20, 30], [SUPPRESSED, 20, SUPPRESSED]]);
    assert.deepEqual(Object.values(publish(quarters([17, 20]), [first]).told.counts), [17, 20, 37], "seven more are not a few");
  });

  it("tells no nought that takes out of hiding what was hidden", () => {
    const numbers = [[3, 5, 2, 0, 9], [0, 2, 4, 3, 2], [0, 8, 5, 11, 6]];
    const first = publish(table(numbers));
    const second = publish(table([[0, 5, 2, 0, 9], ...numbers.slice(1)]), [first]);
    assert.equal(second.told.counts["n 0+1+2 by 0"], SUPPRESSED, "three were taken back: with the nought, two that were x would be known as noughts");
    assert.deepEqual(narrowed([first, second], "reader"), []);
  });

  it("leaves no few between two numbers that a later table would print", () => {
    const numbers = [[6, 6, 0, 10], [0, 1, 1, 5], [12, 2, 3, 0], [1, 2, 3, 1]];
    const first = publish(table(numbers.map((line) => line.slice(0, 3))));
    const later = table([[8, 6, 0, 10], ...numbers.slice(1, 3), [8, 2, 3, 1]]);
    const window: Count = { key: "the last three of one", words: "", pieces: { "n/2/1": 2, "n/2/2": 3, "n/2/3": 0 } };
    const second = publish({ counts: [...later.counts, window] }, [first]);
    assert.deepEqual(narrowed([first, second], "reader"), []);
  });

  it("is the same whoever published before: other authorities and their region", () => {
    const region = publish({ counts: [{ key: "region", words: "", pieces: { a: 12, b: 3, c: 9 } }] });
    const a = publish({ counts: [{ key: "a", words: "", pieces: { a: 12 } }] }, [region]);
    const c = publish({ counts: [{ key: "c", words: "", pieces: { c: 9 } }] }, [region, a]);
    assert.deepEqual([region.told.counts["region"], a.told.counts["a"], c.told.counts["c"]], [24, 12, SUPPRESSED], "with it, 24 less 12 less 9 would be 3");
  });

  it("withstands an attacker who keeps every publication, though numbers were put right between them", () => {
    const story = fc.tuple(grid, fc.array(fc.tuple(fc.nat(20), fc.integer({ min: -3, max: 9 })), { maxLength: 2 }), fc.integer({ min: 1, max: 3 }));
    fc.assert(fc.property(story, ([numbers, mends, upTo]) => {
      const first = publish(table(numbers.map((line) => line.slice(0, upTo))));
      const mended = numbers.map((line) => [...line]);
      for (const [at, by] of mends) {
        const line = mended[at % mended.length]!;
        line[at % line.length] = Math.max(0, line[at % line.length]! + by);
      }
      const second = publish(table(mended), [first]);
      assert.deepEqual(narrowed([first, second], "reader"), []);
      assertNoFewBetween(first, second);
      // That a number is hidden is told to an insider: what that alone tells them cannot be hidden.
      const silent: Publication = { tables: second.tables, told: protectNothing(second.tables) };
      const unavoidable = new Set(narrowed([first, silent], "insider").flatMap(({ key, ruledOut }) => ruledOut.map((n) => `${key} is not ${n}`)));
      const learnt = narrowed([first, second], "insider").flatMap(({ key, ruledOut }) => ruledOut.map((n) => `${key} is not ${n}`));
      assert.deepEqual(learnt.filter((one) => !unavoidable.has(one)), []);
    }), { numRuns: 60 });
  });
});

/** As if of all but nought nothing were told. */
const protectNothing = (tables: Tables): Publication["told"] => ({ counts: Object.fromEntries(tables.counts.map((count) => [count.key, valueOf(count) === 0 ? 0 : SUPPRESSED])), shares: {}, averages: {} });

/** No number is told twice with a few between: whoever reads would take it for a few who came or went. */
function assertNoFewBetween(...publications: readonly Publication[]): void {
  const told = publications.flatMap(({ tables, told: { counts } }) => tables.counts.filter(({ key }) => counts[key] !== SUPPRESSED));
  for (const one of told) {
    for (const other of told.filter(({ pieces }) => Object.keys(pieces).length === Object.keys(one.pieces).length && Object.keys(pieces).every((piece) => Object.hasOwn(one.pieces, piece)))) {
      assert.ok(!isFew(Math.abs(valueOf(one) - valueOf(other))), `${one.key}: ${valueOf(one)} and ${valueOf(other)}`);
    }
  }
}
