import assert from "node:assert/strict";
import { describe, it, test } from "node:test";
import fc from "fast-check";
import type { Role } from "../access/role.ts";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import { sampleCalendar, samplePack } from "../standards/sample-standards.ts";
import { evaluate } from "../standards/evaluate.ts";
import { explanationOf } from "../standards/explain.ts";
import { type AnswersDecision, answersTogether } from "./answers-together.ts";
import type { EntryInput } from "./command.ts";
import type { DeclineInput } from "./decline-standard.ts";
import { type EntriesDecision, recordEntries } from "./record-entries.ts";

const today = day("2026-06-01");
const BASE: readonly SampleEntry[] = [{ kind: "birth", on: "2024-02-10" }, { kind: "looked-after", on: "2025-01-05" }, { kind: "plan-decision", on: "2025-09-01" }];
const did = (kind: string, happenedOn: string, detail: Record<string, string> = {}, certainty = "actual"): EntryInput => ({ kind, happenedOn, certainty, detail });
const caseOf = (...rows: readonly SampleEntry[]) => fold(sampleEntries([...BASE, ...rows]));
const record = (inputs: readonly EntryInput[], rows: readonly SampleEntry[] = [], roles: readonly Role[] = ["social-worker"]): EntriesDecision =>
  recordEntries(caseOf(...rows), inputs, today, "child", roles);
const draftsOf = (d: EntriesDecision | AnswersDecision) => (d.accepted ? d.drafts : assert.fail(JSON.stringify(d.refusals)));
const refusalsOf = (d: EntriesDecision | AnswersDecision) => (d.accepted ? assert.fail("accepted") : d.refusals.map((r) => [r.index, r.field, r.message] as const));

describe("several entries of one child", () => {
  it("are judged in the order of their days, whatever order they were typed in", () => {
    const typed = [did("adoption-review", "2026-04-20"), did("placed-for-adoption", "2026-03-23"), did("adoption-visit", "2026-03-25")];
    assert.deepEqual(draftsOf(record(typed)).map((d) => d.kind), ["placed-for-adoption", "adoption-visit", "adoption-review"]);
    assert.match(refusalsOf(record(typed.slice(0, 1)))[0]?.[2] ?? "", /not moved in/, "alone, the review is refused");
  });

  it("are all refused where one is, and each refusal says whose it is and which field", () => {
    const found = refusalsOf(record([did("adoption-visit", "2026-03-25"), did("placed-for-adoption", "2026-03-26"), did("play-date", "2026-07-01"), did("nothing", "")]));
    assert.deepEqual(found.map(([index, field]) => [index, field]), [[0, "kind"], [2, "happenedOn"], [3, "kind"]]);
  });

  it("of one day follow each other as the line has them", () =>
    assert.deepEqual(draftsOf(record([did("allocated-worker", "2026-03-02", { worker: "SW2" }), did("legal-status", "2026-03-02", { status: "E1" })], [])).map((d) => d.kind), ["legal-status", "allocated-worker"]));

  it("end one another where they share a track, without naming what is not yet written", () => {
    const drafts = draftsOf(record([did("allocated-worker", "2026-03-09", { worker: "SW2" }), did("allocated-worker", "2026-03-02", { worker: "SW1" })]));
    assert.deepEqual(drafts.map((d) => [d.happenedOn, d.until, d.supersedes]), [["2026-03-02", "2026-03-09", undefined], ["2026-03-09", undefined, undefined]]);
  });

  it("still end, and still confirm, what was there before", () => {
    const rows: SampleEntry[] = [{ kind: "allocated-worker", on: "2025-02-01", detail: { worker: "SW0" } }, { kind: "matching-panel", on: "2026-05-20", certainty: "planned", recordedOn: "2026-04-01" }];
    const drafts = draftsOf(record([did("allocated-worker", "2026-03-02", { worker: "SW1" }), did("matching-panel", "2026-05-21"), did("allocated-worker", "2026-04-02", { worker: "SW2" })], rows));
    assert.deepEqual(drafts.map((d) => [d.kind, d.happenedOn, d.until, d.supersedes, d.cause]), [
      ["allocated-worker", "2025-02-01", "2026-03-02", 4, "ended"], ["allocated-worker", "2026-03-02", "2026-04-02", undefined, undefined],
      ["allocated-worker", "2026-04-02", undefined, undefined, undefined], ["matching-panel", "2026-05-21", undefined, 5, "confirmed"],
    ]);
  });

  it("leave decisions to whoever decides", () => {
    const decided = did("match-decision", "2026-05-20", { outcome: "made", note: "They know each other well" });
    assert.match(refusalsOf(record([did("matching-panel", "2026-05-13"), decided]))[0]?.[2] ?? "", /only the agency decision-maker/);
    assert.equal(record([did("matching-panel", "2026-05-13"), decided], [], ["decision-maker"]).accepted, true);
    assert.deepEqual(refusalsOf(record([{ ...decided, detail: { outcome: "made" } }], [], ["decision-maker"])).map(([index, field]) => [index, field]), [[0, "detail.note"]]);
  });

  test("come to the same whatever order they are typed in", () => {
    const all = [did("placed-for-adoption", "2026-03-02"), did("adoption-visit", "2026-03-04"), did("adoption-review", "2026-03-30"), did("support-visit", "2026-03-09"), did("allocated-worker", "2026-03-02", { worker: "SW1" }), did("allocated-worker", "2026-03-16", { worker: "SW2" })];
    const expected = draftsOf(record(all));
    fc.assert(fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (typed) => assert.deepEqual(draftsOf(record(typed)), expected)), { numRuns: 50 });
  });
});

