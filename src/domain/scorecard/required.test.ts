import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { addDays, day } from "../dates/day.ts";
import type { Traveller } from "./indicators.ts";
import { NO_MORE_KNOWN } from "./journey.ts";
import { neededToldAs, requiredFor, toComeToldAs } from "./required.ts";

const adopted = (child: string, a1: number, a2: number, on: string): Traveller => {
  const started = addDays(day(on), -1200);
  const moved = { on: addDays(started, a1) } as const;
  return {
    child,
    journey: {
      adoptedOn: day(on), careStarted: { on: started }, careEndedOn: day(on), placementOrder: { on: addDays(started, 100) }, laterPlacementOrders: [],
      placed: moved, movedIn: moved, matched: { on: addDays(started, 100 + a2) }, adoptedByCarer: false, decisionStands: true, decisions: [], ...NO_MORE_KNOWN,
    },
  };
};

describe("what the rest of a window must average", () => {
  const first = [adopted("a", 500, 290, "2015-01-10"), adopted("b", 570, 296, "2015-02-10")];
  it("is 371.5 and 35 days by equal years, as Sheffield’s figures have it", () => {
    // 2014/15 alone: 535 and 293 days. Seen in 2015/16, before anybody is adopted.
    const [A1, A2] = [requiredFor("A1", first, 2017, 426, day("2015-04-20"), 45), requiredFor("A2", first, 2017, 121, day("2015-04-20"), 45)];
    assert.deepEqual([A1.byYear, A2.byYear, A1.yearsLeft], [371.5, 35, 2]);
    assert.deepEqual(A1.years, [{ yearEnding: 2015, children: 2, meanDays: 535 }]);
  });
  it("counts each child where they are expected, those adopted so far as known", () => {
    const { byChild, toCome, soFar } = requiredFor("A1", [...first, adopted("c", 800, 100, "2015-06-01")], 2017, 426, day("2015-09-01"), 2);
    assert.equal(toCome, 3);
    assert.deepEqual(soFar, { yearEnding: 2016, children: 1, meanDays: 800 });
    assert.equal(byChild, (6 * 426 - 1070 - 800) / 3);
  });
  it("is told as what it is worked out from: to a tenth, about whole tens, or that it cannot be", () => {
    assert.deepEqual([336.74, -12, null].map((days) => neededToldAs(days, "whole")), [336.7, "cannot be reached", null]);
    assert.deepEqual([336.7, -12, null].map((days) => neededToldAs(days, "coarse")), ["about 340", "cannot be reached", null]);
    assert.deepEqual([toComeToldAs(12, "whole"), toComeToldAs(10, "coarse"), toComeToldAs(0, "coarse")], [12, "about 10", 0]);
  });
  it("says nothing where nothing is left, or a year has nobody in it", () => {
    assert.equal(requiredFor("A1", first, 2015, 426, day("2015-09-01"), 2).byYear, null);
    assert.equal(requiredFor("A1", first, 2015, 426, day("2015-09-01"), 2).byChild, null);
    assert.equal(requiredFor("A1", [], 2017, 426, day("2015-09-01"), 2).byYear, null);
  });
});
