import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { addDays, day } from "../dates/day.ts";
import { judge } from "./clock.ts";
import { compile, evaluate } from "./evaluate.ts";
import { sampleCalendar, type SampleStandard, sampleStandards } from "./sample-standards.ts";
import { StateCounts, whatIf, whatIfOf } from "./what-if.ts";

const TODAY = day("2026-03-31");
const calendar = sampleCalendar();
const RULES: readonly SampleStandard[] = [
  { id: "TW-01", starts: ["looked-after"], stops: ["review"], within: "4 weeks" },
  { id: "TW-02", starts: ["plan-decision"], stops: ["placement-order"], within: "8 weeks" },
  { id: "TW-03", shape: "by-event", starts: ["looked-after"], stops: ["plan-decision"], by: { event: "review", nth: 1, "or-due-under": "TW-01" } },
];
const withTime = (id: string, within: string): readonly SampleStandard[] => RULES.map((rule) => (rule["id"] === id ? { ...rule, within } : rule));

describe("what a change would do", () => {
  const entries: readonly SampleEntry[] = [{ kind: "looked-after", on: "2026-03-10" }];
  it("tells the clocks that would stand otherwise, from what to what", () => {
    const found = whatIfOf(fold(sampleEntries(entries)), whatIf(sampleStandards(RULES[0]!), sampleStandards({ ...RULES[0]!, within: "2 weeks" })), calendar, TODAY);
    assert.deepEqual(found, [{ standard: "TW-01", occurrence: 1, from: "due-soon", to: "overdue", dueBefore: "2026-04-07", dueAfter: "2026-03-24", countsBefore: true, countsAfter: true }]);
  });
  it("tells a clock that would begin or be gone, and one that would no longer make a child late", () => {
    const [first] = [sampleStandards({ ...RULES[0]!, within: "2 weeks" })];
    const c = fold(sampleEntries(entries));
    const states = (before: typeof first, after: typeof first) => whatIfOf(c, whatIf(before, after), calendar, TODAY).map(({ from, to }) => [from, to]);
    assert.deepEqual(states([], first), [[null, "overdue"]]);
    assert.deepEqual(states(first, []), [["overdue", null]]);
    assert.deepEqual(states(first, sampleStandards({ ...RULES[0]!, within: "2 weeks", tier: "checklist" })), [["overdue", "overdue"]]);
  });
  it("looks at nothing where only the owner or the words change", () => {
    assert.equal(whatIf(sampleStandards(...RULES), sampleStandards(...RULES.map((rule) => ({ ...rule, owner: "team-manager", title: "Other words" })))).differing.size, 0);
  });
  it("finds what judging everything twice finds, counts too", () => {
    const row: fc.Arbitrary<SampleEntry> = fc.record({ kind: fc.constantFrom("looked-after", "review", "plan-decision", "placement-order"), n: fc.nat(300) })
      .map(({ kind, n }) => ({ kind, on: addDays(day("2025-06-01"), n) }) as SampleEntry);
    const pack = fc.tuple(fc.constantFrom("TW-01", "TW-02"), fc.integer({ min: 1, max: 20 }), fc.nat(2)).map(([id, weeks, dropped]) => withTime(id, `${weeks} weeks`).filter((_rule, i) => i !== dropped || i < 1));
    fc.assert(fc.property(fc.array(row, { maxLength: 8 }), pack, (rows, changed) => {
      const [before, after] = [sampleStandards(...RULES), sampleStandards(...changed)];
      const c = fold(sampleEntries(rows));
      const counts = new StateCounts();
      const both = whatIf(before, after);
      const told = whatIfOf(c, both, calendar, TODAY, counts.count);
      if (!c.entries.some(({ kind }) => both.startKinds.includes(kind))) assert.deepEqual([told, counts.all()], [[], []]);
      const all = (standards: typeof before) => new Map(evaluate(c, compile(standards), calendar).map((k) => [`${k.standard} ${k.occurrence}`, judge(k, TODAY).state] as [string, string]));
      const [had, has] = [all(before), all(after)];
      const expected = [...new Set([...had.keys(), ...has.keys()])].filter((key) => had.get(key) !== has.get(key));
      assert.deepEqual(told.map((k) => `${k.standard} ${k.occurrence}`).toSorted(), expected.toSorted());
      for (const { standard, occurrence, from, to } of told) assert.deepEqual([from, to], [had.get(`${standard} ${occurrence}`) ?? null, has.get(`${standard} ${occurrence}`) ?? null]);
      const changedBy = counts.all().reduce((sum, { before: b, after: a }) => sum + a - b, 0);
      assert.equal(changedBy, has.size - had.size);
    }));
  });
});
