import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ComparatorsPage } from "../../../../app/open-comparators.ts";
import { compare } from "../../../../domain/scorecard/published/compare.ts";
import type { PublishedValue } from "../../../../domain/scorecard/comparators.ts";
import type { IndicatorCode } from "../../../../domain/scorecard/window.ts";
import { standingInWords } from "./group.tsx";

const AUTHORITY = { code: "E10000901", name: "Harrowmere", type: "local-authority" as const };

function standing(indicator: IndicatorCode, values: Readonly<Record<string, PublishedValue>>, members: readonly string[], byRecord: number | null): string {
  const figures = Object.entries(values).map(([area, value]) => ({ source: "T", indicator, yearEnding: 2026, years: 3, area, level: "authority" as const, code: null, value, rank: null, note: "" }));
  const compared = compare(figures, [{ id: "g", name: "G", kind: "own", members }], AUTHORITY, { indicator, window: { yearEnding: 2026, years: 3 }, source: "T" }, byRecord);
  const page: Pick<ComparatorsPage, "indicator" | "byRecord" | "authority" | "compared"> = { indicator, authority: AUTHORITY, compared, byRecord: { value: byRecord, isAbout: false, isHidden: false } };
  return standingInWords(page, compared.groups[0]!);
}

describe("how an authority stands to a group, in words", () => {
  it("never calls worse what is better, of days or of shares", () => {
    const both = { Harrowmere: 593, Tidewell: 564, Norcombe: 598 };
    assert.equal(standing("A1", both, Object.keys(both), null), "The average of 3 authorities is 585 days. Harrowmere has 593 days as published: 8 days more, which is worse than the average, and ranks 2 of 3.");
    assert.match(standing("A1", { ...both, Harrowmere: 500 }, Object.keys(both), null), /fewer, which is better than the average, and ranks 1 of 3/);
    assert.match(standing("A3", { Harrowmere: 60, Tidewell: 40 }, ["Harrowmere", "Tidewell"], null), /10 percentage points higher, which is better/);
    assert.match(standing("A3", { Harrowmere: 24, Tidewell: 26 }, ["Harrowmere", "Tidewell"], null), /1 percentage point lower, which is worse/);
    assert.match(standing("A1", { Harrowmere: 500, Tidewell: 500 }, ["Harrowmere", "Tidewell"], null), /the same as the average, and ranks 1 of 2/);
  });

  it("goes by what was published, then by the record, beside a group of others too", () => {
    assert.match(standing("A1", { Harrowmere: 560, Tidewell: 500 }, ["Tidewell"], 563), /has 560 days as published: 60 days more.*ranks 2 of 2, itself with them/);
    assert.match(standing("A1", { Harrowmere: "x", Tidewell: 500 }, ["Harrowmere", "Tidewell"], 450), /1 authority is 500 days\. Harrowmere has 450 days by its record: 50 days fewer.*ranks 1 of 2, itself with them/);
  });

  it("says so where there is nothing to say", () => {
    assert.equal(standing("A1", { Tidewell: "x" }, ["Tidewell"], 450), "No member of the group has a figure.");
    assert.equal(standing("A1", { Tidewell: 500 }, ["Tidewell"], null), "The average of 1 authority is 500 days.");
  });
});
