import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { fold } from "../chronology/fold.ts";
import { sampleEntries } from "../chronology/sample.ts";
import { addDays, day, type Day } from "../dates/day.ts";
import { bookOf, type Library, publishedBy, versionOn } from "./book.ts";
import { type Decided, type StandardsChange, undecided } from "./change.ts";
import { checkPack } from "./check-pack.ts";
import { compile, inForce } from "./compile.ts";
import { evaluate } from "./evaluate.ts";
import { sampleCalendar, sampleStandards } from "./sample-standards.ts";

const RULE = { starts: ["plan-decision"], stops: ["placement-order"], moot: ["adoption-order"] } as const;
const NATIONAL = sampleStandards({ ...RULE, id: "TN-01", force: "statute", within: "8 weeks", effect: { from: "2010-01-01" } }, { ...RULE, id: "TN-02", force: "nms", within: "6 months", confirmed: false });
const PACK = { id: "sample-2020", title: "A pack", source: "A council", approvedBy: null, approvedOn: null, responsible: null, reviewDueOn: null, rows: [], sameAs: [], standards: sampleStandards({ ...RULE, id: "TP-01", within: "4 weeks" }) };
const LIBRARY: Library = { national: NATIONAL, packs: [PACK] };
/** A standard as a file has it. */
const document = (id: string, within: string, over: object = {}): unknown => ({
  ...RULE, id, title: "Ours", shape: "deadline", force: "local", confirmed: true, citation: { provision: "1", source: "Ours" }, owner: "social-worker", evidence: "The record",
  examples: [{ says: "Nothing", chronology: [], today: "2026-01-01", clocks: [] }], within, ...over,
});
const decided = (...changes: readonly StandardsChange[]): Decided => ({ authority: "A", revision: changes.length, changes: changes.map((change, i) => ({ number: i + 1, at: "", by: "lead", reason: "why", change })) });
const stretches = (id: string, ...changes: readonly StandardsChange[]) =>
  (bookOf(LIBRARY, decided(...changes)).versions.get(id) ?? []).map(({ standard: s, origin }) => [s.effect.from, s.effect.until, "within" in s ? s.within?.count : null, origin.from]);
const [D1, D2, D3] = [day("2025-01-01"), day("2025-06-01"), day("2026-01-01")];
const set = (within: string, from: Day, id = "TN-01"): StandardsChange => ({ type: "set-standard", document: document(id, within, id === "TN-01" ? { force: "statute" } : {}), from });

