import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compare } from "../../domain/scorecard/published/compare.ts";
import type { ComparatorGroup, GroupKind, PublishedFigure } from "../../domain/scorecard/published/published.ts";
import { readPublished } from "../../domain/scorecard/published/read-published.ts";
import { readTable } from "../../intake/published/read-table.ts";
import { loadPublished } from "../../reference/published.ts";

const YEARS = [2011, 2012, 2013, 2014] as const;
const KINDS: Readonly<Record<string, GroupKind>> = { core: "core-cities", sn: "neighbours", region: "region" };
const TABLES = loadPublished();

type Row = (typeof TABLES)[number]["rows"][number];
const printed = (row: Row): string => row.printed;
const clean = ({ key }: Row): string => key.replace(/^ne_/, "north east ").replace(/^n_/, "north ").replaceAll("_", " ");

/** The tables of Sheffield’s report as a file to import. */
function fileOf(nameOf: (row: Row) => string): string {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = TABLES.flatMap(({ indicator, rows }) => {
    const authorities = new Map(rows.filter(({ group }) => group in KINDS).map((row) => [nameOf(row), row]));
    return [...authorities.values()].flatMap((row) => YEARS.map((year) => [indicator, year, 3, cell(nameOf(row)), "authority", "", row.values.get(year) ?? "..", year === 2014 ? row.rank ?? "" : "", cell(row.note)].join(",")));
  });
  return ["indicator,year_ending,years,area,level,code,value,rank,note", ...lines].join("\r\n");
}

function read(text: string): ReturnType<typeof readPublished> {
  const table = readTable("sheffield.csv", Buffer.from(text));
  assert.ok("rows" in table);
  return readPublished({ file: "sheffield.csv", source: "Sheffield", rows: table.rows, here: [], latest: 2026 });
}

const groupsOf = (indicator: "A1" | "A2"): readonly ComparatorGroup[] => Object.entries(KINDS).map(([group, kind]) => (
  { id: group, name: group, kind, members: TABLES.find((table) => table.indicator === indicator)!.rows.filter((row) => row.group === group).map(clean) }));
const averages = (figures: readonly PublishedFigure[], indicator: "A1" | "A2", group: string): readonly (number | null)[] => YEARS.map((yearEnding) =>
  compare(figures, groupsOf(indicator), { code: "E08000019", name: "sheffield" }, { indicator, window: { yearEnding, years: 3 }, source: "Sheffield" }, null).groups.find(({ id }) => id === group)!.average);

describe("Sheffield’s tables as a file of published figures", () => {
  it("are refused as printed, for the names that the print spells two ways", () => {
    const { figures, problems } = read(fileOf(printed));
    assert.deepEqual(figures, []);
    const named = problems.filter(({ severity }) => severity === "error").map(({ message }) => [...message.matchAll(/“([^”]+)”/g)].map(([, name]) => name).join(" / "));
    assert.deepEqual([...new Set(named)].sort(), ["Kingston Upon Hull, City of / Kingdon Upon Hull, City of", "Southend-on-Sea / Southern-on-Sea"]);
  });

  it("with clean names give the averages that the report prints, its two misprints aside", () => {
    const { figures, problems } = read(fileOf(clean));
    assert.deepEqual(problems, []);
    assert.deepEqual(averages(figures, "A1", "core"), [629, 659, 677, 649]);
    assert.deepEqual(averages(figures, "A1", "region"), [581, 613, 631, 616]);
    assert.deepEqual(averages(figures, "A1", "sn"), [595, 602, 630, 585]);
    assert.deepEqual(averages(figures, "A2", "core"), [156, 190, 207, 219]);
    assert.deepEqual(averages(figures, "A2", "sn"), [166, 183, 199, 203]);
    assert.deepEqual(averages(figures, "A2", "region"), [214, 231, 248, 252]);
  });
});
