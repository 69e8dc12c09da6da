import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import type { Draft, Entry } from "../chronology/entry.ts";
import { type Case, fold } from "../chronology/fold.ts";
import { KINDS } from "../chronology/kinds.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import { actionsIn, decidedOf, decisionsIn } from "./actions.ts";
import { askedOf } from "./asked.ts";
import { conclude, type ConcludeContext } from "./conclude.ts";
import { CHAIRS_ACTION } from "./of-meeting.ts";
import { type MeetingOutcome, type OutcomeContext, readOutcome } from "./outcome.ts";

const heldOn = day("2026-05-12");
const today = day("2026-05-14");
const CHILD: readonly SampleEntry[] = [{ kind: "birth", on: "2024-01-10" }, { kind: "primary-plan", on: "2025-02-01", detail: { plan: "ADOPTION" } }, { kind: "plan-decision", on: "2025-11-03", detail: { note: "Needs a family" } }];
const ALERT: readonly SampleEntry[] = [{ kind: "birth", on: "2026-07-10", certainty: "provisional", recordedOn: "2026-03-01" }, { kind: "early-alert", on: "2026-03-01" }];
const standards: ConcludeContext["standards"] = new Map([["TC-01", { id: "TC-01", shape: "deadline" } as never]]);
const context: ConcludeContext = { heldOn, today, standards, of: { meeting: "m1", series: "Tracking", organisation: "Harrowmere" }, side: "authority", part: "Adoption", why: "Not placed", absent: "", ours: [] };
const reading: OutcomeContext = { heldOn, today, asked: { adoption: false, early: false }, mode: "discuss", tellsBusinessSupport: true };

const caseOf = (rows: readonly SampleEntry[]): Case => fold(sampleEntries(rows));
const read = (typed: Readonly<Record<string, string>>, but: Partial<OutcomeContext> = {}): MeetingOutcome => {
  const outcome = readOutcome(new Map(Object.entries(typed)), { ...reading, ...but });
  if ("refusals" in outcome) assert.fail(JSON.stringify(outcome.refusals));
  return outcome.outcome;
};
const refused = (typed: Readonly<Record<string, string>>, but: Partial<OutcomeContext> = {}): readonly string[] => {
  const outcome = readOutcome(new Map(Object.entries(typed)), { ...reading, ...but });
  return "refusals" in outcome ? outcome.refusals.map(({ field }) => field) : [];
};
const drafts = (c: Case, outcome: MeetingOutcome, but: Partial<ConcludeContext> = {}): readonly Draft[] => {
  const conclusion = conclude(c, outcome, { ...context, ...but });
  if (!conclusion.accepted) assert.fail(JSON.stringify(conclusion.refusals));
  return conclusion.drafts;
};
const kinds = (list: readonly Draft[]): readonly string[] => list.map(({ kind }) => kind);
/** As the record is once these are written, and their numbers. */
function written(entries: readonly Entry[], list: readonly Draft[]): { readonly entries: readonly Entry[]; readonly numbers: readonly number[] } {
  const from = Math.max(0, ...entries.map(({ number }) => number));
  const added = list.map((draft, i): Entry => ({ ...draft, number: from + i + 1, recordedAt: "2026-05-14T10:00:00.000Z", recordedBy: "minutes" }));
  return { entries: [...entries, ...added], numbers: added.map(({ number }) => number) };
}

const action = (line: string, but: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries({ what: "Ring the court about the date", who: "h.worker", dueOn: "2026-06-01", shownBy: "The court’s letter is on file", ...but }).map(([box, text]) => [`actions/${line}/${box}`, text]));

