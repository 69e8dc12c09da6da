import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { instantOf } from "./instant.ts";

describe("a point in time from the database", () => {
  for (const [text, instant] of [
    ["2026-01-31 09:00:00+00", "2026-01-31T09:00:00.000Z"],
    ["2026-01-31 09:00:00.5+00", "2026-01-31T09:00:00.500Z"],
    ["2026-01-31 09:00:00.123+00", "2026-01-31T09:00:00.123Z"],
    ["2026-01-31T09:00:00.07+00:00", "2026-01-31T09:00:00.070Z"],
    ["2026-01-31T09:00:00+00:00", "2026-01-31T09:00:00.000Z"],
    ["2026-07-31 09:00:00.5+01", "2026-07-31T08:00:00.500Z"],
    ["2026-07-31T09:00:00.5+01:00", "2026-07-31T08:00:00.500Z"],
    ["2026-01-31 09:00:00.123456+00", "2026-01-31T09:00:00.123Z"],
  ] as const) it(`${text} is ${instant}`, () => assert.equal(instantOf(text), instant));
});
