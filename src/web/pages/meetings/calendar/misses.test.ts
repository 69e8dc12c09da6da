import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { countMisses } from "./misses.ts";

describe("calendars asked for that are not there", () => {
  it("are too many from one network after sixty in ten minutes, and not any more later", () => {
    let now = 0;
    const misses = countMisses(() => now);
    for (let i = 0; i < 59; i++) misses.note("a");
    assert.equal(misses.of("a"), false);
    misses.note("a");
    assert.deepEqual([misses.of("a"), misses.of("b")], [true, false]);
    now = 11 * 60_000;
    assert.equal(misses.of("a"), false);
  });
  it("are forgotten of the network that asked longest ago, where there are very many", () => {
    const misses = countMisses(() => 0);
    for (let i = 0; i < 60; i++) misses.note("first");
    for (let i = 0; i < 2_000; i++) misses.note(`network ${i}`);
    assert.equal(misses.of("first"), false);
  });
});
