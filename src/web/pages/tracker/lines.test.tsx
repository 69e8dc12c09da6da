import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { TrackerLine, TrackerPage } from "../../../app/views.ts";
import { day } from "../../../domain/dates/day.ts";
import { type Column, DATED_KINDS, FIXED_COLUMNS } from "../../../domain/tracker/columns.ts";
import { STANDARD_VIEW, type View } from "../../../domain/tracker/view.ts";
import { Lines } from "./lines.tsx";
import { SAMPLE_LINE, sampleTracker } from "./sample-tracker.ts";

/** The table alone, without the status words explained under it. */
const shown = (line: Partial<TrackerLine>, page: Partial<TrackerPage> = {}): string =>
  String(<Lines tracker={sampleTracker({ lines: [{ ...SAMPLE_LINE, ...line }], ...page })} />).split("</table>")[0] ?? "";
const viewed = (view: Partial<View>): Partial<TrackerPage> => ({ query: { view: { ...STANDARD_VIEW, ...view }, page: 1 } });
const words = (html: string): string => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

describe("a line of the tracker", () => {
  test("says that no plan or legal status is recorded only where neither is", () => {
    assert.ok(!shown({}).includes("No plan or legal status recorded"), "the placement order is recorded");
    assert.ok(shown({ legalStatus: null, stage: "no-plan" }).includes("No plan or legal status recorded"));
    assert.ok(shown({ plan: "ADOPTION" }).includes(">Adoption<"));
  });

  test("says beside its status what that leaves out", () => {
    const status = (line: Partial<TrackerLine>): string => /pt-status--.*/.exec(shown(line))?.[0].replaceAll(/^[^>]*>|<[^>]*>/g, " ").replaceAll(/\s+/g, " ").trim() ?? "";
    const a10 = { indicator: "A10", days: 944, threshold: 426, running: true } as const;
    assert.equal(status({}), "On track");
    assert.equal(status({ stage: "adopted", status: "ended", statusInWords: "Ended" }), "Ended");
    assert.equal(status({ statusInWords: "Nothing due late", counted: [a10] }), "Nothing due late A10 is over");
    assert.equal(status({ status: "late", statusInWords: "Overdue 3 days", late: 2, counted: [a10] }), "Overdue 3 days and 1 more late");
    assert.equal(status({ status: "not-recorded", statusInWords: "Not recorded", plan: "ADOPTION" }), "Not recorded its source cannot say");
    assert.equal(status({ status: "not-recorded", statusInWords: "Not recorded" }), "Not recorded nothing to judge by is recorded");
  });

  test("says in the words of the small picture what is late, first of all", () => {
    const next = { standard: "X-1", occurrence: 1, title: "Visit", owner: "social-worker", dueOn: day("2026-11-11"), target: null } as const;
    const label = (line: Partial<TrackerLine>): string => /aria-label="([^"]*)"/.exec(shown(line))?.[1] ?? "";
    assert.equal(label({ next, late: 1, status: "late" }), "Late: Visit, due 11 November 2026. No legal status recorded");
    assert.equal(label({ next, late: 3, status: "late" }), "Late: Visit, due 11 November 2026, and 2 more. No legal status recorded");
    assert.equal(label({ next, status: "due-soon" }), "No legal status recorded");
  });

  test("counts days against the threshold in words, whether still counting or finished", () => {
    const a10 = (days: number, running: boolean): string => words(shown({ counted: [{ indicator: "A10", days, threshold: 426, running }] }));
    assert.match(a10(214, true), /214 of 426 days 212 days left, still counting/);
    assert.match(a10(457, true), /457 of 426 days over by 31 days , still counting/);
    assert.match(a10(426, false), /426 of 426 days within, finished/, "the threshold itself is within it");
    assert.match(words(shown({ counted: [{ indicator: "A2", missing: "match date not recorded", threshold: 121, running: false }] })), /Match date not recorded/);
  });

  test("shows the columns chosen, in their order, each with its label for a card", () => {
    const columns: readonly Column[] = ["child", "team", "on:matching-panel", "status"];
    const html = shown({ team: "Permanence North", dates: { "matching-panel": { on: day("2027-01-14"), certainty: "planned", entry: 9 } } }, viewed({ columns }));
    assert.deepEqual([...html.matchAll(/data-label="([^"]*)"/g)].map(([, label]) => label), ["Team", "Matching panel", "Status"]);
    assert.match(words(html), /Permanence North 14 January 2027 \(planned\) On track/);
  });

  test("has something to say in every column there is", () => {
    const columns = [...Object.keys(FIXED_COLUMNS), ...DATED_KINDS.map((kind) => `on:${kind}`)] as Column[];
    const html = shown({}, viewed({ columns }));
    assert.deepEqual([...html.matchAll(/data-label="([^"]*)"><\/td>/g)].map(([, label]) => label), []);
  });

  test("holds a name only where names are shown", () => {
    assert.ok(!shown({}).includes("Thistledown"));
    assert.ok(shown({}, { showsNames: true }).includes("Bramblewick Thistledown"));
  });

  test("sorts both ways by every head, and says which way a link leads", () => {
    const standard = shown({});
    assert.match(standard, /aria-sort="ascending"><a class="pt-sort" href="\/tracker\?sort=-status">Status.*?, sort most overdue last/);
    assert.match(standard, /href="\/tracker\?sort=-a10">A10: care to moving in<span class="govuk-visually-hidden">, sort most days first/);
    assert.match(shown({}, viewed({ sort: { column: "a10", descending: true } })), /aria-sort="descending"><a class="pt-sort" href="\/tracker\?sort=a10">/);
    assert.equal((standard.match(/class="pt-sort"/g) ?? []).length, 6, "every column but the picture");
  });
});

describe("siblings on the tracker", () => {
  const child = (n: number, siblings: readonly number[]): TrackerLine =>
    ({ ...SAMPLE_LINE, recordId: `r${n}`, localId: `HM-${n}`, siblings: siblings.map((s) => ({ recordId: `r${s}`, localId: `HM-${s}` })) });
  const lines = [child(1, [2, 3]), child(2, [1, 3]), child(3, [1, 2]), child(4, []), child(5, [6]), child(7, [])];

  test("together are bracketed and named after the first of them", () => {
    const html = String(<Lines tracker={sampleTracker({ lines, ...viewed({ together: true }) })} />);
    assert.deepEqual(html.match(/pt-tracker__child--[a-z-]+/g), ["pt-tracker__child--family-first", "pt-tracker__child--family", "pt-tracker__child--family-last"]);
    assert.equal((html.match(/siblings of HM-1</g) ?? []).length, 2);
    assert.match(words(html), /HM-5 Date of birth not recorded 1 sibling /, "whose sibling is not on this page");
  });

  test("apart are only counted", () => {
    const html = String(<Lines tracker={sampleTracker({ lines })} />);
    assert.ok(!html.includes("pt-tracker__child--") && html.includes("2 siblings"));
  });
});
