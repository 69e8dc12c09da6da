import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { PublishedValue } from "../comparators.ts";
import type { IndicatorCode } from "../window.ts";
import { compare, isAsGood, windowsOf } from "./compare.ts";
import type { ComparatorGroup, PublishedFigure } from "./published.ts";
import { isArea, plainArea } from "./same-area.ts";

const OWN = { code: "E10000901", name: "Harrowmere Council" };
const figure = (area: string, value: PublishedValue, over: Partial<PublishedFigure> = {}): PublishedFigure =>
  ({ source: "Table 1", indicator: "A1", yearEnding: 2025, years: 3, area, level: "authority", code: null, value, rank: null, note: "", ...over });
const group = (members: readonly string[]): ComparatorGroup => ({ id: "g", name: "Four of us", kind: "own", members });
const QUESTION = { indicator: "A1" as IndicatorCode, window: { yearEnding: 2025, years: 3 }, source: "Table 1" };

describe("an authority beside others", () => {
  const figures = [
    figure("Harrowmere", 434, { rank: 41, code: OWN.code, note: "As printed" }), figure("Tidewell", 401), figure("Norcombe", 434), figure("Eastry", "x"), figure("Saltby", null), figure("Elsewhere", 300),
    figure("North region", 440, { level: "region" }), figure("England", 450, { level: "national" }),
    figure("Harrowmere", 9, { source: "Table 2" }), figure("Harrowmere", 9, { yearEnding: 2024 }), figure("Harrowmere", 9, { years: 1 }), figure("Harrowmere", 9, { indicator: "A2" }),
  ];
  const compared = compare(figures, [group(["Harrowmere", "Tidewell", "Norcombe", "Eastry", "Saltby", "Nowhere"])], OWN, QUESTION, 400);
  const [four] = compared.groups;

  it("has a group’s unweighted average, half-up, and says whom it leaves out", () => {
    assert.deepEqual([four!.average, four!.counted, four!.suppressed, four!.without], [423, 3, 1, 2]);
  });

  it("ranks the fewest days first, ties sharing a rank, those without a figure last", () => {
    assert.deepEqual(four!.members.map(({ name, rank }) => [name, rank]), [["Tidewell", 1], ["Harrowmere", 2], ["Norcombe", 2], ["Eastry", null], ["Nowhere", null], ["Saltby", null]]);
    assert.equal(four!.rankByRecord, 1, "400 by the record is before 401");
  });

  it("knows a member of its groups by another spelling of another source", () => {
    const spelt = compare([figure("Bristol, City of", 540), figure("Telford & Wrekin", 340)], [group(["Bristol", "Telford and Wrekin"])], OWN, QUESTION, null);
    assert.deepEqual([spelt.groups[0]!.average, spelt.groups[0]!.without], [440, 0]);
  });

  it("ranks the authority beside a group that it is not one of", () => {
    const [two] = compare(figures, [group(["Tidewell", "Elsewhere"])], OWN, QUESTION, 350).groups;
    assert.deepEqual([two!.average, two!.counted, two!.rankAsPublished, two!.rankByRecord, two!.ranked], [351, 2, 3, 2, 3]);
    assert.deepEqual(two!.members.map(({ name, rank, isOwn, isMember }) => [name, rank, isOwn, isMember]), [["Elsewhere", 1, false, true], ["Tidewell", 2, false, true], ["Harrowmere", 3, true, false]]);
  });

  it("has it in each group by its record where nothing was published of it, and ranks the others past it", () => {
    const rows = (of: readonly PublishedFigure[], members: readonly string[], byRecord: number | null) =>
      compare(of, [group(members)], OWN, QUESTION, byRecord).groups[0]!.members.map(({ name, value, rank, isMember, isByRecord }) => [name, value, rank, isMember, isByRecord]);
    const [tidewell, saltby] = [figure("Tidewell", 401), figure("Saltby", 500)];
    assert.deepEqual(rows([tidewell, saltby], ["Tidewell", "Saltby"], 450), [["Tidewell", 401, 1, true, false], ["Harrowmere Council", 450, 2, false, true], ["Saltby", 500, 3, true, false]]);
    assert.deepEqual(rows([tidewell, figure("Harrowmere", "x")], ["Tidewell", "Harrowmere"], 350), [["Harrowmere", 350, 1, false, true], ["Tidewell", 401, 2, true, false], ["Harrowmere", "x", null, true, false]]);
    assert.deepEqual(rows([tidewell], ["Tidewell"], null), [["Tidewell", 401, 1, true, false], ["Harrowmere Council", null, null, false, false]]);
  });

  it("keeps what was printed of itself beside its rank among all", () => {
    assert.deepEqual([compared.own!.value, compared.own!.rank, compared.own!.printedRank, compared.own!.note, compared.ranked], [434, 3, 41, "As printed", 4]);
    assert.deepEqual([compared.national!.value, compared.regions.map(({ name }) => name), compared.regions[0]!.isOwn], [450, ["North region"], false]);
  });

  it("of shares has the highest first", () => {
    const shares = [figure("Harrowmere", 40, { indicator: "A3" }), figure("Tidewell", 61, { indicator: "A3" })];
    const a3 = compare(shares, [group(["Harrowmere", "Tidewell"])], OWN, { ...QUESTION, indicator: "A3" }, null);
    assert.deepEqual([a3.groups[0]!.members.map(({ name }) => name), a3.own!.rank, a3.groups[0]!.average, a3.groups[0]!.rankByRecord], [["Tidewell", "Harrowmere"], 2, 51, null]);
    assert.deepEqual([isAsGood("A3", 61, 40), isAsGood("A1", 61, 40), isAsGood("A1", 40, 40)], [true, false, true]);
  });

  it("is nothing where nothing was published", () => {
    const empty = compare([], [group(["Tidewell"]), group([])], OWN, QUESTION, null);
    assert.deepEqual([empty.own, empty.national, empty.ranked, empty.groups.map(({ average }) => average)], [null, null, 0, [null, null]]);
    assert.deepEqual(windowsOf(figures, { source: "Table 1", indicator: "A1", years: 3 }), [2024, 2025]);
  });

  it("never lets an x or a gap move an average or a rank", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 100, max: 900 }), { minLength: 1, maxLength: 12 }), fc.nat(5), (days, gaps) => {
      const named = days.map((d, i) => figure(`A${i}`, d));
      const blind = Array.from({ length: gaps }, (_, i) => figure(`X${i}`, i % 2 === 0 ? "x" : null));
      const of = (some: readonly PublishedFigure[]) => compare(some, [group(some.map(({ area }) => area))], OWN, QUESTION, null).groups[0]!;
      const [bare, all] = [of(named), of([...blind, ...named])];
      assert.equal(all.average, bare.average);
      assert.deepEqual(all.members.slice(0, days.length), bare.members.filter(({ isMember }) => isMember));
      assert.equal(all.suppressed + all.without, gaps);
    }));
  });
});

describe("the name of an area", () => {
  it("is the same however its kind is said", () => {
    for (const name of ["Bristol, City of", "Bristol City Council", "BRISTOL", "City of Bristol"]) assert.equal(plainArea(name), "bristol", name);
    assert.equal(plainArea("Telford & Wrekin"), plainArea("Telford and Wrekin Council"));
  });

  it("is the authority’s by code where there is one, whatever it is called", () => {
    assert.deepEqual([isArea({ area: "Harrowmere", code: "E10000999" }, OWN), isArea({ area: "Harrow Mere", code: OWN.code }, OWN), isArea({ area: "Harrowmere", code: null }, OWN)], [false, true, true]);
  });
});
