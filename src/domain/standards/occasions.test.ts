import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { occasionInWords } from "./occasions.ts";
import type { Occasion } from "./standard.ts";

describe("an occasion in words", () => {
  it("says of a yes or no that it is the other, or was not said", () => {
    const where = (values: readonly boolean[], not: boolean): Occasion => ({ kind: "match-decision", edge: "start", where: [{ field: "adoptedByCarer", values, not }], outcomes: null });
    assert.equal(occasionInWords(where([true], false)), "“Match decision” (adopted by the carer they lived with: yes)");
    assert.equal(occasionInWords(where([true], true)), "“Match decision” (adopted by the carer they lived with: no, or not said)");
    assert.equal(occasionInWords(where([false], true)), "“Match decision” (adopted by the carer they lived with: yes, or not said)");
  });
});