describe("what was typed of a child", () => {
  it("is read into answers, decisions, actions, targets and barriers", () => {
    const outcome = read({ discussion: "Talked", steps: "A profiling day", planRight: "no", planNote: "Grandmother", returnOn: "2026-07-01", ...action("a"), "targets/t/standard": "TC-01", "targets/t/dueOn": "2026-08-01", "barriers/b/barrier": "court" });
    assert.deepEqual(outcome.answers, { steps: "A profiling day", planRight: false, planNote: "Grandmother", returnOn: "2026-07-01" });
    assert.deepEqual(outcome.actions[0], { line: "a", what: "Ring the court about the date", who: "h.worker", whoElse: null, dueOn: "2026-06-01", shownBy: "The court’s letter is on file" });
    assert.deepEqual(outcome.barriers[0], { line: "b", barrier: "court", since: heldOn, note: "" });
  });
  it("is refused box by box where it cannot be understood", () => {
    assert.deepEqual(refused({ planRight: "maybe", returnOn: "soon", plan: "toString", findingFrom: "2026-05-01", "decisions/d/what": "Go on", "targets/t/note": "x", "barriers/b/since": "2026-06-30" }),
      ["planRight", "plan", "returnOn", "findingFrom", "decisions/d/sort", "decisions/d/why", "targets/t/standard", "targets/t/dueOn", "barriers/b/barrier", "barriers/b/since"]);
  });
  it("must be something, but for a child noted without discussion", () => {
    assert.deepEqual(refused({ tellBusinessSupport: "yes", discussion: "  " }), ["discussion"]);
    assert.deepEqual(refused({}, { mode: "note" }), []);
  });
  it("cannot be finished before adoption business support is told, where adoption is on its way", () => {
    const asked = askedOf(caseOf(CHILD), heldOn);
    assert.deepEqual(asked, { adoption: true, early: false });
    assert.deepEqual(refused({ discussion: "x" }, { asked }), ["tellBusinessSupport"]);
    assert.deepEqual(refused({ discussion: "x", tellBusinessSupport: "no" }, { asked }), ["tellBusinessSupport"]);
    assert.deepEqual(refused({ discussion: "x", tellBusinessSupport: "yes" }, { asked }), []);
    assert.deepEqual(refused({ discussion: "x" }, { asked, tellsBusinessSupport: false }), []);
  });
  it("has no action without what, who, by when and how it will be known", () => {
    const box = (name: string) => fc.record({ name: fc.constant(name), text: fc.oneof(fc.constant(""), fc.constant("   "), fc.constant("2026-06-01"), fc.constant("2026-01-01"), fc.string(), fc.constant("Ring the court about the date"), fc.constant("h.worker")) });
    fc.assert(fc.property(box("what"), box("who"), box("whoElse"), box("dueOn"), box("shownBy"), (...boxes) => {
      const typed = new Map([["discussion", "x"], ...boxes.map(({ name, text }) => [`actions/a/${name}`, text] as const)]);
      const outcome = readOutcome(typed, { ...reading, people: new Map([["h.worker", { name: "Ann", left: false }]]) });
      const actions = "outcome" in outcome ? outcome.outcome.actions : [];
      for (const one of actions) {
        assert.ok(one.what.split(/\s+/).length >= 3 && one.shownBy !== "" && one.dueOn >= today);
        assert.ok(one.who === "h.worker" || (one.who === null && (one.whoElse ?? "") !== ""));
      }
    }));
  });
});

