import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkPack } from "./check-pack.ts";
import { compile } from "./evaluate.ts";
import { sampleStandards, type SampleStandard } from "./sample-standards.ts";

const VISIT = { starts: "placement", within: "1 week", stops: "visit" };
const waits = (id: string, under: string): SampleStandard =>
  ({ id, shape: "by-event", starts: "looked-after", by: { event: "review", "or-due-under": under }, stops: "primary-plan" });

const problems = (...rows: readonly SampleStandard[]): string[] =>
  checkPack(sampleStandards(...rows)).map(({ index, field, message }) => `${index} ${field}: ${message}`);

describe("standards together", () => {
  it("may have versions that follow each other", () => {
    assert.deepEqual(problems(
      { ...VISIT, effect: { from: "2026-01-01" } }, { ...VISIT, effect: { until: "2026-01-01" } },
    ), []);
  });

  it("are refused where two versions are in force at once, or none between them", () => {
    assert.deepEqual(problems({ ...VISIT }, { ...VISIT }), ["1 effect: Two versions of TT-01 are in force at once"]);
    assert.deepEqual(problems({ ...VISIT, effect: { until: "2026-02-01" } }, { ...VISIT, effect: { from: "2026-01-01" } }),
      ["1 effect: Two versions of TT-01 are in force at once"]);
    assert.deepEqual(problems({ ...VISIT, effect: { until: "2026-01-01" } }, { ...VISIT, effect: { from: "2026-02-01" } }),
      ["1 effect: No version of TT-01 is in force from 2026-01-01 to 2026-02-01"]);
  });

  it("are refused where one waits for itself, or for one that is not there", () => {
    assert.deepEqual(problems(waits("TT-01", "TT-02"), waits("TT-02", "TT-01")), [
      "0 by: TT-01 waits for itself, by way of TT-02", "1 by: TT-02 waits for itself, by way of TT-01",
    ]);
    assert.deepEqual(problems(waits("TT-01", "TT-09")), ["0 by: TT-01 waits for TT-09, and there is no such standard"]);
    assert.throws(() => compile(sampleStandards(waits("TT-01", "TT-02"), waits("TT-02", "TT-01"))), /TT-01 waits for itself/);
  });
});
