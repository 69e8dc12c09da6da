import assert from "node:assert/strict";
import { describe, it, test } from "node:test";
import fc from "fast-check";
import type { DecidingRoles } from "../access/decides.ts";
import type { Draft, Entry } from "../chronology/entry.ts";
import { fold } from "../chronology/fold.ts";
import { isPeriodKind, type Kind, KINDS } from "../chronology/kinds.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { addDays, day } from "../dates/day.ts";
import { type Answer, KINDS_FOR_MANY, type ManyInput, recordForOne, refusalsForAll } from "./record-many.ts";
import { undoForOne } from "./undo-many.ts";

const today = day("2026-06-01");
/** Everything here is recorded by whoever may, decisions by those who decide. */
const DECIDES: DecidingRoles = ["decision-maker", "service-manager", "team-manager"];
const MANAGES: DecidingRoles = ["tracking-administrator"];
const base: readonly SampleEntry[] = [
  { kind: "birth", on: "2024-02-10" },
  { kind: "looked-after", on: "2025-01-05" },
  { kind: "legal-status", on: "2025-01-05", detail: { status: "C1" } },
  { kind: "allocated-worker", on: "2025-01-06", detail: { worker: "SW1" } },
];
const panel: ManyInput = { kind: "matching-panel", happenedOn: "2026-09-01", certainty: "planned", detail: {}, standing: "move", reason: "" };
const planned = (on: string, more: Partial<SampleEntry> = {}): SampleEntry => ({ kind: "matching-panel", on, certainty: "planned", recordedOn: "2026-05-01", ...more });
const ask = (rows: readonly SampleEntry[], input: Partial<ManyInput> = {}): Answer => recordForOne(sampleEntries([...base, ...rows]), { ...panel, ...input }, today, DECIDES);
const worker = (code: string, happenedOn = "2026-05-20"): Partial<ManyInput> => ({ kind: "allocated-worker", happenedOn, certainty: "actual", detail: { worker: code } });
const draftsOf = (answer: Answer): readonly Draft[] => {
  assert.ok(answer.answer === "changes", JSON.stringify(answer));
  return answer.drafts;
};
const messages = (answer: Answer): readonly string[] => (answer.answer === "refused" ? answer.refusals.map((r) => r.message) : []);
const appended = (entries: readonly Entry[], drafts: readonly Draft[]): Entry[] =>
  [...entries, ...drafts.map((d, i) => ({ ...d, number: (entries.at(-1)?.number ?? 0) + 1 + i, recordedAt: "2026-06-01T09:00:00.000Z", recordedBy: "somebody" }))];

