import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { broughtInAt, sourcesInOrder } from "./default-source.ts";
import type { PublishedFigure } from "./published.ts";

const of = (source: string, areas: readonly string[], over: Partial<PublishedFigure> = {}): readonly PublishedFigure[] =>
  areas.map((area) => ({ source, indicator: "A1", yearEnding: 2026, years: 3, area, level: "authority", code: null, value: 400, rank: null, note: "", ...over }));
const FULL = of("National", ["Tidewell", "Saltby", "Eastry"]);
const asked = { indicator: "A1", years: 3 } as const;

describe("the source to compare by where nobody chose", () => {
  it("is the fullest of the newest window, whatever is called or brought in before it", () => {
    const small = of("A small table", ["Tidewell", "Saltby"]);
    assert.deepEqual(sourcesInOrder([...small, ...FULL], asked, new Map([["A small table", "2026-11-22T10:00:00Z"]])), ["National", "A small table"]);
    const old = of("Old and full", ["Tidewell", "Saltby", "Eastry", "Norcombe"], { yearEnding: 2025 });
    assert.deepEqual(sourcesInOrder([...old, ...FULL], asked, new Map()), ["National", "Old and full"]);
  });
  it("is the one brought in last where two are as full, then by name; one without the indicator comes last", () => {
    const again = of("Again", ["Tidewell", "Saltby", "Eastry"]);
    const imports = [{ source: "Again", state: "imported", endedAt: "2026-01-01T00:00:00Z" }, { source: "National", state: "imported", endedAt: "2026-02-01T00:00:00Z" }, { source: "Again", state: "cancelled", endedAt: "2026-03-01T00:00:00Z" }];
    assert.deepEqual(sourcesInOrder([...again, ...FULL], asked, broughtInAt(imports)), ["National", "Again"]);
    assert.deepEqual(sourcesInOrder([...again, ...FULL], asked, new Map()), ["Again", "National"]);
    assert.deepEqual(sourcesInOrder([...of("Another indicator", ["Tidewell"], { indicator: "A2" }), ...FULL], asked, new Map()), ["National", "Another indicator"]);
    assert.deepEqual(sourcesInOrder([], asked, new Map()), []);
  });
});