describe("concluding a child", () => {
  const said = { discussion: "Talked", steps: "A profiling day", ...action("a"), "decisions/d/sort": "decided", "decisions/d/what": "Widen the search", "decisions/d/why": "No link yet" };
  it("writes that they were considered, the outcome, each decision and each action", () => {
    const list = drafts(caseOf(CHILD), read(said));
    assert.deepEqual(kinds(list), ["tracking-meeting", "meeting-outcome", "meeting-decision", "action-agreed"]);
    assert.ok(list.every(({ happenedOn, certainty }) => happenedOn === heldOn && certainty === "actual"));
    assert.deepEqual(list[1]?.detail, { meeting: "m1", series: "Tracking", organisation: "Harrowmere", part: "Adoption", why: "Not placed", steps: "A profiling day" });
  });
  it("writes an agency’s meeting as the agency’s, and nothing of a function it has not been given", () => {
    const outcome = read({ ...said, "targets/t/standard": "TC-01", "targets/t/dueOn": "2026-08-01" });
    const conclusion = conclude(caseOf(CHILD), outcome, { ...context, side: "agency", given: ["family-finding-started"] });
    assert.ok(conclusion.accepted);
    assert.deepEqual(kinds(conclusion.drafts), ["agency-meeting", "meeting-outcome", "meeting-decision", "action-agreed"]);
    assert.match(conclusion.notes.join(), /has not given your agency/);
  });
  it("takes the place of the meeting as it was planned", () => {
    const c = caseOf([...CHILD, { kind: "tracking-meeting", on: "2026-05-20", certainty: "planned", recordedOn: "2026-04-01" }]);
    assert.equal(drafts(c, read(said))[0]?.supersedes, 4);
  });
  it("sets targets of standards in use alone, opens barriers and raises the delay", () => {
    const outcome = read({ ...said, "targets/t/standard": "TC-01", "targets/t/dueOn": "2026-08-01", "barriers/b/barrier": "court", "barriers/b/note": "Appeal" });
    const list = drafts(caseOf(CHILD), outcome);
    assert.deepEqual(kinds(list).slice(2, 6), ["individual-target", "barrier", "meeting-decision", "meeting-decision"]);
    assert.deepEqual([list[5]?.detail["sort"], list[5]?.detail["why"]], ["delay", "Court process or an appeal: Appeal"]);
    const bad = conclude(caseOf(CHILD), read({ ...said, "targets/t/standard": "NO-1", "targets/t/dueOn": "2026-08-01" }), context);
    assert.deepEqual(bad.accepted ? [] : bad.refusals.map(({ field }) => field), ["targets/t/standard"]);
  });
  it("opens no barrier twice", () => {
    const c = caseOf([...CHILD, { kind: "barrier", on: "2026-04-01", detail: { barrier: "court" } }]);
    assert.ok(!kinds(drafts(c, read({ ...said, "barriers/b/barrier": "court" }))).includes("barrier"));
  });
  it("plans family finding to begin, before a decision only after legal advice", () => {
    const early = { discussion: "An early alert", findingFrom: "2026-06-01" };
    const refusedOnce = conclude(caseOf(ALERT), read(early), context);
    assert.deepEqual(refusedOnce.accepted ? [] : refusedOnce.refusals.map(({ field }) => field), ["legalAdvice"]);
    const list = drafts(caseOf(ALERT), read({ ...early, legalAdvice: "The court is told", fosteringForAdoption: "yes" }));
    assert.deepEqual(list.map(({ kind, certainty, happenedOn }) => [kind, certainty, happenedOn]).slice(2), [
      ["legal-advice", "actual", heldOn], ["family-finding-started", "planned", "2026-06-01"], ["early-permanence-considered", "actual", heldOn]]);
  });
  it("recommends what is others’ to decide, with why", () => {
    const outcome = read({ ...said, plan: "LTFOST18", decisionRight: "no", decisionNote: "Her health", orderRight: "no", orderNote: "No family", revisit: "yes" });
    const list = drafts(caseOf(CHILD), outcome).filter(({ kind, detail }) => kind === "meeting-decision" && detail["sort"] !== "decided");
    assert.deepEqual(list.map(({ detail }) => detail["sort"]), ["to-review", "to-review", "to-decision-maker", "to-review"]);
    const without = conclude(caseOf(CHILD), read({ ...said, decisionRight: "no" }), context);
    assert.deepEqual(without.accepted ? [] : without.refusals.map(({ field }) => field), ["decisionNote"]);
  });
  it("lets nothing take effect that is reserved to others", () => {
    const answers = fc.record({ planRight: fc.constantFrom("yes", "no"), decisionRight: fc.constantFrom("yes", "no"), orderRight: fc.constantFrom("yes", "no"), revisit: fc.constantFrom("yes", "no"), plan: fc.constantFrom("ADOPTION", "LTFOST18", "RETURNEV"), legalStatus: fc.constantFrom("C1", "C2", "E1"), fosteringForAdoption: fc.constantFrom("yes", "no") });
    fc.assert(fc.property(answers, fc.constantFrom(CHILD, ALERT), (typed, rows) => {
      const notes = { planNote: "p", decisionNote: "d", orderNote: "o", discussion: "x" };
      for (const { kind } of drafts(caseOf(rows), read({ ...notes, ...typed }))) {
        assert.equal(KINDS[kind].decidedBy, undefined, kind);
        assert.ok(!["primary-plan", "contingency-plan", "parallel-plan", "legal-status", "placement-order", "placement-order-revoked", "adoption-became-plan"].includes(kind), kind);
      }
    }));
  });
  it("twice is once", () => {
    const lines = fc.uniqueArray(fc.constantFrom("a", "b", "c"), { maxLength: 3 });
    fc.assert(fc.property(lines, fc.boolean(), fc.boolean(), (some, barrier, target) => {
      const typed = { ...said, ...Object.assign({}, ...some.map((line) => action(line, { what: `Ring the ${line} court` }))) as object, ...(barrier ? { "barriers/b/barrier": "court" } : {}), ...(target ? { "targets/t/standard": "TC-01", "targets/t/dueOn": "2026-08-01" } : {}) };
      const once = written(sampleEntries(CHILD), drafts(caseOf(CHILD), read(typed)));
      assert.deepEqual(drafts(fold(once.entries), read(typed), { ours: once.numbers }), []);
    }));
  });
  it("again after a change writes what changed, in the place of what it was, and withdraws what is gone", () => {
    const first = written(sampleEntries(CHILD), drafts(caseOf(CHILD), read({ ...said, ...action("b", { what: "Send the profile out" }) })));
    const again = drafts(fold(first.entries), read({ ...said, discussion: "Talked long", ...action("a", { dueOn: "2026-06-09" }) }), { ours: first.numbers });
    assert.deepEqual(again.map(({ kind, cause }) => [kind, cause]), [["tracking-meeting", "corrected"], ["action-agreed", "corrected"], ["action-agreed", "entered-in-error"]]);
    const second = written(first.entries, again);
    assert.deepEqual(actionsIn(fold(second.entries), today).map(({ what, dueOn }) => [what, dueOn]), [["Ring the court about the date", "2026-06-09"]]);
  });
  it("again leaves what others said since: an action that ended, a barrier that is gone, family finding that began", () => {
    const typed = { discussion: "x", ...action("a"), "barriers/b/barrier": "court", findingFrom: "2026-05-13" };
    const first = written(sampleEntries(CHILD), drafts(caseOf(CHILD), read(typed)));
    const numberOf = (kind: string): number => first.entries.find((e) => e.kind === kind)!.number;
    const since = written(first.entries, [
      { kind: "action-done", happenedOn: today, certainty: "actual", detail: { action: numberOf("action-agreed"), how: "done", done: "Rang" }, source: { type: "person" } },
      { ...first.entries.find((e) => e.kind === "barrier")!, until: today, supersedes: numberOf("barrier"), cause: "ended" },
      { kind: "family-finding-started", happenedOn: today, certainty: "actual", detail: {}, source: { type: "person" }, supersedes: numberOf("family-finding-started"), cause: "confirmed" },
    ]);
    assert.deepEqual(drafts(fold(since.entries), read(typed), { ours: first.numbers }), []);
    const gone = drafts(fold(since.entries), read({ discussion: "x" }), { ours: first.numbers });
    assert.deepEqual(kinds(gone), ["meeting-outcome", "meeting-decision"]);
  });
  it("between meetings says that it is the chair’s action", () => {
    const list = drafts(caseOf(CHILD), read({ ...action("a") }), { of: { ...context.of, meeting: CHAIRS_ACTION } });
    assert.deepEqual(kinds(list), ["meeting-outcome", "action-agreed"]);
    assert.equal(list[0]?.detail["chairsAction"], true);
  });
});

