import assert from "node:assert/strict";
import { test } from "node:test";
import { trackerFrom } from "./back.ts";

test("the way back keeps the view, of this site’s tracker only", () => {
  assert.equal(trackerFrom("https://here.test/tracker?find=HM-00&page=2", "here.test"), "/tracker?find=HM-00&page=2");
  for (const other of ["https://elsewhere.test/tracker?find=x", "https://here.test/scorecard?years=1", "https://here.test.elsewhere.test/tracker", "tracker?find=x", "", undefined]) {
    assert.equal(trackerFrom(other, "here.test"), "/tracker", String(other));
  }
  assert.equal(trackerFrom("https://here.test/tracker?find=x", undefined), "/tracker");
});
