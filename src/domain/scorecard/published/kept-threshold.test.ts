import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { thresholdsFor, type ThresholdTable } from "../thresholds.ts";
import { type KeptThreshold, readThreshold, type TypedThreshold, withKept } from "./kept-threshold.ts";

const TABLE: ThresholdTable = {
  sources: { official: { name: "The statutory tables", cite: "Tables of 2014" }, other: { name: "Another council", cite: "Its report" } },
  thresholds: { A1: [{ source: "official", from: 2016, days: 426, confidence: "stated" }, { source: "other", from: 2014, until: 2014, days: 568, confidence: "stated" }], A2: [{ source: "official", from: 2016, days: 121, confidence: "stated" }] },
};
const TYPED: TypedThreshold = { indicator: "A1", source: "Our board", from: "2026", until: "", days: "400", note: "Agreed in June" };
const kept = (over: Partial<KeptThreshold> = {}): KeptThreshold => ({ id: "k", indicator: "A1", source: "Our board", from: 2020, until: 2024, days: 410, note: "", ...over });
const refusals = (typed: Partial<TypedThreshold>, others: readonly KeptThreshold[] = []): readonly string[] => {
  const read = readThreshold({ ...TYPED, ...typed }, others, TABLE);
  return "refusals" in read ? read.refusals.map(({ field, message }) => `${field}: ${message}`) : [];
};

describe("a threshold of an authority’s own", () => {
  it("is read from a form, and everything wrong with it is told at once", () => {
    assert.deepEqual(readThreshold(TYPED, [], TABLE), { threshold: { indicator: "A1", source: "Our board", from: 2026, until: null, days: 400, note: "Agreed in June" } });
    assert.deepEqual(refusals({ indicator: "A3", source: " ", from: "26", until: "soon", days: "0" }).map((one) => one.split(":")[0]), ["indicator", "source", "from", "until", "days"]);
    assert.deepEqual(refusals({ from: "2026", until: "2025" }), ["until: The last window must not end before the first"]);
  });

  it("may not overlap another of the same source, which is named", () => {
    assert.deepEqual(refusals({ from: "2024" }, [kept()]), ["from: Our board already has a threshold for some of these windows: A1, 410 days, from 2017-20 to 2021-24. Change that one, or choose other windows"]);
    assert.equal(refusals({ from: "2010", until: "2020", source: "our  BOARD" }, [kept()]).length, 1, "one year is an overlap, however it is spelt");
    assert.deepEqual(refusals({ from: "2025" }, [kept()]), []);
    assert.deepEqual(refusals({ from: "2024", indicator: "A2" }, [kept()]), [], "of another indicator it does not");
    assert.deepEqual(refusals({ from: "2024", source: "Somebody else" }, [kept()]), [], "nor of another source");
    assert.equal(refusals({ from: "2030", source: "the statutory tables" }).length, 1, "one that comes with the product counts");
    assert.equal(refusals({ from: "2030" }, [kept({ until: null })]).length, 1);
  });

  it("stands beside those that come with the product, which go on being judged by", () => {
    const table = withKept(TABLE, [kept({ from: 2014, until: 2014, source: "another council", indicator: "A2", days: 182 }), kept({ from: 2026, until: null, days: 400, note: "Agreed in June" })]);
    const { days, conflict, all } = thresholdsFor(table, "A1", 2026);
    assert.deepEqual([days, conflict, all.map((t) => [t.name, t.days, t.note])], [426, true, [["The statutory tables", 426, undefined], ["Our board", 400, "Agreed in June"]]]);
    assert.deepEqual(thresholdsFor(table, "A2", 2014).all.map((t) => [t.source, t.days]), [["other", 182]], "of a source that is known it is that source’s");
    assert.equal(thresholdsFor(table, "A2", 2014).days, 182);
    assert.equal(thresholdsFor(TABLE, "A1", 2026).all.length, 1, "the product’s own table is as it was");
  });
});
