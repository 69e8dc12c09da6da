import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { settleChance } from "../../../../tests/support/chance.ts";
import { addDays, type Day, day } from "../../dates/day.ts";
import { type Journey, MISSING, NO_MORE_KNOWN } from "../journey.ts";
import { type EquityChild, equityOf, waitsIn } from "./equity.ts";
import { characteristic, type Particulars } from "./groups.ts";
import { middleOf } from "./waits.ts";
import { tellEquity, type TellingOf, wholeTold } from "./told.ts";

settleChance();

const SPAN = { from: day("2021-10-01"), to: day("2026-09-30") };
const NOBODY: Particulars = { ethnicity: null, disability: null, sex: null, bornOn: null, together: 1 };
const journey = (over: Partial<Journey>): Journey => ({
  adoptedOn: null, careStarted: { on: day("2024-01-01") }, careEndedOn: null, placementOrder: { missing: MISSING.noOrder }, laterPlacementOrders: [], placed: { missing: MISSING.notPlaced },
  movedIn: { missing: MISSING.notPlaced }, matched: { missing: MISSING.noMatch }, adoptedByCarer: false, decisionStands: true, decisions: [], ...NO_MORE_KNOWN, ...over,
});
const decided = (on: string, until?: string): Pick<Journey, "decisions"> => ({ decisions: [{ from: day(on), ...(until === undefined ? {} : { until: day(until) }) }] });
const waitOf = (over: Partial<Journey>): readonly [number, boolean] | string => {
  const { waited, unknown } = waitsIn([{ child: "a", journey: journey(over), particulars: NOBODY }], SPAN);
  return waited[0] === undefined ? (unknown.length > 0 ? "unknown" : "not in it") : [waited[0].days, waited[0].ended];
};

describe("waits from the decision to moving in", () => {
  it("end with moving in, last until the end of the span, or stop counting where adoption is no longer the plan", () => {
    assert.deepEqual(waitOf({ ...decided("2026-01-01"), placed: { on: day("2026-04-11") } }), [100, true]);
    assert.deepEqual(waitOf(decided("2026-09-20")), [10, false]);
    assert.deepEqual(waitOf({ ...decided("2026-01-01"), placed: { on: day("2026-10-05") } }), [272, false], "moved in after the span");
    assert.deepEqual(waitOf(decided("2026-01-01", "2026-01-31")), [30, false]);
    assert.deepEqual(waitOf({ ...decided("2026-01-01"), careEndedOn: day("2026-02-10") }), [40, false]);
    assert.deepEqual(waitOf({ ...decided("2026-01-01"), placed: { on: day("2025-12-01") } }), [0, true]);
  });
  it("are of the last decision in the span, and of nobody decided for outside it", () => {
    assert.equal(waitOf(decided("2021-09-30")), "not in it");
    assert.equal(waitOf(decided("2026-10-01")), "not in it");
    assert.deepEqual(waitOf({ decisions: [{ from: day("2021-01-01"), until: day("2022-01-01") }, { from: day("2023-01-01") }], placed: { on: day("2023-01-11") } }), [10, true]);
    assert.equal(waitOf({ ...decided("2025-01-01"), adoptedOn: day("2026-02-01") }), "unknown");
  });
});

describe("the groups", () => {
  const of = (code: Parameters<typeof characteristic>[0], over: Partial<Particulars>, on: Day = day("2026-01-01")): string | null => characteristic(code).groupOf({ ...NOBODY, ...over }, on);
  it("go by the return’s codes, and by what is recorded", () => {
    assert.deepEqual(["WBRI", "wirt", "MWAS", "CHNE", "BAFR", "OOTH", "REFU", "NOBT", "Welsh"].map((ethnicity) => of("ethnicity", { ethnicity })), ["british", "white", "mixed", "asian", "black", "other", null, null, null]);
    assert.deepEqual([of("disability", { disability: false }), of("disability", {}), of("sex", { sex: "U" }), of("sex", { sex: "M" })], ["no", null, null, "M"]);
    assert.deepEqual([1, 2, 3, 5].map((together) => of("siblings", { together })), ["alone", "two", "more", "more"]);
  });
  it("take the age on the day of the decision", () => {
    assert.deepEqual(["2026-05-01", "2025-01-02", "2025-01-01", "2023-01-01", "2021-01-01"].map((born) => of("age", { bornOn: day(born) })), ["under-1", "under-1", "1-2", "3-4", "5-over"]);
  });
});

