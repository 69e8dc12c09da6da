import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Detail, Draft } from "../../domain/chronology/entry.ts";
import type { Kind } from "../../domain/chronology/kinds.ts";
import { type Day, day } from "../../domain/dates/day.ts";
import { TABLES, type TableName } from "../../domain/returns/ssda903/tables.ts";
import { csvOf, returnDay } from "./csv.ts";
import { writeReturn } from "./write-return.ts";

const entry = (kind: Kind, on: string, detail: Detail = {}, until?: string): Draft => ({
  kind, happenedOn: day(on), certainty: "actual", detail, source: { type: "demonstration" }, ...(until === undefined ? {} : { until: day(until) }),
});

/** Into care in police protection, through an interim order to a placement order; placed, and adopted on 5 March 2026. */
const ADOPTED: readonly Draft[] = [
  entry("birth", "2023-02-01"),
  entry("particulars", "2023-06-05", { sex: "F", ethnicity: "WBRI", givenName: "Tansyrose" }),
  entry("looked-after", "2023-06-05", { categoryOfNeed: "N1", endReason: "E12" }, "2026-03-05"),
  entry("legal-status", "2023-06-05", { status: "L1" }, "2023-06-07"),
  entry("legal-status", "2023-06-07", { status: "C1" }, "2024-05-20"),
  entry("legal-status", "2024-05-20", { status: "E1" }, "2026-03-05"),
  entry("placement", "2023-06-05", { type: "U6", provider: "PR1", urn: "SC900002", reasonForChange: "CREQB" }, "2023-09-01"),
  entry("placement", "2023-09-01", { type: "U6", provider: "PR4", urn: "SC900003", sameCarer: false, reasonForChange: "CARPL" }, "2025-03-31"),
  entry("placement", "2025-03-31", { type: "A6", provider: "PR2", urn: "XXXXXXX", sameCarer: false }, "2026-03-05"),
  entry("previous-permanence", "2023-06-05", { type: "P2", authority: "OUT", date: "zz/05/2021" }),
  entry("allocated-worker", "2023-06-05", { worker: "SW01001", reason: "FCONTA" }, "2024-05-22"),
  entry("allocated-worker", "2024-05-22", { worker: "SW01002", reason: "TSPROC" }),
  entry("review", "2023-06-28", { participation: "PN0" }),
  entry("review", "2024-03-31", { participation: "PN0" }),
  entry("plan-decision", "2023-12-01", { outcome: "deferred" }),
  entry("plan-decision", "2024-01-10", { outcome: "made" }),
  entry("placement-order", "2024-05-20"),
  entry("match-decision", "2025-03-03", { outcome: "made" }),
  entry("placed-for-adoption", "2025-03-31"),
  entry("missing", "2024-03-30", { type: "M" }, "2024-04-02"),
  entry("adoption-order", "2026-03-05"),
];

type Parsed = Readonly<Record<string, string>>;

function table(files: ReturnType<typeof writeReturn>, name: TableName): Parsed[] {
  const columns: readonly string[] = TABLES[name];
  const file = files.find((f) => f.csv.startsWith(columns.join(",")));
  assert.ok(file !== undefined, `${name} is written`);
  return file.csv.trimEnd().split("\r\n").slice(1).map((line) => Object.fromEntries(line.split(",").map((value, i) => [columns[i]!, value])));
}

const yearOf = (ending: number, entries: readonly Draft[] = ADOPTED, upTo?: string): ReturnType<typeof writeReturn> =>
  writeReturn([{ localId: "R1", entries }], ending, upTo === undefined ? undefined : day(upTo));

const episodes = (ending: number, entries: readonly Draft[] = ADOPTED, upTo?: string): string[] =>
  table(yearOf(ending, entries, upTo), "Episodes").map((e) => [e["DECOM"], e["RNE"], e["LS"], e["PLACE"], e["DEC"], e["REC"], e["REASON_PLACE_CHANGE"]].join(" "));

