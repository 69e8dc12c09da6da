import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { SampleEntry } from "../chronology/sample.ts";
import { sampleEntries } from "../chronology/sample.ts";
import { fold } from "../chronology/fold.ts";
import { day } from "../dates/day.ts";
import type { Decision, EntryInput } from "./command.ts";
import { correctEntry } from "./correct-entry.ts";
import { openRecord } from "./open-record.ts";
import { recordEntry } from "./record-entry.ts";
import { withdrawEntry } from "./withdraw-entry.ts";

const today = day("2026-06-01");
const inCare: readonly SampleEntry[] = [
  { kind: "birth", on: "2024-02-10" },
  { kind: "looked-after", on: "2025-01-05" },
  { kind: "legal-status", on: "2025-01-05", detail: { status: "C1" } },
  { kind: "plan-decision", on: "2025-06-10" },
];
const record = (rows: readonly SampleEntry[], input: Partial<EntryInput>): Decision =>
  recordEntry(fold(sampleEntries(rows)), { kind: "review", happenedOn: "2026-05-01", certainty: "actual", detail: {}, ...input }, today, "child");
const refusedFields = (d: Decision): string[] => (d.accepted ? [] : d.refusals.map((r) => r.field));

describe("recording", () => {
  it("accepts an ordinary milestone as it was given", () => {
    const decision = record(inCare, {});
    assert.ok(decision.accepted);
    assert.deepEqual(decision.drafts, [{ kind: "review", happenedOn: "2026-05-01", certainty: "actual", detail: {}, source: { type: "person" } }]);
  });

  it("refuses to write the very same thing down twice", () => {
    const held: readonly SampleEntry[] = [...inCare, { kind: "review", on: "2026-05-01" }];
    assert.deepEqual(refusedFields(record(held, {})), ["happenedOn"]);
    assert.ok(record(held, { detail: { participation: "PN1" } }).accepted);
  });

  it("refuses an actual date in the future, and says how to record a planned one", () => {
    const decision = record(inCare, { happenedOn: "2026-06-02" });
    assert.ok(!decision.accepted);
    assert.match(decision.refusals[0]?.message ?? "", /2 June 2026 is in the future.*planned or provisional/);
  });

  it("refuses a plan for something that is only recorded once done", () =>
    assert.deepEqual(refusedFields(record(inCare, { kind: "link-ended", happenedOn: "2026-07-01", certainty: "planned" })), ["certainty"]));

  it("refuses a year mistyped", () => {
    const why = (input: Partial<EntryInput>): string => {
      const decision = record(inCare, input);
      return decision.accepted ? "accepted" : decision.refusals.map((r) => r.message).join("; ");
    };
    assert.equal(why({ happenedOn: "2031-06-02", certainty: "planned" }), "2 June 2031 is more than 5 years ahead. Check the year");
    assert.equal(why({ happenedOn: "2031-06-01", certainty: "planned" }), "accepted");
    assert.match(why({ happenedOn: "1999-12-31" }), /31 December 1999 is before 1 January 2000\. Check the year/);
    assert.match(why({ kind: "birth", happenedOn: "2001-05-31" }), /31 May 2001 is more than 25 years ago\. Check the year/);
  });

  it("refuses to plan what is past, but lets a birth be four weeks late", () => {
    const decision = record(inCare, { happenedOn: "2026-05-31", certainty: "planned" });
    assert.ok(!decision.accepted);
    assert.deepEqual(decision.refusals, [{ field: "happenedOn", message: "31 May 2026 is in the past. If it happened, choose actual; if it is still to come, give the new date" }]);
    assert.ok(record(inCare, { happenedOn: "2026-06-01", certainty: "provisional" }).accepted);
    assert.ok(record([], { kind: "birth", happenedOn: "2026-05-04", certainty: "planned" }).accepted);
    assert.deepEqual(refusedFields(record([], { kind: "birth", happenedOn: "2026-05-03", certainty: "planned" })), ["happenedOn"]);
  });

  it("puts what happened in the place of the nearest plan for it", () => {
    const supersedes = (rows: readonly SampleEntry[], input: Partial<EntryInput> = {}): unknown => {
      const decision = record([...inCare, ...rows], input);
      assert.ok(decision.accepted, JSON.stringify(decision));
      return decision.drafts.map((d) => [d.supersedes, d.cause]).at(-1);
    };
    const planned = (on: string, more: Partial<SampleEntry> = {}): SampleEntry => ({ kind: "review", on, certainty: "planned", ...more });
    assert.deepEqual(supersedes([planned("2026-04-10"), planned("2026-05-08", { certainty: "provisional" }), planned("2026-06-20")]), [6, "confirmed"]);
    assert.deepEqual(supersedes([planned("2026-06-01")]), [5, "confirmed"]);
    assert.deepEqual(supersedes([planned("2026-06-02"), planned("2026-03-30")]), [undefined, undefined], "32 days away");
    assert.deepEqual(supersedes([planned("2026-05-02")], { kind: "visit" }), [undefined, undefined], "another kind");
    assert.deepEqual(supersedes([planned("2026-05-20")], { happenedOn: "2026-06-10", certainty: "planned" }), [undefined, undefined], "another plan");
    assert.deepEqual(supersedes([{ kind: "primary-plan", on: "2026-05-02", certainty: "planned", detail: { plan: "ADOPTION" } }], { kind: "primary-plan", detail: { plan: "ADOPTION" } }), [undefined, undefined], "a period");
  });

  it("lets what happens only once meet its plan, of the same family", () => {
    const order: SampleEntry = { kind: "adoption-order", on: "2026-05-12", certainty: "provisional" };
    const placed: SampleEntry[] = [...inCare, { kind: "placed-for-adoption", on: "2025-10-01" }];
    assert.ok(record([...placed, order], { kind: "adoption-order" }).accepted);
    const other = record([...inCare, { kind: "match-decision", on: "2026-05-12", certainty: "planned", detail: { family: "F1" } }], { kind: "match-decision", detail: { family: "F2" } });
    assert.ok(other.accepted);
    assert.equal(other.drafts[0]?.supersedes, undefined);
  });

  it("refuses a placement order before the birth", () =>
    assert.deepEqual(refusedFields(record(inCare, { kind: "placement-order", happenedOn: "2024-02-09" })), ["happenedOn"]));

  it("lets an early alert come before the birth", () =>
    assert.ok(record([{ kind: "birth", on: "2026-09-10", certainty: "planned" }], { kind: "early-alert", happenedOn: "2026-05-09" }).accepted));

  it("ends the legal status that was open when a new one begins", () => {
    const decision = record(inCare, { kind: "legal-status", happenedOn: "2025-09-01", detail: { status: "E1" } });
    assert.ok(decision.accepted);
    assert.deepEqual(decision.drafts.map((d) => [d.happenedOn, d.until, d.supersedes, d.cause]), [
      ["2025-01-05", "2025-09-01", 3, "ended"], ["2025-09-01", undefined, undefined, undefined],
    ]);
  });

  it("refuses a period that shares days with one on its track", () =>
    assert.deepEqual(refusedFields(record(inCare, { kind: "legal-status", happenedOn: "2025-01-05", detail: { status: "C2" } })), ["happenedOn"]));

  it("refuses a second adoption order", () => {
    const adopted: SampleEntry[] = [...inCare, { kind: "placed-for-adoption", on: "2025-10-01" }, { kind: "adoption-order", on: "2026-03-01" }];
    assert.deepEqual(refusedFields(record(adopted, { kind: "adoption-order", happenedOn: "2026-04-01" })), ["kind"]);
  });

  it("refuses an adoption order for a child who has not moved in, and a reversal of no decision", () => {
    assert.deepEqual(refusedFields(record(inCare, { kind: "adoption-order", happenedOn: "2026-04-01" })), ["kind"]);
    assert.deepEqual(refusedFields(record(inCare.slice(0, 3), { kind: "plan-decision-reversed", detail: { reason: "RD1" } })), ["kind"]);
  });

  it("refuses unknown kinds, details and codes, and names the field of each", () => {
    assert.deepEqual(refusedFields(record(inCare, { kind: "teleport" })), ["kind"]);
    assert.deepEqual(refusedFields(record(inCare, { detail: { colour: "red" } })), ["detail.colour"]);
    assert.deepEqual(refusedFields(record(inCare, { kind: "legal-status", detail: { status: "ZZ" } })), ["detail.status"]);
    assert.deepEqual(refusedFields(record(inCare, { happenedOn: "2026-02-31", certainty: "maybe" })), ["happenedOn", "certainty"]);
  });

  it("refuses an end before the beginning", () =>
    assert.deepEqual(refusedFields(record(inCare, { kind: "missing", happenedOn: "2026-03-02", until: "2026-03-01" })), ["until"]));
});

