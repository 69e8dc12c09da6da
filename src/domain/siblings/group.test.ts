import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { day } from "../dates/day.ts";
import { childOf, decisionOf, homesOf, membersOn, notDecided, openMemberships } from "./group.ts";

const joined = (child: string, on: string, until?: string): SampleEntry => ({ kind: "sibling-membership", on, until, detail: { child } });
const decided = (on: string, decision: string, subgroups?: string): SampleEntry =>
  ({ kind: "together-or-apart", on, detail: { decision, ...(subgroups === undefined ? {} : { subgroups }) } });
const group = (...rows: readonly SampleEntry[]) => fold(sampleEntries(rows));
const homes = (...rows: readonly SampleEntry[]) => {
  const c = group(...rows);
  return homesOf(c, decisionOf(c)!);
};

const three = [joined("a", "2025-01-01"), joined("b", "2025-01-01"), joined("c", "2025-06-01")];

describe("a sibling group", () => {
  it("holds a child from the day they joined up to the day they left", () => {
    const c = group(joined("a", "2025-01-01"), joined("b", "2025-01-01", "2025-06-01"), joined("c", "2025-06-01"));
    for (const [on, ids] of [["2024-12-31", []], ["2025-01-01", ["a", "b"]], ["2025-05-31", ["a", "b"]], ["2025-06-01", ["a", "c"]]] as const) {
      assert.deepEqual(membersOn(c, day(on)), ids, on);
    }
    assert.deepEqual(openMemberships(c).map(childOf), ["a", "c"]);
  });

  it("is in one home together, in as many as children apart, and in those that a decision says", () => {
    assert.deepEqual(homes(...three, decided("2025-07-01", "together")), [["a", "b", "c"]]);
    assert.deepEqual(homes(...three, decided("2025-07-01", "apart")), [["a"], ["b"], ["c"]]);
    assert.deepEqual(homes(...three, decided("2025-07-01", "subgroups", "a, c / b")), [["a", "c"], ["b"]]);
  });

  it("stands by its latest decision, of those in it on that day", () => {
    const c = group(...three, decided("2025-07-01", "apart"), decided("2025-03-01", "together"));
    assert.equal(decisionOf(c)?.happenedOn, "2025-07-01");
    assert.deepEqual(homesOf(c, c.of("together-or-apart")[0]!), [["a", "b"]]);
    assert.deepEqual(notDecided(c, c.of("together-or-apart")[0]!), ["c"]);
    assert.deepEqual(notDecided(c, decisionOf(c)!), []);
  });
});
