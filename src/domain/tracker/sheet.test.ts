import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { KINDS } from "../chronology/kinds.ts";
import { day } from "../dates/day.ts";
import { TARGETS } from "../sheets/facts.ts";
import { type Column, DATED_KINDS, FIXED_COLUMNS, STANDARD_COLUMNS } from "./columns.ts";
import { sheetColumns, type SheetLine } from "./sheet.ts";
import { HEADINGS_NOT_READ_BACK } from "./sheet-columns.ts";

const EVERY: readonly Column[] = [...(Object.keys(FIXED_COLUMNS) as Column[]), ...DATED_KINDS.map((kind): Column => `on:${kind}`)];
const names = { today: day("2026-11-22"), workers: new Map([["SW01", "Asha Bell"]]), authorities: new Map([["a", "Harrowmere Council"]]) };
const LINE: SheetLine = {
  authority: "a", localId: "HM-0412", stage: "matched", name: "Ash Rowan", bornOn: day("2024-10-01"), expectedOn: null, careStartedOn: day("2025-01-02"),
  legalStatus: "E1", plan: "ADOPTION", placementType: "U6", orderOn: day("2025-06-01"), socialWorker: "SW01", familyFinder: "SW99", team: "North", reviewingOfficer: null, barriers: ["court", "health"],
  earlyPermanence: false, bands: [], marks: [], agencyDates: {}, differs: [], profile: null, dates: { "matching-panel": { on: day("2026-12-01"), certainty: "planned", entry: 7 } },
  counted: [{ indicator: "A10", days: 640, threshold: 426, running: true }, { indicator: "A1", days: 700, threshold: 426, running: false }, { indicator: "A2", missing: "match date not recorded", threshold: 121, running: false }],
  status: "late", statusInWords: "Overdue 11 days", late: 2, daysSinceOrder: 539, siblings: [{ localId: "HM-0413" }, { localId: "HM-0414" }],
  next: { title: "Visit", owner: "social-worker", dueOn: day("2026-11-11") },
};
const shown = (columns: readonly Column[], line: Partial<SheetLine> = {}, shows = true): Record<string, unknown> =>
  Object.fromEntries(sheetColumns(columns, { names: shows }).map(({ heading, cell }) => [heading, cell({ ...LINE, ...line }, names)]));

describe("what a sheet shows of a tracker", () => {
  test("takes apart what the page puts together, and leaves the picture out", () => {
    assert.deepEqual(Object.keys(shown(STANDARD_COLUMNS)), [
      "Local id", "Name", TARGETS.birth, "Age", "Stage", "Permanence plan", "Legal status", "A10 days", "A10 threshold", "A10 counting",
      "A2 days", "A2 threshold", "A2 counting", "Next", "Whose", "Due", "Status", "Late",
    ]);
  });

  test("has no child’s name where names are not shown", () => {
    assert.ok(!JSON.stringify(shown(EVERY, {}, false)).includes("Rowan"));
    assert.ok(!Object.keys(shown(EVERY, {}, false)).includes("Name"));
  });

  test("has every heading once, and of each whether it is read back", () => {
    const all = sheetColumns(EVERY, { names: true });
    assert.equal(new Set(all.map((c) => c.heading.toLowerCase())).size, all.length);
    const importers = new Set<string>([...Object.values(TARGETS), ...Object.values(KINDS).map((k) => k.label)]);
    for (const { heading, readBack } of all) {
      assert.equal(importers.has(heading), readBack, `${heading} is a heading of the importer’s`);
      assert.equal(HEADINGS_NOT_READ_BACK.includes(heading), !readBack, heading);
    }
  });

  test("keeps dates as days with how sure they are, numbers as numbers, and status by code and words", () => {
    const cells = shown([...STANDARD_COLUMNS, "on:matching-panel", "on:placement-order", "care-started", "days-since-order"]);
    assert.deepEqual(cells["Matching panel"], { type: "day", on: "2026-12-01", mark: "planned" });
    assert.deepEqual(cells["Placement order"], { type: "empty" });
    assert.deepEqual(cells["Due"], { type: "day", on: "2026-11-11", mark: "due" });
    assert.deepEqual(cells[TARGETS["care-started"]], { type: "day", on: "2025-01-02", mark: "actual" });
    assert.deepEqual(cells["A10 days"], { type: "number", number: 640, over: true });
    assert.deepEqual(cells["A10 counting"], { type: "text", text: "Still counting; A1 700 days" });
    assert.deepEqual(cells["A2 days"], { type: "empty" });
    assert.deepEqual(cells["A2 counting"], { type: "text", text: "Match date not recorded" });
    assert.deepEqual(cells["Days since placement order"], { type: "number", number: 539 });
    assert.deepEqual(cells["Status"], { type: "status", status: "late", words: "Overdue 11 days" });
    assert.deepEqual(cells["Age"], { type: "text", text: "2 years 1 month" });
  });

  test("tells people by name where there is one, and several things by themselves", () => {
    const cells = shown(["child", "social-worker", "family-finder", "barriers", "siblings", "authority", "placement"]);
    assert.deepEqual(cells["Social worker"], { type: "text", text: "Asha Bell" });
    assert.deepEqual(cells["Family finder"], { type: "text", text: "SW99" });
    assert.deepEqual(cells["Barrier"], { type: "text", text: "Court process or an appeal; Development or health uncertain" });
    assert.deepEqual(cells["Siblings"], { type: "text", text: "HM-0413, HM-0414" });
    assert.deepEqual(cells["Authority"], { type: "text", text: "Harrowmere Council" });
  });

  test("a child not born yet has the day expected and no age; and nobody is called on track beside a count that is over", () => {
    const unborn = shown(["child"], { bornOn: null, expectedOn: day("2027-01-14") });
    assert.deepEqual([unborn[TARGETS.birth], unborn["Age"]], [{ type: "day", on: "2027-01-14", mark: "expected" }, { type: "text", text: "Not born yet" }]);
    const statusOf = (line: Partial<SheetLine>) => shown(["child", "status"], line)["Status"];
    assert.deepEqual(statusOf({ stage: "adopted", status: "ended", statusInWords: "Ended", next: null }), { type: "status", status: "ended", words: "Ended" });
    assert.deepEqual(statusOf({ status: "on-track", statusInWords: "Nothing due late" }), { type: "status", status: "on-track", words: "Nothing due late; A10 over by 214 days; A1 over by 274 days" });
  });

  test("the date of birth comes once where it is a column of its own as well", () => {
    assert.deepEqual(Object.keys(shown(["child", "born"])), ["Local id", "Name", TARGETS.birth, "Age"]);
  });
});
