import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Case, fold } from "../domain/chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../domain/chronology/sample.ts";
import { addDays, day, dayInWords } from "../domain/dates/day.ts";
import { anchorMoves } from "../domain/standards/anchor-moves.ts";
import type { Clock } from "../domain/standards/clock.ts";
import { compile, type CompiledPack, evaluate } from "../domain/standards/evaluate.ts";
import { explanationOf } from "../domain/standards/explain.ts";
import type { Example, Standard } from "../domain/standards/standard.ts";
import { loadCalendar } from "./calendar.ts";
import { loadPacks } from "./packs.ts";
import { loadStandards } from "./standards.ts";

const CALENDAR = loadCalendar();
const NATIONAL = loadStandards();
const BOOKS: readonly { readonly of: string; readonly standards: readonly Standard[]; readonly pack: CompiledPack }[] = [
  { of: "the national standards", standards: NATIONAL, pack: compile(NATIONAL) },
  ...loadPacks().map(({ id, standards }) => ({ of: id, standards, pack: compile([...NATIONAL, ...standards]) })),
];

const rowsOf = ({ chronology }: Example): SampleEntry[] => chronology.map((e) => ({ ...e, until: e.until ?? undefined }));
const worked = (s: Standard, rows: readonly SampleEntry[], pack: CompiledPack): { readonly c: Case; readonly clocks: readonly Clock[] } => {
  const c = fold(sampleEntries(rows));
  return { c, clocks: evaluate(c, pack, CALENDAR).filter(({ standard }) => standard === s.id) };
};

const PARTS = ["started", "arithmetic", "end", "version", "source", "owner", "evidence"] as const;

describe("why of a day", () => {
  for (const { of, standards, pack } of BOOKS) {
    it(`is answered in all its seven parts by every worked example of ${of}`, () => {
      let seen = 0;
      for (const standard of standards) {
        for (const example of standard.examples) {
          const { c, clocks } = worked(standard, rowsOf(example), pack);
          for (const clock of clocks) {
            const told = explanationOf(clock, c, pack, CALENDAR);
            seen++;
            for (const part of PARTS) assert.ok((told?.[part] ?? "").length > 3, `${standard.id}, “${example.says}”: nothing is said of ${part}`);
            if (clock.dueOn !== null) assert.ok(told?.arithmetic.includes(dayInWords(clock.dueOn)), `${standard.id}, “${example.says}”: ${dayInWords(clock.dueOn)} is not in “${told?.arithmetic}”`);
            assert.ok(told?.source.includes(standard.citation.provision));
          }
        }
      }
      assert.ok(seen >= standards.length);
    });
  }

  it("says of every lead time, planned and then put off by two weeks, from which date it moved", () => {
    const seen = BOOKS.flatMap(({ standards, pack }) => standards.flatMap((s) => (s.shape !== "lead-time" ? [] : s.examples.slice(0, 1).map((example) => {
      const rows = rowsOf(example);
      const [{ startedBy, startedOn } = { startedBy: null, startedOn: null }] = worked(s, rows, pack).clocks;
      assert.ok(startedBy !== null && startedOn !== null, s.id);
      const anchor = { ...rows[startedBy - 1]!, certainty: "planned" as const };
      const before = rows.map((row, i) => (i === startedBy - 1 ? anchor : row));
      const after: SampleEntry[] = [...before, { ...anchor, on: addDays(day(anchor.on), 14), supersedes: startedBy, cause: "moved" }];
      const { c, clocks } = worked(s, after, pack);
      const moved = anchorMoves(clocks.at(-1)!, c, pack, CALENDAR);
      assert.deepEqual([moved?.moves.at(-1)?.from, moved?.dueWas], [startedOn, worked(s, before, pack).clocks.at(-1)?.dueOn], s.id);
      return s.starts.map((o) => ("kind" in o ? o.kind : ""));
    }))));
    for (const kind of ["final-hearing", "medical-consultation", "introductions-start"] as const) assert.ok(seen.flat().includes(kind), kind);
  });
});