describe("the episodes of a year", () => {
  test("are cut wherever the legal status or the placement changes, and the last is open at 31 March", () => {
    assert.deepEqual(episodes(2024), [
      "05/06/2023 S L1 U6 07/06/2023 X1 ",
      "07/06/2023 L C1 U6 01/09/2023 X1 CREQB",
      "01/09/2023 P C1 U6   ",
    ]);
  });

  test("show the placement order and not the care order it suspends", () => {
    assert.deepEqual(episodes(2025), [
      "01/09/2023 P C1 U6 20/05/2024 X1 ",
      "20/05/2024 L E1 U6 31/03/2025 X1 CARPL",
      "31/03/2025 P E1 A6   ",
    ]);
  });

  test("end with the adoption order", () => assert.deepEqual(episodes(2026), ["31/03/2025 P E1 A6 05/03/2026 E12 "]));

  test("are none before care began or after it ended", () => {
    assert.deepEqual(episodes(2023), []);
    assert.deepEqual(episodes(2027), []);
  });

  test("stop at the day of a mid-year extract", () => {
    assert.deepEqual(episodes(2024, ADOPTED, "2023-08-31"), ["05/06/2023 S L1 U6 07/06/2023 X1 ", "07/06/2023 L C1 U6   "]);
    assert.deepEqual(table(yearOf(2024, ADOPTED, "2024-01-09"), "PlacedAdoption"), [], "the decision was made the day after");
  });

  test("leave out what was only planned", () => {
    const planned: Draft = { ...entry("placement", "2023-12-01", { type: "A6" }), certainty: "provisional" };
    assert.deepEqual(episodes(2024, [...ADOPTED, planned]), episodes(2024));
  });

  const changed = (status: boolean, placement: boolean, sameCarer: boolean): string => {
    const entries = [
      entry("birth", "2023-02-01"),
      entry("looked-after", "2023-06-05"),
      entry("legal-status", "2023-06-05", { status: "C1" }, ...(status ? ["2023-08-01"] : [])),
      ...(status ? [entry("legal-status", "2023-08-01", { status: "E1" })] : []),
      entry("placement", "2023-06-05", { type: "U5" }, ...(placement ? ["2023-08-01"] : [])),
      ...(placement ? [entry("placement", "2023-08-01", { type: "A5", sameCarer })] : []),
    ];
    return table(yearOf(2024, entries), "Episodes")[1]?.["RNE"] ?? "none";
  };
  for (const [rne, status, placement, sameCarer] of [["L", true, false, true], ["P", false, true, false], ["T", false, true, true], ["B", true, true, false], ["U", true, true, true]] as const) {
    test(`begin with ${rne}`, () => assert.equal(changed(status, placement, sameCarer), rne));
  }

  test("make each short break one of its own", () => {
    const breaks = [entry("birth", "2015-01-01"), ...["2023-05-01", "2023-06-10"].flatMap((on) => [
      entry("legal-status", on, { status: "V3" }, `${on.slice(0, 8)}15`), entry("placement", on, { type: "U6" }, `${on.slice(0, 8)}15`),
    ])];
    assert.deepEqual(episodes(2024, breaks), ["01/05/2023 S V3 U6 15/05/2023 E4A ", "10/06/2023 S V3 U6 15/06/2023 E4A "]);
  });
});

