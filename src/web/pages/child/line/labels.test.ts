import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fitted, raised, settled, staircase, textWidth, thinned, wrapped } from "./labels.ts";

const marks = fc.array(fc.record({ x: fc.integer({ min: 0, max: 1000 }), width: fc.integer({ min: 10, max: 200 }) }), { maxLength: 40 })
  .map((list) => list.sort((a, b) => a.x - b.x));

test("no label touches another label, nor a line that leads to one", () => {
  fc.assert(fc.property(marks, (wanted) => {
    const rows = staircase(wanted);
    wanted.forEach((left, i) => {
      for (let j = i + 1; j < wanted.length; j++) {
        const reaches = left.x + left.width >= wanted[j]!.x;
        // The line to label j passes every row above it, and stops at its own.
        if (reaches) assert.ok(rows[j]! < rows[i]!, `label ${i} reaches the line of ${j}, in row ${rows[i]} and ${rows[j]}`);
      }
    });
  }));
});

test("labels with room all stand in the first row", () => {
  assert.deepEqual(staircase([{ x: 0, width: 50 }, { x: 100, width: 50 }, { x: 200, width: 50 }]), [0, 0, 0]);
});

test("symbols at one height are never closer than they are wide", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 40 }).map((xs) => xs.sort((a, b) => a - b)), (xs) => {
    const levels = raised(xs, 12);
    xs.forEach((x, i) => {
      for (let j = i + 1; j < xs.length; j++) if (levels[i] === levels[j]) assert.ok(xs[j]! - x >= 12);
    });
  }));
});

test("a text too long is cut at a word, or left out", () => {
  assert.equal(fitted("Interim care order", 500), "Interim care order");
  assert.equal(fitted("Interim care order", textWidth("Interim care…")), "Interim care…");
  assert.equal(fitted("Accommodation", 20), undefined);
});

test("a crowd is thinned of what may go, never of what is to be kept", () => {
  fc.assert(fc.property(marks, fc.infiniteStream(fc.boolean()), fc.integer({ min: 1, max: 6 }), (wanted, keeps, most) => {
    const offered = wanted.map((w) => ({ ...w, keep: keeps.next().value }));
    const stand = thinned(offered, most);
    offered.forEach(({ keep }, i) => assert.ok(!keep || stand.has(i)));
    const left = [...stand.keys()];
    const deepest = Math.max(0, ...stand.values());
    assert.ok(deepest < most || left.length === 0 || left.some((i) => offered[i]!.keep));
    assert.deepEqual(left.map((i) => stand.get(i)), [...staircase(left.map((i) => offered[i]!))]);
  }));
});

test("boxes one under another never touch, stay in their order and within their bounds where there is room", () => {
  const boxes = fc.array(fc.record({ at: fc.integer({ min: 0, max: 500 }), height: fc.integer({ min: 10, max: 40 }) }), { maxLength: 30 })
    .map((list) => list.sort((a, b) => a.at - b.at));
  fc.assert(fc.property(boxes, (wanted) => {
    const tops = settled(wanted, 0, 500);
    const needed = wanted.reduce((sum, box) => sum + box.height, 0);
    wanted.forEach(({ height }, i) => {
      if (i > 0) assert.ok(tops[i]! >= tops[i - 1]! + wanted[i - 1]!.height - 1e-9);
      assert.ok(tops[i]! >= -1e-9 && tops[i]! + height <= Math.max(500, needed) + 1e-9);
    });
  }));
});

test("a text is wrapped at its words, and loses none", () => {
  assert.deepEqual(wrapped("8 Oct 2025 Placement order", textWidth("8 Oct 2025 Placement")), ["8 Oct 2025 Placement", "order"]);
  assert.deepEqual(wrapped("Accommodation", 10), ["Accommodation"]);
});
