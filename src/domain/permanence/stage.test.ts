import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import { type Stage, STAGE_CODES, sharedFrom, stageOf } from "./stage.ts";
import { ageInWords, standingInWords } from "./standing.ts";

const care: SampleEntry = { kind: "looked-after", on: "2025-01-05" };
const adoption: SampleEntry = { kind: "primary-plan", on: "2025-05-05", detail: { plan: "ADOPTION" } };
const decision: SampleEntry = { kind: "plan-decision", on: "2025-06-10" };
const order: SampleEntry = { kind: "placement-order", on: "2025-08-01" };
const match: SampleEntry = { kind: "match-decision", on: "2025-11-01" };
const placed: SampleEntry = { kind: "placed-for-adoption", on: "2025-12-01" };
const stages: readonly (readonly [string, Stage, readonly SampleEntry[]])[] = [
  ["nothing but an early alert", "early-alert", [{ kind: "early-alert", on: "2026-01-01" }]],
  ["not yet born, and nothing more", "no-plan", [{ kind: "birth", on: "2026-09-01", certainty: "planned" }]],
  ["nothing recorded at all", "no-plan", []],
  ["short breaks only", "no-plan", [{ kind: "legal-status", on: "2026-01-01", detail: { status: "V4" } }]],
  ["in care after an early alert", "no-plan", [{ kind: "early-alert", on: "2024-12-01" }, care]],
  ["in care without a plan", "no-plan", [care]],
  ["a plan that is not adoption", "other-plan", [care, { kind: "primary-plan", on: "2025-05-05", detail: { plan: "LTFOST18" } }]],
  ["adoption as the plan", "adoption-plan", [care, adoption]],
  ["adoption as the parallel plan", "adoption-plan", [care, { kind: "parallel-plan", on: "2025-05-05", detail: { plan: "ADOPTION" } }]],
  ["the decision made", "decision", [care, adoption, decision]],
  ["the decision deferred", "adoption-plan", [care, adoption, { ...decision, detail: { outcome: "deferred" } }]],
  ["the decision reversed", "adoption-plan", [care, adoption, decision, { kind: "plan-decision-reversed", on: "2025-07-01", detail: { reason: "RD4" } }]],
  ["the decision made, reversed and made again", "decision", [care, adoption, decision, { kind: "plan-decision-reversed", on: "2025-07-01", detail: { reason: "RD4" } }, { ...decision, on: "2025-09-01" }]],
  ["a placement order", "placement-order", [care, adoption, decision, order]],
  ["a placement order planned, not made", "decision", [care, adoption, decision, { ...order, certainty: "planned" }]],
  ["matched", "matched", [care, adoption, decision, order, match]],
  ["placed", "placed", [care, adoption, decision, order, match, placed]],
  ["placed provisionally", "matched", [care, adoption, decision, order, match, { ...placed, certainty: "provisional" }]],
  ["a disruption", "placement-order", [care, adoption, decision, order, match, placed, { kind: "disruption", on: "2026-01-01" }]],
  ["a disruption and a second family on one day", "placed", [care, adoption, decision, order, match, placed, { kind: "disruption", on: "2026-01-01" }, { ...placed, on: "2026-01-01" }]],
  ["applied", "applied", [care, decision, order, match, placed, { kind: "adoption-application", on: "2026-03-01" }]],
  ["adopted", "adopted", [{ ...care, until: "2026-05-01" }, decision, order, match, placed, { kind: "adoption-order", on: "2026-05-01" }]],
  ["gone home", "left-care", [{ ...care, until: "2026-05-01" }]],
];

describe("the stage a child is in", () => {
  for (const [what, stage, rows] of stages) it(`${what}: ${stage}`, () => assert.equal(stageOf(fold(sampleEntries(rows))), stage));
});

describe("the stages an agreement shares", () => {
  it("are those of the line to adoption from the one agreed on", () => {
    assert.deepEqual(sharedFrom("early-alert"), ["early-alert", "adoption-plan", "decision", "placement-order", "matched", "placed", "applied", "adopted"]);
    assert.deepEqual(sharedFrom("placed"), ["placed", "applied", "adopted"]);
  });
  it("are never off that line, whatever was agreed", () => {
    for (const off of ["no-plan", "other-plan", "left-care"] as const) {
      assert.deepEqual(sharedFrom(off), []);
      for (const agreed of STAGE_CODES) assert.ok(!sharedFrom(agreed).includes(off), `${off} from ${agreed}`);
    }
  });
});

describe("where a child stands, in words", () => {
  it("names legal status, placement and plans", () => {
    const c = fold(sampleEntries([
      care, { kind: "legal-status", on: "2025-08-01", detail: { status: "E1" } },
      { kind: "placement", on: "2025-02-01", detail: { type: "U6" } }, adoption,
      { kind: "contingency-plan", on: "2025-05-05", detail: { plan: "LTFOST18" } },
    ]));
    assert.deepEqual(standingInWords(c), ["Placement order since 1 August 2025", "Fostering", "Plan: adoption", "Contingency: long-term fostering to 18"]);
  });
  it("says of what began before the earliest file that it had begun by then", () => {
    const startUnknown = true;
    const phrases = (...rows: readonly SampleEntry[]): readonly string[] => standingInWords(fold(sampleEntries(rows)));
    const cared: SampleEntry = { kind: "looked-after", on: "2021-03-29", detail: { startUnknown } };
    assert.equal(phrases(cared)[0], "Looked after, begun on or before 29 March 2021");
    assert.equal(phrases(cared, { kind: "legal-status", on: "2021-03-29", detail: { status: "C2", startUnknown } })[0], "Full care order, begun on or before 29 March 2021");
    assert.equal(phrases(cared, { kind: "legal-status", on: "2022-03-29", detail: { status: "C2" } })[0], "Full care order since 29 March 2022");
  });
  it("tells an age as people say it", () => {
    const today = day("2026-06-01");
    assert.equal(ageInWords({ on: day("2024-05-01"), expected: false }, today), "2 years 1 month");
    assert.equal(ageInWords({ on: day("2026-05-01"), expected: false }, today), "1 month");
    assert.equal(ageInWords({ on: day("2012-01-01"), expected: false }, today), "14 years");
    assert.equal(ageInWords({ on: day("2026-09-01"), expected: true }, today), "Due 1 September 2026");
  });
});
