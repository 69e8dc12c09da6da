import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { asKept, type BoxStands, decideSave, settled } from "./saving.ts";
import { leftInWords, spentAfter, timeLeft } from "./time-left.ts";

const text = fc.string({ maxLength: 6 });
const window = fc.constantFrom("a", "b");
const stands = fc.option(fc.record({ text, revision: fc.integer({ min: 1, max: 5 }), typedIn: fc.option(window, { nil: null }), nth: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }) }), { nil: undefined });
const typing = fc.record({ text, basedOn: fc.integer({ min: 0, max: 5 }), from: fc.record({ window, nth: fc.integer({ min: 1, max: 9 }) }) });

describe("what becomes of words that were typed", () => {
  it("goes into the box over nobody else’s words that whoever typed had not seen, and only with the pen", () =>
    fc.assert(fc.property(stands, typing, fc.boolean(), fc.boolean(), (had, typed, holdsPen, locked) => {
      const decision = decideSave(had, typed, { holdsPen, locked });
      if (decision.do === "save") {
        assert.ok(holdsPen && !locked);
        assert.equal(decision.over, had?.revision ?? 0);
        assert.ok(had === undefined || had.revision <= typed.basedOn || had.typedIn === typed.from.window);
      }
      // Nothing is dropped but what the box says already, and what the same window has typed over since.
      if (decision.do === "nothing") assert.ok(typed.text === (had?.text ?? "") || (had?.typedIn === typed.from.window && typed.from.nth <= (had.nth ?? 0)));
    })));

  it("is beside the box because of the lock first, then the pen, then the time", () => {
    const had: BoxStands = { text: "theirs", revision: 2, typedIn: "b", nth: 1 };
    const mine = { text: "mine", basedOn: 1, from: { window: "a", nth: 1 } };
    for (const [holdsPen, locked, because] of [[true, true, "correction"], [false, false, "without-pen"], [true, false, "same-time"]] as const) {
      assert.deepEqual(decideSave(had, mine, { holdsPen, locked }), { do: "beside", because });
    }
    assert.deepEqual(decideSave(had, { ...mine, basedOn: 2 }, { holdsPen: true, locked: false }), { do: "save", over: 2 });
  });

  it("once settled loses neither text when they are joined", () =>
    fc.assert(fc.property(text, text, (box, beside) => {
      const joined = settled(box, beside, "joined");
      assert.ok(joined.includes(beside) && joined.includes(box.trim()));
      assert.deepEqual([settled(box, beside, "taken"), settled(box, beside, "left")], [beside, box]);
    })));

  it("has one kind of line end", () => assert.equal(asKept("a\r\nb\rc\nd"), "a\nb\nc\nd"));
});

describe("the time of a part", () => {
  it("is left, then over", () => assert.deepEqual([leftInWords(timeLeft(10, 65)), leftInWords(timeLeft(1, 125))], ["8:55 left", "1:05 over"]));
  it("grows with each item, and not by a clock that was put back", () =>
    assert.deepEqual([spentAfter({ a: 60 }, "a", 30.9), spentAfter({ a: 60 }, "b", 5), spentAfter({ a: 60 }, "a", -100)], [{ a: 90 }, { a: 60, b: 5 }, { a: 60 }]));
});
