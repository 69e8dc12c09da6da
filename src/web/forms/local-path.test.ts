import assert from "node:assert/strict";
import { test } from "node:test";
import { localPath } from "./local-path.ts";

test("a way back is a path of this site, and nothing that leads away from it", () => {
  for (const path of ["/", "/work", "/work/week?from=2026-06-01#late", "/children/0a-1/checklists/on-the-order"]) assert.equal(localPath(path), path);
  assert.equal(localPath("/work/../tracker"), "/tracker");
  for (const away of ["", "work", "//elsewhere.example/", "/\\elsewhere.example", "/\t/elsewhere.example", "/.//elsewhere.example", "/a//elsewhere.example", "https://elsewhere.example/", "javascript:alert(1)", "/a;Domain=x", `/${"a".repeat(2001)}`, undefined]) {
    assert.equal(localPath(away), undefined, String(away));
  }
});