describe("correcting", () => {
  const correct = (input: Partial<Parameters<typeof correctEntry>[1]>): Decision =>
    correctEntry(fold(sampleEntries(inCare)), {
      number: 4, kind: "plan-decision", happenedOn: "2025-06-11", certainty: "actual", detail: {}, cause: "corrected", reason: "Read from the minutes", ...input,
    }, today, "child");

  it("supersedes with cause and reason", () => {
    const decision = correct({});
    assert.ok(decision.accepted);
    assert.equal(decision.drafts[0]?.supersedes, 4);
    assert.equal(decision.drafts[0]?.cause, "corrected");
  });
  it("refuses a plan moved into the past, and leaves one that has gone by", () => {
    const c = fold(sampleEntries([...inCare, { kind: "review", on: "2026-05-20", certainty: "planned" }]));
    const correctPlan = (happenedOn: string): Decision =>
      correctEntry(c, { number: 5, kind: "review", happenedOn, certainty: "planned", detail: { note: "With the school" }, cause: "corrected", reason: "Not said before" }, today, "child");
    assert.ok(correctPlan("2026-05-20").accepted);
    assert.deepEqual(refusedFields(correctPlan("2026-05-21")), ["happenedOn"]);
  });
  it("wants a reason", () => assert.deepEqual(refusedFields(correct({ reason: " " })), ["reason"]));
  it("refuses a correction that changes nothing", () => assert.deepEqual(refusedFields(correct({ happenedOn: "2025-06-10" })), ["happenedOn"]));
  it("refuses to turn one kind into another", () => assert.deepEqual(refusedFields(correct({ kind: "review" })), ["kind"]));
  it("refuses an entry no longer in force", () => assert.deepEqual(refusedFields(correct({ number: 99 })), ["entry"]));
  it("judges a birth moved past what the record already holds", () =>
    assert.deepEqual(refusedFields(correct({ number: 1, kind: "birth", happenedOn: "2025-02-01" })), ["happenedOn"]));
});

