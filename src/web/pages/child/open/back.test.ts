import assert from "node:assert/strict";
import { test } from "node:test";
import { listFrom } from "./back.ts";

test("the way back keeps the view, of this site’s lists only", () => {
  assert.deepEqual(listFrom("https://here.test/tracker?find=HM-00&page=2", "here.test"), { href: "/tracker?find=HM-00&page=2", text: "Tracker" });
  assert.deepEqual(listFrom("https://here.test/find?search=0badf00d", "here.test"), { href: "/find?search=0badf00d", text: "Find a child" });
  assert.deepEqual(listFrom("https://here.test/tracker/compare?as=stood", "here.test"), { href: "/tracker/compare?as=stood", text: "What changed" });
  assert.deepEqual(listFrom("https://here.test/drift?rule=CBED-10", "here.test"), { href: "/drift?rule=CBED-10", text: "Drift" });
  assert.deepEqual(listFrom("https://here.test/standards/performance/TC-01?from=2026-01&to=2026-11", "here.test"), { href: "/standards/performance/TC-01?from=2026-01&to=2026-11", text: "How it is met" });
  for (const other of ["https://elsewhere.test/tracker?find=x", "https://here.test/scorecard?years=1", "https://here.test/constructor", "https://here.test.elsewhere.test/tracker", "tracker?find=x", "", undefined]) {
    assert.deepEqual(listFrom(other, "here.test"), { href: "/tracker", text: "Tracker" }, String(other));
  }
  assert.deepEqual(listFrom("https://here.test/tracker?find=x", undefined), { href: "/tracker", text: "Tracker" });
});
