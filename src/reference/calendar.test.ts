import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { addDays, type Day, day, dayFrom, weekday } from "../domain/dates/day.ts";
import { parseDuration } from "../domain/dates/duration.ts";
import { countingInWords, dueOn, isWorkingDay } from "../domain/dates/working-days.ts";
import { loadCalendar, readCalendar } from "./calendar.ts";

/** Easter Sunday by Gauss’s rule for the Gregorian calendar, 1900 to 2099. */
function easterSunday(year: number): Day {
  const moon = (19 * (year % 19) + 24) % 30;
  const sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7;
  let after = moon + sunday;
  if (after === 35 || (after === 34 && moon === 28 && year % 19 > 10)) after -= 7;
  return addDays(day(`${year}-03-22`), after);
}

const nthMonday = (year: number, month: number, last: boolean): Day => {
  const mondays = Array.from({ length: 31 }, (_, i) => dayFrom(year, month, i + 1)).filter((d) => d !== undefined && weekday(d) === 1);
  return (last ? mondays.at(-1) : mondays[0])!;
};

/** What the ordinary rules give, before any proclamation: each day, moved off weekends and off each other. */
function ordinary(year: number): Day[] {
  const taken = new Set<Day>();
  const off = (d: Day): Day => {
    let at = d;
    while (weekday(at) > 5 || taken.has(at)) at = addDays(at, 1);
    taken.add(at);
    return at;
  };
  const easter = easterSunday(year);
  for (const fixed of [addDays(easter, -2), addDays(easter, 1), nthMonday(year, 5, false), nthMonday(year, 5, true), nthMonday(year, 8, true)]) off(fixed);
  off(day(`${year}-01-01`));
  // Boxing Day keeps its Monday when Christmas Day falls on the Sunday.
  const christmas = day(`${year}-12-25`);
  if (weekday(christmas) === 7) off(day(`${year}-12-26`));
  off(christmas);
  if (weekday(christmas) !== 7) off(day(`${year}-12-26`));
  return [...taken].sort();
}

const SPECIAL: Readonly<Record<number, { readonly add: readonly string[]; readonly drop: readonly string[] }>> = {
  2011: { add: ["2011-04-29"], drop: [] },
  2012: { add: ["2012-06-04", "2012-06-05"], drop: ["2012-05-28"] },
  2020: { add: ["2020-05-08"], drop: ["2020-05-04"] },
  2022: { add: ["2022-06-02", "2022-06-03", "2022-09-19"], drop: ["2022-05-30"] },
  2023: { add: ["2023-05-08"], drop: [] },
};

describe("the bank holidays of England and Wales", () => {
  const calendar = loadCalendar();

  it("are those the rules and the proclamations give, for every year from 2005 to 2028", () => {
    assert.equal(calendar.firstOn, "2005-01-01");
    assert.equal(calendar.lastOn, "2028-12-31");
    for (let year = 2005; year <= 2028; year++) {
      const { add, drop } = SPECIAL[year] ?? { add: [], drop: [] };
      const expected = [...ordinary(year).filter((d) => !drop.includes(d)), ...add].sort();
      const had = [...calendar.holidays.keys()].filter((d) => d.startsWith(String(year))).sort();
      assert.deepEqual(had, expected, String(year));
    }
  });

  it("for 2028 are as published", () => {
    const days = [...calendar.holidays.keys()].filter((d) => d.startsWith("2028"));
    assert.deepEqual(days, ["2028-01-03", "2028-04-14", "2028-04-17", "2028-05-01", "2028-05-29", "2028-08-28", "2028-12-25", "2028-12-26"]);
  });

  it("leave the days they moved from as working days", () => {
    for (const d of ["2012-05-28", "2020-05-04", "2022-05-30"]) assert.equal(isWorkingDay(calendar, day(d)), true, d);
  });

  it("say which day stands in for another, and why", () => {
    assert.equal(calendar.holidays.get(day("2026-12-28")), "Boxing Day substitute");
    assert.match(calendar.holidays.get(day("2022-09-19")) ?? "", /funeral/);
    assert.match(calendar.holidays.get(day("2020-05-08")) ?? "", /Early May .* VE Day/);
  });
});

describe("worked due dates", () => {
  const [, ...rows] = readFileSync(new URL("./due-dates.golden.csv", import.meta.url), "utf8").trim().split(/\r?\n/);

  for (const row of rows) {
    const [start = "", within = "", direction, counting, due] = row.split(",");
    it(`${within} ${direction} ${start}, ${counting}, is ${due}`, () => {
      const ways = { before: direction === "before", beginningWith: counting === "beginning with the day" };
      const length = parseDuration(within)!;
      assert.equal(dueOn(loadCalendar(), day(start), length, ways), due);
      assert.ok(countingInWords(loadCalendar(), day(start), length, ways).startsWith(within));
    });
  }

  it("are all there", () => assert.equal(rows.length, 29));
});

describe("a bank-holiday file", () => {
  it("is refused where a year is missing, a day is none, or a day is in another year", () => {
    assert.throws(() => readCalendar("firstYear: 2025\nlastYear: 2026\nholidays:\n  2025:\n    2025-12-25: Christmas Day\n"), /2026 is missing/);
    assert.throws(() => readCalendar("firstYear: 2025\nlastYear: 2025\nholidays:\n  2025:\n    2025-02-31: Nothing\n"), /2025-02-31/);
    assert.throws(() => readCalendar("firstYear: 2025\nlastYear: 2025\nholidays:\n  2025:\n    2026-12-25: Christmas Day\n"), /2026-12-25/);
  });
});
