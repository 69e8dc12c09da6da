import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  END_OF_CARE, LEGAL_STATUSES, PLACEMENT_TYPES, REVERSAL_REASONS, REVIEW_PARTICIPATION, SEXES,
} from "../domain/chronology/codes.ts";
import { judgeCode } from "../domain/returns/ssda903/code-sets.ts";
import { loadCodeSets, readCodeSets } from "./ssda903.ts";

describe("the return’s code lists", () => {
  const sets = loadCodeSets();
  const codesOf = (column: string): string[] => Object.keys(sets[column] ?? {}).sort();

  it("hold the codes that the record has words for, and no others", () => {
    assert.deepEqual(codesOf("LS"), Object.keys(LEGAL_STATUSES).sort());
    assert.deepEqual(codesOf("PLACE"), Object.keys(PLACEMENT_TYPES).sort());
    assert.deepEqual(codesOf("REC"), ["X1", ...Object.keys(END_OF_CARE)].sort());
    assert.deepEqual(codesOf("REVIEW_CODE"), Object.keys(REVIEW_PARTICIPATION).sort());
    assert.deepEqual(codesOf("REASON_PLACED_CEASED"), Object.keys(REVERSAL_REASONS).sort());
    assert.deepEqual(codesOf("SEX"), ["1", "2", ...Object.keys(SEXES)].sort());
  });

  it("know the years of the codes that came and went", () => {
    const years = (column: string, code: string): string =>
      [2023, 2024, 2025, 2026, 2027].filter((y) => judgeCode(sets, column, code, y) === "taken").join(" ");
    assert.equal(years("SEX", "1"), "2023 2024");
    assert.equal(years("SEX", "M"), "2025 2026 2027");
    assert.equal(years("PLACE", "K3"), "2025 2026 2027");
    assert.equal(years("PLACE", "H5"), "2023 2024 2025");
    assert.equal(years("PLACE", "P2"), "2023 2024 2025");
    assert.equal(years("PLACE", "Z1"), "2023 2024 2025");
    assert.equal(years("PLACE", "Z13"), "2026 2027");
    assert.equal(years("PLACE", "A6"), "2023 2024 2025 2026 2027");
    assert.equal(judgeCode(sets, "PLACE", "Q9", 2026), "unknown");
    assert.equal(judgeCode(sets, "PLACE", "constructor", 2026), "unknown");
  });

  it("refuse a code given twice, and a column without a list", () => {
    assert.throws(() => readCodeSets('{"LS":[{"codes":"C1 C2"},{"codes":"C1","from":2026}]}'), /LS has C1 twice/);
    assert.throws(() => judgeCode(sets, "WEATHER", "SUN", 2026), /no code list for WEATHER/);
  });
});
