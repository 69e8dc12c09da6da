import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Role } from "../access/role.ts";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import { sampleCalendar, samplePack } from "../standards/sample-standards.ts";
import { answerClocks, type ClockAnswer, type LinesDecision } from "./answer-clocks.ts";

const today = day("2026-06-01");
const BASE: readonly SampleEntry[] = [
  { kind: "birth", on: "2024-02-10" }, { kind: "looked-after", on: "2025-01-05" }, { kind: "allocated-worker", on: "2025-01-05", detail: { worker: "SW7" } },
  { kind: "plan-decision", on: "2025-09-01" }, { kind: "placed-for-adoption", on: "2026-05-11" },
];
const PACK = samplePack(
  { id: "TT-01", starts: "placed-for-adoption", within: "72 hours", stops: ["adoption-visit", "visit"], owner: "social-worker" },
  { id: "TT-02", shape: "duty", force: "local", starts: "placed-for-adoption", stops: "adoption-visit", owner: "family-finder" },
  { id: "TT-03", shape: "duty", force: "local", starts: "plan-decision", stops: { kind: "new-record-opened", noted: true }, owner: "foster-carer" },
  { id: "TT-04", starts: "plan-decision", within: "2 weeks", stops: { kind: "match-decision", outcome: ["made", "refused"] }, owner: "decision-maker" },
);
const entry = (standard: string, kind: string, happenedOn: string, detail: Record<string, string> = {}, certainty = "actual"): ClockAnswer =>
  ({ standard, occurrence: "1", says: { as: "entry", input: { kind, happenedOn, certainty, detail } } });
const no = (standard: string, why: string): ClockAnswer => ({ standard, occurrence: "1", says: { as: "declined", why } });
const answer = (lines: readonly ClockAnswer[], roles: readonly Role[] = ["social-worker"], keys: readonly string[] = ["sw"]): LinesDecision =>
  answerClocks(fold(sampleEntries(BASE)), lines, { today, roles, who: { roles, keys }, pack: PACK, calendar: sampleCalendar() });
const draftsOf = (d: LinesDecision) => (d.accepted ? d.drafts : assert.fail(JSON.stringify(d.refusals)));
const refusalsOf = (d: LinesDecision) => (d.accepted ? assert.fail("accepted") : d.refusals.map((r) => [r.line, r.field, r.message] as const));

describe("answering clocks", () => {
  it("fills in what the standard asks, and on whose behalf it is answered", () => {
    const [draft] = draftsOf(answer([entry("TT-03", "new-record-opened", "2026-05-20", { evidenceSystem: "Case system" })]));
    assert.deepEqual(draft?.detail, { noted: true, evidenceSystem: "Case system", onBehalfOf: "foster-carer" });
    assert.deepEqual(draftsOf(answer([entry("TT-01", "visit", "2026-05-12")]))[0]?.detail, {}, "their own");
    assert.deepEqual(draftsOf(answer([entry("TT-01", "visit", "2026-05-12")], ["family-finder"]))[0]?.detail, { onBehalfOf: "social-worker" });
    assert.deepEqual(draftsOf(answer([entry("TT-01", "visit", "2026-05-12")], ["family-finder"], ["ff", "SW7"]))[0]?.detail, {}, "whoever has the child is the child’s worker");
  });

  it("records one thing once, however many it answers, with all the evidence", () => {
    const drafts = draftsOf(answer([entry("TT-01", "adoption-visit", "2026-05-12", { evidencePlace: "Visits" }), entry("TT-02", "adoption-visit", "2026-05-12", { evidencePlace: "Case notes", note: "Settled" })]));
    assert.deepEqual(drafts.map((d) => [d.kind, d.detail]), [["adoption-visit", { evidencePlace: "Visits; Case notes", note: "Settled" }]]);
    assert.equal(draftsOf(answer([entry("TT-01", "adoption-visit", "2026-05-12"), entry("TT-02", "adoption-visit", "2026-05-13")])).length, 2);
  });

  it("is all or nothing, and says what is wrong line by line", () => {
    const found = refusalsOf(answer([entry("TT-01", "visit", "2026-05-01"), no("TT-02", ""), entry("TT-03", "visit", "2026-05-12"), entry("TT-09", "visit", "2026-05-12"), entry("TT-02", "adoption-visit", "12 June")]));
    assert.deepEqual(found.map(([line, field]) => [line, field]), [[1, "why"], [2, "kind"], [3, "standard"], [4, "happenedOn"]]);
    assert.match(refusalsOf(answer([entry("TT-01", "visit", "2026-05-01")]))[0]?.[2] ?? "", /would not answer TT-01: it runs from 11 May 2026/);
    assert.match(refusalsOf(answer([]))[0]?.[2] ?? "", /at least one/);
    assert.equal(answer([no("TT-02", "Lives abroad"), entry("TT-01", "visit", "2026-05-12")]).accepted, true);
  });

  it("leaves decisions to whoever decides, and lets others put them down for them", () => {
    const decided = (certainty: string, outcome: string) => entry("TT-04", "match-decision", certainty === "actual" ? "2026-05-05" : "2026-06-09", { outcome, note: "As panel said" }, certainty);
    assert.match(refusalsOf(answer([decided("actual", "refused")]))[0]?.[2] ?? "", /only the agency decision-maker/);
    assert.deepEqual(refusalsOf(answer([decided("actual", "deferred")], ["decision-maker"])).map(([, field]) => field), ["detail.outcome"]);
    assert.equal(answer([decided("actual", "refused")], ["decision-maker"]).accepted, true);
    assert.deepEqual(draftsOf(answer([decided("provisional", "made")])).map((d) => [d.certainty, d.detail["onBehalfOf"]]), [["provisional", "decision-maker"]]);
  });
});
