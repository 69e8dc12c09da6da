import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { tamper, tamperings, useSuperuser } from "../../tests/support/tampering.ts";

const superuser = useSuperuser();

describe("whatever a superuser does to a row of a chain", () => {
  it("verify names: change, remove, insert or reorder", async () => {
    await fc.assert(fc.asyncProperty(tamperings, async (tampering) => {
      const found = await tamper(superuser(), tampering);
      if (found === undefined) return;
      assert.deepEqual(found.named, found.expected, found.what);
    }), { numRuns: 50 });
  });
});
