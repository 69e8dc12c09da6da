import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { day } from "../../dates/day.ts";
import { USUAL } from "../../scorecard/choices.ts";
import { type Journey, NO_MORE_KNOWN } from "../../scorecard/journey.ts";
import { protect } from "../../scorecard/publication/protect.ts";
import { quarterlyTables, quartersEnded } from "../../scorecard/publication/quarterly.ts";
import type { Publication, Tables } from "../../scorecard/publication/tables.ts";
import type { PublishedFigure } from "../../scorecard/published/published.ts";
import { keptApart, knownAlready } from "./known-already.ts";
import { KEYS, type ReportedTraveller, scrutinyTables, wantedFirst, yearsOf } from "./tables.ts";

const WINDOWS = [2023, 2024, 2025, 2026].map((yearEnding) => ({ yearEnding, years: 3 }));
const OWN = { code: "E09000901", name: "North" };

/** So many children adopted in a year, who waited two years from entering care to moving in; `isWithin`: five months. */
const adopted = (yearEnding: number, children: number, byCarer = 0, isWithin = false): readonly ReportedTraveller[] => Array.from({ length: children }, (_, i) => {
  const on = { on: day(`${yearEnding - 2}-06-01`) };
  const journey: Journey = {
    ...NO_MORE_KNOWN, adoptedOn: day(`${yearEnding - 1}-06-01`), careStarted: { on: day(isWithin ? `${yearEnding - 2}-01-01` : `${yearEnding - 4}-06-01`) }, careEndedOn: day(`${yearEnding - 1}-06-01`), placementOrder: { on: day(`${yearEnding - 3}-06-01`) }, laterPlacementOrders: [],
    placed: on, movedIn: i < byCarer ? { on: day(`${yearEnding - 3}-06-01`) } : on, matched: on, adoptedByCarer: i < byCarer, decisionStands: true, decisions: [],
  };
  return { child: `${yearEnding}-${isWithin ? "soon" : "late"}-${i}`, journey, barriers: [] };
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

describe("shares of several windows", () => {
  /** Each year as those within 14 months and those not. */
  const byShare = (years: readonly (readonly [within: number, not: number])[]): readonly ReportedTraveller[] => YEARS.flatMap((year, i) => {
    const [within, not] = years[i]!;
    return [...adopted(year, within, 0, true), ...adopted(year, not)];
  });
  /** How many were adopted in a year, for all that somebody can know who has these numbers: every whole number of children is tried, and every share that they could make. */
  function couldBe(yearEnding: number, known: { readonly counts: ReadonlyMap<number, number>; readonly windows: ReadonlyMap<number, number>; readonly shares: ReadonlyMap<number, number> }): readonly number[] {
    const found = new Set<number>();
    const fits = (all: readonly number[]): boolean => WINDOWS.every((window) => {
      const children = YEARS.reduce((sum, year, i) => sum + (year <= window.yearEnding && year > window.yearEnding - 3 ? all[i]! : 0), 0);
      const share = known.shares.get(window.yearEnding);
      const parts = share === undefined ? [0] : Array.from({ length: children + 1 }, (_, n) => n).filter((part) => Math.floor((part * 100) / children + 0.5) === share);
      return parts.length > 0 && (known.windows.get(window.yearEnding) ?? children) === children;
    });
    const grow = (all: readonly number[]): void => {
      if (all.length === YEARS.length) { if (fits(all)) found.add(all[YEARS.indexOf(yearEnding)]!); return; }
      const at = known.counts.get(YEARS[all.length]!);
      for (const n of at === undefined ? Array.from({ length: 36 }, (_, k) => k) : [at]) grow([...all, n]);
    };
    grow([]);
    return [...found].sort((a, b) => a - b);
  }

  const travellers = byShare([[0, 0], [0, 0], [0, 0], [1, 2], [12, 5], [1, 6]]);
  const publish = (tables: Tables, before: readonly Publication[]): Publication => ({ tables, told: protect(tables, before) });
  const yearly = (yearEnding: number): Tables =>
    quarterlyTables(OWN, { A15: [], A16: [], matched: [], placed: [], A4: travellers.map(({ child, journey }) => ({ child, on: journey.adoptedOn! })) }, quartersEnded(yearEnding, day("2026-11-22")));
  const numbers = (entries: readonly (readonly [number, unknown])[]): ReadonlyMap<number, number> => new Map(entries.flatMap(([year, told]) => (typeof told === "number" ? [[year, told] as const] : [])));

  /** What the adoptions of 2023-24, of which there were three, could be for whoever has all that was published. */
  function ofTheFew(report: Publication, quarterly: readonly (readonly [number, Publication])[]): readonly number[] {
    const { counts, shares } = report.told;
    const nobody = WINDOWS.filter((window) => shares[KEYS.share(window)] === null).flatMap(({ yearEnding }) => [yearEnding, yearEnding - 1, yearEnding - 2].map((year) => [year, 0] as const));
    const years = YEARS.map((yearEnding) => [yearEnding, counts[KEYS.adopted({ yearEnding, years: 1 })]] as const);
    return couldBe(2024, {
      counts: numbers([...nobody, ...years, ...quarterly.map(([year, { told }]) => [year, told.counts["A4/to date"]] as const)]),
      windows: numbers(WINDOWS.map((w) => [w.yearEnding, counts[KEYS.adopted(w)]])), shares: numbers(WINDOWS.map((w) => [w.yearEnding, shares[KEYS.share(w)]])),
    });
  }

  test("do not give away a year of a few beside the counts of quarterly tables before it: 65% and 52%, with 17 and 7, would leave 3 or 9", () => {
    const [last, before] = [publish(yearly(2026), []), publish(yearly(2025), [])];
    assert.deepEqual([last.told.counts["A4/to date"], before.told.counts["A4/to date"]], [7, 17]);
    const report = publish(tablesOf(travellers), [last, before]);
    assert.deepEqual([1, 2, 3, 4, 5].filter((n) => !ofTheFew(report, [[2026, last], [2025, before]]).includes(n)), [], JSON.stringify(report.told.shares));
  });

  test("nor beside those of quarterly tables after it, which are of the same pieces", () => {
    const report = publish(tablesOf(travellers), []);
    assert.equal(report.told.shares[KEYS.share(WINDOWS[3]!)], 52);
    const last = publish(yearly(2026), [report]);
    const before = publish(yearly(2025), [report, last]);
    const after = [[2026, last], [2025, before], [2024, publish(yearly(2024), [report, last, before])]] as const;
    assert.deepEqual([1, 2, 3, 4, 5].filter((n) => !ofTheFew(report, after).includes(n)), []);
  });
});

describe("what others published of the authority", () => {
  const share = (yearEnding: number, value: number): PublishedFigure => ({ source: "Tables", indicator: "A3", yearEnding, years: 3, area: "North", level: "authority", code: null, value, rank: null, note: "" });
  const travellers = YEARS.flatMap((year, i) => [...adopted(year, i === 5 ? 4 : i === 0 ? 9 : 0, 0, true), ...adopted(year, i === 5 ? 5 : 12)]);
  const window = { yearEnding: 2026, years: 3 };
  const toldWith = (figures: readonly PublishedFigure[]) => {
    const tables = keptApart(tablesOf(travellers), WINDOWS, OWN, figures);
    return protect(tables, [knownAlready(tables, WINDOWS, OWN, figures)]).counts;
  };

  test("has the record not tell of how many a share of a few is: 12% of 33 would be four", () => {
    assert.equal(toldWith([])[KEYS.adopted(window)], 33);
    const counts = toldWith([share(2026, 12)]);
    assert.equal(counts[KEYS.adopted(window)], "x");
    assert.ok(yearsOf([window]).some((year) => counts[KEYS.adopted(year)] === "x"), "nor by its years");
  });

  test("is known with its part and whole where it is the record’s own, and of many", () => {
    const known = (value: number) => { const tables = tablesOf(travellers); return knownAlready(tables, WINDOWS, OWN, [share(2023, value)]).told.counts; };
    assert.deepEqual([known(20), known(31)], [{ [KEYS.within(WINDOWS[0]!)]: 9, [KEYS.counted(WINDOWS[0]!)]: 45 }, {}]);
  });
});
