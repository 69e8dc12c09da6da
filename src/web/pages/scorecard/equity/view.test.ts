import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Compared, ToldEquity } from "../../../../domain/scorecard/equity/told.ts";
import { summaryOf } from "./view.tsx";
import { comparedInWords, middleInWords, rangeInWords } from "../../../../domain/scorecard/equity/in-words.ts";

const equity = (...compared: readonly (Compared | null)[]): ToldEquity => ({
  comparisons: compared.filter((one) => one !== null).length,
  characteristics: [{ code: "age", label: "Age at the decision", note: "", notRecorded: "0", groups: compared.map((one, i) => ({ code: `${i}`, label: `Group ${i}`, children: "20", middle: null, compared: one })) }],
});

describe("waits by group, in words", () => {
  it("say what differs and how sure that is, and never that all wait alike", () => {
    assert.equal(summaryOf(equity(null)), "Every group is too small to be compared with the others.");
    assert.match(summaryOf(equity({ sure: "none", waits: "longer" })), /no group waits longer or shorter .* That does not show that all wait alike\.$/);
    assert.equal(summaryOf(equity({ sure: "clear", waits: "longer" }, { sure: "perhaps", waits: "shorter" })), "Among 2 comparisons, these wait longer or shorter than the others: Group 0 (age at the decision) longer. Perhaps also: Group 1 (age at the decision) shorter.");
    assert.match(summaryOf(equity({ sure: "perhaps", waits: "shorter" })), /^Among 1 comparison none is clear\. Perhaps also/);
    assert.equal(comparedInWords({ code: "", label: "", children: null, middle: null, compared: null }), "Too few to compare.");
  });
  it("say a middle only once half have moved in, and a range with an end only once there is one", () => {
    assert.deepEqual([middleInWords({ days: null, low: null, high: null }), middleInWords({ days: 240, low: 200, high: null })], ["fewer than half so far", "about 240 days"]);
    assert.deepEqual([rangeInWords({ days: null, low: null, high: null }), rangeInWords({ days: 240, low: 200, high: null }), rangeInWords({ days: 240, low: 200, high: 300 })], ["cannot be said yet", "from 200 on", "200 to 300"]);
  });
});
