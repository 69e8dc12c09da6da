import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { TrackerPage } from "../../../app/views.ts";
import { type Filters as FilterValues, NO_FILTERS, NONE, STANDARD_VIEW } from "../../../domain/tracker/view.ts";
import { chosenFilters, optionsOf } from "./filter-words.ts";
import { ChosenFilters, Filters } from "./filters.tsx";
import { River } from "./river.tsx";
import { sampleTracker } from "./sample-tracker.ts";

const CHOICES: TrackerPage["choices"] = {
  workers: [{ value: "SW2", children: 4 }, { value: "SW1", children: 2 }, { value: NONE, children: 1 }],
  teams: [{ value: "North", children: 3 }], plans: [{ value: "ADOPTION", children: 5 }], legals: [], placements: [], barriers: [{ value: "siblings", children: 1 }],
};
const narrowed = (filters: Partial<FilterValues>, page: Partial<TrackerPage> = {}): TrackerPage => sampleTracker({
  query: { view: { ...STANDARD_VIEW, filters: { ...NO_FILTERS, ...filters } }, page: 1 }, choices: CHOICES, workerNames: new Map([["SW1", "Ash Rowan"]]), ...page,
});

describe("the filters of the tracker", () => {
  test("offer what the children have by its label, with how many have it, and having none", () => {
    assert.deepEqual(optionsOf(narrowed({}), "worker"), [
      { value: "SW1", text: "Ash Rowan", children: 2 }, { value: "SW2", text: "SW2", children: 4 }, { value: NONE, text: "No social worker" },
    ]);
    assert.deepEqual(optionsOf(narrowed({}), "plan").map(({ text }) => text), ["Adoption", "No plan recorded"]);
  });

  test("keep offering what is set though nobody has it any more", () => {
    assert.deepEqual(optionsOf(narrowed({ team: ["South"] }), "team").map(({ text, children }) => [text, children]), [["North", 3], ["South", 0], ["No team", undefined]]);
  });

  test("are each told in words, and each taken away on its own", () => {
    const tracker = narrowed({ stage: ["matched"], status: ["late", "due-soon"], worker: ["SW1"], group: "any", orderFrom: 90, orderTo: 200, early: "no", authority: "E1" }, { authorities: [{ code: "E1", name: "Harrowmere", type: "local-authority" }] });
    assert.deepEqual(chosenFilters(tracker).map(({ filter, text }) => `${filter}: ${text}`), [
      "Authority: Harrowmere", "Stage: Matched", "Status: Late", "Status: Due in 14 days", "Worker: Ash Rowan", "Siblings: In a sibling group",
      "Since placement order: 90 to 200 days", "Early permanence: No",
    ]);
    const html = String(<ChosenFilters tracker={tracker} />);
    assert.match(html, /href="\/tracker\?authority=E1&amp;stage=matched&amp;status=due-soon&amp;worker=SW1[^"]*"><span class="govuk-visually-hidden">Take away <\/span>Status: Late</);
    assert.match(html, /href="\/tracker\?view=standard">Clear filters/);
  });

  test("keep the order, the columns and the stage of the view, and open the rarer ones where one is set", () => {
    const view = { ...STANDARD_VIEW, filters: { ...NO_FILTERS, stage: ["matched" as const] }, sort: { column: "born" as const, descending: true }, together: true };
    const html = String(<Filters tracker={sampleTracker({ query: { view, page: 4 } })} />);
    assert.deepEqual([...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => `${name}=${value}`), ["stage=matched", "sort=-born", "siblings=together"]);
    assert.ok(!html.includes('class="pt-filter__more" open'));
    assert.ok(String(<Filters tracker={narrowed({ barrier: ["siblings"] })} />).includes('class="pt-filter__more" open'));
  });
});

test("the river says that its figures keep the other filters out, where there are any", () => {
  const river = [{ stage: "matched", children: 1200, late: 2 }, { stage: "placed", children: 3, late: 0 }] as const;
  const html = String(<River tracker={narrowed({ stage: ["matched"] }, { river })} />);
  assert.ok(!html.includes("count every child") && html.includes("2 late") && html.includes("none late") && html.includes(">1,203<") && /aria-current="true"[^]*Matched/.test(html));
  assert.ok(String(<River tracker={narrowed({ status: ["late"] }, { river })} />).includes("These figures count every child you may see"));
});
