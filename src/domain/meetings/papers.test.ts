import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import { missingPapers, type Paper, papersEntry, papersOnRecord, readPaper } from "./papers.ts";

const heldOn = day("2026-12-01");
const today = day("2026-11-20");
const submitted: SampleEntry = { kind: "care-plan-submitted", on: "2026-11-03" };
const found = (...rows: readonly SampleEntry[]) => papersOnRecord(fold(sampleEntries(rows)), heldOn);
const paper = (over: Partial<Paper> = {}): Paper => ({ system: "Case system", place: "Documents", on: day("2026-11-18"), receivedOn: today, ...over });

describe("the papers of a meeting", () => {
  it("are offered from the record while they are recent, with what has changed since", () => {
    assert.equal(found()?.entry, undefined);
    assert.deepEqual(found(submitted)?.since, []);
    assert.deepEqual(found(submitted, { kind: "placement", on: "2026-11-10", detail: { type: "U6" } }, { kind: "visit", on: "2026-11-11" }, { kind: "review", on: "2026-11-30", certainty: "planned" })?.since, ["Placement, 10 November 2026 to now"]);
    assert.equal(found({ ...submitted, on: "2026-10-19" }), undefined, "more than six weeks before");
    assert.ok(found({ ...submitted, on: "2026-10-20" }) !== undefined);
    assert.equal(found({ ...submitted, on: "2026-12-02" }), undefined, "after the meeting");
  });
  it("are references: where each is kept and of which day, or in words what is missing", () => {
    assert.deepEqual(readPaper("carePlan", { system: " ", place: "", on: undefined }, true, today).refusals.map(({ field }) => field), ["carePlan-system", "carePlan-place", "carePlan-on"]);
    assert.match(readPaper("chronology", { system: "X", place: "Y", on: day("2026-11-21") }, true, today).refusals[0]?.message ?? "", /in the future/);
    assert.deepEqual(readPaper("carePlan", { system: "", place: "", on: undefined }, false, today), { refusals: [] });
    assert.deepEqual(readPaper("carePlan", { system: " X ", place: "Y", on: today }, true, today).paper, { system: "X", place: "Y", on: today, receivedOn: today });
  });
  it("become one entry once both are there, of the older day and the later receipt", () => {
    assert.deepEqual([missingPapers({}), missingPapers({ carePlan: paper() }), missingPapers({ entry: 4 })], [["carePlan", "chronology"], ["chronology"], []]);
    assert.equal(papersEntry({ carePlan: paper() }), undefined);
    assert.deepEqual(papersEntry({ carePlan: paper(), chronology: paper({ on: day("2026-11-12"), receivedOn: day("2026-11-22"), system: "Share" }) }), {
      kind: "care-plan-submitted", happenedOn: "2026-11-22", certainty: "actual", detail: { evidenceSystem: "Case system; Share", evidencePlace: "Documents", evidenceOn: "2026-11-12" },
    });
  });
});
