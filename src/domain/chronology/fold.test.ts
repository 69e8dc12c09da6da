import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { day } from "../dates/day.ts";
import { fold, without } from "./fold.ts";
import { sampleEntries } from "./sample.ts";

describe("the fold", () => {
  it("keeps a correction and puts what it replaced in the history", () => {
    const c = fold(sampleEntries([
      { kind: "placement-order", on: "2026-01-05" },
      { kind: "placement-order", on: "2026-01-06", supersedes: 1, cause: "corrected" },
      { kind: "placement-order", on: "2026-01-07", supersedes: 2, cause: "corrected" },
    ]));
    assert.deepEqual(c.entries.map((e) => e.number), [3]);
    assert.deepEqual(c.history.get(3)?.map((e) => e.number), [2, 1]);
  });

  it("takes a withdrawn entry out of force and remembers that it was withdrawn", () => {
    const c = fold(sampleEntries([
      { kind: "review", on: "2026-01-05" },
      { kind: "review", on: "2026-01-05", supersedes: 1, cause: "entered-in-error" },
    ]));
    assert.deepEqual(c.entries, []);
    assert.deepEqual(c.withdrawn.map((e) => e.number), [2]);
  });

  it("says when two periods on one track share days, and not when they meet", () => {
    const meeting = sampleEntries([
      { kind: "legal-status", on: "2026-01-05", until: "2026-02-05", detail: { status: "C1" } },
      { kind: "legal-status", on: "2026-02-05", detail: { status: "E1" } },
    ]);
    assert.deepEqual(fold(meeting).problems, []);
    const sharing = sampleEntries([
      { kind: "legal-status", on: "2026-01-05", detail: { status: "C1" } },
      { kind: "legal-status", on: "2026-02-05", detail: { status: "E1" } },
    ]);
    assert.deepEqual(fold(sharing).problems.map((p) => p.entries), [[1, 2]]);
  });

  it("answers as we knew it then: a correction recorded later is not yet known", () => {
    const entries = sampleEntries([
      { kind: "review", on: "2026-01-05", recordedOn: "2026-01-06" },
      { kind: "review", on: "2026-01-08", recordedOn: "2026-03-01", supersedes: 1, cause: "corrected" },
    ]);
    assert.deepEqual(fold(entries, { knownOn: day("2026-02-01") }).entries.map((e) => e.happenedOn), ["2026-01-05"]);
    assert.deepEqual(fold(entries, { knownOn: day("2026-03-01") }).entries.map((e) => e.happenedOn), ["2026-01-08"]);
  });

  it("answers as it stood then: what had not happened is gone, and what had not ended is open", () => {
    const entries = sampleEntries([
      { kind: "looked-after", on: "2026-01-05", until: "2026-05-01" },
      { kind: "placement-order", on: "2026-03-01" },
      { kind: "matching-panel", on: "2026-06-01", certainty: "planned" },
    ]);
    const c = fold(entries, { stoodOn: day("2026-02-01") });
    assert.deepEqual(c.entries.map((e) => [e.kind, e.until]), [["looked-after", undefined], ["matching-panel", undefined]]);
  });

  it("tells the same case whatever order the entries come in", () => {
    const entries = sampleEntries([
      { kind: "looked-after", on: "2025-01-05" },
      { kind: "review", on: "2025-02-05" },
      { kind: "review", on: "2025-02-07", supersedes: 2, cause: "corrected" },
      { kind: "legal-status", on: "2025-01-05", detail: { status: "C1" } },
      { kind: "review", on: "2025-02-07" },
      { kind: "visit", on: "2025-02-01" },
      { kind: "visit", on: "2025-02-01", supersedes: 6, cause: "duplicate" },
    ]);
    const expected = fold(entries);
    fc.assert(fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
      const c = fold(shuffled);
      assert.deepEqual(c.entries, expected.entries);
      assert.deepEqual(c.history, expected.history);
    }));
  });

  it("leaves one entry out for a correction to be judged against", () => {
    const c = fold(sampleEntries([{ kind: "review", on: "2025-02-05" }, { kind: "review", on: "2025-05-05" }]));
    assert.deepEqual(without(c, 1).of("review").map((e) => e.number), [2]);
  });
});