const child = (name: string, wait: number, particulars: Partial<Particulars>): EquityChild => ({
  child: name, particulars: { ...NOBODY, ...particulars }, journey: journey({ ...decided("2025-01-01"), placed: { on: addDays(day("2025-01-01"), wait) } }),
});
const openToAll: TellingOf = { isClosed: () => false, knows: false };

describe("what is told", () => {
  const many = (n: number, name: string, wait: (i: number) => number, particulars: Partial<Particulars>): readonly EquityChild[] => Array.from({ length: n }, (_, i) => child(`${name}${i}`, wait(i), particulars));
  const told = (children: readonly EquityChild[], by = openToAll) => tellEquity(equityOf(waitsIn(children, SPAN).waited), by);
  const sexes = (of: ReturnType<typeof told>) => of.characteristics.find(({ code }) => code === "sex")!;

  it("calls a difference clear only where chance would seldom make it beside so many comparisons", () => {
    const { groups, notRecorded } = sexes(told([...many(40, "f", (i) => 100 + i, { sex: "F" }), ...many(40, "m", (i) => 300 + i, { sex: "M" })]));
    assert.deepEqual(groups.map(({ children, middle, compared }) => [children, middle?.days, compared]), [["40", 120, { sure: "clear", waits: "shorter" }], ["40", 320, { sure: "clear", waits: "longer" }]]);
    assert.equal(notRecorded, "0");
    assert.deepEqual(sexes(told([...many(40, "f", (i) => 100 + i, { sex: "F" }), ...many(40, "m", (i) => 100 + i, { sex: "M" })])).groups.map(({ compared }) => compared?.sure), ["none", "none"]);
  });
  it("tells no wait of ten or fewer, and no number of five or fewer or from which it could be taken", () => {
    const { groups, notRecorded } = sexes(told([...many(40, "f", (i) => 100 + i, { sex: "F" }), ...many(9, "m", () => 300, { sex: "M" }), ...many(3, "u", () => 200, {})]));
    assert.ok(groups.filter(({ children }) => children === null).length === 1 && notRecorded === null, "three are not told, nor what they could be taken from");
    assert.deepEqual(groups.map(({ middle, compared }) => [middle === null, compared]), [[false, null], [true, null]]);
  });
  it("tells nothing of a group with a few children whose records the viewer may not open, unless they bring in the return", () => {
    const children = [...many(40, "f", (i) => 100 + i, { sex: "F" }), ...many(40, "m", (i) => 300 + i, { sex: "M" })];
    const isClosed = (one: string): boolean => one === "m1" || one === "m2";
    assert.deepEqual(sexes(told(children, { isClosed, knows: false })).groups.map(({ children: n, middle }) => [n, middle === null]), [["40", false], [null, true]]);
    assert.deepEqual(sexes(told(children, { isClosed, knows: true })).groups.map(({ children: n }) => n), ["40", "40"]);
    assert.equal(wholeTold(children.map((one) => one.child), { isClosed, knows: false }), "about 80");
  });
  it("leaves every number of few open from 1 to 5, whatever the whole and the waits told of others say", () => {
    fc.assert(fc.property(fc.array(fc.nat(30), { minLength: 2, maxLength: 6 }).filter((sizes) => sizes.reduce((a, b) => a + b, 0) > 10), (sizes) => {
      const waited = sizes.map((n, at) => Array.from({ length: n }, (_, i) => ({ child: `${at} ${i}`, days: i, ended: true, decidedOn: SPAN.from, particulars: NOBODY })));
      const groups = waited.slice(1).map((own, i) => ({ code: `${i}`, label: "", waited: own, middle: middleOf(own), difference: undefined, others: 0 }));
      const { characteristics: [one] } = tellEquity([{ code: "sex", groups, notRecorded: waited[0]! }], openToAll);
      const cells = [...one!.groups.map(({ children, middle }, i) => ({ n: sizes[i + 1]!, children, least: middle === null ? 0 : 11 })), { n: sizes[0]!, children: one!.notRecorded, least: 0 }];
      const hidden = cells.filter(({ children }) => children === null);
      const sum = hidden.reduce((all, { n }) => all + n, 0);
      for (const { n, children, least } of cells) {
        assert.ok(n === 0 || n > 5 || children === null, `${n} is told`);
        if (children !== null || n > 5) continue;
        const others = hidden.reduce((all, cell) => all + cell.least, 0) - least;
        assert.ok(hidden.length > 1 && sum - 5 >= others, `${n} of ${sizes.join(" ")}`);
      }
    }), { numRuns: 60 });
  });
});
