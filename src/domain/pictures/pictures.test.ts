import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { drawDots } from "./dots.ts";
import { drawLines, LOOKS } from "./lines.ts";
import { at, scaleOf, wrapped } from "./scale.ts";

const days = fc.integer({ min: 0, max: 3000 });
const numbersIn = (svg: string): readonly number[] => [...svg.matchAll(/ (?:x|y|x1|y1|x2|y2|cx|cy)="(-?[\d.]+)"/g)].map(([, n]) => Number(n));

describe("a scale", () => {
  it("holds every value in a few round steps", () => {
    fc.assert(fc.property(fc.array(days, { maxLength: 30 }), (values) => {
      const scale = scaleOf(values);
      assert.ok(values.every((v) => scale.from <= v && v <= scale.to && scale.from < scale.to));
      assert.ok(scale.steps.length >= 2 && scale.steps.length <= 10, String(scale.steps));
      assert.deepEqual([scale.steps[0], scale.steps.at(-1)], [scale.from, scale.to]);
      for (const v of values) assert.ok(at(scale, v, 100, 200) >= 100 && at(scale, v, 100, 200) <= 200);
    }));
  });

  it("starts at nought only where values come near it", () => {
    assert.deepEqual([scaleOf([30, 200]).from, scaleOf([420, 480]).from], [0, 400]);
  });
});

describe("words in lines", () => {
  it("lose none, and break only between words", () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 9 }), (some) => {
      const lines = wrapped(some.join(" "), 14);
      assert.equal(lines.join(" "), some.join(" "));
      assert.ok(lines.every((line) => line.length <= 14));
    }));
  });
});

describe("a ranked dot picture", () => {
  const svg = drawDots({
    title: "A1 of “Four & more”", unit: "days",
    rows: [{ name: "Tidewell", value: 401 }, { name: "Harrowmere (this authority)", value: 434, isOwn: true }, { name: "<Eastry>", value: null, instead: "x, suppressed" }],
    across: [{ name: "Threshold", value: 426, kind: "threshold" }, { name: "Average", value: 418, kind: "average" }],
  });

  it("says each name and figure in words, its own in another shape and bold", () => {
    for (const said of [">Tidewell<", ">401<", ">434<", ">Threshold 426<", ">Average 418<", "&lt;Eastry&gt;", "x, suppressed", 'aria-label="A1 of “Four &amp; more”"']) assert.ok(svg.includes(said), said);
    assert.equal(svg.match(/<circle/g)?.length, 1, "one other has a dot");
    assert.match(svg, /<path d="M[^>]*Z" fill="#1d3557"/);
    assert.match(svg, /font-weight="bold">Harrowmere/);
    assert.match(svg, /stroke-dasharray="7 4"/);
  });

  it("holds no style, no script and nothing of elsewhere, as a strict page asks", () => {
    assert.doesNotMatch(svg, / style=|<style|<script|href=/);
  });

  it("keeps within its edges, whatever it shows", () => {
    fc.assert(fc.property(fc.array(fc.option(days), { maxLength: 40 }), fc.array(days, { maxLength: 3 }), (values, across) => {
      const drawn = drawDots({ title: "", unit: "days", rows: values.map((value, i) => ({ name: `Authority number ${i} of a long name`, value })), across: across.map((value) => ({ name: "Average", value, kind: "average" as const })) });
      const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(drawn)!;
      assert.ok(numbersIn(drawn).every((n) => Number.isFinite(n) && n >= 0 && n <= Math.max(Number(width), Number(height))));
      assert.doesNotMatch(drawn, /NaN|undefined|Infinity/);
    }));
  });
});

describe("a picture of lines", () => {
  it("breaks a line where there is no figure, and tells lines apart without colour", () => {
    const svg = drawLines({
      title: "t", unit: "days", along: ["2021-24", "2022-25", "2023-26"],
      lines: [{ name: "Harrowmere, by its record", look: "own", values: [450, null, 434] }, { name: "Core cities", look: "first", values: [460, 455, null] }, { name: "Threshold", look: "threshold", values: [426, 426, 426] }],
    });
    const own = /<path d="([^"]+)"[^>]*stroke="#1d3557" stroke-width="3"/.exec(svg)?.[1] ?? "";
    assert.deepEqual([own.match(/M/g)?.length, own.includes("L")], [2, false], "two points with a gap between them");
    assert.equal(svg.match(/<rect x="[^0]/g)?.length, 3, "two squares, and the one of the key");
    assert.ok(svg.includes(">Core cities<"));
    const looks = Object.values(LOOKS).map(({ dash, mark, width }) => `${dash} ${mark} ${width}`);
    assert.equal(new Set(looks).size, looks.length);
  });

  it("is drawn where there is one window, or no figure at all", () => {
    for (const values of [[null], [0], []]) assert.doesNotMatch(drawLines({ title: "", unit: "%", along: values.map(() => "2025-26"), lines: [{ name: "a", look: "own", values }] }), /NaN|Infinity|undefined/);
  });
});
