import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { AgendaRule } from "./agenda-rule.ts";
import { readSeriesRules, type RuleTyped, typedRules } from "./series-rules.ts";

const rule = (id: string, ground: AgendaRule["ground"]): AgendaRule => ({
  id, title: id, says: id, citation: { source: "A", provision: "B", ours: null }, part: "drift", beginsWith: [], priority: 3, minutes: 8, limit: null, must: false, notable: false, waits: false, ground, examples: [],
});
const ALL = [rule("clock", { by: "clock", standard: "CBED-08", at: "reached" }), rule("late", { by: "late" })];
const PARTS = [{ id: "drift", name: "Drift", minutes: 45 }];
const read = (changes: Readonly<Record<string, Partial<RuleTyped>>>) =>
  readSeriesRules(new Map([...typedRules(ALL, [])].map(([id, row]) => [id, { ...row, ...changes[id] }])), ALL, PARTS);

describe("the rules of a series", () => {
  it("are those taken up, as they were typed", () => {
    assert.deepEqual(read({}), { rules: [] });
    assert.deepEqual(read({ clock: { adopted: true, limit: " 6 months " }, late: { adopted: true, part: "any", priority: "1" } }), {
      rules: [{ rule: "clock", part: "drift", priority: 3, minutes: 8, limit: { count: 6, unit: "month" } }, { rule: "late", part: "any", priority: 1, minutes: 8 }],
    });
    const own = [{ rule: "clock", part: "drift", priority: 3, minutes: 8, limit: { count: 6, unit: "month" } }] as const;
    assert.deepEqual(readSeriesRules(typedRules(ALL, own), ALL, PARTS), { rules: own });
  });

  it("are refused with each fault at its field; of a rule not taken up nothing is read", () => {
    const refused = read({ clock: { adopted: true, part: "gone", minutes: "0", limit: "soon" }, late: { adopted: true, limit: "2 weeks", priority: "12" } });
    assert.deepEqual("refusals" in refused && refused.refusals.map(({ field }) => field).toSorted(), ["clock-limit", "clock-minutes", "clock-part", "late-limit", "late-priority"]);
    assert.deepEqual(read({ clock: { minutes: "many" } }), { rules: [] });
  });
});
