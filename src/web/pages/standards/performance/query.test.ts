import assert from "node:assert/strict";
import { test } from "node:test";
import type { Month } from "../../../../domain/standards/performance.ts";
import { chartAddress, readChart } from "./query.ts";

test("the address of a chart holds its figures, and nothing but figures is read from one", () => {
  const months = [["2025-11", 75], ["2025-12", null], ["2026-01", 100], ["2026-02", 0]].map(([month, percent]) => ({ month: month as Month, percent: percent as number | null }));
  const address = chartAddress(months);
  assert.equal(address, "/standards/performance/months.svg?from=2025-11&share=75.-.100.0");
  assert.deepEqual(readChart(Object.fromEntries(new URL(address, "https://here.test").searchParams)), months);
  for (const share of ["", "101", "75..3", "<b>", `1${".1".repeat(60)}`]) assert.equal(readChart({ from: "2025-11", share }), undefined, share);
  assert.equal(readChart({ from: "2025-13", share: "75" }), undefined);
});
