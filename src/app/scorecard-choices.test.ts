import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type SampleApp, startSampleApp } from "../../tests/support/sample-app.ts";
import type { SampleEntry } from "../domain/chronology/sample.ts";
import { day } from "../domain/dates/day.ts";
import { USUAL } from "../domain/scorecard/choices.ts";
import { addChild, NORTH, operatorOf, personIn } from "../store/sample-region.ts";
import { openPipeline } from "./open-pipeline.ts";
import { openScorecard } from "./open-scorecard.ts";
import { chooseReadings } from "./scorecard-choices.ts";

const TODAY = day("2026-11-22");
const WINDOW = { yearEnding: 2026, years: 3 };
const [analyst, manager] = [personIn(NORTH, "performance-analyst"), personIn(NORTH, "team-manager")];
const TWICE: readonly SampleEntry[] = [
  { kind: "looked-after", on: "2024-01-01" }, { kind: "plan-decision", on: "2024-05-01" }, { kind: "placement-order", on: "2024-06-01" },
  { kind: "placement-order-revoked", on: "2024-08-01" }, { kind: "placement-order", on: "2024-09-01" }, { kind: "match-decision", on: "2024-10-01" }, { kind: "placed-for-adoption", on: "2024-11-01" },
];
const ORDER: SampleEntry = { kind: "adoption-order", on: "2026-01-01" };
const WALL: SampleEntry = { kind: "restriction", on: "2026-02-01", detail: { why: "Known to staff" } };

describe("an authority’s choice of readings", () => {
  let sample: SampleApp;
  before(async () => {
    sample = await startSampleApp(TODAY, async (app, store) => {
      await store.inTransaction(operatorOf(NORTH), async (writer) => {
        await writer.addOrganisation(NORTH);
        for (const one of [analyst, manager]) await writer.addAccount({ account: one.account, name: one.name, role: one.role, organisation: NORTH.code, worker: null });
        await addChild(writer, NORTH.code, "S1", [...TWICE, ORDER]);
        await addChild(writer, NORTH.code, "S2", TWICE);
        await addChild(writer, NORTH.code, "S3", [...TWICE, WALL]);
      });
      await store.maintenance.rebuild(app.summarise);
    });
  });
  after(() => sample.stop());
  const figures = async (viewer: typeof analyst): Promise<readonly unknown[]> => {
    const { scorecard: { figures: { A2, A3 } }, choices, mayChoose } = (await openScorecard(sample.app, viewer, NORTH.code, WINDOW))!;
    return [A2.days, A3.children, choices.order, mayChoose];
  };

  it("is as usual until one is made, and is made by whoever brings in the return alone, whole", async () => {
    assert.deepEqual([await figures(analyst), await figures(manager)], [[122, 1, "first", true], [122, 1, "first", false]]);
    assert.ok("forbidden" in await chooseReadings(sample.app, manager, USUAL));
    assert.ok("refusals" in await chooseReadings(sample.app, analyst, { ...USUAL, among: "everybody" }));
    assert.deepEqual(await figures(analyst), [122, 1, "first", true], "refused, it changes nothing");
  });
  it("goes for every figure, is kept, and is in the audit", async () => {
    assert.ok("chosen" in await chooseReadings(sample.app, analyst, { order: "last", fourteenMonths: "426-days", among: "in-process" }));
    assert.deepEqual([await figures(analyst), await figures(manager)], [[30, 3, "last", true], [30, 3, "last", false]]);
    const pipeline = (await openPipeline(sample.app, manager, NORTH.code, { ordersBy: day("2027-03-31"), placedBy: TODAY, stages: ["placed"] }))!;
    assert.deepEqual(pipeline.waiting.map(({ fixed }) => fixed.A2), [30]);
    const { rows } = await sample.owner.query("select input from audit where command = 'choose-readings'");
    assert.deepEqual(rows.map(({ input }) => input), [{ order: "last", fourteenMonths: "426-days", among: "in-process" }]);
    assert.ok("chosen" in await chooseReadings(sample.app, analyst, USUAL));
    assert.deepEqual(await figures(analyst), [122, 1, "first", true]);
  });
});
