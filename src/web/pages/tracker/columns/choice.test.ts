import assert from "node:assert/strict";
import { test } from "node:test";
import { moved } from "./choice.ts";

test("a column moves one place, and never before the child", () => {
  assert.deepEqual(moved(["child", "team", "status"], "up:status"), { columns: ["child", "status", "team"], column: "status" });
  assert.deepEqual(moved(["child", "team", "status"], "down:team"), { columns: ["child", "status", "team"], column: "team" });
  for (const move of ["up:team", "down:status", "down:child", "up:born", "sideways:team", ""]) {
    assert.deepEqual(moved(["child", "team", "status"], move), { columns: ["child", "team", "status"] }, move);
  }
});
