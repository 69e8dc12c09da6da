import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Role } from "../access/role.ts";
import { fold } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import { sampleEntries, type SampleEntry } from "../chronology/sample.ts";
import { recordEntries } from "../commands/record-entries.ts";
import { day } from "../dates/day.ts";
import { type Choice, choicesOf, conflictsOf, type FormAnswer, readAnswers, refusalsOf } from "./answers.ts";
import { askedOf, movesOf } from "./asked.ts";
import { questionOf } from "./questions.ts";

const TODAY = day("2026-06-01");
const BORN: SampleEntry = { kind: "birth", on: "2024-02-10" };
const PANEL: SampleEntry = { kind: "matching-panel", on: "2026-07-01", certainty: "planned", recordedOn: "2026-05-01" };
const caseOf = (...rows: SampleEntry[]) => fold(sampleEntries(rows));

interface Said {
  readonly certainty?: string;
  readonly detail?: Readonly<Record<string, string>>;
  readonly changes?: number;
  readonly reason?: string;
  readonly at?: number;
  readonly choice?: Choice;
  readonly chosenAt?: number;
}
const answer = (kind: Kind, on: string, { certainty = "actual", detail = {}, changes, reason = "", at = 99, choice, chosenAt = 99 }: Said = {}): FormAnswer =>
  ({ question: questionOf(kind)!, input: { kind, happenedOn: on, certainty, detail }, changes: changes ?? null, reason, at, choice: choice ?? null, chosenAt });

function decided(c: ReturnType<typeof caseOf>, answers: readonly FormAnswer[], role: Role = "family-finder") {
  const read = readAnswers(c, answers, conflictsOf(c, answers), role);
  const refusals = refusalsOf(c, read, TODAY, [role]);
  if (refusals.length > 0) return { refusals: refusals.map(({ kind, field }) => [kind, field]), drafts: [] };
  const decision = recordEntries(c, read.inputs, TODAY, "child", [role]);
  assert.ok(decision.accepted);
  return { refusals: [], drafts: decision.drafts.map(({ kind, happenedOn, certainty, supersedes, cause, reason }) => ({ kind, happenedOn, certainty, supersedes, cause, reason })) };
}

describe("answering a form", () => {
  it("moves a planned day and keeps the one it was moved from", () => {
    const c = caseOf(BORN, PANEL);
    const moved = answer("matching-panel", "2026-07-15", { certainty: "provisional", changes: 2, reason: "Papers late" });
    assert.deepEqual(decided(c, [moved]).drafts, [{ kind: "matching-panel", happenedOn: "2026-07-15", certainty: "provisional", supersedes: 2, cause: "moved", reason: "Papers late" }]);
    const after = caseOf(BORN, PANEL, { ...PANEL, on: "2026-07-15", certainty: "provisional", supersedes: 2, cause: "moved", recordedOn: "2026-06-01" });
    const panel = askedOf(after, "family-finder").find(({ question }) => question.kind === "matching-panel");
    assert.deepEqual(panel!.answers.map((a) => [a.entry.happenedOn, movesOf(a).map((e) => e.happenedOn)]), [["2026-07-15", ["2026-07-01"]]]);
    assert.equal(panel!.waits, true, "a day to come still waits for what happened");
  });

  it("asks why a day moved, and not why it is confirmed", () => {
    const c = caseOf(BORN, { ...PANEL, on: "2026-05-28" });
    assert.deepEqual(decided(c, [answer("matching-panel", "2026-07-15", { certainty: "planned", changes: 2 })]).refusals, [["matching-panel", "reason"]]);
    assert.equal(decided(c, [answer("matching-panel", "2026-05-28", { changes: 2 })]).drafts[0]?.cause, "confirmed");
  });

  it("lands whole or not at all, and says which question was wrong", () => {
    const c = caseOf(BORN);
    const good = answer("link", "2026-05-20", { detail: { family: "AF-1" } });
    assert.deepEqual(decided(c, [good, answer("shortlist", "2026-06-20"), answer("support-plan", "31 2 2026")]).refusals, [["shortlist", "happenedOn"], ["support-plan", "happenedOn"]]);
    assert.equal(decided(c, [good]).drafts.length, 1);
  });

  it("judges answers together, in the order of their days", () => {
    const c = caseOf(BORN, { kind: "looked-after", on: "2025-01-10" }, { kind: "placement-order", on: "2025-10-08" });
    assert.deepEqual(decided(c, [answer("adoption-visit", "2026-05-25"), answer("placed-for-adoption", "2026-05-20")], "social-worker").refusals, []);
  });

  it("says on whose behalf an answer is given", () => {
    const c = caseOf(BORN);
    const read = readAnswers(c, [answer("permanence-report", "2026-05-20"), answer("link", "2026-05-20")], new Map(), "family-finder");
    assert.deepEqual(read.inputs.map(({ kind, detail }) => [kind, detail["onBehalfOf"]]), [["permanence-report", "social-worker"], ["link", undefined]]);
  });

  it("leaves decisions to whoever decides, and the breakdown to the adoption service", () => {
    const c = caseOf(BORN);
    assert.deepEqual(decided(c, [answer("match-decision", "2026-05-20", { detail: { outcome: "made", note: "Agreed" } })]).refusals, [["match-decision", "certainty"]]);
    assert.deepEqual(decided(c, [answer("match-decision", "2026-06-20", { certainty: "provisional" })]).refusals, []);
    assert.deepEqual(decided(c, [answer("disruption", "2026-05-20")], "social-worker").refusals, [["disruption", "happenedOn"]]);
  });
});