describe("the other tables of a year", () => {
  test("write sex in figures to 2023/24 and in letters after", () => {
    assert.equal(table(yearOf(2024), "Header")[0]?.["SEX"], "2");
    assert.equal(table(yearOf(2025), "Header")[0]?.["SEX"], "F");
  });

  test("never hold a name", () => {
    for (const { csv } of yearOf(2025)) assert.doesNotMatch(csv, /Tansyrose/);
  });

  test("hold the decision while it stands, and nothing of one put off", () => {
    for (const [ending, count] of [[2024, 1], [2025, 1], [2026, 1]] as const) assert.equal(table(yearOf(ending), "PlacedAdoption").length, count);
    assert.deepEqual(table(yearOf(2024), "PlacedAdoption")[0], { CHILD: "R1", DOB: "01/02/2023", DATE_PLACED: "10/01/2024", DATE_PLACED_CEASED: "", REASON_PLACED_CEASED: "" });
  });

  test("hold every decision that stood in the year, each with its end if it had one by then", () => {
    const twice = [...ADOPTED.slice(0, 14), entry("plan-decision", "2023-07-01"), entry("plan-decision-reversed", "2024-04-10", { reason: "RD2" }), entry("plan-decision", "2024-04-20")];
    const rows = (ending: number): string[] => table(yearOf(ending, twice), "PlacedAdoption").map((r) => `${r["DATE_PLACED"]} ${r["DATE_PLACED_CEASED"]} ${r["REASON_PLACED_CEASED"]}`);
    assert.deepEqual(rows(2024), ["01/07/2023  "]);
    assert.deepEqual(rows(2025), ["01/07/2023 10/04/2024 RD2", "20/04/2024  "]);
    assert.deepEqual(rows(2026), ["20/04/2024  "]);
  });

  test("hold the adopted in the year of the order, all six items", () => {
    assert.deepEqual(table(yearOf(2025), "AD1"), []);
    const [row] = table(yearOf(2026), "AD1");
    assert.deepEqual([row?.["DATE_INT"], row?.["DATE_MATCH"], row?.["FOSTER_CARE"]], ["10/01/2024", "03/03/2025", "0"]);
    assert.ok(Object.values(row ?? {}).every((value) => value !== ""));
  });

  test("hold the reviews, missing spells and previous permanence of the year", () => {
    assert.deepEqual(table(yearOf(2024), "Reviews").map((r) => r["REVIEW"]), ["28/06/2023", "31/03/2024"]);
    assert.deepEqual(table(yearOf(2024), "Missing").map((r) => r["MIS_END"]), [""], "still missing on 31 March");
    assert.deepEqual(table(yearOf(2025), "Missing").map((r) => r["MIS_END"]), ["02/04/2024"]);
    assert.deepEqual(table(yearOf(2024), "PrevPerm").map((r) => [r["PREV_PERM"], r["DATE_PERM"]]), [["P2", "zz/05/2021"]]);
    assert.deepEqual(table(yearOf(2025), "PrevPerm"), [], "only where care began in the year");
  });

  test("hold workers from 2023/24, for as long as the child was in care, and liberty orders from 2026/27", () => {
    assert.deepEqual(table(yearOf(2026), "SWEpisodes").map((r) => [r["SW_ID"], r["SW_DECOM"], r["SW_DEC"]]), [["SW01002", "22/05/2024", "05/03/2026"]]);
    assert.ok(yearOf(2023).every((f) => f.name !== "sw-episodes.csv"));
    assert.ok(yearOf(2026).every((f) => f.name !== "dolo.csv") && yearOf(2027).some((f) => f.name === "dolo.csv"));
  });

  test("hold outcomes of those in care for the whole year, never of the adopted, never mid-year", () => {
    assert.equal(table(yearOf(2025), "OC2").length, 1);
    assert.deepEqual(table(yearOf(2026), "OC2"), []);
    assert.deepEqual(table(yearOf(2025, ADOPTED, "2024-12-31"), "OC2"), []);
  });
});

describe("a file of the return", () => {
  test("writes days as 05/03/2026, and nothing for no day", () => {
    assert.equal(returnDay(day("2026-03-05")), "05/03/2026");
    assert.equal(returnDay(undefined), "");
  });

  test("ends every line with CRLF and quotes what needs it", () => {
    assert.equal(csvOf(["A", "B"], [{ A: "1" }, { A: 'say "no"', B: "x,y" }]), 'A,B\r\n1,\r\n"say ""no""","x,y"\r\n');
  });

  test("leaves out a child with no date of birth yet", () => {
    const unborn: Draft = { ...entry("birth", "2026-05-01"), certainty: "planned" };
    assert.deepEqual(table(yearOf(2026, [unborn, entry("early-alert", "2026-01-10")]), "Header"), []);
  });

  test("is dated by its year only: what came after is not in it", () => {
    const upTo = ADOPTED.filter((e): e is Draft & { happenedOn: Day } => e.happenedOn <= day("2024-03-31"))
      .map(({ until, ...rest }) => (until !== undefined && until <= day("2024-03-31") ? { ...rest, until } : rest));
    assert.deepEqual(yearOf(2024), yearOf(2024, upTo));
  });
});
