import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { fold } from "../chronology/fold.ts";
import { type SampleEntry, sampleEntries } from "../chronology/sample.ts";
import { sealRecord, undoSeal } from "../commands/seal-record.ts";
import { addDays, day } from "../dates/day.ts";
import { type Disclosure, standingAt, whyNotDecide, whyNotUse } from "./disclosure.ts";
import { asInput, type AdoptiveSide, type AdoptiveSideInput, readAdoptiveSide } from "./household.ts";
import { formsIn, hitsIn, LONGEST_FORM, protectedForms } from "./protected-words.ts";
import { sealOf } from "./sealing.ts";

const ORDER = day("2026-06-15");
const caseOf = (...rows: readonly SampleEntry[]) => fold(sampleEntries(rows));
const ordered: SampleEntry = { kind: "adoption-order", on: ORDER };
const closed: SampleEntry = { kind: "closure-summary", on: "2026-07-20" };
const unmet = (rows: readonly SampleEntry[], today: string): readonly string[] => sealOf(caseOf(...rows), day(today)).steps.flatMap(({ step, met }) => (met ? [] : [step]));

describe("sealing", () => {
  test("waits for the order, the time to appeal, any appeal and the closure summary", () => {
    assert.deepEqual(unmet([], "2026-08-01"), ["order"]);
    assert.deepEqual(unmet([{ ...ordered, certainty: "planned" }, closed], "2026-08-01"), ["order"]);
    assert.deepEqual(unmet([ordered], "2026-07-01"), ["appeal-window", "closure"]);
    assert.deepEqual(unmet([ordered, closed], "2026-08-01"), []);
    assert.deepEqual(unmet([ordered, { ...closed, certainty: "provisional" }], "2026-08-01"), ["closure"], "a summary that waits for its manager is not signed");
    assert.deepEqual(unmet([{ kind: "closure-summary", on: "2026-06-01" }, ordered], "2026-08-01"), ["closure"], "nor is one from before the order");
    const appeal: SampleEntry = { kind: "appeal-lodged", on: "2026-06-30" };
    assert.deepEqual(unmet([ordered, closed, appeal], "2026-08-01"), ["no-appeal"]);
    assert.deepEqual(unmet([ordered, closed, appeal, { kind: "appeal-determined", on: "2026-07-30" }], "2026-08-01"), []);
    assert.deepEqual(unmet([{ kind: "appeal-lodged", on: "2025-06-30" }, ordered, closed], "2026-08-01"), [], "an appeal against the placement order is another matter");
  });

  test("can be done from the day after the last day to appeal, whatever day the order was made", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 60 }), (from, after) => {
      const on = addDays(day("2020-01-01"), from);
      const state = sealOf(caseOf({ kind: "adoption-order", on }, { kind: "closure-summary", on }), addDays(on, after));
      assert.equal(state.ready, after > 21);
      assert.equal(state.from, addDays(on, 22));
    }));
  });

  test("can be done from the last of its days, and says that a seal was undone until the order is put right", () => {
    const from = (...rows: readonly SampleEntry[]) => sealOf(caseOf(ordered, ...rows), day("2026-12-01")).from;
    assert.deepEqual([from(), from({ kind: "closure-summary", on: "2026-06-20" }), from(closed)], ["2026-07-07", "2026-07-07", "2026-07-20"]);
    assert.equal(from(closed, { kind: "appeal-lodged", on: "2026-06-30" }, { kind: "appeal-determined", on: "2026-08-02" }), "2026-08-02");
    const sealed: SampleEntry = { kind: "record-sealed", on: "2026-07-30" };
    const undone: SampleEntry = { kind: "seal-undone", on: "2026-07-31", detail: { why: "Mistake", agreedBy: "x" } };
    const undoneIn = (...rows: readonly SampleEntry[]) => sealOf(caseOf(...rows), day("2026-12-01")).undone?.kind;
    assert.equal(undoneIn(ordered, closed, sealed, undone), "seal-undone");
    assert.equal(undoneIn(ordered, closed, sealed, undone, { ...ordered, supersedes: 1, cause: "corrected" }), undefined, "the order was put right since");
    assert.equal(undoneIn(ordered, closed, sealed, undone, sealed), undefined, "and sealed again");
  });

  test("is refused untold, untimely and twice, and undone only where there is one", () => {
    const today = day("2026-08-01");
    const seal = (rows: readonly SampleEntry[], understood = true) => sealRecord(caseOf(...rows), { understood }, today);
    assert.deepEqual(seal([ordered, closed], false), { accepted: false, refusals: [{ field: "understood", message: "Tick to say that you have read what will happen" }] });
    assert.equal(seal([ordered]).accepted, false);
    assert.equal(seal([ordered, closed]).accepted, true);
    const sealed: SampleEntry = { kind: "record-sealed", on: "2026-07-30" };
    const undone: SampleEntry = { kind: "seal-undone", on: "2026-07-30", detail: { why: "Set aside", agreedBy: "x" } };
    assert.equal(seal([ordered, closed, sealed]).accepted, false);
    assert.equal(seal([ordered, closed, sealed, undone]).accepted, true);
    const undo = (rows: readonly SampleEntry[]) => undoSeal(caseOf(...rows), { why: "Set aside", agreedBy: "somebody" }, today).accepted;
    assert.deepEqual([undo([ordered]), undo([ordered, sealed]), undo([ordered, sealed, undone]), undo([ordered, sealed, undone, sealed])], [false, true, false, true]);
  });
});

