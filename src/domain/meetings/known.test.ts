import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import { isFinding, knownFacts } from "./known.ts";
import { differingBoxes, readAnswers, updateInWords } from "./update.ts";

const today = day("2026-11-20");
const of = { meeting: "m1", series: "Tracking", organisation: "North" };
const CHILD: readonly SampleEntry[] = [
  { kind: "looked-after", on: "2026-01-05" }, { kind: "legal-status", on: "2026-01-05", detail: { status: "C1" } }, { kind: "primary-plan", on: "2026-06-01", detail: { plan: "ADOPTION" } },
  { kind: "permanence-report", on: "2026-10-02" }, { kind: "plan-panel", on: "2026-11-10", certainty: "planned", recordedOn: "2026-10-02" }, { kind: "review", on: "2027-01-12", certainty: "provisional", recordedOn: "2026-10-02" },
  { kind: "barrier", on: "2026-10-01", detail: { barrier: "court" } }, { kind: "barrier", on: "2026-02-01", until: "2026-03-01", detail: { barrier: "reports" } },
  { kind: "action-agreed", on: "2026-06-09", detail: { ...of, meeting: "m0", what: "Ask the school", dueOn: "2026-06-20", shownBy: "A letter" } }, { kind: "action-done", on: "2026-06-18", detail: { action: 9, how: "done", done: "Asked" } },
  { kind: "action-agreed", on: "2026-10-06", detail: { ...of, what: "Book the medical", dueOn: "2026-11-01", shownBy: "A day is set" } },
];
const facts = (rows: readonly SampleEntry[] = CHILD) => knownFacts(fold(sampleEntries(rows)), [{ title: "Visit", standing: "Overdue 3 days", dueOn: day("2026-11-17"), late: true }], today);

describe("what an update is filled in with", () => {
  it("is what the record says, each with the entry that it rests on", () => {
    const known = facts();
    assert.deepEqual(known.planRight?.map(({ text, entry }) => [text, entry]), [["Adoption, since 1 June 2026", 3]]);
    assert.deepEqual(known.legalRight?.map(({ label, text, entry, kind }) => [label, text, entry, kind]), [["Legal status", "Interim care order, since 5 January 2026", 2, "legal-status"], ["Placement", "Not recorded", null, "placement"]]);
    assert.deepEqual(known.timescales?.map(({ label, text }) => `${label}: ${text}`), [
      "Last milestone: Child’s permanence report completed, 2 October 2026", "Date gone by: Panel considered the plan, 10 November 2026 (planned)", "Date to come: Looked-after review, 12 January 2027 (provisional)", "Late: Visit: due 17 November 2026. Overdue 3 days",
    ]);
    assert.deepEqual(known.securing?.map(({ text }) => text), ["Book the medical, by 1 November 2026. Late"], "what an earlier meeting agreed and was done is not asked about again");
    assert.deepEqual(known.blocks?.map(({ text }) => text), ["Court process or an appeal, since 1 October 2026"]);
    assert.deepEqual(facts([]).planRight, [{ label: "Plan", text: "No plan recorded", entry: null, kind: "primary-plan" }]);
  });
  it("asks how home finding goes from the early alert until there is a match", () => {
    const stage = (...rows: readonly SampleEntry[]): boolean => isFinding(fold(sampleEntries(rows)));
    assert.deepEqual([stage({ kind: "early-alert", on: "2026-01-01" }), stage(...CHILD), stage(...CHILD, { kind: "match-decision", on: "2026-11-01" }), stage({ kind: "looked-after", on: "2026-01-01" })], [true, true, false, false]);
  });
  it("is answered in words, of which nothing is lost on the way", () => {
    const answers = readAnswers({ planRight: "no", planNote: "Changed\r\nin May", blocks: "court reports nonsense", drift: "  ", other: "x", unknown: "y" });
    assert.deepEqual(answers, { planRight: "no", planNote: "Changed\nin May", blocks: "court reports nonsense", other: "x" });
    assert.deepEqual(updateInWords(answers), [["Care plan on the record is right", "No"], ["About the care plan", "Changed\nin May"], ["What stands in the way", "Court process or an appeal; reports not ready"], ["Anything else the meeting should know", "x"]]);
    assert.deepEqual(differingBoxes({ drift: "a", other: "b" }, { drift: "a", timescales: "c" }), ["timescales", "other"]);
  });
});
