import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { day } from "../dates/day.ts";
import { type AgendaItem, buildAgenda, isKeptOff, keptOffInWords, type ListedChild, moveItem, stepItem, type ToBuild } from "./agenda.ts";
import { fit } from "./fit.ts";
import type { Reason, SeriesRule } from "./meeting.ts";

const heldOn = day("2026-03-10");
const PARTS = [{ id: "adoption", name: "Adoption", minutes: 30 }, { id: "plans", name: "Plans", minutes: 40 }, { id: "drift", name: "Drift", minutes: 20 }];
const RULES: readonly SeriesRule[] = [
  { rule: "first", part: "any", priority: 1, minutes: 10 }, { rule: "tracker", part: "adoption", priority: 3, minutes: 5 },
  { rule: "section", part: "drift", priority: 3, minutes: 8 }, { rule: "home", part: "drift", priority: 4, minutes: 6 }, { rule: "plan", part: "plans", priority: 6, minutes: 5 },
];
const off = { must: (rule: string) => rule === "first", notable: (rule: string) => rule === "home" || rule === "plan" };
const reason = (rule: string, limitOn: string | null = null): Reason => ({ rule, because: rule, start: null, arithmetic: null, limitOn: limitOn === null ? null : day(limitOn), entries: [], source: "" });
const child = (n: number, reasons: readonly Reason[], family: string | null = null, last: string | null = null, among: ListedChild["among"] = "other"): ListedChild =>
  ({ child: `c${n}`, localId: `T-${String(n).padStart(3, "0")}`, family, presenter: null, reasons, lastConsideredOn: last === null ? null : day(last), among });
const build = (children: readonly ListedChild[], before: readonly AgendaItem[] = [], more: Partial<ToBuild> = {}) =>
  buildAgenda({ heldOn, parts: PARTS, rules: RULES, children, before, newId: (c) => `i-${c}`, ...more });
const told = (items: readonly AgendaItem[]): string[] => items.map(({ part, localId, title }) => `${part} ${localId ?? title}`);

describe("building an agenda", () => {
  it("puts each child in the part of the first reason that has one, by priority, then the latest, then the longest not considered", () => {
    const { items } = build([
      child(1, [reason("tracker")], null, "2026-02-10"), child(2, [reason("tracker")], null, "2026-01-13"), child(3, [reason("tracker"), reason("first", "2026-03-02")]),
      child(4, [reason("section", "2026-02-01")]), child(5, [reason("section", "2026-01-01")]), child(6, [reason("first")]), child(7, []),
    ]);
    assert.deepEqual(told(items), ["adoption T-003", "adoption T-002", "adoption T-001", "plans T-006", "drift T-005", "drift T-004"]);
    assert.deepEqual(items.map(({ minutes }) => minutes), [10, 5, 5, 10, 8, 8]);
  });

  it("puts whom no rule gives a part among their like, and leaves to another meeting those for whom it has no part", () => {
    const children = [child(1, [reason("first")], null, null, "adoption"), child(2, [reason("first")]), child(3, [reason("tracker")])];
    assert.deepEqual(told(build(children).items), ["adoption T-001", "adoption T-003", "plans T-002"]);
    assert.deepEqual(told(build(children, [], { parts: PARTS.slice(0, 1) }).items), ["adoption T-001", "adoption T-003"]);
  });

  it("keeps brothers and sisters together, in the part of whoever comes first", () => {
    const { items } = build([child(1, [reason("plan")], "f"), child(2, [reason("section")]), child(3, [reason("section", "2026-01-01")], "f"), child(4, [reason("home")])]);
    assert.deepEqual(told(items), ["drift T-001", "drift T-003", "drift T-002", "drift T-004"]);
  });

  it("keeps what people did by hand, and says what changed", () => {
    const first = build([child(1, [reason("tracker")]), child(2, [reason("tracker")]), child(3, [reason("home")]), child(4, [reason("plan")])]).items;
    const business: AgendaItem = { ...first[0]!, id: "b", child: null, localId: null, title: "Terms of reference", family: null, reasons: [], byHand: ["added", "placed"], part: "plans", minutes: 10 };
    const hand = (items: readonly AgendaItem[], id: string, change: Partial<AgendaItem>) => items.map((item) => (item.id === id ? { ...item, ...change } : item));
    let before = stepItem([...first, business], "i-c2", "up", "ann");
    before = hand(before, "i-c1", { minutes: 12, byHand: ["minutes"] });
    before = hand(before, "i-c3", { mode: "deferred", why: "Worker away", byHand: ["mode"] });
    const { items, changes } = build([child(1, [reason("tracker"), reason("section")]), child(2, [reason("tracker")]), child(5, [reason("tracker")])], before);
    assert.deepEqual(told(items), ["adoption T-002", "adoption T-001", "adoption T-005", "plans Terms of reference", "drift T-003"]);
    assert.deepEqual(changes, { added: ["i-c5"], changed: ["i-c1", "i-c3"], gone: ["c4"] });
    assert.deepEqual(items.filter(({ id }) => id === "i-c1" || id === "i-c3").map(({ minutes, mode, why }) => [minutes, mode, why]), [[12, "discuss", null], [6, "deferred", "Worker away"]]);
  });

  it("keeps off whom the series took off for safety the last time, until somebody says how the child is taken", () => {
    const keptOff = new Map([["c1", { heldOn: day("2026-02-10"), why: "Kept off: taken off the meeting of 13 January 2026 for safety. A safety plan", changedBy: "ann" }]]);
    const children = [child(1, [reason("tracker")]), child(2, [reason("tracker")])];
    const how = (items: readonly AgendaItem[]) => items.map(({ localId, mode, why, changedBy }) => [localId, mode, why, changedBy]).toSorted();
    const off = ["T-001", "removed", "Kept off: taken off the meeting of 10 February 2026 for safety. A safety plan", "ann"];
    const { items } = build(children, [], { keptOff });
    assert.deepEqual(how(items), [off, ["T-002", "discuss", null, null]]);
    assert.deepEqual(items.filter(isKeptOff).map(({ child: c }) => c), ["c1"]);
    assert.deepEqual(how(build(children, build(children).items, { keptOff }).items)[0], off, "of an agenda built before it too");
    const after = items.map((item) => (item.child === "c1" ? { ...item, mode: "discuss" as const, why: null, changedBy: "bea" } : item));
    assert.deepEqual(how(build(children, after, { keptOff }).items)[0], ["T-001", "discuss", null, "bea"]);
    assert.equal(keptOffInWords({ heldOn, why: "x".repeat(2000) }).length, 2000);
  });

  it("moves a child with brothers and sisters, and nobody between others’", () => {
    const { items } = build([child(1, [reason("section")], "f"), child(2, [reason("section")], "f"), child(3, [reason("home")], "g"), child(4, [reason("home")], "g"), child(5, [reason("plan")])]);
    assert.deepEqual(told(stepItem(items, "i-c2", "down", "ann")).slice(-4), ["drift T-003", "drift T-004", "drift T-001", "drift T-002"]);
    assert.deepEqual(told(stepItem(items, "i-c1", "up", "ann")), told(items));
    const moved = moveItem(items, "i-c5", { part: "drift", index: 3 }, "ann").filter(({ part }) => part === "drift");
    assert.deepEqual(told(moved), ["drift T-001", "drift T-002", "drift T-005", "drift T-003", "drift T-004"]);
    assert.deepEqual(moved.find(({ id }) => id === "i-c5")?.byHand, ["placed"]);
  });
});

