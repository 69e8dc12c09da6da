import assert from "node:assert/strict";
import { test } from "node:test";
import { counted, problemsInWords } from "./numbers.ts";

test("counts of problems are English whatever the numbers", () => {
  assert.equal(problemsInWords(1, 0), "This is a warning: it does not stop the import.");
  assert.equal(problemsInWords(2, 0), "These are warnings: they do not stop the import.");
  assert.equal(problemsInWords(1, 1), "It is an error, and stops the whole import.");
  assert.equal(problemsInWords(4, 4), "They are all errors, and stop the whole import.");
  assert.equal(problemsInWords(2, 1), "1 of them is an error and stops the whole import; the other is a warning.");
  assert.equal(problemsInWords(5000, 1200), "1,200 of them are errors and stop the whole import; the rest are warnings.");
  assert.deepEqual([counted(1, "child", "children"), counted(12345, "child", "children")], ["1 child", "12,345 children"]);
});
