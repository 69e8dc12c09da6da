import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { COMPARED_A1, COMPARED_A2, group } from "../../../../tests/support/scrutiny.ts";
import { besideOf, bothInWords, metInWords, spreadInWords, standingInWords, standingOf } from "./standing.ts";
import type { ComparedTold } from "./told.ts";

describe("how an authority stands among others", () => {
  test("names who it is better than and who it is not: never better than comparators at large where one of them is better", () => {
    const said = standingInWords("A1", "Harrowmere", COMPARED_A1);
    assert.equal(said, "In 2022-25 (the national tables) Harrowmere’s A1 was 593 days, ranked 64th of 152. That is better than core cities (649), Northshire as published (616) and England (628) and poorer than statistical neighbours (585).");
    assert.doesNotMatch(said, /better than every/);
  });

  test("says poorer than every average where it is", () => {
    assert.match(standingInWords("A2", "Harrowmere", COMPARED_A2), /ranked 122nd of 152\. That is poorer than every average it is set beside: core cities \(219\), statistical neighbours \(203\), Northshire as published \(252\) and England \(217\)\.$/);
  });

  test("claims to be better than all only where it is, whatever the figures and whichever way is better", () => {
    fc.assert(fc.property(fc.constantFrom("A1" as const, "A3" as const), fc.integer({ min: 0, max: 9 }), fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 4 }), (code, own, averages) => {
      const compared: ComparedTold = { ...COMPARED_A1, own, wider: [], groups: averages.map((n, i) => group(`Group ${i}`, "own", { Somewhere: n })) };
      const said = standingInWords(code, "Harrowmere", compared);
      const better = averages.filter((n) => (code === "A3" ? own > n : own < n)).length;
      assert.equal(/better than every/.test(said), averages.length > 1 && better === averages.length, said);
      assert.equal(/poorer than every/.test(said), averages.length > 1 && averages.every((n) => standingOf(code, own, n) === "poorer"), said);
      for (const { name } of besideOf(compared)) assert.ok(said.includes(name), `${name} in ${said}`);
    }));
  });

  test("gives averages of a share in per cent", () => {
    assert.match(standingInWords("A3", "Harrowmere", { ...COMPARED_A1, own: 24, wider: [], groups: [group("Our four", "own", { One: 20, Two: 22 })] }), /was 24%, .* better than “Our four” \(21%\)\.$/);
  });

  test("says that there is nothing to compare where the figure was suppressed, or not published", () => {
    assert.match(standingInWords("A1", "Harrowmere", { ...COMPARED_A1, own: "x" }), /suppressed by its source, so it cannot be set beside others\.$/);
    assert.match(standingInWords("A1", "Harrowmere", { ...COMPARED_A1, own: null }), /no A1 was published for Harrowmere/);
    assert.equal(standingInWords("A1", "Harrowmere", { ...COMPARED_A1, rank: null, groups: [], wider: [] }), "In 2022-25 (the national tables) Harrowmere’s A1 was 593 days.");
  });
});

describe("a group", () => {
  const [cities, neighbours] = COMPARED_A1.groups as [(typeof COMPARED_A1.groups)[number], (typeof COMPARED_A1.groups)[number]];

  test("is told by its best and its poorest, with how many are left out", () => {
    assert.equal(spreadInWords("A1", neighbours), "Among statistical neighbours figures run from Telby at 340 days to Calder at 742 days.");
    assert.match(spreadInWords("A2", COMPARED_A2.groups[1]!)!, /One member has no published figure and is left out\.$/);
    assert.match(spreadInWords("A3", group("Ours", "own", { One: 30, Two: 60 }))!, /^Among “Ours” figures run from Two at 60% to One at 30%/);
    assert.equal(spreadInWords("A1", group("Ours", "own", { One: 30, Two: "x" })), null);
    assert.match(spreadInWords("A1", cities)!, /Harrowmere is 4th of 8\.$/);
    const beside = { area: "Harrowmere", value: 593, printedRank: 64, note: "", isOwn: true };
    assert.match(spreadInWords("A1", { ...neighbours, beside })!, / to Calder at 742 days\. Harrowmere is 6th of 11, itself counted with them\.$/);
    assert.equal(metInWords("A1", { ...neighbours, beside }, 600), metInWords("A1", neighbours, 600), "of the members alone");
  });

  test("met a threshold as the threshold’s own source has it", () => {
    assert.equal(metInWords("A1", cities, 568), "Of the 8 core cities with a figure, 3 met the A1 threshold of 568 days: Ludworth, Newhythe and Bristow.");
    assert.equal(metInWords("A1", cities, 547), "Of the 8 core cities with a figure, 2 met the A1 threshold of 547 days: Newhythe and Bristow.");
    assert.match(metInWords("A1", cities, 100)!, /none met/);
    assert.match(metInWords("A1", cities, 900)!, /every one met/);
    assert.deepEqual([metInWords("A1", cities, null), metInWords("A3", cities, 50)], [null, null]);
  });

  test("is told by who met both thresholds, one, or neither", () => {
    assert.equal(bothInWords(cities, COMPARED_A2.groups[0]!, [568, 182]), "of core cities, Newhythe and Bristow met both thresholds; Ludworth met A1’s alone; Millhaven met A2’s alone; Brackford, Stanmere, Harrowmere and Notlow met neither.");
    assert.equal(bothInWords(cities, COMPARED_A2.groups[0]!, [100, 100]), "of core cities, none met either threshold.");
    assert.equal(bothInWords(cities, COMPARED_A2.groups[0]!, [null, 182]), null);
  });
});
