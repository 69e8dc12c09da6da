import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { averageNeeded, averageNeededOf, together } from "./projection.ts";
import { quotient, roundHalfUp } from "./rounding.ts";

describe("what the remaining years must average", () => {
  it("535 days in the first of three years leaves 371.5 for a threshold of 426", () => {
    assert.equal(averageNeeded(426, 3, [535]), 371.5);
    assert.equal(Math.round((535 + 2 * 370) / 3), 425);
  });

  it("293 days leaves 35 for a threshold of 121", () => assert.equal(averageNeeded(121, 3, [293]), 35));
  it("is nothing once no years remain", () => assert.equal(averageNeeded(426, 3, [1, 2, 3]), null));
  it("is the threshold itself where no year is known", () => assert.equal(averageNeeded(426, 3, []), 426));

  it("counts children where their number is known", () => {
    assert.equal(averageNeededOf(426, [{ children: 20, meanDays: 535 }], 40), 371.5);
    assert.equal(averageNeededOf(426, [{ children: 40, meanDays: 535 }], 20), 208);
    assert.equal(averageNeededOf(426, [{ children: 40, meanDays: 535 }], 0), null);
  });
});

describe("cohorts taken together", () => {
  it("22 placed children averaging 567, added to 45 adopted at 293, make 383", () => {
    const both = together([{ children: 45, meanDays: 293 }, { children: 22, meanDays: 567 }]);
    assert.equal(both.children, 67);
    assert.equal(both.meanDays.toFixed(1), "383.0");
  });

  it("of one known year are that year: a rolling figure", () =>
    assert.deepEqual(together([{ children: 31, meanDays: 535 }]), { children: 31, meanDays: 535 }));
  it("of nobody have no days", () => assert.deepEqual(together([]), { children: 0, meanDays: 0 }));
});

describe("rounding", () => {
  it("is half-up", () => {
    assert.deepEqual([628.5, 658.5, 628.49, 629].map(roundHalfUp), [629, 659, 628, 629]);
  });

  it("of a quotient is done on whole numbers", () => {
    assert.equal(quotient(5028, 8, 0), 629);
    assert.equal(quotient(29045, 67, 3), 433.507);
    assert.equal(quotient(1, 16, 3), 0.063);
    assert.equal(quotient(30 * 100, 67, 2), 44.78);
    assert.equal(quotient(1005, 1000, 2), 1.01);
    assert.equal(quotient(0, 5, 3), 0);
  });
});