describe("somebody saving first", () => {
  const c = caseOf(BORN, PANEL, { ...PANEL, on: "2026-07-08", supersedes: 2, cause: "moved", recordedOn: "2026-06-01" }, { kind: "link", on: "2026-05-20" });
  const mine = (said: Said) => [answer("matching-panel", "2026-07-15", { certainty: "planned", changes: 2, reason: "Their panel is full", at: 2, ...said })];

  it("is noticed for the same question alone", () => {
    const conflicts = conflictsOf(c, [...mine({}), answer("shortlist", "2026-05-01", { at: 2 })]);
    assert.deepEqual([...conflicts.keys()], ["matching-panel"]);
    const conflict = conflicts.get("matching-panel")!;
    assert.deepEqual([conflict.theirs.map((e) => e.number), conflict.standing.map((e) => e.happenedOn)], [[3], ["2026-07-08"]]);
    assert.deepEqual(choicesOf(conflict, questionOf("matching-panel")!), ["theirs", "mine", "both"]);
    assert.deepEqual(choicesOf(conflict, { repeats: false }), ["theirs", "mine"]);
  });

  it("stops the form until a choice is made, and loses neither whichever it is", () => {
    assert.deepEqual(decided(c, mine({})).refusals, [["matching-panel", "choice"]]);
    assert.deepEqual(decided(c, mine({ choice: "theirs" })).drafts, []);
    assert.deepEqual(decided(c, mine({ choice: "mine" })).drafts.map(({ happenedOn, supersedes, cause }) => [happenedOn, supersedes, cause]), [["2026-07-15", 3, "moved"]]);
    assert.deepEqual(decided(c, mine({ choice: "both" })).drafts.map(({ happenedOn, supersedes }) => [happenedOn, supersedes]), [["2026-07-15", undefined]]);
  });

  it("is told beside whatever else is wrong", () =>
    assert.deepEqual(decided(c, [...mine({}), answer("shortlist", "2026-06-20", { at: 2 })]).refusals, [["matching-panel", "choice"], ["shortlist", "happenedOn"]]));

  it("asks again where somebody saved once more after the choice", () =>
    assert.deepEqual(decided(c, mine({ choice: "mine", chosenAt: 2 })).refusals, [["matching-panel", "choice"]]));

  it("lets nothing replace what was withdrawn", () => {
    const gone = caseOf(BORN, PANEL, { ...PANEL, supersedes: 2, cause: "not-going-ahead", recordedOn: "2026-06-01" });
    const conflict = conflictsOf(gone, mine({})).get("matching-panel")!;
    assert.deepEqual(choicesOf(conflict, { repeats: false }), ["theirs", "both"]);
    assert.deepEqual(decided(gone, mine({ choice: "both" })).drafts.map(({ supersedes }) => supersedes), [undefined]);
    assert.deepEqual(decided(gone, [answer("matching-panel", "2026-07-15", { certainty: "planned", changes: 2, reason: "x" })]).refusals, [["matching-panel", "changes"]], "nobody saved since, and there is nothing to change");
  });
});
