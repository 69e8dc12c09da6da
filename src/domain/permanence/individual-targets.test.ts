import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import { evaluate } from "../standards/evaluate.ts";
import { sampleCalendar, samplePack } from "../standards/sample-standards.ts";
import { individualTargetsOf, nextByTarget } from "./individual-targets.ts";

const PACK = samplePack(
  { id: "TT-01", starts: "plan-decision", within: "6 weeks", stops: "visit" },
  { id: "TT-02", starts: "plan-decision", within: "6 months", stops: "matching-panel" },
  { id: "TT-03", shape: "duty", starts: "plan-decision", stops: "legal-advice" },
);
const DECIDED: SampleEntry = { kind: "plan-decision", on: "2026-04-01" };
const target = (standard: string, dueOn: string): SampleEntry => ({ kind: "individual-target", on: "2026-04-10", detail: { standard, dueOn, note: "Agreed at the meeting" } });

/** What a list shows on a day, the first clock due being next: the standard, its own day and the target. */
function shown(today: string, ...rows: readonly SampleEntry[]) {
  const c = fold(sampleEntries([DECIDED, ...rows]));
  const clocks = evaluate(c, PACK, sampleCalendar());
  const next = clocks.find((k) => k.stoppedOn === null && k.dueOn !== null) ?? null;
  const found = nextByTarget(next, individualTargetsOf(c, clocks), day(today));
  return found === undefined ? undefined : [found.clock.standard, found.clock.dueOn, found.target];
}

describe("a target in a list", () => {
  it("stands beside the standard’s own day, and neither hides the other", () => {
    assert.equal(shown("2026-04-20"), undefined);
    assert.deepEqual(shown("2026-04-20", target("tt-01", "2026-05-01")), ["TT-01", "2026-05-13", "2026-05-01"]);
    assert.deepEqual(shown("2026-04-20", target("TT-01", "2026-06-01")), ["TT-01", "2026-05-13", "2026-06-01"], "later than the standard: shown all the same");
    assert.deepEqual(shown("2026-04-20", target("TT-01", "2026-05-01"), target("TT-01", "2026-05-08")), ["TT-01", "2026-05-13", "2026-05-08"], "the last set holds");
  });

  it("comes first where it is nearer than what the standards say is next", () => {
    assert.deepEqual(shown("2026-04-20", target("TT-02", "2026-05-12")), ["TT-02", "2026-10-01", "2026-05-12"]);
    assert.equal(shown("2026-04-20", target("TT-02", "2026-05-13")), undefined, "not on the same day, nor later");
    assert.deepEqual(shown("2026-05-20", { kind: "visit", on: "2026-05-01" }, target("TT-02", "2026-05-12")), ["TT-02", "2026-10-01", "2026-05-12"], "passed, and still open");
  });

  it("never comes before what is overdue, nor outlives its clock, nor stands for a thing without a day", () => {
    assert.equal(shown("2026-05-20", target("TT-02", "2026-05-12")), undefined);
    assert.deepEqual(shown("2026-05-20", target("TT-01", "2026-05-02")), ["TT-01", "2026-05-13", "2026-05-02"]);
    assert.equal(shown("2026-06-20", { kind: "visit", on: "2026-05-01" }, target("TT-01", "2026-05-02")), undefined);
    assert.equal(shown("2026-04-20", target("TT-03", "2026-05-02")), undefined);
    assert.equal(shown("2026-04-20", target("XX-9", "2026-05-02")), undefined);
  });
});