describe("fitting the time", () => {
  const fitted = (items: readonly AgendaItem[]) => fit(items, PARTS, RULES, heldOn, off);
  it("proposes what to put off: lowest priority, least late, and last first; never what must be considered", () => {
    const { items } = build([child(1, [reason("home")]), child(2, [reason("home")]), child(3, [reason("section", "2026-01-01")]), child(4, [reason("section", "2026-03-01")]), child(5, [reason("home"), reason("first")])]);
    const drift = fitted(items)[2]!;
    assert.deepEqual([drift.taken, drift.afterwards, drift.mustTake], [38, 18, 10]);
    assert.deepEqual(drift.proposals.map(({ item, to }) => [item, to]), [["i-c4", "deferred"], ["i-c1", "note"], ["i-c2", "note"]]);
    assert.match(drift.proposals[0]!.because, /20 minutes and 38 are taken\. Priority 3, past its limit of 1 March 2026/);
  });

  it("says when what must be considered does not fit by itself", () => {
    const { items } = build(Array.from({ length: 5 }, (_, i) => child(i, [reason("first")])));
    assert.deepEqual(fitted(items).map(({ minutes, afterwards, mustTake, proposals }) => [minutes, afterwards, mustTake, proposals.length])[1], [40, 50, 50, 0]);
  });

  const anyChildren = fc.uniqueArray(fc.record({
    n: fc.integer({ min: 1, max: 200 }), rules: fc.subarray(RULES.map(({ rule }) => rule)), family: fc.option(fc.constantFrom("f", "g", "h"), { nil: null }),
    limit: fc.option(fc.constantFrom("2026-01-01", "2026-03-20"), { nil: null }), last: fc.option(fc.constantFrom("2026-01-13", "2026-02-10"), { nil: null }),
  }), { selector: ({ n }) => n, maxLength: 40 }).map((all) => all.map(({ n, rules, family, limit, last }) => child(n, rules.map((rule) => reason(rule, limit)), family, last)));

  it("has every child with a reason once, brothers and sisters beside each other, and no part over its time but for what must be", () => {
    fc.assert(fc.property(anyChildren, (children) => {
      const { items } = build(children);
      assert.deepEqual(items.map((i) => i.child).toSorted(), children.filter(({ reasons }) => reasons.length > 0).map((c) => c.child).toSorted());
      const families = items.map(({ family, id }) => family ?? id);
      assert.equal(families.filter((f, i) => i === 0 || families[i - 1] !== f).length, new Set(families).size);
      const parts = fitted(items);
      const accepted = new Map(parts.flatMap(({ proposals }) => proposals.map(({ item, to }) => [item, to] as const)));
      for (const again of fitted(items.map((item) => ({ ...item, mode: accepted.get(item.id) ?? item.mode })))) {
        assert.ok(again.taken <= Math.max(again.minutes, again.mustTake));
        assert.deepEqual(again.proposals, []);
      }
      for (const item of items) if (item.reasons.some(({ rule }) => rule === "first")) assert.ok(!accepted.has(item.id));
    }));
  });

  it("is the same however the children are given, and building it again changes nothing", () => {
    fc.assert(fc.property(anyChildren, (children) => {
      const one = build(children);
      assert.deepEqual(build(children.toReversed()).items, one.items);
      const again = build(children, one.items);
      assert.deepEqual(again.items, one.items);
      assert.deepEqual(again.changes, { added: [], changed: [], gone: [] });
    }));
  });
});
