import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../domain/chronology/fold.ts";
import { detailOf, KINDS } from "../domain/chronology/kinds.ts";
import { type SampleEntry, sampleEntries } from "../domain/chronology/sample.ts";
import { parseEntryInput } from "../domain/commands/entry-input.ts";
import { addDays, type Day } from "../domain/dates/day.ts";
import { type Clock, isOpen } from "../domain/standards/clock.ts";
import { type CompiledPack, compile, evaluate } from "../domain/standards/evaluate.ts";
import { type Standard } from "../domain/standards/standard.ts";
import { type AnswerWay, answersOf, wayInWords } from "../domain/work/answers.ts";
import { loadCalendar } from "./calendar.ts";
import { loadPacks } from "./packs.ts";
import { loadStandards } from "./standards.ts";

const calendar = loadCalendar();
const sets = [{ id: "national", standards: loadStandards() }, ...loadPacks()];
const all = sets.flatMap(({ standards }) => standards);
const named = (id: string): Standard => all.find((s) => s.id === id) ?? assert.fail(id);

/** What must be said of a kind and is not preset, filled in with anything. */
function filled({ kind, preset, among }: AnswerWay): Record<string, string> {
  const required = Object.entries(detailOf(kind)).filter(([, field]) => field.required === true).map(([name, { type, codes }]) => [name, type === "code" ? Object.keys(codes ?? {})[0]! : type === "day" ? "2026-06-30" : "X"] as const);
  return { ...Object.fromEntries(required), ...Object.fromEntries(Object.entries(among).map(([name, values]) => [name, values[0]!])), ...preset };
}

/** Is an open clock of one of the standard’s own examples stopped by an entry made this way? `null`: no example leaves one open. */
function stops(s: Standard, way: AnswerWay, pack: CompiledPack): boolean | null {
  let tried = false;
  for (const { chronology, today } of s.examples) {
    const said: SampleEntry[] = chronology.map((e) => ({ ...e, until: e.until ?? undefined }));
    // As it would be had nobody answered.
    const answered = new Set(clocksOf(s, said, pack).map((k) => k.stoppedBy));
    const rows = said.filter((_, i) => !answered.has(i + 1));
    for (const clock of clocksOf(s, rows, pack).filter(isOpen)) {
      tried = true;
      const days = [today, clock.startedOn ?? today, addDays(clock.startedOn ?? today, 1), addDays(today, 10)];
      if (days.some((on) => isStopped(s, way, pack, rows, clock, on))) return true;
    }
  }
  return tried ? false : null;
}

const clocksOf = (s: Standard, rows: readonly SampleEntry[], pack: CompiledPack): readonly Clock[] =>
  evaluate(fold(sampleEntries(rows)), pack, calendar).filter((k) => k.standard === s.id);

function isStopped(s: Standard, way: AnswerWay, pack: CompiledPack, rows: readonly SampleEntry[], clock: Clock, on: Day): boolean {
  const parsed = parseEntryInput({ kind: way.kind, happenedOn: on, certainty: "actual", detail: filled(way) });
  if (!("draft" in parsed)) return false;
  const times = s.shape === "cap" ? (s.atLeast ?? 1) : s.shape === "by-event" && s.id === "CBED-02" ? 2 : 1;
  const added = Array.from({ length: times }, (_, i): SampleEntry => ({ kind: way.kind, on: addDays(on, i), detail: parsed.draft.detail }));
  return clocksOf(s, [...rows, ...added], pack).some((k) => k.occurrence === clock.occurrence && k.startedBy === clock.startedBy && k.stoppedOn !== null);
}

for (const { id, standards } of sets) {
  describe(`how the standards of ${id} are answered`, () => {
    const pack = compile(id === "national" ? standards : [...loadStandards(), ...standards]);
    it("each has a way that is recorded by hand, or says why it is kept to", () => {
      for (const s of standards) {
        const { ways, keptTo } = answersOf(s);
        assert.equal(ways.length > 0, keptTo === null, s.id);
        for (const way of ways) assert.ok("draft" in parseEntryInput({ kind: way.kind, happenedOn: "2026-01-05", certainty: "actual", detail: filled(way) }), `${s.id}: ${wayInWords(way)}`);
      }
    });
    it("and what is recorded so stops the clocks that its own examples leave open", () => {
      const found = standards.flatMap((s) => answersOf(s).ways.map((way) => [s.id, wayInWords(way), stops(s, way, pack)] as const));
      assert.deepEqual(found.filter(([, , stopped]) => stopped === false), []);
      // Of what is out of force no clock is left open.
      const lapsed = new Set(standards.filter((s) => s.lapses).map((s) => s.id));
      assert.deepEqual(found.filter(([standard, , stopped]) => stopped === null && !lapsed.has(standard)), []);
    });
  });
}

describe("a way to answer", () => {
  it("says already what it must say, and asks only what may differ", () => {
    assert.deepEqual(answersOf(named("LEIC-68b")).ways, [{ kind: "new-record-opened", preset: { noted: "yes" }, among: {} }]);
    assert.deepEqual(answersOf(named("LEIC-41b")).ways, [{ kind: "match-decision", preset: { outcome: "made" }, among: {} }]);
    assert.deepEqual(answersOf(named("LEIC-41a")).ways, [{ kind: "match-decision", preset: {}, among: { outcome: ["made", "refused"] } }]);
    assert.deepEqual(answersOf(named("LEIC-51")).ways, [{ kind: "pause-and-plan", preset: { moveConfirmed: "yes" }, among: {} }]);
    assert.deepEqual(answersOf(named("LEIC-17a")).ways.map(wayInWords), ["Profile opened to all adopters nationally", "Profile completed and visible (Who can see it: All approved adopters)"].map((w, i) => (i === 0 ? KINDS["profile-opened-nationally"].label : w)));
  });

  it("there is none for what is kept to, which says what ends it", () => {
    assert.match(answersOf(named("LEIC-18a")).keptTo ?? "", /kept to, not done: it ends with “Matching meeting”/);
    assert.match(answersOf(named("CBED-10")).keptTo ?? "", /ends when “Legal status” \(legal status: .*\) does/);
    assert.match(answersOf(named("TC-38b")).keptTo ?? "", /ends with the end of “Legal status”/);
    assert.deepEqual(answersOf(named("CBED-08")).ways.map(({ kind }) => kind), ["placed-for-adoption"]);
  });
});
