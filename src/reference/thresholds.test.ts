import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { meets } from "../domain/scorecard/thresholds.ts";
import { checkedThresholds, loadThresholds, thresholdsFor } from "./thresholds.ts";

const by = (indicator: "A1" | "A2", year: number): Record<string, number[]> => {
  const found: Record<string, number[]> = {};
  for (const t of thresholdsFor(indicator, year).all) found[t.source] = [...(found[t.source] ?? []), t.days];
  return found;
};

describe("thresholds by window and source", () => {
  it("are official at both ends", () => {
    assert.equal(thresholdsFor("A1", 2011).days, 639);
    assert.equal(thresholdsFor("A2", 2011).days, 213);
    for (const year of [2016, 2017, 2018, 2026, 2040]) {
      assert.equal(thresholdsFor("A1", year).days, 426);
      assert.equal(thresholdsFor("A2", year).days, 121);
    }
    assert.match(thresholdsFor("A1", 2026).note, /426 days: every source agrees/);
  });

  it("are as each source has them", () => {
    assert.deepEqual(by("A1", 2012), { sheffield: [639], wolverhampton: [639], remembered: [639] });
    assert.deepEqual(by("A1", 2013), { sheffield: [639], remembered: [608] });
    assert.deepEqual(by("A1", 2014), { sheffield: [568], wolverhampton: [547], remembered: [547] });
    assert.deepEqual(by("A1", 2015), { sheffield: [497], wolverhampton: [487], remembered: [487] });
    assert.deepEqual(by("A1", 2016), { official: [426], sheffield: [426], wolverhampton: [426], remembered: [426] });
    assert.deepEqual(by("A2", 2013), { sheffield: [213], remembered: [182, 213] });
    assert.deepEqual(by("A2", 2014), { sheffield: [182], wolverhampton: [182], remembered: [152] });
    assert.deepEqual(by("A2", 2015), { sheffield: [152], wolverhampton: [152], remembered: [121] });
    assert.deepEqual(by("A2", 2016), { official: [121], sheffield: [121], remembered: [121] });
  });

  it("are not chosen where sources conflict and none is official", () => {
    for (const year of [2013, 2014, 2015]) {
      const { days, conflict, note } = thresholdsFor("A1", year);
      assert.equal(days, null, String(year));
      assert.equal(conflict, true);
      assert.match(note, /conflict.*Sheffield’s table/);
    }
    assert.equal(thresholdsFor("A1", 2012).days, 639);
  });

  it("are not made up for windows before the first", () => {
    assert.deepEqual(thresholdsFor("A1", 2010), { days: null, all: [], conflict: false, note: "No threshold is known for this window" });
  });

  it("set A10 beside A1’s, saying so, and A3 beside none", () => {
    assert.equal(thresholdsFor("A10", 2026).days, 426);
    assert.match(thresholdsFor("A10", 2026).note, /no threshold of its own/);
    assert.equal(thresholdsFor("A3", 2026).days, null);
  });

  it("name the document behind every number", () => {
    for (const t of [...thresholdsFor("A1", 2014).all, ...thresholdsFor("A2", 2016).all]) assert.ok(t.cite.length > 10, t.source);
  });

  it("are met by what is no more than them", () => {
    assert.equal(meets(426, 426), true);
    assert.equal(meets(427, 426), false);
  });

  it("are refused where a row contradicts the file", () => {
    const { sources } = loadThresholds();
    const row = { source: "official", from: 2016, days: 426, confidence: "stated" };
    const file = (over: object): unknown => ({ sources, thresholds: { A1: [{ ...row, ...over }] } });
    assert.throws(() => checkedThresholds(file({ source: "hearsay" })), /hearsay/);
    assert.throws(() => checkedThresholds(file({ until: 2015 })), /wrong way round/);
    assert.throws(() => checkedThresholds(file({ days: 0 })), /above zero/);
    assert.throws(() => checkedThresholds(file({ confidence: "sure" })), /sure/);
  });
});
