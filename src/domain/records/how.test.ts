import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { howInWords, isStepOfOpening, isTakenAway } from "./how.ts";

describe("how somebody came to a record", () => {
  it("is told in words, one that is not named here too", () => {
    assert.equal(howInWords("child-page"), "Opened the child’s page");
    assert.equal(howInWords("some-page"), "Opened: some page");
  });

  it("says what left with them, and what is a step of opening", () => {
    assert.deepEqual(["take-away-csv", "archive", "archive-command-line", "profile-txt", "disclosure-record-csv", "child-page", "disclosure-record"].map(isTakenAway), [true, true, true, true, true, false, false]);
    assert.deepEqual(["open-asked", "undo-agreed", "offered-child", "adoptive-identity"].map(isStepOfOpening), [true, true, false, false]);
  });
});
