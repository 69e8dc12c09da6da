import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { day } from "../../domain/dates/day.ts";
import { UNUSED_TABLES } from "../../domain/returns/ssda903/tables.ts";
import { simulateReturns } from "../../exports/ssda903/simulate-returns.ts";
import { type GivenFile, readReturn } from "../../intake/ssda903/read-return.ts";
import { loadCalendar } from "../../reference/calendar.ts";

const simulated = (seed: string, children: number) => simulateReturns({ children, years: 5, yearEnding: 2026, seed, calendar: loadCalendar() })
  .map(({ yearEnding, files }) => files.map((f): GivenFile => ({ name: `${yearEnding}/${f.name}`, bytes: Buffer.from(f.csv) })));
const flat = (files: readonly GivenFile[]): GivenFile[] => files.map((f) => ({ ...f, name: f.name.replace("/", "-") }));
const read = (files: readonly GivenFile[]) => readReturn(files, { today: day("2026-06-01") });
const rowsOf = (file: GivenFile): number => Buffer.from(file.bytes).toString().trim().split("\r\n").length - 1;

const byFolder = (name: string): string => name.replace(/^(\d{4})-/, "$1/");

/** Which file went to which year; of an empty file, or one that is not used, it does not matter. */
function sorted(files: readonly GivenFile[]): Record<string, number> {
  const { years, problems } = read(files);
  assert.deepEqual(problems, []);
  const full = new Set(files.filter((f) => rowsOf(f) > 0).map((f) => byFolder(f.name)));
  return Object.fromEntries(years.flatMap((y) => y.files.filter((f) => !UNUSED_TABLES.includes(f.table)).map((f) => [byFolder(f.name), y.yearEnding] as const))
    .filter(([name]) => full.has(name)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A year’s file as it was on a day: nothing that came after it. */
function asOn(file: GivenFile, on: string, inCare?: ReadonlySet<string>): GivenFile {
  const [header = "", ...rows] = Buffer.from(file.bytes).toString().trim().split("\r\n");
  const columns = header.split(",");
  const later = (cell: string): boolean => /^\d\d\/\d\d\/\d{4}$/.test(cell) && cell.split("/").reverse().join("-") > on;
  const begins = columns.findIndex((c) => ["DECOM", "REVIEW", "DATE_INT", "DATE_PLACED", "MIS_START", "SW_DECOM"].includes(c));
  const kept = rows.map((row) => row.split(",")).filter((cells) => !later(cells[begins] ?? "") && inCare?.has(cells[0] ?? "") !== false)
    .map((cells) => cells.map((cell, i) => (columns[i] !== "DOB" && later(cell) ? "" : cell)).join(","));
  return { ...file, bytes: Buffer.from([header, ...kept, ""].join("\r\n")) };
}

describe("files uploaded without their folders", () => {
  const years = simulated("flat", 120);

  test("each year by itself is one year, though its small tables have older days only", () => {
    for (const [i, files] of years.entries()) {
      const { years: found, problems } = read(files.map((f) => ({ ...f, name: f.name.slice(5) })));
      assert.deepEqual(problems, []);
      assert.deepEqual(found.map((y) => [y.yearEnding, y.files.length]), [[2022 + i, files.length]]);
    }
  });

  for (const [seed, children] of [["flat", 120], ["few", 30], ["many", 400]] as const) {
    test(`five years together are what they are by folders: ${children} children`, () => {
      const all = simulated(seed, children).flat();
      assert.deepEqual(sorted(flat(all)), sorted(all));
      assert.deepEqual(sorted(flat(all.toReversed())), sorted(all));
    });
  }

  for (const on of ["2025-04-12", "2025-10-31"]) {
    test(`an extract of ${on}, by itself and after four years`, () => {
      const inCare = new Set(Buffer.from(asOn(years[4]!.find((f) => f.name.endsWith("/episodes.csv"))!, on).bytes).toString().split("\r\n").map((row) => row.split(",")[0]!));
      const extract = years[4]!.map((f) => asOn(f, on, inCare));
      assert.deepEqual(read(extract.map((f) => ({ ...f, name: f.name.slice(5) }))).years.map((y) => [y.yearEnding, y.upTo <= on]), [[2026, true]]);
      const all = [...years.slice(0, 4).flat(), ...extract];
      assert.deepEqual(sorted(flat(all)), sorted(all));
    });
  }
});