describe("what was decided and what became of it", () => {
  const own = drafts(caseOf(CHILD), read({ discussion: "x", ...action("a"), "decisions/d/sort": "to-review", "decisions/d/what": "Change the plan", "decisions/d/why": "Grandmother" }));
  const theirs = drafts(caseOf(CHILD), read({ discussion: "y", ...action("b", { what: "Find three links" }) }), { of: { meeting: "m2", series: "Region", organisation: "North Shires" }, side: "agency", heldOn: day("2026-05-13") });
  it("shows the authority’s meetings and the region’s, newest first", () => {
    const { entries } = written(sampleEntries(CHILD), [...own, ...theirs]);
    const decided = decidedOf(fold(entries), today);
    assert.deepEqual(decided.map(({ of, actions, decisions }) => [of.organisation, actions.length, decisions.length]), [["North Shires", 1, 0], ["Harrowmere", 1, 1]]);
  });
  it("is late after its day, ended once somebody says so, and keeps its answer when it is put right", () => {
    const { entries } = written(sampleEntries(CHILD), own);
    const late = actionsIn(fold(entries), day("2026-06-04"))[0];
    assert.deepEqual([late?.state, late?.daysLate], ["late", 3]);
    const done = written(entries, [{ kind: "action-done", happenedOn: today, certainty: "actual", detail: { action: late!.number, how: "overtaken", done: "No longer" }, source: { type: "person" } },
      { ...late!.entry, detail: { ...late!.entry.detail, shownBy: "A letter" }, supersedes: late!.number, cause: "corrected" }]);
    assert.deepEqual(actionsIn(fold(done.entries), day("2026-06-04")).map(({ state, shownBy }) => [state, shownBy]), [["overtaken", "A letter"]]);
    assert.equal(decisionsIn(fold(done.entries))[0]?.answered, null);
  });
});
