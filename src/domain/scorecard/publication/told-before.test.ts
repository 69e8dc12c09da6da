import assert from "node:assert/strict";
import { test } from "node:test";
import { day } from "../../dates/day.ts";
import { protect } from "./protect.ts";
import { SUPPRESSED, type Tables } from "./tables.ts";
import { toldBefore } from "./told-before.ts";

const placed = (n: number, few: number): Tables => ({
  counts: [{ key: "placed", words: "", pieces: { "placed today": n } }, { key: "matched", words: "", pieces: { "matched today": few } }],
  averages: [{ key: "days", words: "", pieces: Object.fromEntries(Array.from({ length: n }, (_, i) => [`child ${i}`, { children: 1, days: 500 }])) }],
});

test("what is hidden beside what was told before is told apart from what never was told, by nothing but what everybody has", () => {
  const first = placed(20, 3);
  const before = { tables: first, told: protect(first, []), on: day("2026-11-22") };
  const now = placed(19, 3);
  const told = protect(now, [before]);
  assert.deepEqual([told.counts, told.averages], [{ placed: SUPPRESSED, matched: SUPPRESSED }, { days: SUPPRESSED }]);
  assert.deepEqual([...toldBefore(now, told, [before])], [["placed", { on: "2026-11-22", value: 20 }], ["days", { on: "2026-11-22", value: 500 }]]);
  assert.deepEqual([...toldBefore(first, before.told, [before])].length, 0);
});