describe("recording the same of several children", () => {
  it("adds it where nothing stands for it", () =>
    assert.deepEqual(draftsOf(ask([])), [{ kind: "matching-panel", happenedOn: "2026-09-01", certainty: "planned", detail: {}, source: { type: "person" } }]));

  it("moves the date that stood, keeps what was said beside it, and wants to know why", () => {
    const rows = [planned("2026-08-20", { detail: { note: "Papers by the 1st" } })];
    const [draft] = draftsOf(ask(rows, { reason: "Panel was cancelled" }));
    assert.deepEqual([draft?.supersedes, draft?.cause, draft?.happenedOn, draft?.detail], [5, "moved", "2026-09-01", { note: "Papers by the 1st" }]);
    assert.deepEqual(messages(ask(rows)), ["Say why the date moved"]);
    assert.equal(draftsOf(ask(rows, { standing: "add" }))[0]?.supersedes, undefined);
  });

  it("confirms the same day without asking why, and changes nothing where all is the same", () => {
    assert.equal(draftsOf(ask([planned("2026-09-01")], { certainty: "provisional" }))[0]?.cause, "confirmed");
    assert.equal(ask([planned("2026-09-01")]).answer, "nothing");
    assert.equal(ask([planned("2026-09-01", { detail: { note: "Room 2" } })]).answer, "nothing", "nothing is taken away by saying less");
  });

  it("asks a person which of two dates moves", () =>
    assert.match(messages(ask([planned("2026-08-20"), planned("2026-10-20")]))[0] ?? "", /more than one date to come on this record/));

  it("ends what is open, and says what was replaced", () => {
    const answer = ask([], worker("SW2"));
    assert.deepEqual(draftsOf(answer).map((d) => [d.supersedes, d.cause, d.until]), [[4, "ended", "2026-05-20"], [undefined, undefined, undefined]]);
    assert.deepEqual(answer.answer === "changes" && [...answer.replaces.keys()], [4]);
  });

  it("changes nothing for a child who has that worker already", () => {
    assert.equal(ask([], worker("SW1")).answer, "nothing");
    assert.equal(ask([], worker("SW1", "2025-01-01")).answer, "refused", "an earlier beginning is something else");
  });

  it("knows what is wrong for everybody before it asks of anybody", () => {
    const fields = (input: Partial<ManyInput>): readonly string[] => refusalsForAll({ ...panel, ...input }, today, DECIDES).map((r) => r.field);
    assert.deepEqual(fields({}), []);
    assert.deepEqual(fields({ happenedOn: "" }), ["happenedOn"]);
    assert.deepEqual(fields({ certainty: "actual" }), ["happenedOn"]);
    assert.deepEqual(fields({ happenedOn: "2026-05-01" }), ["happenedOn"]);
    assert.deepEqual(fields({ kind: "birth" }), ["kind"]);
    assert.deepEqual(fields({ kind: "adoption-review", happenedOn: "2026-05-01", certainty: "actual" }), [], "what each record lacks is said by child");
    assert.deepEqual(fields({ kind: "match-decision", happenedOn: "2026-05-01", certainty: "actual" }), ["detail.note"], "a decision has reasons");
  });

  it("is refused, of a decision, to whoever does not decide: by all beforehand, and by each record", () => {
    const made: ManyInput = { ...panel, kind: "match-decision", happenedOn: "2026-05-01", certainty: "actual", detail: { note: "Weighed" } };
    assert.deepEqual(refusalsForAll(made, today, MANAGES).map((r) => r.field), ["certainty"]);
    assert.deepEqual(messages(recordForOne(sampleEntries(base), made, today, MANAGES)), [
      "Match decision: only the agency decision-maker, or their named deputy, can say so. Choose provisional, and it will wait on their desk to be confirmed"]);
    assert.equal(recordForOne(sampleEntries(base), made, today, DECIDES).answer, "changes");
    assert.equal(recordForOne(sampleEntries(base), { ...made, happenedOn: "2026-06-20", certainty: "provisional" }, today, MANAGES).answer, "changes");
  });
});

const span = (entries: readonly Entry[], drafts: readonly Draft[]) => ({ first: entries.length + 1, last: entries.length + drafts.length });

describe("undoing it", () => {
  const change = (rows: readonly SampleEntry[], input: Partial<ManyInput>) => {
    const before = sampleEntries([...base, ...rows]);
    const drafts = draftsOf(recordForOne(before, { ...panel, reason: "Cancelled", ...input }, today, DECIDES));
    return { before, after: appended(before, drafts), span: span(before, drafts) };
  };
  const why = (entries: readonly Entry[], s: ReturnType<typeof span>): readonly string[] => {
    const decision = undoForOne(entries, s, "Undone", today);
    return decision.accepted ? [] : decision.refusals.map((r) => r.message);
  };

  it("withdraws what is new and opens again what it ended", () => {
    const { after, span: s } = change([], worker("SW2"));
    const decision = undoForOne(after, s, "Undone", today);
    assert.ok(decision.accepted);
    assert.deepEqual(decision.drafts.map((d) => [d.cause, d.supersedes, d.until, d.detail]), [
      ["entered-in-error", 6, undefined, { worker: "SW2" }], ["corrected", 5, undefined, { worker: "SW1" }]]);
  });

  it("is refused where a later entry stands in its place", () => {
    const { after, span: s } = change([], worker("SW2"));
    const later = recordForOne(after, { ...panel, ...worker("SW3", "2026-05-28") }, today, DECIDES);
    assert.match(why(appended(after, draftsOf(later)), s)[0] ?? "", /^Allocated social worker of 20 May 2026 was changed again on 1 June 2026/);
  });

  it("is refused where a later entry rests on it", () => {
    const { after, span: s } = change([], { kind: "plan-decision", happenedOn: "2026-05-01", certainty: "actual", detail: { note: "The court’s timetable, and no relative can care" } });
    const later = recordForOne(after, { ...panel, kind: "plan-decision-reversed", happenedOn: "2026-05-10", certainty: "actual", detail: { reason: "RD1", note: "The grandmother was assessed" } }, today, DECIDES);
    assert.match(why(appended(after, draftsOf(later)), s)[0] ?? "", /^Decision reversed.* of 10 May 2026, recorded since, rests on it/);
  });

  it("is not refused for what was written since of something else", () => {
    const { after, span: s } = change([planned("2026-08-20")], {});
    assert.deepEqual(why(appended(after, draftsOf(recordForOne(after, { ...panel, kind: "visit" }, today, DECIDES))), s), []);
  });

  it("can be done of one change after a later one was undone", () => {
    const { before, after, span: s } = change([planned("2026-08-20")], {});
    const drafts = draftsOf(recordForOne(after, { ...panel, happenedOn: "2026-09-20", reason: "Moved again" }, today, DECIDES));
    const later = appended(after, drafts);
    assert.match(why(later, s)[0] ?? "", /was changed again/);
    const back = undoForOne(later, span(after, drafts), "Undone", today);
    assert.ok(back.accepted);
    const undone = undoForOne(appended(later, back.drafts), s, "Undone", today);
    assert.ok(undone.accepted, JSON.stringify(undone));
    assert.deepEqual(undone.drafts.map((d) => [d.supersedes, d.happenedOn]), [[8, before.at(-1)?.happenedOn]]);
  });

  it("cannot be done twice", () => {
    const { after, span: s } = change([], {});
    const decision = undoForOne(after, s, "Undone", today);
    assert.ok(decision.accepted);
    assert.match(why(appended(after, decision.drafts), s)[0] ?? "", /was changed again/);
  });
});

