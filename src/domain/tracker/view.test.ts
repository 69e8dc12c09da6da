import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { BARRIERS, PERMANENCE_PLANS } from "../chronology/codes.ts";
import { STAGE_CODES } from "../permanence/stage.ts";
import { type Column, columnSorts, DATED_KINDS, FIXED_COLUMNS } from "./columns.ts";
import { NO_FILTERS, NONE, type Params, readView, STANDARD_VIEW, TRACKER_STATUSES, type View, viewParams } from "./view.ts";

const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 });
const columns: readonly Column[] = [...(Object.keys(FIXED_COLUMNS) as Column[]), ...DATED_KINDS.slice(0, 8).map((kind): Column => `on:${kind}`), "agency:link"];
const days = fc.option(fc.nat(9999), { nil: undefined });

const anyView: fc.Arbitrary<View> = fc.record({
  stage: some(STAGE_CODES), status: some(Object.keys(TRACKER_STATUSES) as (keyof typeof TRACKER_STATUSES)[]),
  worker: some(["SW01001", "harrowmere.social-worker", NONE]), team: some(["Children’s team North", "Permanence team"]),
  group: fc.constantFrom(undefined, NONE, "any", "0a8e6f4e-0000-4000-8000-000000000001"),
  plan: some([...Object.keys(PERMANENCE_PLANS), NONE]), barrier: some([...Object.keys(BARRIERS), NONE]),
  orderFrom: days, orderTo: days, early: fc.constantFrom(undefined, "yes" as const, "no" as const), differs: fc.constantFrom(undefined, "yes" as const), profile: fc.constantFrom(undefined, "too-far" as const), drift: fc.constantFrom(undefined, "CBED-10", "TC-04"),
  sort: fc.record({ column: fc.constantFrom(...columns.filter(columnSorts)), descending: fc.boolean() }).map((s) => ({ ...s })),
  together: fc.boolean(), columns: fc.uniqueArray(fc.constantFrom(...columns.filter((c) => c !== "child")), { minLength: 1, maxLength: 6 }),
}).map(({ sort, together, columns: chosen, ...filters }) => ({
  filters: { ...NO_FILTERS, ...Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) },
  sort, together, columns: ["child", ...chosen],
}));

function paramsOf(pairs: readonly (readonly [string, string])[]): Params {
  const params: Record<string, string[]> = {};
  for (const [name, value] of pairs) (params[name] ??= []).push(value);
  return params;
}

describe("a view of the tracker", () => {
  it("is the same after going through its address, and nothing of it is dropped", () => {
    fc.assert(fc.property(anyView, (view) => {
      assert.deepEqual(readView(paramsOf(viewParams(view))), { view, dropped: [] });
    }));
  });

  it("needs no parameters where it is the standard one", () => {
    assert.deepEqual(viewParams(STANDARD_VIEW), []);
    assert.deepEqual(readView({}), { view: STANDARD_VIEW, dropped: [] });
  });

  it("opens without what has gone, and says so", () => {
    const { view, dropped } = readView({ column: ["next", "on:no-such-thing", "weight"], sort: ["weight"], stage: ["nowhere", "matched"] });
    assert.deepEqual(view.columns, ["child", "next"]);
    assert.deepEqual(view.sort, STANDARD_VIEW.sort);
    assert.deepEqual(view.filters.stage, ["matched"]);
    assert.deepEqual(dropped, ["stage “nowhere”", "column “on:no-such-thing”", "column “weight”", "sort by “weight”"]);
  });

  it("takes no name for a worker, and no picture to sort by", () => {
    assert.deepEqual(readView({ worker: ["Ash Rowan"], sort: ["line"] }), { view: STANDARD_VIEW, dropped: ["worker “Ash Rowan”", "sort by “line”"] });
  });

  it("reads anything without throwing", () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom("stage", "sort", "column", "worker", "order-from", "early", "group"), fc.array(fc.string(), { maxLength: 4 })), (params) => {
      const { view } = readView(params);
      assert.deepEqual(readView(paramsOf(viewParams(view))).view, view);
    }));
  });
});