const EMPTY: AdoptiveSideInput = { given1: "", family1: "", given2: "", family2: "", address: "", town: "", postcode: "", phones: "", email: "", childGiven: "", childFamily: "", newRecord: "", nhsNumber: "", pupilNumber: "" };
const WHOLE: AdoptiveSideInput = {
  ...EMPTY, given1: "Orlaith Mae", family1: "Wrenfeather-Stoke", given2: "Tarquin", family2: "O’Marlpit", address: "Flat 2\n47b Tanglewood Street, The Hollows", town: "Nether Quillby",
  postcode: "zq7 4tw", phones: "07700 900123", email: "orlaith@wrenfeather.example", childGiven: "Bramble Rose", childFamily: "Wrenfeather-Stoke", newRecord: "AD-40417", nhsNumber: "999 123 4567",
};
function sideOf(input: AdoptiveSideInput): AdoptiveSide {
  const read = readAdoptiveSide(input, true);
  assert.ok("side" in read, JSON.stringify(read));
  return read.side;
}

describe("what is put down of the adoptive side", () => {
  test("is read, and shown again as it was written", () => {
    const side = sideOf(WHOLE);
    assert.deepEqual(side.household?.adopters[1], { givenNames: "Tarquin", familyName: "O’Marlpit" });
    assert.deepEqual(asInput(side), { ...WHOLE, postcode: "ZQ7 4TW" });
    assert.deepEqual(sideOf(asInput(side)), side);
  });

  test("is refused with the field that is wrong", () => {
    for (const [change, ordered, field] of [
      [{ family1: "", given1: "", family2: "", given2: "" }, true, "family1"], [{ family2: "" }, true, "family2"], [{ postcode: "nowhere" }, true, "postcode"], [{ email: "nobody" }, true, "email"],
      [{}, false, "childFamily"], [{ childFamily: "" }, true, "childFamily"], [{ town: "x".repeat(201) }, true, "town"],
    ] as const) {
      const read = readAdoptiveSide({ ...WHOLE, ...change }, ordered);
      assert.deepEqual("refusals" in read ? read.refusals.map((r) => r.field) : [], [field], JSON.stringify(change));
    }
    assert.ok("refusals" in readAdoptiveSide(EMPTY, true) && "refusals" in readAdoptiveSide(EMPTY, false));
  });
});

