import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import { sampleCalendar, samplePack } from "../standards/sample-standards.ts";
import { summarise } from "./summarise.ts";
import type { Summary } from "./summary.ts";

const summaryOf = (rows: readonly SampleEntry[]): Summary => summarise(fold(sampleEntries(rows)), samplePack(), sampleCalendar());

const IN_CARE: readonly SampleEntry[] = [
  { kind: "birth", on: "2024-03-01" },
  { kind: "particulars", on: "2025-01-10", detail: { givenName: "Brindle", familyName: "Foxglovehurst" } },
  { kind: "looked-after", on: "2025-01-10" },
];

describe("what a list shows of a child", () => {
  it("has the name, the people, the team and the barriers that are open", () => {
    const s = summaryOf([
      ...IN_CARE,
      { kind: "allocated-worker", on: "2025-01-10", until: "2025-06-01", detail: { worker: "SW01001" } },
      { kind: "allocated-worker", on: "2025-06-01", detail: { worker: "SW01002" } },
      { kind: "family-finder", on: "2025-06-01", detail: { worker: "SW01501" } },
      { kind: "responsible-team", on: "2025-06-01", detail: { team: "Permanence team" } },
      { kind: "barrier", on: "2025-03-01", until: "2025-05-01", detail: { barrier: "court" } },
      { kind: "barrier", on: "2025-07-01", detail: { barrier: "health" } },
    ]);
    assert.deepEqual([s.name, s.socialWorker, s.familyFinder, s.team, s.barriers], ["Brindle Foxglovehurst", "SW01002", "SW01501", "Permanence team", ["health"]]);
    assert.deepEqual(s.workers, ["SW01002", "SW01501"]);
  });

  it("says early permanence of a child placed so in this period of care, not in one before", () => {
    const placed = (on: string, until?: string): SampleEntry => ({ kind: "placement", on, until, detail: { type: "U5" } });
    assert.equal(summaryOf([...IN_CARE, placed("2025-02-01", "2025-04-01"), { kind: "placement", on: "2025-04-01", detail: { type: "U6" } }]).earlyPermanence, true);
    assert.equal(summaryOf([
      { kind: "looked-after", on: "2022-01-01", until: "2022-06-01" }, placed("2022-01-01", "2022-06-01"), { kind: "looked-after", on: "2025-01-10" },
    ]).earlyPermanence, false);
  });

  it("shows of several dates the one still to come, or else the last that happened; a decision that was not made is none", () => {
    const { dates } = summaryOf([
      ...IN_CARE,
      { kind: "matching-panel", on: "2026-01-05" },
      { kind: "matching-panel", on: "2026-09-01", certainty: "planned" },
      { kind: "matching-panel", on: "2026-12-01", certainty: "provisional" },
      { kind: "review", on: "2025-02-01" }, { kind: "review", on: "2025-05-01" },
      { kind: "plan-decision", on: "2025-08-01", detail: { outcome: "made" } }, { kind: "plan-decision", on: "2025-09-01", detail: { outcome: "deferred" } },
    ]);
    assert.deepEqual(dates["matching-panel"], { on: "2026-09-01", certainty: "planned", entry: 5 });
    assert.deepEqual(dates.review, { on: "2025-05-01", certainty: "actual", entry: 8 });
    assert.equal(dates["plan-decision"]?.on, "2025-08-01");
    assert.equal(dates["looked-after"], undefined, "a period is no date");
  });

  it("is found by its name and by the carers and families of its life, each once", () => {
    const { terms } = summaryOf([
      ...IN_CARE,
      { kind: "placement", on: "2025-01-10", until: "2025-02-01", detail: { type: "U6", carer: "FC-0123" } },
      { kind: "placement", on: "2025-02-01", detail: { type: "U6", carer: "FC-0123" } },
      { kind: "link", on: "2025-12-01", detail: { family: "AF-77" } }, { kind: "match-decision", on: "2026-01-01", detail: { family: "AF-77" } },
    ]);
    assert.deepEqual(terms, [{ type: "name", text: "Brindle Foxglovehurst" }, { type: "carer", text: "FC-0123" }, { type: "family", text: "AF-77" }]);
  });

  it("has the order in force, and none once it has ended", () => {
    const order: SampleEntry = { kind: "placement-order", on: "2025-09-01" };
    assert.equal(summaryOf([...IN_CARE, order]).orderOn, day("2025-09-01"));
    assert.equal(summaryOf([...IN_CARE, order, { kind: "placement-order-revoked", on: "2026-02-01" }]).orderOn, null);
    assert.equal(summaryOf([...IN_CARE, order, { kind: "placed-for-adoption", on: "2026-02-01" }, { kind: "adoption-order", on: "2026-06-01" }]).orderOn, null);
  });
});
