import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compile } from "../domain/standards/evaluate.ts";
import { exampleProblems } from "../domain/standards/examples.ts";
import { loadCalendar } from "./calendar.ts";
import { loadStandards } from "./standards.ts";

describe("the national pack", () => {
  const standards = loadStandards();
  const pack = compile(standards);

  for (const standard of standards) {
    for (const example of standard.examples) {
      it(`${standard.id}: ${example.says}`, () => assert.deepEqual(exampleProblems(standard.id, example, pack, loadCalendar()), []));
    }
  }
});
