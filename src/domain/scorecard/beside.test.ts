import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { addDays, type Day, day } from "../dates/day.ts";
import { comparatorsJson, forecastJson, requiredJson, thresholdsJson } from "./beside.ts";
import type { Traveller } from "./indicators.ts";
import { NO_MORE_KNOWN } from "./journey.ts";
import { thresholdsFor } from "./thresholds.ts";
import { INDICATOR_CODES, type IndicatorCode } from "./window.ts";

const adopted = (on: Day, a1: number, a2: number): Traveller => {
  const [placed, order] = [addDays(on, -200), addDays(on, -600)];
  return {
    child: "c",
    journey: {
      adoptedOn: on, careEndedOn: on, careStarted: { on: addDays(placed, -a1) }, placementOrder: { on: order }, laterPlacementOrders: [], placed: { on: placed }, movedIn: { on: placed },
      matched: { on: addDays(order, a2) }, adoptedByCarer: false, decisionStands: true, decisions: [], ...NO_MORE_KNOWN,
    },
  };
};
const TABLE = {
  sources: { official: { name: "The department", cite: "A page of it" }, other: { name: "Another", cite: "Its own page" } },
  thresholds: { A1: [{ source: "official", from: 2016, days: 426, confidence: "stated" as const }, { source: "other", from: 2014, days: 430, confidence: "stated" as const }], A2: [{ source: "official", from: 2016, days: 121, confidence: "stated" as const }] },
};
const thresholds = (year: number) => Object.fromEntries(INDICATOR_CODES.map((code) => [code, thresholdsFor(TABLE, code, year)])) as Record<IndicatorCode, ReturnType<typeof thresholdsFor>>;
const WINDOW = { yearEnding: 2017, years: 3 };
/** The single year that scrutiny was told of: 535 days and 293. */
const YEAR = [adopted(day("2014-10-01"), 500, 286), adopted(day("2015-02-01"), 570, 300)];
const ask = (over: Partial<Parameters<typeof requiredJson>[0]> = {}) => requiredJson({ travellers: YEAR, window: WINDOW, thresholds: thresholds(2017), today: day("2015-04-01"), perYear: 2, ...over });

describe("what the rest of a window must average, for machines", () => {
  it("is 371.5 and 35 by equal years, as scrutiny worked them out", () => {
    const { A1, A2, A10 } = ask();
    assert.deepEqual([A1.byYear, A2.byYear, A10.byYear, A1.yearsLeft, A1.toCome, A1.reason], [371.5, 35, 371.5, 2, 4, null]);
    assert.equal(A1.byChild, 371.5, "as many children in each year");
    assert.deepEqual(A1.known, [{ yearEnding: 2015, children: 2, meanDays: 535 }, { yearEnding: 2016, children: 0, meanDays: 0 }]);
  });

  it("says why where there is nothing to say", () => {
    const reasons = (over: Parameters<typeof ask>[0]): readonly unknown[] => { const { byYear, byChild, reason } = ask(over).A1; return [byYear, byChild, reason?.slice(0, 36)]; };
    assert.deepEqual(reasons({ today: day("2018-01-01") }), [null, null, "Every year of 2014-17 has ended"]);
    assert.deepEqual(reasons({ window: { yearEnding: 2017, years: 1 } }), [null, null, "Thresholds are set for windows of th"]);
    assert.deepEqual(reasons({ thresholds: thresholds(2010) }), [null, null, "No threshold is known for this windo"]);
    assert.deepEqual(reasons({ today: day("2016-04-01"), missingYears: [2016] }), [null, null, "There are no files for the year endi"]);
    assert.match(ask({ travellers: [adopted(day("2014-10-01"), 1300, 1)] }).A1.reason ?? "", /^Counted by equal years, the threshold cannot be reached/);
    assert.match(ask({ travellers: [...YEAR, ...YEAR, adopted(day("2015-01-01"), 1290, 1)], perYear: 1 }).A1.reason ?? "", /^Counted by children, the threshold cannot be reached/);
  });
});

describe("thresholds for machines", () => {
  it("are the one to judge by, and every source’s", () => {
    const { A1, A3 } = thresholdsJson(thresholds(2017));
    assert.deepEqual([A1.days, A1.conflict, A1.all.map(({ source, days }) => [source, days])], [426, true, [["official", 426], ["other", 430]]]);
    assert.deepEqual([A3.days, A3.all], [null, []]);
  });
});

describe("comparators for machines", () => {
  const figure = { source: "Table 1", indicator: "A1" as const, yearEnding: 2017, years: 3, level: "authority" as const, code: null, rank: null, note: "" };
  const groups = [{ id: "1", name: "Neighbours", kind: "neighbours" as const, members: ["Harrowmere", "Tidewell", "Eastry"] }];
  const own = { code: "E1", name: "Harrowmere Council" };

  it("are groups by source, with averages and members", () => {
    const found = comparatorsJson([{ ...figure, area: "Harrowmere", value: 535 }, { ...figure, area: "Tidewell", value: 400, rank: 7 }, { ...figure, area: "Eastry", value: "x" }, { ...figure, area: "England", level: "national", value: 500 }], groups, own, WINDOW, new Map());
    assert.deepEqual(found.map(({ group, kind, source }) => [group, kind, source]), [["Neighbours", "neighbours", "Table 1"], ["England", "national", "Table 1"]]);
    const { average, suppressed, members } = found[0]!.indicators.A1!;
    assert.deepEqual([average, suppressed, members[0], members.map(({ value, own: isOwn }) => [value, isOwn])], [468, 1, { name: "Tidewell", value: 400, rank: 1, printedRank: 7, own: false, member: true }, [[400, false], [535, true], ["x", false]]]);
    assert.deepEqual(found[1]!.indicators, { A1: { average: 500, suppressed: 0, members: [] } });
  });

  it("are none where nothing of the window was published", () => assert.deepEqual(comparatorsJson([{ ...figure, yearEnding: 2016, area: "Tidewell", value: 1 }], groups, own, WINDOW, new Map()), []));
});

describe("a forecast for machines", () => {
  const range = { low: 400, likely: 450, high: 500 };
  const come = [1, 3].map((years) => ({ window: { yearEnding: 2027, years }, figures: { A1: range, A2: null, A10: range }, adopted: range }));

  it("is of windows as long as the one asked for; nulls have a reason", () => {
    const { A1, A2, A3 } = forecastJson(come, WINDOW);
    assert.deepEqual(A1, { windows: [{ yearEnding: 2027, years: 3, ...range }], reason: null });
    assert.deepEqual([A2.windows?.[0]?.likely, typeof A2.reason, A3], [null, "string", { windows: null, reason: "A3 is not forecast" }]);
    assert.equal(forecastJson(come, { yearEnding: 2027, years: 2 }).A1.windows, null);
    assert.deepEqual(forecastJson("Too few", WINDOW).A1, { windows: null, reason: "Too few" });
  });
});
