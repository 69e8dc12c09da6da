import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { TrackerLine, TrackerPage } from "../../../app/views.ts";
import { day } from "../../../domain/dates/day.ts";
import { Lines } from "./lines.tsx";

const today = day("2026-11-20");
const LINE: TrackerLine = {
  recordId: "r", authority: "a", localId: "HM-1", bornOn: null, expectedOn: null, stage: "placement-order", legalStatus: "E1", plan: null,
  careStartedOn: null, bands: [], marks: [], next: null, status: "on-track", statusInWords: "On track", late: 0, dueSoon: 0,
};
const shown = (line: Partial<TrackerLine>): string => {
  const tracker: TrackerPage = { today, query: { page: 1 }, river: [], lines: [{ ...LINE, ...line }], total: 1, pages: 1, anyChildren: true, authorities: [] };
  return String(<Lines tracker={tracker} />);
};

describe("a line of the tracker", () => {
  test("says that no plan or legal status is recorded only where neither is", () => {
    assert.ok(!shown({}).includes("No plan or legal status recorded"), "the placement order is recorded");
    assert.ok(shown({ legalStatus: null, stage: "no-plan" }).includes("No plan or legal status recorded"));
    assert.ok(shown({ plan: "ADOPTION" }).includes(">Adoption<"));
  });

  test("has nobody on track who has left and has nothing running", () => {
    for (const stage of ["adopted", "left-care"] as const) {
      const line = shown({ stage });
      assert.ok(line.includes(">Ended<") && !line.includes("On track"), stage);
    }
    assert.ok(shown({}).includes("On track"));
    const next = { standard: "X-1", title: "Book given", owner: "social-worker", dueOn: day("2027-01-01") } as const;
    assert.ok(shown({ stage: "adopted", next }).includes("On track"), "something is still running");
  });
});
