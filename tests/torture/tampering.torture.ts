import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { tamper, tamperings, useSuperuser } from "../support/tampering.ts";

const superuser = useSuperuser();

test("whatever a superuser does to a row of a chain, a thousand times, verify names it", async () => {
  const times = new Map<string, number>();
  await fc.assert(fc.asyncProperty(tamperings, async (tampering) => {
    const found = await tamper(superuser(), tampering);
    if (found === undefined) return;
    times.set(`${tampering.act} ${tampering.table}`, (times.get(`${tampering.act} ${tampering.table}`) ?? 0) + 1);
    assert.deepEqual(found.named, found.expected, found.what);
  }), { numRuns: 1_000, seed: Math.floor(Math.random() * 2 ** 31) });
  for (const act of ["change", "remove", "insert", "append", "swap", "exchange"]) {
    for (const table of ["entry", "audit", "access_batch", "access_log"]) assert.ok((times.get(`${act} ${table}`) ?? 0) > 0, `${act} ${table} was never tried`);
  }
});
