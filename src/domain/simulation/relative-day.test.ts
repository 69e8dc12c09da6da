import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type Day, addDays, day, weekday } from "../dates/day.ts";
import { exactly, onAWeekday, parseToldDay } from "./relative-day.ts";

const on = (text: string, today: string): Day | undefined => {
  const told = parseToldDay(text);
  return told === undefined ? undefined : exactly(told, day(today));
};

describe("a day told from today", () => {
  for (const [text, expected] of [
    ["today", "2026-03-31"], ["3 days ago", "2026-03-28"], ["1 day ago", "2026-03-30"], ["2 weeks ago", "2026-03-17"],
    ["1 month ago", "2026-02-28"], ["7 months and 4 days ago", "2025-08-27"], ["2 years and 1 month ago", "2024-02-29"],
    ["in 6 weeks", "2026-05-12"], ["in 1 month and 2 days", "2026-05-02"], ["2025-04-02", "2025-04-02"],
  ] as const) {
    test(`reads “${text}”`, () => assert.equal(on(text, "2026-03-31"), expected));
  }

  for (const text of ["", "yesterday", "3 days", "in", "ago", "in 2 fortnights", "2025-02-30", "3 days ago ago"]) {
    test(`refuses “${text}”`, () => assert.equal(parseToldDay(text), undefined));
  }

  test("comes off the weekend: back if it is past, on if it is to come", () => {
    const saturday = day("2026-03-28");
    assert.equal(onAWeekday({ months: 0, days: -3 }, day("2026-03-31")), "2026-03-27");
    assert.equal(onAWeekday({ months: 0, days: 5 }, day("2026-03-23")), "2026-03-30");
    assert.equal(onAWeekday({ on: saturday }, day("2026-03-31")), saturday, "a day of the calendar stays where it was put");
  });

  test("keeps things in order, and on their side of today", () => {
    const offset = fc.integer({ min: -900, max: 300 });
    fc.assert(fc.property(fc.integer({ min: 0, max: 3000 }), offset, offset, (start, a, b) => {
      const today = addDays(day("2024-01-01"), start);
      const [first, second] = [Math.min(a, b), Math.max(a, b)].map((days) => onAWeekday({ months: 0, days }, today)) as [Day, Day];
      assert.ok(first <= second);
      assert.equal(second > today, Math.max(a, b) > 0);
      assert.ok(Math.max(a, b) === 0 || weekday(second) <= 5 || second === today);
    }));
  });
});
