import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { gapInWords } from "./gap.ts";
import { bySource, type ThresholdTable, thresholdsFor } from "./thresholds.ts";

describe("the gap to a threshold", () => {
  const said = (now: number, before: number, threshold = 426): string => gapInWords({ days: now, threshold: 426 }, { days: before, threshold }, "2022-25");
  it("closes, widens, stays, opens or was none", () => {
    assert.deepEqual([said(450, 460), said(470, 460), said(460, 460), said(426, 460), said(430, 400), said(400, 426)], [
      "The gap is closing: 34 over in 2022-25", "The gap is widening: 34 over in 2022-25", "The gap stays as it was: 34 over in 2022-25",
      "The gap has closed: 34 over in 2022-25", "It has opened: 26 under in 2022-25", "Met before too: 0 under in 2022-25",
    ]);
  });
  it("is rounded where the days are", () =>
    assert.deepEqual([gapInWords({ days: 560, threshold: 426, isAbout: true }, { days: 590, threshold: 426, isAbout: true }, "2022-25"), gapInWords({ days: 400, threshold: 426 }, { days: 420, threshold: 426, isAbout: true }, "2022-25")], ["The gap is closing: about 160 over in 2022-25", "Met before too: about 10 under in 2022-25"]));
  it("is to the threshold of its own window", () => assert.equal(said(560, 590, 497), "The gap is widening: 93 over in 2022-25, against 497"));
});

describe("a threshold by the source that is asked for", () => {
  const TABLE: ThresholdTable = {
    sources: { official: { name: "Official", cite: "" }, one: { name: "One", cite: "" }, two: { name: "Two", cite: "" } },
    thresholds: { A1: [
      { source: "one", from: 2014, until: 2014, days: 568, confidence: "stated" }, { source: "two", from: 2014, until: 2014, days: 547, confidence: "stated" },
      { source: "two", from: 2014, until: 2014, days: 540, confidence: "remembered" },
    ] },
  };
  const all = thresholdsFor(TABLE, "A1", 2014);
  it("is that source’s, and none where it has none or has two", () => {
    assert.deepEqual([undefined, "one", "two", "official"].map((source) => bySource(all, source).days), [null, 568, null, null]);
    assert.match(bySource(all, "one").note, /^By your choice, 568 days: One\. Sources conflict/);
    assert.match(bySource(all, "two").note, /^The source chosen gives two thresholds/);
    assert.match(bySource(all, "official").note, /^The source chosen gives no threshold for these years/);
  });
});