describe("the check of a text", () => {
  const forms = protectedForms(sideOf(WHOLE), "Bramble");
  const typed = (text: string): readonly string[] => hitsIn(text, (form) => forms.has(form)).map((hit) => hit.typed);

  test("finds what is protected however it is written, and says where", () => {
    assert.deepEqual(typed("Dear both,\nMRS WRENFEATHER STOKE and Mr O'Marlpit"), ["WRENFEATHER STOKE", "O'Marlpit"]);
    assert.deepEqual(hitsIn("one\ntwo\n at ZQ74TW.", (form) => forms.has(form)), [{ start: 12, end: 18, typed: "ZQ74TW", line: 3 }]);
    for (const text of ["the Wrenfeathers’ house", "Stoke", "omarlpit", "47B  tanglewood st.", "Tanglewood Street", "z q 7-4 t w", "+44 (0)7700 900 123", "00447700900123", "Rose", "Wrenfeather-Stoke, Bramble",
      "AD 40417", "9991234567", "in NetherQuillby", "Nether\nQuillby", "WRÉNFEATHER", "MrWrenfeather", "wren\u00ADfeather", "orlaith(at)wrenfeather", "ZQ7"]) {
      assert.notDeepEqual(typed(text), [], text);
    }
  });

  test("finds letters that only look like them, and those written as HTML entities, and shows what was typed", () => {
    assert.deepEqual(typed("the \u0405t\u043Eke house"), ["\u0405t\u043Eke"]);
    assert.deepEqual(typed("Miss R\u043Es\u0435, \u039DetherQuill\u0432\u0443"), ["R\u043Es\u0435"]);
    assert.deepEqual(typed("Quill\u0432\u0443 near Nether Quill\u0412\u0443"), ["Nether Quill\u0412\u0443"]);
    assert.deepEqual(typed("to &#87;renfeather and W&#x72;enfeather."), ["&#87;renfeather", "W&#x72;enfeather"]);
    assert.deepEqual(typed("A &#0; &#55296; &#9999999; &#x110000; &amp; b"), []);
  });

  test("lets pass what is not: other words that hold the same letters, and the name the child always had", () => {
    for (const text of ["Bramble is well and sends her love", "stoked the fire", "47 people", "flat 2", "She rose to speak".replace("rose", "got up"), "2"]) assert.deepEqual(typed(text), [], text);
  });

  const SEPARATORS = [" ", "-", ".", ",", "\n", "  ", "'", "’", "\u00A0", "\u200B", "/", "("];
  const LETTERS = "abcdefghijklmnopqrstuvwxyzéüñABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
  const word = fc.array(fc.constantFrom(...LETTERS), { minLength: 3, maxLength: 12 }).map((letters) => letters.join(""));
  const disguise = fc.record({ gaps: fc.array(fc.tuple(fc.boolean(), fc.constantFrom(...SEPARATORS)), { minLength: 80, maxLength: 80 }), capitals: fc.array(fc.boolean(), { minLength: 80, maxLength: 80 }) });

  test("misses nothing for its case, its spaces or its punctuation, wherever it stands", () => {
    fc.assert(fc.property(word, word, fc.integer({ min: 1, max: 999 }), word, disguise, fc.array(word, { maxLength: 4 }), fc.array(word, { maxLength: 4 }), (given, family, house, street, { gaps, capitals }, before, after) => {
      const side = sideOf({ ...EMPTY, given1: given, family1: family, address: `${house} ${street} Road`, postcode: "ZQ7 4TW" });
      const kept = protectedForms(side);
      for (const said of [family, `${given} ${family}`, `${house} ${street} Road`, `${house} ${street} Rd`, "ZQ7 4TW"]) {
        const disguised = [...said.replaceAll(" ", gaps[0]![0] ? "" : " ")].map((letter, i) => `${capitals[i]! ? letter.toUpperCase() : letter.toLowerCase()}${gaps[i + 1]![0] ? gaps[i + 1]![1] : ""}`).join("");
        const text = [...before, disguised, ...after].join(" ");
        const hits = hitsIn(text, (form) => kept.has(form));
        const at = before.join(" ").length + (before.length > 0 ? 1 : 0);
        assert.ok(hits.some(({ start, end }) => start < at + disguised.length && end > at), `${said} as “${disguised}”`);
      }
    }), { numRuns: 200 });
  });

  test("never takes long, and every form it looks up is a plain one of a length that can be kept", () => {
    const text = "a b c d e f g h i j ".repeat(1000);
    const all = formsIn(text);
    assert.ok([...all].every((form) => form.length <= LONGEST_FORM && /^[a-z]+$/.test(form)));
    assert.ok([...formsIn(`${"x".repeat(500)} ${"y ".repeat(90)}`)].every((form) => form.length <= LONGEST_FORM));
  });
});

describe("an agreement to open", () => {
  const asked: Disclosure = {
    id: "d", authority: "E1", recordId: "r", localId: "HM-1", wanted: "open", askedBy: "one", askedAt: "2026-08-01T10:00:00.000Z", why: "A search",
    state: "asked", decidedBy: null, decidedAt: null, refusedBecause: null, openedAt: null, goodUntil: "2026-08-15T10:00:00.000Z",
  };
  const now = "2026-08-02T10:00:00.000Z";
  const late = "2026-09-02T10:00:00.000Z";

  test("is somebody else’s to give, in time, once", () => {
    assert.match(whyNotDecide(asked, "one", now) ?? "", /Somebody else/);
    assert.equal(whyNotDecide(asked, "two", now), undefined);
    assert.match(whyNotDecide(asked, "two", late) ?? "", /in time/);
    assert.match(whyNotDecide({ ...asked, state: "agreed" }, "two", now) ?? "", /already/);
  });

  test("is used by whoever asked, once it is agreed and until it is over", () => {
    assert.match(whyNotUse(asked, "one", now) ?? "", /agreed to this yet/);
    assert.equal(whyNotUse({ ...asked, state: "agreed" }, "one", now), undefined);
    assert.match(whyNotUse({ ...asked, state: "agreed" }, "two", now) ?? "", /for them alone/);
    assert.match(whyNotUse({ ...asked, state: "agreed" }, "one", late) ?? "", /Ask again/);
    assert.equal(whyNotUse({ ...asked, state: "opened" }, "one", now), undefined);
    assert.match(whyNotUse({ ...asked, state: "opened", wanted: "undo" }, "one", now) ?? "", /used already/);
    assert.deepEqual([standingAt({ ...asked, state: "opened" }, late), standingAt(asked, late), standingAt({ ...asked, state: "refused" }, late)], ["ended", "lapsed", "refused"]);
  });
});
