import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { withoutMark } from "../../domain/sheets/formula.ts";
import { writeTrackerCsv } from "./csv.ts";
import { sampleTaken } from "./taken-sample.ts";

const read = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true, record_delimiter: "\r\n" });

describe("a list taken as CSV", () => {
  test("says as at when, who took it and when on each row, and how sure each date is", () => {
    const csv = writeTrackerCsv(sampleTaken([{}, { localId: "HM-0500", bornOn: null, expectedOn: "2027-01-14" as never }]));
    assert.ok(csv.startsWith("\uFEFFLocal id,Name,\"Date of birth, or expected date of delivery\",Age,"));
    assert.ok(csv.endsWith("\r\n") && !csv.replaceAll("\r\n", "").includes("\n"));
    const [one, two] = read(csv);
    assert.deepEqual(
      [one?.["Matching panel"], one?.["Final hearing"], one?.["Placement order"], one?.["Due"], one?.["A10 days"], one?.["Status"], one?.["As at"], one?.["Taken by"], one?.["Taken on"]],
      ["12 March 2027 (planned)", "4 January 2027 (provisional)", "1 June 2025", "11 November 2026", "640", "Overdue 11 days", "As at 22 November 2026", "Asha Bell, team manager, Harrowmere Council", "22 November 2026 at 00:40"],
    );
    assert.deepEqual([two?.["Date of birth, or expected date of delivery"], two?.["Taken on"]], ["14 January 2027 (expected)", "22 November 2026 at 00:40"]);
  });

  test("no cell is a formula, whatever somebody typed, and every cell comes back as it was typed", () => {
    const typed = fc.oneof(fc.constantFrom("=cmd|'/C calc'!A1", "@SUM(1)", "+1", "-1", "\t=1", "\r\n=1", "'=1", "a\"b,c\r\nd"), fc.string());
    fc.assert(fc.property(typed, (team) => {
      const [row] = read(writeTrackerCsv(sampleTaken([{ team: team === "" ? null : team, name: team }])));
      assert.doesNotMatch(row?.["Team"] ?? "", /^[=+\-@\t\r\n]/);
      assert.equal(withoutMark(row?.["Team"] ?? ""), team);
      assert.equal(withoutMark(row?.["Name"] ?? ""), team);
    }));
  });

  test("has headings and nothing else where nobody matches", () => {
    assert.equal(writeTrackerCsv(sampleTaken([])).split("\r\n").length, 2);
  });
});
