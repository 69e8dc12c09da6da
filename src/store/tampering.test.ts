import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import type { Db } from "./database.ts";
import { makeChainedRegion } from "./sample-region-chained.ts";
import { dropDefences, superuserOf, tamper, tamperings } from "../../tests/support/tampering.ts";

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

describe("whatever a superuser does to a row of a chain", () => {
  it("verify names: change, remove, insert or reorder", async () => {
    await fc.assert(fc.asyncProperty(tamperings, async (tampering) => {
      const found = await tamper(superuser, tampering);
      if (found === undefined) return;
      assert.deepEqual(found.named, found.expected, found.what);
    }), { numRuns: 50 });
  });
});
