import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Day, day } from "../dates/day.ts";
import { ASSUMPTIONS } from "./assumptions.ts";
import type { Traveller } from "./indicators.ts";
import { type Journey, type KnownDay, MISSING, NO_MORE_KNOWN } from "./journey.ts";
import { readingsOf } from "./readings.ts";
import { scorecardJson, scorecardOf } from "./scorecard.ts";
import { INDICATOR_CODES } from "./window.ts";

const on = (text: string): KnownDay => ({ on: day(text) });
const THREE = { yearEnding: 2026, years: 3 };

const BASE: Journey = {
  adoptedOn: day("2025-06-01"), careStarted: on("2023-01-10"), careEndedOn: day("2025-06-01"),
  placementOrder: on("2023-08-01"), laterPlacementOrders: [], placed: on("2024-01-10"), movedIn: on("2023-05-10"),
  matched: on("2023-11-09"), adoptedByCarer: true, decisionStands: true, decisions: [{ from: day("2023-06-01") }], ...NO_MORE_KNOWN,
};
const child = (name: string, over: Partial<Journey> = {}): Traveller => ({ child: name, journey: { ...BASE, ...over } });
const waiting = (name: string, start: string, placed: string | null, over: Partial<Journey> = {}): Traveller =>
  child(name, {
    adoptedOn: null, careEndedOn: null, careStarted: on(start), decisions: [{ from: day("2025-06-01") }],
    placed: placed === null ? { missing: MISSING.notPlaced } : on(placed), ...over,
  });

describe("the scorecard as machines read it", () => {
  it("has this shape", () => {
    const all = [
      child("a"), child("b", { placed: on("2024-07-12"), placementOrder: { missing: MISSING.noOrder } }),
      child("c", { careStarted: { missing: MISSING.careBeforeFiles } }), child("earlier", { adoptedOn: day("2022-01-01") }),
    ];
    assert.deepEqual(scorecardJson(scorecardOf(all, THREE)), {
      yearEnding: 2026,
      years: 3,
      indicators: {
        A1: { children: 2, meanDays: 457, days: 457 },
        A2: { children: 2, meanDays: 100, days: 100 },
        A3: { children: 2, within: 1, percent: 50 },
        A10: { children: 2, meanDays: 120, days: 120 },
      },
      notCounted: [
        { child: "c", indicator: "A1", reason: "care started before the earliest file" },
        { child: "b", indicator: "A2", reason: "no placement order: not in A2" },
        { child: "c", indicator: "A3", reason: "care started before the earliest file" },
        { child: "c", indicator: "A10", reason: "care started before the earliest file" },
      ],
    });
  });

  it("rounds to the places it says, half-up", () => {
    const days = ["2024-01-10", "2024-01-10", "2024-01-12"].map((d, i) => child(String(i), { placed: on(d) }));
    const { A1, A3 } = scorecardJson(scorecardOf([...days, child("late", { placed: on("2025-01-01") })].slice(0, 3), THREE)).indicators;
    assert.deepEqual(A1, { children: 3, meanDays: 365.667, days: 366 });
    assert.deepEqual(A3, { children: 3, within: 3, percent: 100 });
  });

  it("of nobody has no figures", () => {
    const { A1, A3 } = scorecardJson(scorecardOf([], THREE)).indicators;
    assert.deepEqual(A1, { children: 0, meanDays: null, days: null });
    assert.deepEqual(A3, { children: 0, within: 0, percent: null });
  });
});

describe("the bias of short files", () => {
  it("is said with how many are lost from each figure", () => {
    const { bias } = scorecardOf([child("a"), child("b", { careStarted: { missing: MISSING.careBeforeFiles } })], THREE);
    assert.match(bias ?? "", /Of the 2 children adopted in 2023-26/);
    assert.match(bias ?? "", /1 from A1, 1 from A3, 1 from A10\./);
    assert.match(bias ?? "", /quick journeys/);
  });

  it("is not said of those left out by definition", () => {
    assert.equal(scorecardOf([child("a", { placementOrder: { missing: MISSING.noOrder } })], THREE).bias, null);
  });
});

describe("other readings", () => {
  const reading = (all: readonly Traveller[], code: string, words: RegExp) => readingsOf(all, THREE).find((r) => r.indicator === code && words.test(r.reading));

  it("show A2 from the last order only where a child had two", () => {
    assert.equal(reading([child("a")], "A2", /./), undefined);
    const twice = reading([child("a", { laterPlacementOrders: [day("2023-10-01")] }), child("b")], "A2", /last placement order/);
    assert.deepEqual([twice?.days, twice?.children, twice?.affected], [70, 2, ["a"]]);
  });

  it("show A3 with 426 days, and the children it moves", () => {
    const r = reading([child("a", { careStarted: on("2023-08-31"), placed: on("2024-10-30") }), child("b")], "A3", /426/);
    assert.deepEqual([r?.within, r?.children, r?.affected], [1, 2, ["a"]]);
  });

  it("show A3 with the children still in the process on the last day", () => {
    const decisions = (from: string, until?: string): { decisions: { from: Day; until?: Day }[] } =>
      ({ decisions: [until === undefined ? { from: day(from) } : { from: day(from), until: day(until) }] });
    const all = [
      child("adopted"),
      waiting("placed quickly", "2024-12-01", "2025-09-01"),
      waiting("placed slowly", "2023-12-01", "2025-09-01"),
      waiting("waiting a short time", "2025-06-01", null),
      waiting("waiting a long time", "2023-06-01", null),
      waiting("placed after the last day", "2025-06-01", "2026-05-01"),
      waiting("reversed by then", "2024-12-01", "2025-09-01", decisions("2025-01-01", "2026-01-01")),
      waiting("reversed since", "2024-12-01", "2025-09-01", decisions("2025-01-01", "2026-05-01")),
      waiting("adopted since", "2024-12-01", "2025-09-01", { adoptedOn: day("2026-05-05"), careEndedOn: day("2026-05-05") }),
      waiting("gone home", "2024-12-01", "2025-09-01", { careEndedOn: day("2026-01-05") }),
      waiting("start unknown", "2024-12-01", "2025-09-01", { careStarted: { missing: MISSING.careBeforeFiles } }),
    ];
    const r = reading(all, "A3", /decision that stood/);
    assert.deepEqual(r?.affected, [
      "placed quickly", "placed slowly", "waiting a short time", "waiting a long time", "placed after the last day", "reversed since", "adopted since",
    ]);
    assert.deepEqual([r?.children, r?.within], [8, 4]);
    assert.match(r?.reading ?? "", /2 of them, not yet placed, had waited less than 14 months/);
  });
});

describe("assumptions", () => {
  it("cover every indicator, each saying what is open", () => {
    for (const code of INDICATOR_CODES) assert.ok(ASSUMPTIONS.some((a) => a.indicators.includes(code)), code);
    for (const { assumed, open } of ASSUMPTIONS) assert.ok(assumed.endsWith(".") && open.endsWith("."), assumed);
  });
});
