import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { day } from "../../dates/day.ts";
import { USUAL } from "../../scorecard/choices.ts";
import { type Journey, NO_MORE_KNOWN } from "../../scorecard/journey.ts";
import { protect } from "../../scorecard/publication/protect.ts";
import type { PublishedFigure } from "../../scorecard/published/published.ts";
import { knownAlready } from "./known-already.ts";
import { KEYS, type ReportedTraveller, scrutinyTables, wantedFirst } from "./tables.ts";

const WINDOWS = [2023, 2024, 2025, 2026].map((yearEnding) => ({ yearEnding, years: 3 }));
const OWN = { code: "E09000901", name: "North" };

/** So many children adopted in a year, who waited `days` from entering care to moving in. */
const adopted = (yearEnding: number, children: number, byCarer = 0): readonly ReportedTraveller[] => Array.from({ length: children }, (_, i) => {
  const on = { on: day(`${yearEnding - 2}-06-01`) };
  const journey: Journey = {
    ...NO_MORE_KNOWN, adoptedOn: day(`${yearEnding - 1}-06-01`), careStarted: { on: day(`${yearEnding - 4}-06-01`) }, careEndedOn: day(`${yearEnding - 1}-06-01`), placementOrder: { on: day(`${yearEnding - 3}-06-01`) }, laterPlacementOrders: [],
    placed: on, movedIn: i < byCarer ? { on: day(`${yearEnding - 3}-06-01`) } : on, matched: on, adoptedByCarer: i < byCarer, decisionStands: true, decisions: [],
  };
  return { child: `${yearEnding}-${i}`, journey, barriers: [] };
});
const tablesOf = (travellers: readonly ReportedTraveller[]) => scrutinyTables({ authority: OWN, travellers, windows: WINDOWS, today: day("2026-11-22"), choices: USUAL });
const YEARS = [2021, 2022, 2023, 2024, 2025, 2026];
const of = (counts: readonly number[], byCarer = 0): readonly ReportedTraveller[] => YEARS.flatMap((year, i) => adopted(year, counts[i]!, byCarer));

describe("the figures of a scrutiny report", () => {
  test("are all told where every year has many", () => {
    const { averages, counts } = protect(tablesOf(of([20, 20, 20, 20, 20, 20])), []);
    assert.ok([...WINDOWS, { yearEnding: 2026, years: 1 }].every((window) => averages[KEYS.mean("A1", window)] === 731 || averages[KEYS.mean("A1", window)] === 730));
    assert.equal(counts[KEYS.adopted({ yearEnding: 2026, years: 3 })], 60);
  });

  test("are told in the order in which a report needs them, where not all may be", () => {
    assert.deepEqual(wantedFirst(WINDOWS).slice(0, 4), [{ yearEnding: 2026, years: 3 }, { yearEnding: 2026, years: 1 }, { yearEnding: 2025, years: 3 }, { yearEnding: 2023, years: 1 }]);
    assert.equal(wantedFirst(WINDOWS).length, 10);
    const { averages } = protect(tablesOf(of([20, 20, 3, 20, 20, 20])), []);
    assert.equal(typeof averages[KEYS.mean("A1", { yearEnding: 2026, years: 1 })], "number");
    assert.equal(averages[KEYS.mean("A1", { yearEnding: 2025, years: 3 })], "x", "with the year and the window it would tell of the 3 of 2022-23");
  });

  test("are not told of a year where others’ publishing and it would tell of a few", () => {
    const tables = tablesOf(of([20, 20, 3, 20, 20, 20]));
    const figure = (yearEnding: number): PublishedFigure => ({ source: "Tables", indicator: "A1", yearEnding, years: 3, area: "North", level: "authority", code: null, value: 730, rank: null, note: "" });
    const known = knownAlready(tables, WINDOWS, OWN, [figure(2025), figure(2026), { ...figure(2024), area: "South" }]);
    assert.deepEqual(known.told.averages, { [KEYS.mean("A1", { yearEnding: 2025, years: 3 })]: 730, [KEYS.mean("A1", { yearEnding: 2026, years: 3 })]: 730 });
    const { averages } = protect(tables, [known]);
    assert.equal(averages[KEYS.mean("A1", { yearEnding: 2026, years: 1 })], "x");
    assert.equal(averages[KEYS.mean("A1", { yearEnding: 2025, years: 3 })], 730);
  });

  test("are not thought known of a window of which the record has only a few", () => {
    const tables = tablesOf(of([0, 0, 3, 20, 20, 20]));
    const figure = (yearEnding: number): PublishedFigure => ({ source: "Tables", indicator: "A1", yearEnding, years: 3, area: "North", level: "authority", code: null, value: 730, rank: null, note: "" });
    const known = knownAlready(tables, WINDOWS, OWN, [2023, 2024, 2025, 2026].map(figure));
    assert.equal(known.tables.averages!.length, 3);
    assert.equal(protect(tables, [known]).averages[KEYS.mean("A1", { yearEnding: 2026, years: 1 })], "x");
  });

  test("hold no A10 where a year has a few adopted by their carers: beside A1 it would tell of their days", () => {
    const has = (byCarer: number): boolean => (tablesOf(of([20, 20, 20, 20, 20, 20], byCarer)).averages ?? []).some(({ key }) => key.startsWith("A10"));
    assert.deepEqual([0, 1, 5, 6].map(has), [true, false, false, true]);
  });
});
