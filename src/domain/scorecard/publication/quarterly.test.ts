import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { day } from "../../dates/day.ts";
import { daysOf, type Quarter } from "../../dates/quarter.ts";
import { narrowed } from "./attack-for-tests.ts";
import { protect } from "./protect.ts";
import { QUARTERLY, type QuarterlyCode, quarterlyTables, quartersEnded, toldQuarterly } from "./quarterly.ts";
import { type Tables, valueOf } from "./tables.ts";

/** Trafford, April to December 2018, as its slides had it: three quarters, and the total to date. */
const TRAFFORD: Readonly<Record<QuarterlyCode, readonly [number, number, number, total: number]>> = { A15: [3, 4, 8, 15], A16: [1, 4, 1, 6], matched: [3, 4, 0, 7], placed: [2, 2, 3, 7], A4: [2, 1, 1, 4] };
const quarters = quartersEnded(2019, day("2019-03-19"));
const tables = (of: readonly Quarter[] = quarters): Tables => quarterlyTables({ code: "T", name: "Trafford" }, Object.fromEntries(QUARTERLY.map((code) =>
  [code, quarters.flatMap((quarter, i) => Array.from({ length: TRAFFORD[code][i]! }, (_, n) => ({ child: `${i} ${n}`, on: daysOf(quarter).to })))])) as unknown as Parameters<typeof quarterlyTables>[1], of);

describe("the quarterly table", () => {
  it("has the quarters that have ended, and no other", () => {
    assert.deepEqual(quarters.map(({ number }) => number), [1, 2, 3]);
    assert.deepEqual([quartersEnded(2019, day("2019-03-31")).length, quartersEnded(2019, day("2019-04-01")).length, quartersEnded(2020, day("2019-04-01")).length], [3, 4, 0]);
  });

  it("comes to Trafford’s totals", () => {
    assert.deepEqual(tables().counts.map(valueOf), QUARTERLY.flatMap((code) => TRAFFORD[code]));
  });

  it("is published with few numbers lost, and none that a few could be worked out from", () => {
    const told = protect(tables(), []);
    assert.deepEqual(toldQuarterly(told), {
      heads: ["April to June 2018", "July to September 2018", "October to December 2018", "Total to date"],
      rows: [
        { title: "Decisions that a child should be placed for adoption", cells: ["x", "x", "x", "15"] },
        { title: "Placement orders granted", cells: ["x", "x", "x", "x"] },
        { title: "Matches decided", cells: ["x", "x", "0", "x"] },
        { title: "Moved in with an adoptive family", cells: ["x", "x", "x", "7"] },
        { title: "Adoption orders", cells: ["x", "x", "x", "x"] },
      ],
    });
    for (const attacker of ["reader", "insider"] as const) assert.deepEqual(narrowed([{ tables: tables(), told }], attacker), []);
  });

  it("is published quarter after quarter, and what one left out no other gives away", () => {
    const first = { tables: tables(quarters.slice(0, 1)), told: protect(tables(quarters.slice(0, 1)), []) };
    const second = { tables: tables(quarters.slice(0, 2)), told: protect(tables(quarters.slice(0, 2)), [first]) };
    const third = { tables: tables(), told: protect(tables(), [first, second]) };
    assert.deepEqual(toldQuarterly(second.told).rows.map(({ cells }) => cells.join(" ")), ["x x x", "x x x", "x x x", "x x x", "x x x"]);
    assert.deepEqual(toldQuarterly(third.told).rows.map(({ cells }) => cells.join(" ")), ["x x x 15", "x x x 6", "x x 0 x", "x x x x", "x x x x"], "with the half-year known to be a few, 7 would tell that the third quarter is more than one");
    for (const attacker of ["reader", "insider"] as const) assert.deepEqual(narrowed([first, second, third], attacker), []);
  });
});
