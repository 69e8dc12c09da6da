import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleStandards } from "../standards/sample-standards.ts";
import { targetRefusals } from "./target-input.ts";

const STANDARDS = new Map(sampleStandards(
  { id: "TT-01", starts: "plan-decision", within: "6 weeks", stops: "visit" },
  { id: "TT-02", shape: "not-before", starts: "placed-for-adoption", within: "10 weeks", stops: "adoption-application" },
).map((s) => [s.id, s]));
const said = (standard: string, kind = "individual-target") => targetRefusals({ kind, detail: { standard } }, STANDARDS).map(({ field, message }) => `${field}: ${message}`);

test("a target is of a standard in use, whatever its letters, and of one that has a last day", () => {
  assert.deepEqual([said("TT-01"), said(" tt-01 "), said("XX-9", "visit"), said("")], [[], [], [], []]);
  assert.deepEqual(said("XX-9"), ["detail.standard: “XX-9” is not the id of a standard in use here. Enter the id that stands beside the clock, such as TT-01"]);
  assert.deepEqual(said("TT-02"), ["detail.standard: TT-02 says how soon is too soon, so there is no day to set a target beside"]);
});
