import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { type Day, ageOn, dayFrom, day, daysBetween } from "../../domain/dates/day.ts";
import { TABLES, type TableName } from "../../domain/returns/ssda903/tables.ts";
import { loadCalendar } from "../../reference/calendar.ts";
import { type YearOfReturns, simulateReturns } from "./simulate-returns.ts";

/** The guide's own rules, by their numbers, over invented returns: what is written must be what a council could send. */

type Row = Readonly<Record<string, string>>;

interface Year {
  readonly ending: number;
  readonly of: (table: TableName) => readonly Row[];
}

function read({ yearEnding, files }: YearOfReturns): Year {
  const tables = new Map<TableName, Row[]>();
  for (const [name, columns] of Object.entries(TABLES) as [TableName, readonly string[]][]) {
    const file = files.find((f) => f.csv.startsWith(`${columns.join(",")}\r\n`));
    const lines = file?.csv.trimEnd().split("\r\n").slice(1) ?? [];
    tables.set(name, lines.map((line) => Object.fromEntries(line.split(",").map((value, i) => [columns[i]!, value]))));
  }
  return { ending: yearEnding, of: (table) => tables.get(table) ?? [] };
}

const on = (row: Row | undefined, column: string): Day | undefined => {
  const [date, month, year] = (row?.[column] ?? "").split("/").map(Number);
  return dayFrom(year ?? NaN, month ?? NaN, date ?? NaN);
};
const at = (row: Row | undefined, column: string): Day => on(row, column) ?? assert.fail(`${column} of ${JSON.stringify(row)} is no day`);

const byChild = (rows: readonly Row[]): Map<string, Row[]> => Map.groupBy(rows, (row) => row["CHILD"]!);
const ADOPTIVE = /^A[3-6]$/;

