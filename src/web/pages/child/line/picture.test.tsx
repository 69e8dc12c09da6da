import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { sampleEntries, type SampleEntry } from "../../../../domain/chronology/sample.ts";
import { CERTAINTIES, type Certainty } from "../../../../domain/chronology/entry.ts";
import { fold } from "../../../../domain/chronology/fold.ts";
import { isPeriodKind, type Kind, KIND_CODES } from "../../../../domain/chronology/kinds.ts";
import { day, dayOfEpoch } from "../../../../domain/dates/day.ts";
import { lineOf, type LineModel } from "./model.ts";
import { LinePicture } from "./picture.tsx";
import { LineTable } from "./table.tsx";
import { LineUpright, shortDay } from "./upright.tsx";

const today = day("2026-11-20");
const model = (rows: readonly SampleEntry[]): LineModel => lineOf(fold(sampleEntries(rows)), today, [], []);
const drawn = (line: LineModel, width: number): string => String(<LinePicture model={line} width={width} sized="" />);
const upright = (line: LineModel): string => String(<LineUpright model={line} sized="" />);

const anyDay = fc.integer({ min: 18_000, max: 21_500 }).map(dayOfEpoch);
const anyEntry = fc.record({
  kind: fc.constantFrom<Kind>(...KIND_CODES), on: anyDay, length: fc.integer({ min: 1, max: 900 }), open: fc.boolean(),
  certainty: fc.constantFrom<Certainty>(...Object.keys(CERTAINTIES) as Certainty[]),
}).map(({ kind, on, length, open, certainty }): SampleEntry =>
  ({ kind, on, certainty, ...(isPeriodKind(kind) && !open ? { until: dayOfEpoch(Date.parse(on) / 86_400_000 + length) } : {}) }));

describe("the picture of the line", () => {
  test("can be drawn of any chronology, with nothing outside it and no style in it", () => {
    fc.assert(fc.property(fc.array(anyEntry, { maxLength: 30 }), fc.constantFrom(720, 1080), (rows, width) => {
      const line = model(rows);
      const svg = drawn(line, width);
      assert.ok(!/NaN|undefined|Infinity|style=/.test(svg));
      for (const [, x] of svg.matchAll(/ (?:cx|x1|x2|x)="(-?[\d.]+)"/g)) assert.ok(Number(x) >= 0 && Number(x) <= width + 1, `${x} of ${width}`);
      assert.equal(svg.split("<circle").length - 1, line.marks.filter((m) => m.state !== "late").length, "every mark is drawn");
    }), { numRuns: 60 });
  });

  test("stands upright for a narrow screen: every mark in it, every step with its date beside it, no text on another", () => {
    fc.assert(fc.property(fc.array(anyEntry, { maxLength: 30 }), (rows) => {
      const line = model(rows);
      const svg = upright(line);
      assert.ok(!/NaN|undefined|Infinity|style=/.test(svg));
      const [, tall] = /viewBox="0 0 320 (\d+)"/.exec(svg) ?? [];
      for (const [, y] of svg.matchAll(/ (?:cy|y1|y2|y)="(-?[\d.]+)"/g)) assert.ok(Number(y) >= 0 && Number(y) <= Number(tall), `${y} of ${tall}`);
      assert.equal(svg.split("<circle").length - 1, line.marks.filter((m) => m.state !== "late").length);
      const said = [...svg.matchAll(/<text class="pt-line__(?:label|today-label|threshold-label)[^>]* y="([\d.]+)">([^<]*)/g)].map(([, y, text]) => ({ y: Number(y), text: text! }));
      said.slice(1).forEach(({ y }, i) => assert.ok(y - said[i]!.y >= 12, `${said[i]!.text} and ${said[i + 1]!.text}`));
      const words = said.map(({ text }) => text).join(" ");
      for (const { on, step } of line.marks) if (step) assert.ok(words.includes(shortDay(on)), `${on} in ${words}`);
    }), { numRuns: 60 });
  });

  test("tells actual, provisional, planned and late apart by shape, and each with its date", () => {
    const line = lineOf(
      fold(sampleEntries([
        { kind: "looked-after", on: "2025-04-01" }, { kind: "placement-order", on: "2025-10-08" },
        { kind: "linking-meeting", on: "2026-12-10", certainty: "provisional" }, { kind: "matching-panel", on: "2027-02-10", certainty: "planned" },
      ])),
      today, [{ title: "Match decided", dueOn: day("2026-04-08") }], [{ on: day("2026-06-01"), label: "A10 threshold: 426 days" }],
    );
    for (const svg of [drawn(line, 1080), upright(line)]) {
      for (const state of ["actual", "provisional", "planned", "late"]) assert.ok(svg.includes(`pt-mark--${state}`), state);
      for (const said of ["Placement order, 8 October 2025 (actual)", "Linking meeting, 10 December 2026 (provisional)", "Matching panel, 10 February 2027 (planned)", "Was due: Match decided, 8 April 2026 (late)", "A10 threshold"]) {
        assert.ok(svg.includes(said), said);
      }
    }
  });

  test("its table has every band, mark and threshold that the picture has", () => {
    fc.assert(fc.property(fc.array(anyEntry, { maxLength: 20 }), (rows) => {
      const line = model(rows);
      const bands = line.lanes.reduce((n, lane) => n + lane.bands.length, 0);
      assert.equal(String(<LineTable model={line} />).split("<tr>").length - 2, bands + line.marks.length + line.thresholds.length);
    }), { numRuns: 40 });
  });

  test("leaves out a birth years before anything else, and shows one just before", () => {
    const marks = (born: string) => model([{ kind: "birth", on: born }, { kind: "looked-after", on: "2025-04-01" }]).marks.map((m) => m.label);
    assert.deepEqual(marks("2015-01-01"), ["Came into care"]);
    assert.deepEqual(marks("2025-03-20"), ["Born", "Came into care"]);
  });
});
