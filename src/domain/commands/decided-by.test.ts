import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { DecidingRoles } from "../access/decides.ts";
import { fold } from "../chronology/fold.ts";
import { KIND_CODES, KINDS } from "../chronology/kinds.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import type { EntryInput } from "./command.ts";
import { correctEntry, type CorrectionInput } from "./correct-entry.ts";
import { onlyTheirOwn } from "./decided-by.ts";
import { recordEntry } from "./record-entry.ts";
import { withdrawEntry } from "./withdraw-entry.ts";

const today = day("2026-06-01");
const decided: SampleEntry = { kind: "plan-decision", on: "2026-05-20", detail: { outcome: "made", note: "No relative can care" }, source: { type: "person" } };
const waiting: SampleEntry = { kind: "plan-decision", on: "2026-06-10", certainty: "provisional", detail: { outcome: "made" }, source: { type: "person" } };
const returned: SampleEntry = { ...decided, source: { type: "ssda903", file: "placed.csv", row: 2, tables: "PlacedAdoption", upTo: day("2026-03-31") } };

const said = (decision: ReturnType<typeof onlyTheirOwn>): readonly string[] => (decision.accepted ? [] : decision.refusals.map((r) => `${r.field}: ${r.message}`));

const record = (input: Partial<EntryInput>, roles: DecidingRoles, rows: readonly SampleEntry[] = []): readonly string[] => {
  const c = fold(sampleEntries(rows));
  return said(onlyTheirOwn(recordEntry(c, { kind: "plan-decision", happenedOn: "2026-05-20", certainty: "actual", detail: { outcome: "made", note: "No relative can care" }, ...input }, today, "child"), c, roles));
};
const correct = (rows: readonly SampleEntry[], input: Partial<CorrectionInput>, roles: DecidingRoles): readonly string[] => {
  const c = fold(sampleEntries(rows));
  return said(onlyTheirOwn(correctEntry(c, { number: 1, kind: "plan-decision", happenedOn: "2026-05-21", certainty: "actual", detail: { outcome: "made", note: "No relative can care" }, cause: "corrected", reason: "The minutes say the 21st", ...input }, today, "child"), c, roles));
};
const withdraw = (rows: readonly SampleEntry[], roles: DecidingRoles): readonly string[] => {
  const c = fold(sampleEntries(rows));
  return said(onlyTheirOwn(withdrawEntry(c, { number: 1, cause: "entered-in-error", reason: "Another child’s" }), c, roles));
};

describe("what is somebody’s own to decide", () => {
  it("is said by them, and put down as provisional by anybody else", () => {
    assert.deepEqual(record({}, ["decision-maker"]), []);
    assert.deepEqual(record({}, ["team-manager", "decision-maker"]), [], "a named deputy has the role too");
    assert.match(record({}, ["team-manager"]).join(), /^certainty: Decision that the child should be placed for adoption: only the agency decision-maker, or their named deputy, can say so\. Choose provisional/);
    assert.deepEqual(record({ happenedOn: "2026-06-10", certainty: "provisional" }, ["social-worker"]), []);
    assert.deepEqual(record({ certainty: "provisional" }, ["social-worker"]), [], "after its day too");
    assert.match(record({ certainty: "planned" }, ["social-worker"]).join(), /20 May 2026 is in the past/);
    assert.deepEqual(record({ happenedOn: "2026-06-10", certainty: "planned" }, ["business-support"]), []);
  });

  it("does not offer provisional where a thing cannot be ahead", () =>
    assert.match(record({ kind: "decision-feedback", detail: { feedback: "Send the minutes sooner" } }, ["team-manager"]).join(), /can say so$/));

  it("is not confirmed, changed or made provisional again by anybody else", () => {
    const confirming = { certainty: "actual", happenedOn: "2026-06-01", cause: "confirmed", reason: "" };
    assert.match(correct([waiting], confirming, ["team-manager"]).join(), /^certainty: .*Choose provisional/);
    assert.deepEqual(correct([waiting], confirming, ["decision-maker"]), []);
    assert.match(correct([decided], {}, ["team-manager"]).join(), /^happenedOn: .*this was decided, so only the agency decision-maker, or their named deputy, can change it/);
    assert.match(correct([decided], { certainty: "provisional", happenedOn: "2026-06-11" }, ["team-manager"]).join(), /can change it/);
    assert.deepEqual(correct([decided], {}, ["decision-maker"]), []);
  });

  it("is not taken back by anybody else, but for what came from a file", () => {
    assert.match(withdraw([decided], ["tracking-administrator"]).join(), /^reason: .*only the agency decision-maker, or their named deputy, can take it back/);
    assert.deepEqual(withdraw([decided], ["decision-maker"]), []);
    assert.deepEqual(withdraw([returned], ["tracking-administrator"]), []);
    assert.deepEqual(withdraw([waiting], ["tracking-administrator"]), []);
  });

  it("has its reasons, where it is the decision-maker’s", () => {
    for (const outcome of ["made", "refused", "deferred", ""]) {
      const detail: Readonly<Record<string, string>> = outcome === "" ? {} : { outcome };
      assert.match(record({ detail }, ["decision-maker"]).join(), /^detail\.note: Give the reasons/, outcome);
    }
    assert.deepEqual(record({ kind: "papers-checked", detail: {} }, ["team-manager"]), []);
    assert.deepEqual(record({ happenedOn: "2026-06-10", certainty: "provisional", detail: {} }, ["decision-maker"]), []);
  });

  it("holds for these kinds alone", () =>
    assert.deepEqual({ ...Object.groupBy(KIND_CODES.filter((kind) => KINDS[kind].decidedBy !== undefined), (kind) => KINDS[kind].decidedBy ?? "") }, {
      "decision-maker": ["early-permanence-decision", "plan-decision", "plan-decision-reversed", "match-decision", "decision-feedback"],
      "service-manager": ["interagency-decision"],
      "team-manager": ["proceed-decision", "papers-checked", "closure-summary"],
    }));
});