describe("the rules that a return must keep", () => {
  let years: Year[];
  before(() => {
    years = ["one", "two"].flatMap((seed) => simulateReturns({ children: 350, years: 4, yearEnding: 2027, seed, calendar: loadCalendar() }).map(read));
  });

  /** Every child's episodes in every year, in the order written. */
  function everyChild(check: (episodes: readonly Row[], child: string, year: Year) => void): void {
    for (const year of years) for (const [child, episodes] of byChild(year.of("Episodes"))) check(episodes, `${child} in ${year.ending}`, year);
  }

  test("101: sex in figures to 2023/24, in letters after", () => {
    for (const year of years) for (const row of year.of("Header")) assert.match(row["SEX"]!, year.ending < 2025 ? /^[12]$/ : /^[MFU]$/);
  });

  test("355 and 433: an episode lasts a day at least, and the next begins the day it ends", () => {
    everyChild((episodes, child) => {
      for (const [i, e] of episodes.entries()) {
        const [dec, next] = [on(e, "DEC"), episodes[i + 1]];
        assert.ok(dec === undefined || at(e, "DECOM") < dec, child);
        assert.equal((e["REC"] ?? "") === "", dec === undefined, child);
        if (e["REC"] === "X1") assert.equal(at(next, "DECOM"), dec, child);
        else if (next !== undefined) assert.ok(next["RNE"] === "S" && dec !== undefined && dec <= at(next, "DECOM"), child);
      }
    });
  });

  test("an episode of one year goes on in the next as it was left", () => {
    for (const [i, year] of years.entries()) {
      const next = years[i + 1];
      if (next === undefined || next.ending !== year.ending + 1) continue;
      const later = byChild(next.of("Episodes"));
      for (const e of year.of("Episodes").filter((row) => row["DEC"] === "")) {
        const first = later.get(e["CHILD"]!)?.[0];
        for (const column of ["DECOM", "RNE", "LS", "PLACE", "URN", "CIN"]) assert.equal(first?.[column], e[column], `${e["CHILD"]} ${column}`);
      }
    }
  });

  test("504: one category of need for a period of care", () => {
    everyChild((episodes, child) => {
      for (const [i, e] of episodes.entries()) if (i > 0 && e["RNE"] !== "S") assert.equal(e["CIN"], episodes[i - 1]!["CIN"], child);
    });
  });

  test("the reason for a new episode says what changed", () => {
    everyChild((episodes, child) => {
      for (const [i, e] of episodes.entries()) {
        const last = episodes[i - 1];
        if (last === undefined || e["RNE"] === "S") continue;
        assert.equal(/^[LBU]$/.test(e["RNE"]!), e["LS"] !== last["LS"], `${child} ${e["RNE"]}`);
        if (e["RNE"] === "L") assert.equal(e["PLACE"], last["PLACE"], child);
        assert.equal(last["REASON_PLACE_CHANGE"] !== "", /^[PTBU]$/.test(e["RNE"]!), child);
      }
    });
  });

  test("378 and 408: no section 20 at home; placed under an order only while the order is made", () => {
    everyChild((episodes, child) => {
      for (const e of episodes) {
        if (e["PLACE"] === "P1") assert.ok(e["LS"] !== "V2" && e["PLACE_PROVIDER"] === "PR0", child);
        if (e["PLACE"] === "A5" || e["PLACE"] === "A6") assert.equal(e["LS"], "E1", child);
      }
    });
  });

  test("217 and 336: A3 and A5 begin with the same carer, from a foster placement", () => {
    everyChild((episodes, child) => {
      for (const [i, e] of episodes.entries()) {
        const last = episodes[i - 1];
        if (!/^A[35]$/.test(e["PLACE"]!) || last === undefined || last["PLACE"] === e["PLACE"]) continue;
        assert.match(e["RNE"]!, /^[STU]$/, child);
        assert.match(last["PLACE"]!, /^[AU]/, child);
      }
    });
  });

  test("383: a temporary move ends in the placement it began from", () => {
    let moves = 0;
    everyChild((episodes, child) => {
      for (const [i, e] of episodes.entries()) {
        const last = episodes[i - 1];
        // A legal status may change while the child is away.
        const next = episodes.slice(i).find((later) => !later["PLACE"]!.startsWith("T"));
        if (!e["PLACE"]!.startsWith("T") || last === undefined || last["PLACE"]!.startsWith("T") || next === undefined) continue;
        moves++;
        assert.deepEqual([next["PLACE"], next["URN"]], [last["PLACE"], last["URN"]], child);
        assert.ok(daysBetween(at(e, "DECOM"), at(next, "DECOM")) <= 21, child);
      }
    });
    assert.ok(moves > 0, "there are some");
  });

  test("390, 335, 601 and 602: AD1 for the adopted and only them, from an adoptive placement, agreeing about the carer", () => {
    let adopted = 0;
    for (const year of years) {
      const rows = byChild(year.of("AD1"));
      const ended = year.of("Episodes").filter((e) => /^E1[12]$/.test(e["REC"]!));
      assert.deepEqual([...rows.keys()].toSorted(), ended.map((e) => e["CHILD"]!).toSorted());
      adopted += ended.length;
      for (const e of ended) {
        const [row] = rows.get(e["CHILD"]!)!;
        assert.match(e["PLACE"]!, ADOPTIVE);
        assert.equal(row?.["FOSTER_CARE"], /^A[35]$/.test(e["PLACE"]!) ? "1" : "0");
        // 333, 331 and 582.
        assert.ok(at(row, "DATE_INT") <= at(row, "DATE_MATCH") && at(row, "DATE_MATCH") <= at(e, "DECOM"), e["CHILD"]!);
        assert.notEqual(at(row, "DATE_MATCH"), at(e, "DEC"));
        assert.ok(ageOn(at(row, "DOB"), at(e, "DEC")).years < 18);
      }
    }
    assert.ok(adopted > 60, `${adopted} adopted`);
  });

  test("511 to 524: the adopters agree with each other", () => {
    const AGREE: Readonly<Record<string, RegExp>> = { L0: /^1 [MF]1$/, L11: /^2 MF$/, L12: /^2 (MM|FF)$/, L2: /^2 (MM|FF|MF)$/, L3: /^2 MF$/, L4: /^2 (MM|FF)$/ };
    for (const row of years.flatMap((y) => y.of("AD1"))) assert.match(`${row["NB_ADOPTR"]} ${row["SEX_ADOPTR"]}`, AGREE[row["LS_ADOPTR"]!]!);
  });

  test("523: the decision of AD1 is the one that stands", () => {
    for (const year of years) {
      const decisions = byChild(year.of("PlacedAdoption"));
      for (const row of year.of("AD1")) assert.equal(decisions.get(row["CHILD"]!)?.at(-1)?.["DATE_PLACED"], row["DATE_INT"]);
    }
  });

  test("184, 552, 554, 551 and 553: a decision before every order and placement, not ended while the order runs", () => {
    everyChild((episodes, child, year) => {
      const decisions = year.of("PlacedAdoption").filter((r) => r["CHILD"] === episodes[0]!["CHILD"]);
      const standing = decisions.at(-1);
      for (const d of decisions) assert.ok(at(d, "DOB") <= at(d, "DATE_PLACED"), child);
      for (const e of episodes.filter((row) => row["LS"] === "E1" || ADOPTIVE.test(row["PLACE"]!))) {
        assert.ok(decisions.some((d) => at(d, "DATE_PLACED") <= at(e, "DECOM")), `${child} ${e["DECOM"]}`);
        if (e["DEC"] === "") assert.equal(standing?.["DATE_PLACED_CEASED"], "", child);
      }
    });
  });

  test("119, 522, 579 and 583: an ended decision has its reason; all but the last have ended; none overlap", () => {
    let several = 0;
    for (const year of years) {
      for (const [child, rows] of byChild(year.of("PlacedAdoption"))) {
        if (rows.length > 1) several++;
        for (const [i, d] of rows.entries()) {
          const ceased = on(d, "DATE_PLACED_CEASED");
          assert.equal(ceased !== undefined, d["REASON_PLACED_CEASED"] !== "", child);
          assert.ok(ceased === undefined || ceased >= at(d, "DATE_PLACED"), child);
          if (rows[i + 1] !== undefined) assert.ok(ceased !== undefined && ceased <= at(rows[i + 1], "DATE_PLACED"), child);
        }
      }
    }
    assert.ok(several > 0, "somebody has two");
  });

  test("557: whoever leaves care after an order, not adopted, has no decision standing", () => {
    for (const year of years) {
      const decisions = byChild(year.of("PlacedAdoption"));
      for (const e of year.of("Episodes").filter((row) => row["REC"] !== "" && !/^(X1|E1[12])$/.test(row["REC"]!))) {
        for (const d of decisions.get(e["CHILD"]!) ?? []) assert.notEqual(d["DATE_PLACED_CEASED"], "", e["CHILD"]!);
      }
    }
  });

  test("440 and 441: PN0 under 4 and only then", () => {
    for (const row of years.flatMap((y) => y.of("Reviews"))) assert.equal(row["REVIEW_CODE"] === "PN0", ageOn(at(row, "DOB"), at(row, "REVIEW")).years < 4);
  });

  test("630: previous permanence for everybody whose care began in the year", () => {
    for (const year of years) {
      const start = day(`${year.ending - 1}-04-01`);
      const began = new Set(year.of("Episodes").filter((e) => e["RNE"] === "S" && e["LS"] !== "V3" && at(e, "DECOM") >= start).map((e) => e["CHILD"]!));
      assert.deepEqual([...byChild(year.of("PrevPerm")).keys()].toSorted(), [...began].toSorted());
    }
  });

  test("187: nobody adopted is in OC2", () => {
    for (const year of years) {
      const outcomes = byChild(year.of("OC2"));
      for (const row of year.of("AD1")) assert.ok(!outcomes.has(row["CHILD"]!));
    }
  });

  test("365 and 367: a short break is 17 days at most, and 75 in a year", () => {
    for (const year of years) {
      for (const [child, rows] of byChild(year.of("Episodes").filter((e) => e["LS"] === "V3" && e["DEC"] !== ""))) {
        const lengths = rows.map((e) => daysBetween(at(e, "DECOM"), at(e, "DEC")));
        assert.ok(Math.max(...lengths) <= 17 && lengths.reduce((a, b) => a + b, 0) <= 75, child);
      }
    }
  });

  test("444: no pupil number is given twice, and each is of the right pattern", () => {
    for (const year of years) {
      const numbers = year.of("Header").map((row) => row["UPN"]!).filter((upn) => !upn.startsWith("UN"));
      for (const upn of numbers) assert.match(upn, /^[A-Z][0-9]{11}[0-9A-Z]$/);
      assert.equal(new Set(numbers).size, numbers.length);
    }
  });

  test("somebody's care began before the earliest file", () => {
    assert.ok(years[0]!.of("Episodes").some((e) => at(e, "DECOM") < day("2023-04-01")));
  });
});
