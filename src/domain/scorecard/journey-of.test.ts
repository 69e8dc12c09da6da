import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import type { Journey } from "./journey.ts";
import { MISSING, NO_MORE_KNOWN } from "./journey.ts";
import { journeyOf } from "./journey-of.ts";
import { stageInPipeline } from "./pipeline.ts";

const of = (...rows: SampleEntry[]): Journey => journeyOf(fold(sampleEntries(rows)));

const placement = (on: string, until: string | undefined, type: string, more: Record<string, string | boolean> = {}): SampleEntry =>
  ({ kind: "placement", on, until, detail: { type, ...more } });

const care = (until?: string): SampleEntry => ({ kind: "looked-after", on: "2023-01-10", until });
const ADOPTED: readonly SampleEntry[] = [
  care("2025-02-20"),
  { kind: "plan-decision", on: "2023-06-01" },
  { kind: "placement-order", on: "2023-08-15" },
  { kind: "match-decision", on: "2024-02-01" },
  { kind: "placed-for-adoption", on: "2024-03-04" },
  { kind: "adoption-order", on: "2025-02-20" },
];

describe("a journey", () => {
  it("has when adoption became the plan, and the circumstances that forecasts are learnt by", () => {
    const j = of(
      { kind: "birth", on: "2022-12-01" }, care("2025-02-20"), { kind: "adoption-became-plan", on: "2023-05-01" }, ...ADOPTED.slice(1),
      { kind: "placement", on: "2023-04-02", detail: { type: "U5" } }, { kind: "barrier", on: "2023-07-01", detail: { barrier: "court" } }, { kind: "barrier", on: "2023-09-01", detail: { barrier: "health" } },
      { kind: "proceedings-issued", on: "2019-01-01" }, { kind: "proceedings-concluded", on: "2019-09-01" }, { kind: "proceedings-issued", on: "2023-02-20" },
    );
    assert.equal(j.plannedOn, "2023-05-01");
    assert.deepEqual(j.circumstances, { bornOn: "2022-12-01", earlyPermanenceOn: "2023-04-02", healthUncertainOn: "2023-09-01", proceedingsOn: "2023-02-20" });
  });

  it("has its five days from the record", () => {
    assert.deepEqual(of(...ADOPTED), {
      adoptedOn: "2025-02-20",
      careStarted: { on: "2023-01-10" },
      careEndedOn: "2025-02-20",
      placementOrder: { on: "2023-08-15" },
      laterPlacementOrders: [],
      placed: { on: "2024-03-04" },
      movedIn: { on: "2024-03-04" },
      matched: { on: "2024-02-01" },
      adoptedByCarer: false,
      decisionStands: true,
      decisions: [{ from: "2023-06-01" }],
      ...NO_MORE_KNOWN,
      orderInForceOn: "2023-08-15",
    });
  });

  it("of a child of whom nothing is known says why of each day", () => {
    const j = of();
    assert.deepEqual([j.careStarted, j.placementOrder, j.placed, j.matched], [
      { missing: MISSING.noCare }, { missing: MISSING.noOrder }, { missing: MISSING.notPlaced }, { missing: MISSING.noMatch },
    ]);
    assert.equal(j.adoptedOn, null);
    assert.equal(j.decisionStands, false);
  });

  it("does not take what was planned for what happened", () => {
    const j = of(care(), { kind: "adoption-order", on: "2026-05-01", certainty: "planned" }, { kind: "placed-for-adoption", on: "2025-05-01", certainty: "provisional" });
    assert.equal(j.adoptedOn, null);
    assert.deepEqual(j.placed, { missing: MISSING.notPlaced });
  });

  it("does not take a refused order or match for one made", () => {
    const j = of(care(), { kind: "placement-order", on: "2023-05-01", detail: { outcome: "refused" } }, { kind: "match-decision", on: "2023-07-01", detail: { outcome: "deferred" } });
    assert.deepEqual([j.placementOrder, j.matched], [{ missing: MISSING.noOrder }, { missing: MISSING.noMatch }]);
  });

  it("runs from the latest period of care, and only its orders count", () => {
    const j = of(
      { kind: "looked-after", on: "2020-01-01", until: "2021-01-01" },
      { kind: "placement-order", on: "2020-06-01" },
      ...ADOPTED,
    );
    assert.deepEqual(j.careStarted, { on: "2023-01-10" });
    assert.deepEqual(j.placementOrder, { on: "2023-08-15" });
  });

  it("keeps the period that ended in the order when the child later comes back into care", () => {
    const j = of(...ADOPTED, { kind: "looked-after", on: "2026-01-05" });
    assert.deepEqual(j.careStarted, { on: "2023-01-10" });
  });

  it("starts A2 with the first order and keeps the later ones by", () => {
    const j = of(care(), { kind: "placement-order", on: "2023-08-15" }, { kind: "placement-order-revoked", on: "2023-11-01" }, { kind: "placement-order", on: "2024-01-20" });
    assert.deepEqual(j.placementOrder, { on: "2023-08-15" });
    assert.deepEqual(j.laterPlacementOrders, ["2024-01-20"]);
  });

  it("has the order in force beside the one A2 starts with: none once it ended, whatever is decided after, and the next when it is made", () => {
    const ended: readonly SampleEntry[] = [
      care(), { kind: "plan-decision", on: "2023-06-01" }, { kind: "placement-order", on: "2023-08-15" },
      { kind: "plan-decision-reversed", on: "2024-03-01" }, { kind: "placement-order-revoked", on: "2024-04-01" }, { kind: "plan-decision", on: "2024-10-01" },
    ];
    const at = (j: Journey): unknown => [j.placementOrder, j.orderInForceOn, stageInPipeline(j, day("2025-01-01"))];
    assert.deepEqual(at(of(...ended)), [{ on: "2023-08-15" }, null, { stage: "decided", since: "2024-10-01" }]);
    assert.deepEqual(at(of(...ended, { kind: "placement-order", on: "2024-12-01" })), [{ on: "2023-08-15" }, "2024-12-01", { stage: "ordered", since: "2024-12-01" }]);
    assert.equal(of(...ended.slice(0, -1)).orderInForceOn, "2023-08-15", "of the way that was left, though it ended with it");
    const adopted = of(...ADOPTED.slice(0, -1), { kind: "placement-order-revoked", on: "2025-02-20" }, { kind: "adoption-order", on: "2025-02-20" });
    assert.equal(adopted.orderInForceOn, "2023-08-15", "it stood until the adoption order");
  });

  it("takes a freeing order as the court’s authority where there is no placement order", () => {
    const j = of(care(), { kind: "legal-status", on: "2023-05-05", detail: { status: "D1" } });
    assert.deepEqual(j.placementOrder, { on: "2023-05-05" });
  });

  it("says when care, the order or the placement began before the earliest file", () => {
    const startUnknown = { startUnknown: true };
    const j = of(
      { kind: "looked-after", on: "2023-04-01", detail: startUnknown },
      { kind: "placement-order", on: "2023-04-01", detail: startUnknown },
      { kind: "placed-for-adoption", on: "2023-04-01", detail: startUnknown },
      { kind: "adoption-order", on: "2024-02-20" },
    );
    assert.deepEqual([j.careStarted, j.placementOrder, j.placed, j.movedIn], [
      { missing: MISSING.careBeforeFiles }, { missing: MISSING.orderBeforeFiles },
      { missing: MISSING.placedBeforeFiles }, { missing: MISSING.placedBeforeFiles },
    ]);
  });

  it("keeps every span in which a decision stood", () => {
    const j = of(
      care(),
      { kind: "plan-decision", on: "2023-06-01" },
      { kind: "plan-decision", on: "2023-07-01" },
      { kind: "plan-decision-reversed", on: "2023-09-01", detail: { reason: "RD3" } },
      { kind: "plan-decision", on: "2024-01-01" },
    );
    assert.deepEqual(j.decisions, [{ from: "2023-06-01", until: "2023-09-01" }, { from: "2024-01-01" }]);
    assert.equal(j.decisionStands, true);
  });
});

