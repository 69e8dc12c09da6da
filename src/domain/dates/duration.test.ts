import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { durationInWords, parseDuration } from "./duration.ts";

describe("a length of time", () => {
  it("is read as the field writes it", () => {
    assert.deepEqual(parseDuration("5 working days"), { count: 5, unit: "working day" });
    assert.deepEqual(parseDuration("1 Working  Day"), { count: 1, unit: "working day" });
    assert.deepEqual(parseDuration(" 26 weeks "), { count: 26, unit: "week" });
    assert.deepEqual(parseDuration("72 hours"), { count: 72, unit: "hour" });
  });

  it("is not guessed", () => {
    for (const bad of ["", "5", "five days", "-5 days", "1.5 weeks", "5 workingdays", "5 fortnights", "5 days ago"]) {
      assert.equal(parseDuration(bad), undefined, bad);
    }
  });

  it("is written in words that read back the same", () => {
    for (const text of ["1 hour", "2 hours", "1 working day", "20 working days", "3 months", "1 year"]) {
      assert.equal(durationInWords(parseDuration(text)!), text);
    }
  });
});
