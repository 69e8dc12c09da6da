import assert from "node:assert/strict";
import { it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { inStep } from "./in-step.ts";

it("writes one batch at a time and in order, preparing the next meanwhile", async () => {
  const told: string[] = [];
  const prepare = (n: number): number => {
    told.push(`prepare ${n}`);
    return n;
  };
  await inStep([1, 2, 3], prepare, async (n) => {
    told.push(`write ${n}`);
    await sleep(5);
    told.push(`wrote ${n}`);
  });
  assert.deepEqual(told, ["prepare 1", "write 1", "prepare 2", "wrote 1", "write 2", "prepare 3", "wrote 2", "write 3", "wrote 3"]);
});

it("stops at the first write that fails", async () => {
  const written: number[] = [];
  const failing = inStep([1, 2, 3], (n) => n, async (n) => {
    await sleep(1);
    if (n === 2) throw new Error("no room");
    written.push(n);
  });
  await assert.rejects(failing, /no room/);
  assert.deepEqual(written, [1]);
});
