import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { SavedView, TrackerQuery } from "../../../app/views.ts";
import { day } from "../../../domain/dates/day.ts";
import { NO_FILTERS, type Params, STANDARD_VIEW, type View } from "../../../domain/tracker/view.ts";
import { differsFromSaved, readTrackerQuery, savedParams, STANDARD, trackerAddress, viewAddress } from "./query.ts";

const today = day("2026-11-20");
const paramsOf = (address: string): Params => {
  const search = new URL(address, "http://x").searchParams;
  return Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name)]));
};
const VIEW: View = { filters: { ...NO_FILTERS, stage: ["matched"], status: ["late", "due-soon"], orderFrom: 90 }, sort: { column: "born", descending: true }, together: true, columns: ["child", "on:matching-panel", "status"] };
const STANDARD_QUERY: TrackerQuery = { view: STANDARD_VIEW, page: 1 };

describe("the address of the tracker", () => {
  test("holds the view, the page and the other day", () => {
    const query: TrackerQuery = { view: VIEW, page: 3, knownOn: day("2026-03-03") };
    const address = trackerAddress(query, { page: 3 });
    assert.deepEqual(readTrackerQuery(paramsOf(address), today), { query, dropped: [] });
  });

  test("another filter starts at the first page, and one can be taken away", () => {
    const query: TrackerQuery = { view: VIEW, page: 3 };
    const late = readTrackerQuery(paramsOf(trackerAddress(query, { filters: { status: ["late"], orderFrom: undefined } })), today).query;
    assert.deepEqual(late, { view: { ...VIEW, filters: { ...NO_FILTERS, stage: ["matched"], status: ["late"] } }, page: 1 });
  });

  test("the product’s own view is asked for by name, so that what opens first for somebody does not", () => {
    assert.equal(trackerAddress({ ...STANDARD_QUERY, page: 2 }), `/tracker?view=${STANDARD}`);
    assert.equal(trackerAddress(STANDARD_QUERY, { page: 2 }), "/tracker?page=2");
  });

  test("what is not understood is left out and said; a day still to come is left out", () => {
    const { query, dropped } = readTrackerQuery({ stage: ["nowhere"], column: ["on:gone", "born"], page: ["-1"], "known-on": ["2027-01-01"] }, today);
    assert.deepEqual(query, { view: { ...STANDARD_VIEW, columns: ["child", "born"] }, page: 1 });
    assert.deepEqual(dropped, ["stage “nowhere”", "column “on:gone”"]);
  });

  test("another page about the same children is told the view and the day, not the page of the list", () => {
    assert.equal(viewAddress("/tracker/take-away.csv", { ...STANDARD_QUERY, page: 2, stoodOn: day("2026-03-03") }), "/tracker/take-away.csv?stood-on=2026-03-03");
  });
});

describe("a saved view in the address", () => {
  const saved: SavedView = { id: "7c9e6679-7425-40de-944b-e07fc1f90ae7", name: "Panels", team: null, opensFirst: false, params: savedParams(VIEW) };
  const { query } = readTrackerQuery({ view: [saved.id] }, today, saved);

  test("is that view, and its address is no more than its id", () => {
    assert.deepEqual(query, { view: VIEW, page: 1, saved });
    assert.equal(trackerAddress(query), `/tracker?view=${saved.id}`);
    assert.ok(!differsFromSaved(query));
  });

  test("what stands beside it takes its place, and nothing takes it away", () => {
    const address = trackerAddress(query, { filters: { status: [], plan: ["ADOPTION"] }, together: false, sort: { column: "status", descending: false } });
    assert.equal(address, `/tracker?view=${saved.id}&status=&sort=&siblings=&plan=ADOPTION`);
    const changed = readTrackerQuery(paramsOf(address), today, saved).query;
    assert.deepEqual(changed.view, { ...VIEW, filters: { ...NO_FILTERS, stage: ["matched"], plan: ["ADOPTION"], orderFrom: 90 }, sort: STANDARD_VIEW.sort, together: false });
    assert.ok(differsFromSaved(changed));
  });
});
