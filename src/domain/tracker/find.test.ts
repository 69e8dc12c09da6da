import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { canBeSought, isNear, plainOf } from "./find.ts";

describe("what is typed, in plain words", () => {
  test("has no marks, capitals or punctuation", () => {
    for (const [text, plain] of [
      ["Zoë O’Shea-Łuczak", "zoe oshea luczak"], ["HM-0412", "hm 0412"], ["  MC'DONALD,  Ann ", "mcdonald ann"],
      ["Åse Straße", "ase strasse"], ["Ⅷ ﬁnch", "viii finch"], ["", ""], [" - ", ""], ["İpek", "ipek"],
    ] as const) assert.equal(plainOf(text), plain, text);
  });

  test("is plain once and for all", () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" })), (text) => {
      const plain = plainOf(text);
      assert.equal(plainOf(plain), plain);
      assert.match(plain, /^(?:[^\s]+(?: [^\s]+)*)?$/);
    }));
  });

  test("is sought by if there is a letter or a figure in it", () => {
    assert.deepEqual(["a", "7", "Ж", "", "%", "-_-", "\u0301"].map(canBeSought), [true, true, true, false, false, false, false]);
  });
});

test("what was found is near where it does not hold what was typed", () => {
  for (const [typed, found] of [["bramb", "Bramblewick Thistledown"], ["Thistledown, Bramblewick", "Bramblewick Thistledown"], ["hm0412", "HM-0412"], ["412", "HM-0412"], ["o shea", "O’Shea"], ["oshea", "O’Shea"]] as const) {
    assert.equal(isNear(typed, found), false, `${typed} in ${found}`);
  }
  assert.equal(isNear("bramblewik", "Bramblewick Thistledown"), true);
  assert.equal(isNear("hm 0413", "HM-0412"), true);
});
