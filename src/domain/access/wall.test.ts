import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { type Stage, stageOf } from "../permanence/stage.ts";
import { closedBy, DEFAULT_RESTRICTION, restrictedStages, type RestrictionRule, wallOf } from "./wall.ts";

const IN_CARE: readonly SampleEntry[] = [{ kind: "birth", on: "2024-03-01" }, { kind: "looked-after", on: "2025-01-10" }];
const ADOPTED: readonly SampleEntry[] = [...IN_CARE, { kind: "placement-order", on: "2025-09-01" }, { kind: "adoption-order", on: "2026-01-05" }];
const SEALED: readonly SampleEntry[] = [...ADOPTED, { kind: "record-sealed", on: "2026-03-01" }];

const wallAfter = (entries: readonly SampleEntry[], rule: RestrictionRule = DEFAULT_RESTRICTION) => {
  const c = fold(sampleEntries(entries));
  return wallOf(c, stageOf(c), rule);
};

describe("the wall of a record", () => {
  it("is none until the stage that the rule says, and always there from the adoption order", () => {
    assert.equal(wallAfter(IN_CARE), 0);
    assert.equal(wallAfter(ADOPTED), 1);
    const fromPlaced: RestrictionRule = { ...DEFAULT_RESTRICTION, fromStage: "placed" };
    const placed: readonly SampleEntry[] = [...IN_CARE, { kind: "placement-order", on: "2025-09-01" }, { kind: "placed-for-adoption", on: "2025-11-01" }];
    assert.deepEqual([wallAfter(placed), wallAfter(placed, fromPlaced), wallAfter(ADOPTED, fromPlaced)], [0, 1, 1]);
    assert.deepEqual(restrictedStages({ ...DEFAULT_RESTRICTION, fromStage: "no-plan" as Stage }), ["adopted"]);
  });

  it("falls with an order that was entered in error", () => {
    const order = ADOPTED.length;
    assert.equal(wallAfter([...ADOPTED, { kind: "adoption-order", on: "2026-01-05", supersedes: order, cause: "entered-in-error" }]), 0);
  });

  it("is of those named while it is restricted by hand, whatever the stage", () => {
    const restricted: SampleEntry = { kind: "restriction", on: "2025-02-01", detail: { why: "An adopter works here" } };
    assert.deepEqual([wallAfter([...IN_CARE, restricted]), wallAfter([...ADOPTED, restricted])], [2, 2]);
    assert.equal(wallAfter([...IN_CARE, { ...restricted, until: "2025-03-01" }]), 0);
    assert.equal(wallAfter([...ADOPTED, { ...restricted, until: "2026-02-01" }]), 1);
    assert.equal(wallAfter([...IN_CARE, { ...restricted, certainty: "planned" }]), 0);
  });

  it("says what closed it, where that is the seal or a move", () => {
    const moved: SampleEntry = { kind: "moved-authority", on: "2026-01-05", detail: {} };
    assert.deepEqual([IN_CARE, SEALED, [...IN_CARE, moved]].map((entries) => closedBy(fold(sampleEntries(entries)))), [null, "sealed", "moved"]);
  });

  it("is the seal's until that is undone, and again once it is sealed again", () => {
    const undone: SampleEntry = { kind: "seal-undone", on: "2026-03-01", detail: { why: "Set aside", agreedBy: "somebody" } };
    assert.equal(wallAfter(SEALED), 3);
    assert.equal(wallAfter([...SEALED, { kind: "restriction", on: "2026-03-02", detail: { why: "Again" } }]), 3);
    assert.equal(wallAfter([...SEALED, undone]), 1);
    assert.equal(wallAfter([...SEALED, undone, { kind: "record-sealed", on: "2026-04-01" }]), 3);
  });

  it("seals what a child leaves behind on moving to another authority, until the child comes back", () => {
    const moved: readonly SampleEntry[] = [...IN_CARE, { kind: "moved-authority", on: "2025-06-01", detail: { to: "E10000902", why: "Family moved" } }];
    assert.equal(wallAfter(moved), 3);
    assert.equal(wallAfter([...moved, { kind: "came-from-authority", on: "2025-08-01", detail: { from: "E10000902" } }]), 0);
  });
});
