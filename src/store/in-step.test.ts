import assert from "node:assert/strict";
import { it } from "node:test";
import { inStep } from "./in-step.ts";

it("writes one batch at a time and in order, preparing the next meanwhile", async () => {
  const told: string[] = [];
  const prepared = [1, 2, 3].map(() => Promise.withResolvers<void>());
  const prepare = (n: number): number => {
    told.push(`prepare ${n}`);
    prepared[n - 1]?.resolve();
    return n;
  };
  // A write that ends only once the batch after it has been prepared.
  await inStep([1, 2, 3], prepare, async (n) => {
    told.push(`write ${n}`);
    await prepared[n]?.promise;
    told.push(`wrote ${n}`);
  });
  assert.deepEqual(told, ["prepare 1", "write 1", "prepare 2", "wrote 1", "write 2", "prepare 3", "wrote 2", "write 3", "wrote 3"]);
});

it("stops at the first write that fails", async () => {
  const written: number[] = [];
  const failing = inStep([1, 2, 3], (n) => n, async (n) => {
    if (n === 2) throw new Error("no room");
    written.push(n);
  });
  await assert.rejects(failing, /no room/);
  assert.deepEqual(written, [1]);
});