test("whatever is recorded of several and then undone, each record tells the same as before", () => {
  const told = (entries: readonly Entry[]): readonly string[] =>
    fold(entries).entries.map(({ kind, happenedOn, until, certainty, detail, source }) => JSON.stringify([kind, happenedOn, until, certainty, detail, source])).sort();
  const details: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    "allocated-worker": { worker: "SW2" }, "family-finder": { worker: "SW2" }, "responsible-team": { team: "North" }, "legal-status": { status: "E1" }, "placement": { type: "U6" }, "primary-plan": { plan: "ADOPTION" },
  };
  const reasonsOf = (kind: Kind): Readonly<Record<string, string>> => (KINDS[kind].decidedBy === "decision-maker" && KINDS[kind].detail?.["note"] !== undefined ? { note: "Weighed" } : {});
  const source = { type: "ssda903", file: "episodes.csv", row: 3, tables: "Episodes", upTo: day("2026-03-31") } as const;
  const inputs = fc.record({
    kind: fc.oneof(fc.constantFrom(...KINDS_FOR_MANY), fc.constantFrom<Kind>("matching-panel", "review", "allocated-worker", "placement", "legal-status")),
    offset: fc.integer({ min: -300, max: 120 }), until: fc.option(fc.integer({ min: 1, max: 90 }), { freq: 1 }), certainty: fc.constantFrom("planned", "provisional"), standing: fc.constantFrom("move" as const, "add" as const),
  });
  let changed = 0;
  fc.assert(fc.property(fc.array(inputs, { maxLength: 6 }), inputs, (earlier, asked) => {
    const inputOf = ({ kind, offset, until, certainty, standing }: typeof asked): ManyInput => ({
      kind, certainty: offset > 0 ? certainty : "actual", standing, happenedOn: addDays(today, offset), detail: details[kind] ?? reasonsOf(kind), reason: "So it was decided",
      ...(until === null || !isPeriodKind(kind) || offset + until > 0 ? {} : { until: addDays(today, offset + until) }),
    });
    let entries: Entry[] = sampleEntries([...base, { kind: "placement", on: "2025-01-05", detail: { type: "U1" }, source }, planned("2026-07-01", { source })]);
    for (const input of earlier) {
      const answer = recordForOne(entries, inputOf(input), today, DECIDES);
      if (answer.answer === "changes") entries = appended(entries, answer.drafts);
    }
    const answer = recordForOne(entries, inputOf(asked), today, DECIDES);
    if (answer.answer !== "changes") return;
    changed++;
    const after = appended(entries, answer.drafts);
    const undone = undoForOne(after, span(entries, answer.drafts), "Undone", today);
    assert.ok(undone.accepted, JSON.stringify(undone));
    assert.deepEqual(told(appended(after, undone.drafts)), told(entries));
  }), { numRuns: 400 });
  assert.ok(changed > 100, `only ${changed} of the cases changed anything`);
});
