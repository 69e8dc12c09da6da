import assert from "node:assert/strict";
import { test } from "node:test";
import { NO_FILTERS, STANDARD_VIEW, type View } from "./view.ts";
import { viewInWords } from "./view-in-words.ts";

const names = { workers: new Map([["SW01", "Asha Bell"]]), authorities: new Map([["a", "Harrowmere Council"]]) };
const said = (filters: Partial<View["filters"]>, rest: Partial<View> = {}): string => viewInWords({ ...STANDARD_VIEW, ...rest, filters: { ...NO_FILTERS, ...filters } }, names);

test("a view that narrows nothing says so, and how it is sorted", () => {
  assert.equal(said({}), "All children that the person may see. Sorted by status, most overdue first.");
});

test("every filter is said, in the words of the page", () => {
  assert.equal(
    said({ authority: "a", stage: ["matched", "placed"], status: ["late"], worker: ["SW01", "none", "SW02"], plan: ["none"], barrier: ["court", "none"], orderFrom: 100, early: "no" },
      { sort: { column: "on:matching-panel", descending: true }, together: true }),
    "Children of Harrowmere Council; at stage “Matched” or “Placed”; with status “Late”; allocated to Asha Bell, no social worker or SW02; with plan not recorded; "
    + "with barrier “Court process or an appeal” or none; 100 days or more since the placement order; without early permanence. "
    + "Sorted by matching panel, latest first; siblings together.",
  );
  assert.match(said({ orderFrom: 1, orderTo: 9 }), /1 to 9 days since/);
  assert.match(said({ orderTo: 9 }), /9 days or fewer since/);
  assert.match(said({ team: ["North"], legal: ["E1"], placement: ["U6"], group: "any" }), /of team “North”; in a sibling group; with legal status “Placement order”; with placement “Fostering”/);
  assert.match(said({ group: "none" }), /in no sibling group/);
  assert.match(said({ group: "0a8e6f4e-0000-4000-8000-000000000001" }), /Children in one sibling group\. /);
});
