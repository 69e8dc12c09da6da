import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { NotFound } from "../../middleware/permission.ts";
import { inShort, packIds, trackerOf, unpackIds } from "./ticked.ts";

test("two hundred children go into an address and come out again, each once", () => {
  const ids = Array.from({ length: 200 }, () => randomUUID());
  assert.deepEqual(unpackIds(packIds([...ids, ids[0]!])), ids);
  assert.ok(packIds(ids).length < 4_400);
});

test("what holds no ids is not found", () => {
  for (const text of ["", "x", "é", "%20", packIds([randomUUID()]).slice(2), packIds(["HM-0101"])]) assert.throws(() => unpackIds(text), NotFound, text);
});

test("the way back leads to this site’s tracker and nowhere else", () => {
  assert.equal(trackerOf("/tracker?stage=matched&page=2"), "/tracker?stage=matched&page=2");
  for (const text of [undefined, "", "//elsewhere/tracker", "https://elsewhere/tracker", "/children/x", "javascript:alert(1)", "\\\\elsewhere/tracker"]) assert.equal(trackerOf(text), "/tracker");
});

test("many children are named in short", () => {
  assert.equal(inShort(["A"]), "A");
  assert.equal(inShort(["A", "B", "C"]), "A, B and C");
  assert.equal(inShort(["A", "B", "C"], 2), "A, B and C", "one more is named, not counted");
  assert.equal(inShort(["A", "B", "C", "D"], 2), "A, B and 2 more");
});
