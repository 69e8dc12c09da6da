import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { PerformancePage } from "../../../../app/open-performance.ts";
import { day } from "../../../../domain/dates/day.ts";
import { parseMonth } from "../../../../domain/standards/performance.ts";
import { drawMonths } from "./chart.ts";
import { performanceAddress, readMonth, readPerformanceQuery } from "./query.ts";
import { PerformanceView } from "./view.tsx";

const [FROM, TO] = [parseMonth("2025-12")!, parseMonth("2026-11")!];
const EMPTY: PerformancePage = {
  today: day("2026-11-20"), from: FROM, to: TO, authority: undefined, authorities: [], team: undefined, teams: ["Court team"], children: "2", official: false, about: false,
  rows: [], checklist: [], leftOut: { advisory: 0, notRecorded: 0 },
};
const shown = (page: Partial<PerformancePage>): string =>
  String(<PerformanceView page={{ ...EMPTY, ...page }} />).replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

describe("the figures of the standards", () => {
  test("teach where there is nothing: no children, or none of these months", () => {
    assert.match(shown({ children: "0" }), /no children here yet that you may see.*the share met in time/);
    assert.match(shown({}), /No standard was finished in these months.*Choose other months, or all teams/);
  });

  test("say checklists apart, and what is left out and why", () => {
    const told = shown({ checklist: [{ standard: "LEIC-12", title: "Tell the carers", done: "3", toDo: "1" }], leftOut: { advisory: 1200, notRecorded: 4 } });
    assert.match(told, /Checklists Never early or late.*Tell the carers LEIC-12 3 1/);
    assert.match(told, /Not counted: 1,200 by standards whose text is not yet confirmed \(advisory\), and 4 whose source cannot say \(not recorded\)/);
  });

  test("keep what was asked for in the address, and drop what is no month", () => {
    assert.equal(performanceAddress({ ...EMPTY, team: "Court team" }, "/TC-01", [["month", "2026-03"]]), "/standards/performance/TC-01?team=Court+team&from=2025-12&to=2026-11&month=2026-03");
    assert.deepEqual(readPerformanceQuery({ team: "", from: "2026-13", to: "2026-03" }), { authority: undefined, team: undefined, from: undefined, to: "2026-03" });
    assert.deepEqual([readMonth({ month: "2026-03" }, EMPTY), readMonth({ month: "2027-03" }, EMPTY), readMonth({}, EMPTY)], ["2026-03", undefined, undefined]);
  });

  test("draw a bar for each month in which anything finished, with its per cent", async () => {
    const drawn = await drawMonths([{ month: FROM, percent: null }, { month: TO, percent: 67 }]);
    assert.match(drawn, /^<svg/);
    assert.match(drawn, />67</);
    assert.equal([...drawn.matchAll(/fill="#8fb6d9"/g)].length, 1);
  });
});
