import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "../chronology/fold.ts";
import { sampleEntries } from "../chronology/sample.ts";
import { readTeamName, renamedOn } from "./rename-team.ts";

const entries = sampleEntries([
  { kind: "birth", on: "2024-03-01" }, { kind: "responsible-team", on: "2025-01-01", until: "2025-06-01", detail: { team: "West" } }, { kind: "responsible-team", on: "2025-06-01", detail: { team: "East" } },
]);

test("a child stays in the team since when it was, under the new name; a team of before keeps its own", () => {
  const [draft] = renamedOn(entries, "East", "East and coast");
  assert.ok(draft);
  const after = fold([...entries, { ...draft, number: 4, recordedAt: "2026-01-01T00:00:00.000Z", recordedBy: "admin" }]);
  assert.deepEqual(after.of("responsible-team").map(({ happenedOn, until, detail }) => [happenedOn, until ?? null, detail["team"]]), [["2025-01-01", "2025-06-01", "West"], ["2025-06-01", null, "East and coast"]]);
  assert.deepEqual(renamedOn(entries, "West", "North"), []);
});

test("a team’s name is words, and another than it had", () => {
  assert.deepEqual(readTeamName("  East   and coast ", "East"), { team: "East and coast" });
  for (const typed of ["", "   ", "East", "x".repeat(101)]) assert.ok("message" in readTeamName(typed, "East"), typed);
});
