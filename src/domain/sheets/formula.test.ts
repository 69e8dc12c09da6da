import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { notFormula, withoutMark } from "./formula.ts";

describe("text that a spreadsheet would compute", () => {
  for (const text of ["=cmd|'/C calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "'=1", "＝1", "＠x", "=\"a\"", "-"]) {
    test(`${JSON.stringify(text)} begins with an apostrophe, and comes back as it was`, () => {
      assert.equal(notFormula(text), `'${text}`);
      assert.equal(withoutMark(notFormula(text)), text);
    });
  }

  for (const text of ["HM-0412", "", "12 March 2027 (planned)", "O’Neil", "'quoted'", "a=b"]) {
    test(`${JSON.stringify(text)} is left as it is, both ways`, () => {
      assert.equal(notFormula(text), text);
      assert.equal(withoutMark(text), text);
    });
  }

  test("any text comes back as it went, and never begins like a formula", () => {
    const likely = fc.oneof(fc.string(), fc.stringMatching(/^['=+@\t -]{0,5}[a-z1=]{0,3}$/));
    fc.assert(fc.property(likely, (text) => {
      assert.equal(withoutMark(notFormula(text)), text);
      assert.doesNotMatch(notFormula(text), /^[=+\-@\t\r\n＝＋－＠]/u);
    }));
  });
});
