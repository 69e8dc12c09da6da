import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ChildPage } from "../../../../app/views.ts";
import { fold } from "../../../../domain/chronology/fold.ts";
import { sampleEntries } from "../../../../domain/chronology/sample.ts";
import { day } from "../../../../domain/dates/day.ts";
import { Identity } from "./identity.tsx";

const SAMPLE = {
  today: day("2026-11-20"), localId: "HM-1", name: null, siblings: null, stage: "placement-order", authority: { code: "a", name: "Harrowmere", type: "local-authority" },
  case: fold(sampleEntries([{ kind: "birth", on: "2022-10-14" }])), clocks: [], counted: [], workerNames: new Map<string, string>(),
} satisfies Partial<ChildPage>;
const tags = (change: Partial<ChildPage>): string =>
  String(<Identity child={{ ...SAMPLE, ...change } as ChildPage} />).split("pt-identity__tags")[1]?.replaceAll(/^[^>]*>|<[^>]*>/g, " ").replaceAll(/\s+/g, " ").trim() ?? "";
const late = { state: "overdue", notRecorded: false, flags: [] } as unknown as ChildPage["clocks"][number];

describe("what a child’s page says of lateness", () => {
  test("is that nothing is late; beside a count that is over, that nothing is due late and by how much it is over", () => {
    assert.equal(tags({}), "Nothing late");
    assert.equal(tags({ counted: [{ indicator: "A10", days: 944, threshold: 426, running: true }] }), "Nothing due late A10 over by 518 days");
    assert.equal(tags({ counted: [{ indicator: "A10", days: 944, threshold: 426, running: true }], clocks: [late] }), "1 late");
  });
});
