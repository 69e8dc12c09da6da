import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { howInWords, isStepOfOpening, isTakenAway, notForRole, stepInWords } from "./how.ts";

describe("how somebody came to a record", () => {
  it("is told in words, one that is not named here too", () => {
    assert.equal(howInWords("child-page"), "Opened a page of the child’s record");
    assert.equal(howInWords("some-page"), "Opened: some page");
    assert.equal(howInWords(notForRole("/children/0b5e6a52-3c1f-4f0e-9d4e-0a1b2c3d4e5f/seal")), "Asked for a page that is not for their role: /children/…/seal");
  });

  it("says what left with them, and what is a step of opening", () => {
    assert.deepEqual(["take-away-csv", "archive", "archive-command-line", "profile-txt", "disclosure-record-csv", "child-page", "disclosure-record"].map(isTakenAway), [true, true, true, true, true, false, false]);
    assert.deepEqual(["open-asked", "undo-agreed", "offered-child", "adoptive-identity"].map(isStepOfOpening), [true, true, false, false]);
    assert.deepEqual(["open-asked", "undo-agreed", "open-refused", "open-opened", "undo-done", "child-page"].map(stepInWords), ["Asked for", "Agreed", "Not agreed", "Shown", "Done", undefined]);
  });
});
