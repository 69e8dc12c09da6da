import assert from "node:assert/strict";
import { test } from "node:test";
import { closedInWords, counted, problemsInWords } from "./numbers.ts";

test("counts of problems are English whatever the numbers", () => {
  assert.equal(problemsInWords(1, 0), "This is a warning: it does not stop the import.");
  assert.equal(problemsInWords(2, 0), "These are warnings: they do not stop the import.");
  assert.equal(problemsInWords(1, 1), "It is an error, and stops the whole import.");
  assert.equal(problemsInWords(4, 4), "They are all errors, and stop the whole import.");
  assert.equal(problemsInWords(2, 1), "1 of them is an error and stops the whole import; the other is a warning.");
  assert.equal(problemsInWords(5000, 1200), "1,200 of them are errors and stop the whole import; the rest are warnings.");
  assert.deepEqual([counted(1, "child", "children"), counted(12345, "child", "children")], ["1 child", "12,345 children"]);
});

test("what is not shown is counted in words", () => {
  assert.equal(closedInWords({ changes: 1, conflicts: 0, vanished: 0 }), "Counted and not shown: 1 child who changes, in records that you may not open.");
  assert.equal(
    closedInWords({ changes: 2, conflicts: 1, vanished: 3 }),
    "Counted and not shown: 2 children who change, 1 difference from what people entered and 3 entries that vanished, in records that you may not open. Somebody who may open them settles the differences.",
  );
});
