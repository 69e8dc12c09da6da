import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { addDays, day } from "../dates/day.ts";
import { type DeskGroup, laidOut } from "./groups.ts";
import { nextInWords } from "./next.ts";
import { weekAhead } from "./week.ts";

const today = day("2026-11-20");
const item = (recordId: string, group: DeskGroup, at = 0, families: readonly string[] = []) => ({ recordId, group, dueOn: addDays(today, at), families, what: `${recordId}${at}` });
const shown = (items: readonly ReturnType<typeof item>[]) =>
  laidOut(items).map(({ group, families }) => [group, families.map(({ children }) => children.map((own) => own.map(({ what }) => what).join(" ")).join(" + ")).join(", ")]);

describe("work laid out", () => {
  it("puts siblings together where the first of them stands, and each child’s own together", () => {
    assert.deepEqual(shown([item("a", "late", -9, ["f"]), item("c", "late", -8), item("b", "late", -7, ["f"]), item("a", "late", -6, ["f"]), item("a", "week", 1, ["f"])]),
      [["late", "a-9 a-6 + b-7, c-8"], ["week", "a1"]]);
  });
  it("puts a child of two sibling groups with the one that comes first", () => {
    assert.deepEqual(shown([item("a", "late", -9, ["g"]), item("b", "late", -8, ["f", "g"]), item("c", "late", -7, ["f"])]), [["late", "a-9 + b-8, c-7"]]);
  });
  it("of what is due later, keeps the sooner week before the later one", () => {
    assert.deepEqual(shown([item("a", "later", 8, ["f"]), item("c", "later", 9), item("b", "later", 9, ["f"]), item("a", "later", 40, ["f"])]), [["later", "a8 + b9, c9, a40"]]);
  });
});

const NONE = { late: 0, week: 0, later: 0, unseen: 0, undated: 0 };
const sentence = (group: DeskGroup | undefined, at: number, totals: Partial<typeof NONE>): string => {
  const { before, after } = nextInWords(group === undefined ? undefined : { title: "T", localId: "C", dueOn: addDays(today, at), group }, { ...NONE, ...totals }, today);
  return `${before}${group === undefined ? "" : "T for C"}${after}`;
};

describe("the first line of a desk", () => {
  it("says what to do next, and what else presses", () => {
    assert.equal(sentence("late", -3, { late: 1 }), "Do first: T for C, due 17 November 2026 and 3 days late.");
    assert.equal(sentence("late", -1, { late: 3, week: 1 }), "Do first: T for C, due 19 November 2026 and 1 day late. 2 more are late, and 1 is due in the next 7 days.");
    assert.equal(sentence("week", 0, { week: 1 }), "Do next: T for C, due today. Nothing is late.");
    assert.equal(sentence("week", 1, { week: 2 }), "Do next: T for C, due 21 November 2026, in 1 day. 1 more is due in the next 7 days.");
    assert.equal(sentence("later", 30, { later: 4 }), "Nothing is due in the next 7 days. Next is T for C, due 20 December 2026.");
    assert.equal(sentence("unseen", -30, { unseen: 1 }), "Find out and record: T for C, due 21 October 2026, of which the last return does not speak.");
    assert.equal(sentence(undefined, 0, {}), "Nothing is due from you.");
    assert.equal(sentence(undefined, 0, { undated: 2 }), "Nothing is due from you by a day. 2 things are to be done all the same.");
  });
  it("looks at the week to come from a weekend", () => {
    assert.deepEqual(["2026-11-16", "2026-11-20", "2026-11-21", "2026-11-22"].map((on) => weekAhead(day(on))), ["2026-11-16", "2026-11-16", "2026-11-23", "2026-11-23"]);
  });
});