const PACK = samplePack(
  { id: "TT-01", shape: "duty", force: "local", starts: "discovery-event", stops: "profile-updated", moot: "adoption-order", tier: "checklist" },
  { id: "TT-02", starts: "plan-decision", within: "2 weeks", stops: "register-referral" },
  { id: "TT-03", shape: "duty", force: "statute", starts: "plan-decision", stops: "early-permanence-considered" },
);
const answer = (entries: readonly EntryInput[], declined: readonly DeclineInput[], rows: readonly SampleEntry[] = [{ kind: "discovery-event", on: "2026-05-01" }]): AnswersDecision =>
  answersTogether(caseOf(...rows), entries, declined, { today, roles: ["social-worker"], pack: PACK, calendar: sampleCalendar() });
const decline = (standard: string, why = "The family lives abroad", occurrence = "1"): DeclineInput => ({ standard, occurrence, why });

describe("“not appropriate for this child”", () => {
  it("ends the clock as of today, with why, and only the one it is about", () => {
    const rows: SampleEntry[] = [{ kind: "discovery-event", on: "2026-05-01" }, { kind: "discovery-event", on: "2026-05-08" }];
    const [draft] = draftsOf(answer([], [decline("TT-01", " Nobody to photograph ", "2")], rows));
    assert.deepEqual([draft?.kind, draft?.happenedOn, draft?.detail], ["declined", today, { standard: "TT-01", occurrence: 2, why: "Nobody to photograph" }]);
    const after = fold(sampleEntries([...BASE, ...rows, { kind: "declined", on: today, detail: draft!.detail }]));
    const clocks = evaluate(after, PACK, sampleCalendar()).filter((k) => k.standard === "TT-01");
    assert.deepEqual(clocks.map((k) => [k.occurrence, k.mootOn, k.flags.includes("declined")]), [[1, null, false], [2, today, true]]);
  });

  it("stays the answer, whatever would end the clock later, and the clock says why", () => {
    const rows: SampleEntry[] = [...BASE, { kind: "discovery-event", on: "2026-05-01" }, { kind: "declined", on: "2026-05-04", detail: { standard: "TT-01", occurrence: 1, why: "Nobody to photograph." } }];
    const clockOf = (...more: readonly SampleEntry[]) => {
      const c = fold(sampleEntries([...rows, ...more]));
      const clock = evaluate(c, PACK, sampleCalendar()).find((k) => k.standard === "TT-01")!;
      return [clock.mootOn, clock.flags.includes("declined"), explanationOf(clock, c, PACK, sampleCalendar())?.end];
    };
    const says = "It no longer applies from 4 May 2026: it was answered “not appropriate for this child”, because: Nobody to photograph.";
    assert.deepEqual(clockOf(), ["2026-05-04", true, says]);
    assert.deepEqual(clockOf({ kind: "adoption-order", on: "2026-05-20" }), ["2026-05-04", true, says]);
    assert.deepEqual(clockOf({ kind: "profile-updated", on: "2026-05-20" }).slice(0, 2), [null, false], "what was done all the same is done");
  });

  it("is refused without a reason, where the standard does not let it be, where nothing runs, and a second time", () => {
    const says = (input: DeclineInput, rows?: readonly SampleEntry[]) => refusalsOf(answer([], [input], rows))[0]?.[2] ?? "";
    assert.match(says(decline("TT-01", " ")), /Say why/);
    assert.match(says(decline("TT-02")), /has to be done for every child/);
    assert.match(says(decline("TT-03")), /is law/);
    assert.match(says(decline("TT-01", "Why", "3")), /does not run for this child/);
    assert.match(says(decline("TT-01"), [{ kind: "discovery-event", on: "2026-05-01" }, { kind: "profile-updated", on: "2026-05-02" }]), /has been done/);
    assert.match(says(decline("TT-01"), [{ kind: "discovery-event", on: "2026-05-01" }, { kind: "declined", on: "2026-05-02", detail: { standard: "TT-01", occurrence: 1, why: "So" } }]), /already answered/);
    assert.match(refusalsOf(answer([], [decline("TT-01"), decline("TT-01")]))[0]?.[2] ?? "", /twice/);
  });

  it("stands beside what the same form records, on the clock that was meant", () => {
    const drafts = draftsOf(answer([did("discovery-event", "2026-04-01"), did("register-referral", "2025-09-08")], [decline("TT-01")]));
    assert.deepEqual(drafts.map((d) => [d.kind, d.detail["occurrence"]]), [["register-referral", undefined], ["discovery-event", undefined], ["declined", 2]], "an earlier event is now the first");
    assert.match(refusalsOf(answer([did("profile-updated", "2026-05-08")], [decline("TT-01")]))[0]?.[2] ?? "", /ends TT-01 already/);
  });

  it("is written with all the rest or not at all, and an empty form says nothing", () => {
    assert.deepEqual(refusalsOf(answer([did("register-referral", "2027-01-01")], [decline("TT-01", "")])).map(([index, field]) => [index, field]), [[0, "happenedOn"], [0, "why"]]);
    assert.match(refusalsOf(answer([], []))[0]?.[2] ?? "", /at least one line/);
  });
});
