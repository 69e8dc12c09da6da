import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import { sampleEntries } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import { NAMED_CONDITIONS, NAMED_OCCASIONS, type NamedCondition } from "./named.ts";

const TODAY = day("2026-06-01");

function holds(name: NamedCondition, ...line: readonly (readonly [Kind, string])[]): boolean {
  const entries = sampleEntries(line.map(([kind, on]) => ({ kind, on: day(on) })));
  return NAMED_CONDITIONS[name].holds(fold(entries), TODAY);
}

describe("named conditions", () => {
  it("know whether it still stands that the child should be placed for adoption", () => {
    const name = "decided-for-adoption";
    assert.equal(holds(name), false);
    assert.equal(holds(name, ["plan-decision", "2026-06-02"]), false);
    assert.equal(holds(name, ["plan-decision", "2026-03-10"]), true);
    assert.equal(holds(name, ["plan-decision", "2026-03-10"], ["plan-decision-reversed", "2026-04-10"]), false);
    assert.equal(holds(name, ["plan-decision", "2026-03-10"], ["adoption-not-the-route", "2026-04-10"]), false);
    assert.equal(holds(name, ["plan-decision", "2026-03-10"], ["plan-decision-reversed", "2026-04-10"], ["plan-decision", "2026-05-10"]), true);
  });

  it("know whether a family is in view", () => {
    const name = "adopters-identified";
    assert.equal(holds(name, ["expression-of-interest", "2026-03-10"]), false);
    assert.equal(holds(name, ["link", "2026-03-10"]), true);
    assert.equal(holds(name, ["shortlist", "2026-03-10"]), true);
    assert.equal(holds(name, ["shortlist", "2026-03-10"], ["link-ended", "2026-04-10"]), false);
    assert.equal(holds(name, ["link", "2026-03-10"], ["disruption", "2026-04-10"]), false);
  });
});

describe("named occasions", () => {
  it("know a second tracking meeting from the first, in each period of care", () => {
    const c = fold(sampleEntries([
      { kind: "tracking-meeting", on: day("2025-12-01") },
      { kind: "looked-after", on: day("2026-01-05"), until: day("2026-03-01") },
      { kind: "tracking-meeting", on: day("2026-01-20") },
      { kind: "tracking-meeting", on: day("2026-02-03") },
      { kind: "tracking-meeting", on: day("2026-03-10") },
      { kind: "looked-after", on: day("2026-04-01") },
      { kind: "tracking-meeting", on: day("2026-04-14") },
      { kind: "tracking-meeting", on: day("2026-04-28") },
    ]));
    assert.deepEqual(NAMED_OCCASIONS["considered-again"].entries(c).map((e) => e.happenedOn), ["2026-02-03", "2026-04-28"]);
  });
});
