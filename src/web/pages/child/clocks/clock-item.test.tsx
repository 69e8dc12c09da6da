import assert from "node:assert/strict";
import { test } from "node:test";
import type { ChildPage, ExplainedClock } from "../../../../app/views.ts";
import { day } from "../../../../domain/dates/day.ts";
import { ClockItem } from "./clock-item.tsx";

const CHILD = { recordId: "r-1", asAt: {}, individualTargets: [], extensions: [], extendable: new Map(), may: { record: false, correct: false, extend: false, group: false } } as unknown as ChildPage;
const CLOCK = {
  standard: "LEIC-23", title: "The child’s profile", occurrence: 1, owner: "family-finder", why: "It goes by that date.", moved: null, stoppedBy: null,
  dueOn: day("2027-02-17"), state: "running", days: 80, flags: [], notRecorded: false,
} as unknown as ExplainedClock;
const shown = (change: Partial<ExplainedClock> = {}, child: Partial<ChildPage> = {}): string => String(<ClockItem child={{ ...CHILD, ...child }} clock={{ ...CLOCK, ...change }} level={3} />);
const words = (html: string): string => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

test("a clock says beside its day from which date it moved", () => {
  assert.match(words(shown({ moved: "moved from 3 February 2027, with “Final hearing”, which was 3 March 2027" })),
    /Family finder · due 17 February 2027 \(moved from 3 February 2027, with “Final hearing”, which was 3 March 2027\)/);
  assert.ok(!words(shown()).includes("moved"));
});

test("a clock leads to why on a page of its own, of the day the child is seen as at", () => {
  assert.ok(shown().includes('href="/children/r-1/clocks/LEIC-23/1"'));
  assert.ok(shown({}, { asAt: { knownOn: day("2026-10-01") } }).includes('href="/children/r-1/clocks/LEIC-23/1?known-on=2026-10-01"'));
});

test("the line of a checklist is never red, and neither is an advisory clock", () => {
  assert.ok(shown({ state: "overdue", days: -9 }).includes("pt-status--late"));
  for (const flag of ["checklist", "advisory"] as const) assert.ok(!shown({ state: "overdue", days: -9, flags: [flag] }).includes("pt-status--late"), flag);
  assert.match(words(shown({ state: "overdue", days: -9, flags: ["checklist"] })), /Still open , checklist/);
});
