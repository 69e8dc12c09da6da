import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import type { Db } from "../../src/store/database.ts";
import { makeChainedRegion } from "../../src/store/sample-region-chained.ts";
import { dropDefences, superuserOf, tamper, tamperings } from "../support/tampering.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
let superuser: Db;
before(async () => {
  database = await createTestDatabase();
  await makeChainedRegion(database.url());
  superuser = superuserOf(database.url());
  await dropDefences(superuser);
});
after(async () => {
  await superuser.destroy();
  await database.drop();
});

test("whatever a superuser does to a row of a chain, a thousand times, verify names it", async () => {
  const times = new Map<string, number>();
  await fc.assert(fc.asyncProperty(tamperings, async (tampering) => {
    const found = await tamper(superuser, tampering);
    if (found === undefined) return;
    times.set(`${tampering.act} ${tampering.table}`, (times.get(`${tampering.act} ${tampering.table}`) ?? 0) + 1);
    assert.deepEqual(found.named, found.expected, found.what);
  }), { numRuns: 1_000, seed: Math.floor(Math.random() * 2 ** 31) });
  for (const act of ["change", "remove", "insert", "append", "swap", "exchange"]) {
    for (const table of ["entry", "audit", "access_batch", "access_log"]) assert.ok((times.get(`${act} ${table}`) ?? 0) > 0, `${act} ${table} was never tried`);
  }
});