describe("withdrawing", () => {
  const c = fold(sampleEntries(inCare));
  it("leaves the entry's own words in the withdrawal, with the reason", () => {
    const decision = withdrawEntry(c, { number: 4, cause: "wrong-child", reason: "The brother’s decision" });
    assert.ok(decision.accepted);
    assert.deepEqual([decision.drafts[0]?.kind, decision.drafts[0]?.supersedes, decision.drafts[0]?.cause], ["plan-decision", 4, "wrong-child"]);
  });
  it("wants a cause and a reason", () =>
    assert.deepEqual(refusedFields(withdrawEntry(c, { number: 4, cause: "", reason: "" })), ["cause", "reason"]));
  it("refuses “not going ahead” for what happened", () =>
    assert.deepEqual(refusedFields(withdrawEntry(c, { number: 4, cause: "not-going-ahead", reason: "x" })), ["cause"]));
});

describe("opening a record", () => {
  it("takes an expected date of delivery for a child not yet born", () => {
    const decision = openRecord({ localId: "HM-1", birthOn: "2026-09-01", unborn: true }, today);
    assert.ok(decision.accepted);
    assert.equal(decision.drafts[0]?.certainty, "planned");
  });
  it("refuses an id that is taken or strange, and a birth in the future", () => {
    assert.deepEqual(refusedFields(openRecord({ localId: "HM-1", birthOn: "1998-01-01", unborn: false }, today)), ["birthOn"]);
    assert.deepEqual(refusedFields(openRecord({ localId: "HM-1", birthOn: "2026-04-01", unborn: true }, today)), ["birthOn"]);
    assert.deepEqual(refusedFields(openRecord({ localId: "<b>", birthOn: "2026-09-01", unborn: false }, today)), ["localId", "birthOn"]);
  });
});