describe("an authority's book", () => {
  it("is the national standards, the same objects, where nothing was decided", () => {
    assert.deepEqual(bookOf(LIBRARY, undecided("A")).standards, NATIONAL);
    assert.equal(bookOf(LIBRARY, undecided("A")).standards[0], NATIONAL[0]);
  });
  it("holds a pack from the day it is adopted until the day it is left", () => {
    assert.deepEqual(stretches("TP-01", { type: "adopt-pack", pack: PACK.id, from: D1 }), [[D1, null, 4, "pack"]]);
    assert.deepEqual(stretches("TP-01", { type: "adopt-pack", pack: PACK.id, from: D1 }, { type: "leave-pack", pack: PACK.id, from: D2 }, { type: "adopt-pack", pack: PACK.id, from: D3 }), [[D1, D2, 4, "pack"], [D3, null, 4, "pack"]]);
    assert.deepEqual(stretches("TP-01", { type: "adopt-pack", pack: PACK.id, from: D2 }, { type: "leave-pack", pack: PACK.id, from: D1 }), []);
    assert.deepEqual(stretches("TP-01", { type: "adopt-pack", pack: PACK.id, from: D2 }, { type: "adopt-pack", pack: PACK.id, from: D1 }), [[D1, null, 4, "pack"]]);
  });
  it("sets its own version in the place of another from its day, and the next in the place of that, in whatever order they were decided", () => {
    const expected = [["2010-01-01", D1, 8, "national"], [D1, D2, 7, "own"], [D2, null, 6, "own"]];
    assert.deepEqual(stretches("TN-01", set("7 weeks", D1), set("6 weeks", D2)), expected);
    assert.deepEqual(stretches("TN-01", set("6 weeks", D2), set("7 weeks", D1)), expected);
    assert.deepEqual(stretches("TN-01", set("6 weeks", D2), set("5 weeks", D2)).at(-1), [D2, null, 5, "own"]);
  });
  it("ends a standard from a day, and keeps its own version of a pack's when the pack is left", () => {
    assert.deepEqual(stretches("TP-01", { type: "adopt-pack", pack: PACK.id, from: D1 }, { type: "end-standard", id: "TP-01", from: D2 }), [[D1, D2, 4, "pack"]]);
    assert.deepEqual(stretches("TP-01", { type: "adopt-pack", pack: PACK.id, from: D1 }, set("3 weeks", D2, "TP-01"), { type: "leave-pack", pack: PACK.id, from: D3 }), [[D1, D2, 4, "pack"], [D2, null, 3, "own"]]);
  });
  it("takes an advisory standard as confirmed, but not what is written after", () => {
    const book = (...changes: readonly StandardsChange[]) => bookOf(LIBRARY, decided(...changes)).versions.get("TN-02")!.map(({ standard, confirmedBy }) => [standard.confirmed, confirmedBy]);
    assert.deepEqual(book(), [[false, null]]);
    assert.deepEqual(book({ type: "confirm-standard", id: "TN-02" }), [[true, 1]]);
    const own = { type: "set-standard", document: document("TN-02", "5 months", { force: "nms", confirmed: false }), from: D1 } as const;
    assert.deepEqual(book({ type: "confirm-standard", id: "TN-02" }, own), [[true, 1], [false, null]]);
    assert.deepEqual(book(own, { type: "confirm-standard", id: "TN-02" }), [[true, 2], [true, 2]]);
  });
  it("keeps what it set and a later program does not understand, with why, and goes by what there was before", () => {
    const unknown: StandardsChange = { type: "set-standard", document: document("TN-01", "5 weeks", { force: "statute", starts: ["a-kind-that-was-taken-away"] }), from: D2 };
    const book = bookOf(LIBRARY, decided(set("7 weeks", D1), unknown, { type: "set-standard", document: "nothing", from: D1 }));
    assert.deepEqual(book.versions.get("TN-01")!.map(({ standard: s }) => [s.effect.from, s.effect.until]), [["2010-01-01", D1], [D1, null]]);
    assert.deepEqual(book.unreadable.map(({ id, change, from, until }) => [id, change, from, until]), [["TN-01", 2, D2, null], ["", 3, D1, null]]);
    assert.match(book.unreadable[0]!.why, /^At starts.*a-kind-that-was-taken-away/);
    assert.deepEqual(bookOf(LIBRARY, decided(unknown, set("6 weeks", D2))).unreadable, [], "what was set in its place is understood");
    assert.deepEqual(bookOf(LIBRARY, decided(unknown, set("6 weeks", D3))).unreadable.map(({ until }) => until), [D3]);
  });
  it("offers what its agency published", () => {
    assert.deepEqual([...publishedBy(decided({ type: "publish-pack", pack: PACK.id })).keys()], [PACK.id]);
  });
  it("judges a clock by the version in force when it started, and one that started before a pack by none of it", () => {
    const { standards } = bookOf(LIBRARY, decided(set("7 weeks", D1), { type: "adopt-pack", pack: PACK.id, from: D2 }));
    const clocks = (on: string) => evaluate(fold(sampleEntries([{ kind: "plan-decision", on }])), compile(standards), sampleCalendar()).map(({ standard, dueOn }) => [standard, dueOn]);
    assert.deepEqual(clocks("2024-12-31").filter(([id]) => id !== "TN-02"), [["TN-01", addDays(day("2024-12-31"), 56)]]);
    assert.deepEqual(clocks("2025-01-01").filter(([id]) => id !== "TN-02"), [["TN-01", addDays(D1, 49)]]);
    assert.deepEqual(clocks("2025-06-01").filter(([id]) => id !== "TN-02"), [["TN-01", addDays(D2, 49)], ["TP-01", addDays(D2, 28)]]);
  });

  const on = fc.integer({ min: 0, max: 12 }).map((n) => addDays(D1, n));
  const change: fc.Arbitrary<StandardsChange> = fc.oneof(
    on.map((from): StandardsChange => ({ type: "adopt-pack", pack: PACK.id, from })),
    on.map((from): StandardsChange => ({ type: "leave-pack", pack: PACK.id, from })),
    fc.tuple(on, fc.constantFrom("TN-01", "TP-01", "TO-01"), fc.integer({ min: 1, max: 8 })).map(([from, id, n]) => set(`${n} weeks`, from, id)),
    fc.tuple(on, fc.constantFrom("TP-01", "TO-01")).map(([from, id]): StandardsChange => ({ type: "end-standard", id, from })),
    fc.constant<StandardsChange>({ type: "confirm-standard", id: "TN-02" }),
  );
  it("has, whatever was decided, one version of a standard in force on a day at most, and what was last decided for that day", () => {
    fc.assert(fc.property(fc.array(change, { maxLength: 12 }), fc.integer({ min: -2, max: 14 }), (changes, n) => {
      const book = bookOf(LIBRARY, decided(...changes));
      assert.deepEqual(checkPack(book.standards).filter(({ message }) => /at once/.test(message)), []);
      const today = addDays(D1, n);
      for (const [id, versions] of book.versions) {
        assert.ok(versions.filter(({ standard }) => inForce(standard, today)).length <= 1, id);
        const own = changes.map((made, i) => ({ made, i })).filter(({ made }) => (made.type === "set-standard" ? (made.document as { id: string }).id === id : made.type === "end-standard" && made.id === id) && "from" in made && made.from <= today);
        const last = own.toSorted((a, b) => (("from" in a.made ? a.made.from : "") < ("from" in b.made ? b.made.from : "") ? -1 : "from" in a.made && "from" in b.made && a.made.from === b.made.from ? a.i - b.i : 1)).at(-1);
        if (last === undefined) continue;
        const now = versionOn(versions, today);
        const isNow = now !== undefined && inForce(now.standard, today);
        assert.deepEqual(isNow ? now.origin : null, last.made.type === "set-standard" ? { from: "own", change: last.i + 1 } : null);
      }
    }));
  });
});
