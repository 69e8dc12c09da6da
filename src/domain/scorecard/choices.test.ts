import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { byOrder, isUsual, otherwise, readChoices, USUAL } from "./choices.ts";
import { indicator, type Traveller } from "./indicators.ts";
import { journeyOf } from "./journey-of.ts";
import { readingsOf } from "./readings.ts";

const WINDOW = { yearEnding: 2026, years: 3 };
const child = (name: string, rows: readonly SampleEntry[]): Traveller => ({ child: name, journey: journeyOf(fold(sampleEntries(rows))) });
const TWICE = child("twice", [
  { kind: "looked-after", on: "2024-01-01", until: "2026-01-01" }, { kind: "plan-decision", on: "2024-05-01" }, { kind: "placement-order", on: "2024-06-01" },
  { kind: "placement-order-revoked", on: "2024-08-01" }, { kind: "placement-order", on: "2024-09-01" }, { kind: "match-decision", on: "2024-10-01" },
  { kind: "placed-for-adoption", on: "2024-11-01" }, { kind: "adoption-order", on: "2026-01-01" },
]);
const PLACED = child("placed", [{ kind: "looked-after", on: "2025-01-01" }, { kind: "plan-decision", on: "2025-05-01" }, { kind: "placed-for-adoption", on: "2025-12-01" }]);
const WAITING = child("waiting", [{ kind: "looked-after", on: "2025-01-01" }, { kind: "plan-decision", on: "2025-05-01" }]);
const ALL = [TWICE, PLACED, WAITING];

describe("how an authority settles what is left open", () => {
  it("is read whole, or not at all", () => {
    assert.deepEqual(readChoices(USUAL), USUAL);
    assert.deepEqual([readChoices({}), readChoices({ ...USUAL, order: "second" }), readChoices({ ...USUAL, among: "toString" })], [undefined, undefined, undefined]);
    assert.deepEqual([isUsual(USUAL), otherwise(USUAL)], [true, []]);
    assert.deepEqual(otherwise({ ...USUAL, fourteenMonths: "426-days" }), ["A3’s 14 months are: 426 days"]);
  });
  it("starts A2 with the last order, told so or given children with that one alone", () => {
    assert.equal(indicator("A2", ALL, WINDOW).days, 122);
    assert.equal(indicator("A2", ALL, WINDOW, { order: "last" }).days, 30);
    assert.equal(indicator("A2", byOrder(ALL, { order: "last" }), WINDOW).days, 30);
    assert.equal(byOrder(ALL, USUAL), ALL);
  });
  it("counts those in the process in A3: moved in by the last day as they were, and waiting not as within", () => {
    const { children, within, counted } = indicator("A3", ALL, WINDOW, { among: "in-process" });
    assert.deepEqual([children, within, counted.map(({ inProcess, toOn }) => [inProcess, toOn])], [3, 2, [[undefined, "2024-11-01"], ["placed", "2025-12-01"], ["waiting", "2026-03-31"]]]);
    assert.equal(indicator("A3", ALL, WINDOW).children, 1);
  });
  it("shows what the other readings are, whichever was chosen", () => {
    const words = readingsOf(ALL, WINDOW, { order: "last", fourteenMonths: "426-days", among: "in-process" }).map(({ indicator: code, reading, children, days }) => [code, reading, children, days]);
    assert.deepEqual(words, [["A2", "From the first placement order, where there was more than one", 1, 122], ["A3", "14 months taken as calendar months", 3, null], ["A3", "Of adopted children alone", 1, null]]);
  });
});
