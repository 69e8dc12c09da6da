import assert from "node:assert/strict";
import { test } from "node:test";
import type { Draft } from "../../domain/chronology/entry.ts";
import { day } from "../../domain/dates/day.ts";
import { changeInWords } from "./changes-in-words.ts";

const draft = (over: Partial<Draft> & Pick<Draft, "kind">): Draft =>
  ({ happenedOn: day("2026-03-03"), certainty: "actual", detail: {}, source: { type: "person" }, ...over });

test("a change says the new and the old in words that cannot run together", () => {
  const before = draft({ kind: "matching-panel", certainty: "planned" });
  const after = draft({ kind: "matching-panel", happenedOn: day("2026-03-05"), supersedes: 3, cause: "confirmed" });
  assert.equal(changeInWords(after, before), "Matching panel: 5 March 2026 (actual), instead of 3 March 2026 (planned)");
  assert.equal(changeInWords(draft({ kind: "matching-panel" }), undefined), "Matching panel 3 March 2026: new");
});

test("workers are named, and no code without a label is shown", () => {
  const names = (worker: string): string => (worker === "SW01005" ? "Jo Ash" : worker);
  const was = draft({ kind: "allocated-worker", detail: { worker: "SW01005", reason: "LEFTRL" } });
  const ended = { ...was, until: day("2026-11-20"), supersedes: 3, cause: "ended" as const };
  assert.equal(changeInWords(ended, was, names), "Allocated social worker from 3 March 2026, worker Jo Ash: ended 20 November 2026");
  assert.equal(changeInWords(was, undefined, names), "Allocated social worker from 3 March 2026, worker Jo Ash: new");
  assert.match(changeInWords({ ...was, detail: { worker: "SW01005", reason: "Moved house" } }, undefined, names), /Moved house/);
});