describe("moving in", () => {
  it("is with the family that adopted, not the one that broke down", () => {
    const j = of(
      care("2025-02-20"),
      { kind: "placed-for-adoption", on: "2023-10-01" }, { kind: "disruption", on: "2023-12-20" },
      { kind: "placed-for-adoption", on: "2024-03-04" }, { kind: "adoption-order", on: "2025-02-20" },
    );
    assert.deepEqual(j.placed, { on: "2024-03-04" });
  });

  it("is with the next family when a child goes from one to the next on the same day", () => {
    const j = of(
      care(), { kind: "placed-for-adoption", on: "2023-10-01" },
      { kind: "disruption", on: "2023-12-20" }, { kind: "placed-for-adoption", on: "2023-12-20" },
    );
    assert.deepEqual(j.placed, { on: "2023-12-20" });
  });

  it("is missing after a placement broke down with none since", () => {
    const j = of(care(), { kind: "match-decision", on: "2023-09-01" }, { kind: "placed-for-adoption", on: "2023-10-01" }, { kind: "disruption", on: "2023-12-20" });
    assert.deepEqual([j.placed, j.matched], [{ missing: MISSING.notPlaced }, { missing: MISSING.noMatch }]);
  });
});

describe("moving in with a carer who adopted", () => {
  /** Placed A5 on 4 March 2024 with the carer; `before` is where they lived until then. */
  const byCarer = (before: readonly SampleEntry[], last: SampleEntry = placement("2024-03-04", "2025-02-20", "A5", { sameCarer: true, urn: "SC1" })): Journey =>
    of(...ADOPTED, ...before, last);

  it("is the start of the placement that became the adoptive one", () => {
    const j = byCarer([
      placement("2023-01-10", "2023-03-01", "U6", { urn: "SC9" }),
      placement("2023-03-01", "2024-03-04", "U6", { sameCarer: false, urn: "SC1" }),
    ]);
    assert.equal(j.adoptedByCarer, true);
    assert.deepEqual(j.movedIn, { on: "2023-03-01" });
    assert.deepEqual(j.placed, { on: "2024-03-04" });
  });

  it("is the same under fostering for adoption, through changes of code with the same carer", () => {
    const j = byCarer([
      placement("2023-01-10", "2023-03-01", "U6", { urn: "SC9" }),
      placement("2023-03-01", "2023-06-01", "U6", { sameCarer: false, urn: "SC1" }),
      placement("2023-06-01", "2024-03-04", "U5", { sameCarer: true, urn: "SC1" }),
    ]);
    assert.deepEqual(j.movedIn, { on: "2023-03-01" });
  });

  it("steps over a temporary move that came back to the same placement", () => {
    const j = byCarer([
      placement("2023-03-01", "2023-08-01", "U6", { sameCarer: false, urn: "SC1" }),
      placement("2023-08-01", "2023-08-09", "T1", { sameCarer: false }),
      placement("2023-08-09", "2023-08-12", "T4", { sameCarer: false }),
      placement("2023-08-12", "2024-03-04", "U6", { sameCarer: false, urn: "SC1" }),
    ]);
    assert.deepEqual(j.movedIn, { on: "2023-03-01" });
  });

  it("stops at a temporary move that came back to somebody else", () => {
    const j = byCarer([
      placement("2023-03-01", "2023-08-01", "U6", { sameCarer: false, urn: "SC9" }),
      placement("2023-08-01", "2023-08-09", "T1", { sameCarer: false }),
      placement("2023-08-09", "2024-03-04", "U6", { sameCarer: false, urn: "SC1" }),
    ]);
    assert.deepEqual(j.movedIn, { on: "2023-08-09" });
  });

  it("stops at a gap", () => {
    const j = byCarer([placement("2023-03-01", "2024-01-01", "U6", { sameCarer: true, urn: "SC1" })]);
    assert.deepEqual(j.movedIn, { on: "2024-03-04" });
  });

  it("goes by the code, with the current carer, where nothing is said of the carer", () => {
    const j = byCarer([placement("2023-03-01", "2024-03-04", "U6")], placement("2024-03-04", undefined, "A5"));
    assert.deepEqual(j.movedIn, { on: "2023-03-01" });
  });

  it("is never before care began", () => {
    const j = byCarer([placement("2022-03-01", "2024-03-04", "U3", { sameCarer: false, urn: "SC1" })]);
    assert.deepEqual(j.movedIn, { on: "2023-01-10" });
  });

  it("is unknown where it was before the earliest file, or no placement is recorded", () => {
    assert.deepEqual(
      byCarer([placement("2023-01-10", "2024-03-04", "U6", { startUnknown: true, urn: "SC1" })]).movedIn,
      { missing: MISSING.movedInBeforeFiles },
    );
    const told: SampleEntry = { kind: "placed-for-adoption", on: "2024-03-04", detail: { withCurrentCarer: true } };
    assert.deepEqual(of(care(), told).movedIn, { missing: MISSING.noPlacements });
  });

  it("is the day placed for any other child, however long they lived nearby", () => {
    const j = byCarer(
      [placement("2023-01-10", "2024-03-04", "U6", { urn: "SC1" })],
      placement("2024-03-04", "2025-02-20", "A6", { sameCarer: false, urn: "SC2" }),
    );
    assert.equal(j.adoptedByCarer, false);
    assert.deepEqual(j.movedIn, { on: "2024-03-04" });
  });

  it("holds where the return says so of the adoption itself", () => {
    const rows = ADOPTED.map((e) => (e.kind === "adoption-order" ? { ...e, detail: { adoptedByCarer: true } } : e));
    const j = of(...rows, placement("2023-02-02", "2024-03-04", "U5"), placement("2024-03-04", "2025-02-20", "A6", { sameCarer: true }));
    assert.deepEqual(j.movedIn, { on: "2023-02-02" });
  });
});
