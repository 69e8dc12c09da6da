import assert from "node:assert/strict";
import { test } from "node:test";
import { readTrackerQuery, trackerAddress } from "./query.ts";

test("a view is the same after going through its address", () => {
  const query = { stage: "matched", status: "late", localId: "HM-04", sort: "local-id", page: 3 } as const;
  const address = trackerAddress(query, { page: 3 });
  assert.deepEqual(readTrackerQuery(Object.fromEntries(new URL(address, "http://x").searchParams)), query);
});

test("another filter starts at the first page, and a filter can be taken away", () => {
  assert.equal(trackerAddress({ stage: "matched", page: 3 }, { status: "late" }), "/tracker?stage=matched&status=late");
  assert.equal(trackerAddress({ stage: "matched", page: 3 }, { stage: undefined }), "/tracker");
});

test("what is not understood is left out", () => {
  assert.deepEqual(readTrackerQuery({ stage: "nowhere", status: "worse", page: "-1", sort: "x" }), { page: 1 });
  assert.equal(readTrackerQuery({ find: "x".repeat(100), page: "99999999" }).localId?.length, 40);
});
