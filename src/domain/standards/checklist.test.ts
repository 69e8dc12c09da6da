import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { fold } from "../chronology/fold.ts";
import { addDays, day } from "../dates/day.ts";
import { summarise } from "../permanence/summarise.ts";
import { counts, judge, stateInWords } from "./clock.ts";
import { driftOf, nextAction } from "./drift.ts";
import { sampleCalendar, samplePack, type SampleStandard } from "./sample-standards.ts";

const DUTY: SampleStandard = { id: "TT-01", shape: "duty", starts: "plan-decision", stops: "legal-advice" };
const DATED: readonly SampleStandard[] = [
  { id: "TT-02", starts: "plan-decision", within: "2 weeks", stops: "visit", tier: "checklist" },
  { id: "TT-03", shape: "limit", starts: { kind: "legal-status", status: "V2" }, within: "3 months", tier: "checklist" },
  { id: "TT-04", shape: "order", starts: "plan-decision", stops: "permanence-planning-meeting", tier: "checklist" },
];
const CHILD: readonly SampleEntry[] = [
  { kind: "looked-after", on: "2025-01-06" }, { kind: "legal-status", on: "2025-01-06", detail: { status: "V2" } }, { kind: "plan-decision", on: "2025-03-03" },
];

describe("a checklist", () => {
  const pack = samplePack(DUTY, ...DATED);
  const c = fold(sampleEntries(CHILD));
  const { clocks } = summarise(c, pack, sampleCalendar());

  it("holds every duty without a day, which is of a checklist unless it is law", () => {
    assert.deepEqual(clocks.map(({ standard, flags }) => [standard, flags.includes("checklist")]), [["TT-01", true], ["TT-02", true], ["TT-03", true], ["TT-04", true]]);
    const [law] = summarise(c, samplePack({ ...DUTY, force: "statute" }), sampleCalendar()).clocks;
    assert.deepEqual([law?.flags, law?.dueOn], [[], null]);
  });

  it("never turns a child late, however long its lines stay open", () => {
    for (let on = day("2025-03-03"); on < "2036-01-01"; on = addDays(on, 37)) {
      for (const clock of clocks) {
        const judged = judge(clock, on);
        assert.ok(!counts(clock), clock.standard);
        assert.equal(stateInWords(judged), "Still open", `${clock.standard} on ${on}`);
      }
      assert.equal(nextAction(clocks, pack, on), undefined);
      assert.deepEqual(driftOf(c, clocks, pack, sampleCalendar(), on), []);
    }
  });

  it("says when it was done, and not that it was late", () => {
    const done = fold(sampleEntries([...CHILD, { kind: "legal-advice", on: "2026-03-03" }, { kind: "visit", on: "2026-03-03" }]));
    const [duty, visit] = summarise(done, pack, sampleCalendar()).clocks;
    for (const clock of [duty!, visit!]) assert.deepEqual([clock.stoppedOn, stateInWords(judge(clock, day("2026-04-01")))], ["2026-03-03", "Met"]);
  });
});
