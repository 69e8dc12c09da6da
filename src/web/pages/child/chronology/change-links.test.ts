import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../../../../domain/chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../../../../domain/chronology/sample.ts";
import { linksOfChild } from "./change-links.ts";

const ROWS: readonly SampleEntry[] = [
  { kind: "visit", on: "2026-03-01" },
  { kind: "record-sealed", on: "2026-03-02" },
  { kind: "agency-date", on: "2026-03-03", detail: { of: "match-decision", agency: "AG" } },
  { kind: "profile-moved", on: "2026-03-04", detail: { to: "held" } },
  { kind: "legal-hold", on: "2026-03-05", detail: { why: "Inquiry" } },
  { kind: "extension-requested", on: "2026-03-06", detail: { standard: "X", occurrence: 1 } },
];
const c = fold(sampleEntries(ROWS));
const may = { record: true, correct: true, extend: true, group: true, setAccess: true };
const told = (child: Partial<Parameters<typeof linksOfChild>[0]>): string[] => c.entries.map((entry) => {
  const { correct, withdraw, page } = linksOfChild({ case: c, recordId: "R", given: undefined, may, ...child }, entry);
  return [entry.kind, ...[correct, withdraw, page?.href].flatMap((href) => href ?? [])].join(" ").replaceAll("/children/R/", "");
});

describe("the links beside an entry", () => {
  it("are to what would not be refused, and to the page where that kind of thing is said", () => {
    assert.deepEqual(told({ may: { ...may, seal: true } }), [
      "visit entries/1/correct entries/1/withdraw", "record-sealed seal", "agency-date agency", "profile-moved entries/4/withdraw profile", "legal-hold", "extension-requested entries/6/withdraw",
    ]);
    assert.equal(told({})[1], "record-sealed", "not to a page that is not for their role");
    assert.deepEqual(told({ given: ["visit"] })[5], "extension-requested");
  });
});
