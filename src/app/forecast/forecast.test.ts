import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type SampleApp, startSampleApp } from "../../../tests/support/sample-app.ts";
import type { SampleEntry } from "../../domain/chronology/sample.ts";
import { day } from "../../domain/dates/day.ts";
import { addChild, NORTH, operatorOf, personIn } from "../../store/sample-region.ts";
import type { Forecast } from "../../domain/scorecard/forecast/forecast.ts";
import { pipelineTables } from "../downloads/coming-tables.ts";
import { openPipeline } from "../open-pipeline.ts";
import { loadSamplePopulation } from "../sample-population.ts";
import { sayAssessment } from "./assessment.ts";
import { openBacktest, openForecast } from "./open-forecast.ts";
import { learntFor } from "./ways.ts";

const TODAY = day("2026-01-31");
const [analyst, manager, worker, head] = [personIn(NORTH, "performance-analyst"), personIn(NORTH, "team-manager"), personIn(NORTH, "social-worker"), personIn(NORTH, "service-manager")];
const PLACED: readonly SampleEntry[] = [
  { kind: "birth", on: "2023-12-01" }, { kind: "looked-after", on: "2024-01-01" }, { kind: "plan-decision", on: "2024-05-01" }, { kind: "placement-order", on: "2024-07-01" },
  { kind: "match-decision", on: "2025-09-01" }, { kind: "placed-for-adoption", on: "2025-10-01" },
];
const ASKED = { ordersBy: day("2026-03-20"), placedBy: day("2026-01-31"), stages: ["placed"] } as const;

describe("the pipeline and the forecast of an authority", () => {
  let sample: SampleApp;
  const ids = { placed: "", walled: "" };
  before(async () => {
    sample = await startSampleApp(TODAY, async (app, store) => {
      await loadSamplePopulation(app, 200, TODAY);
      await store.inTransaction(operatorOf(NORTH), async (writer) => {
        for (const one of [analyst, manager, head]) await writer.addAccount({ account: one.account, name: one.name, role: one.role, organisation: NORTH.code, worker: null });
        ids.placed = await addChild(writer, NORTH.code, "P1", PLACED);
        ids.walled = await addChild(writer, NORTH.code, "P2", [...PLACED, { kind: "restriction", on: "2025-11-01", detail: { why: "Known to staff" } }]);
      });
      await store.maintenance.rebuild(app.summarise);
    });
  });
  after(() => sample.stop());

  it("say what children placed make of the figures, over everybody, and list whom the viewer may open", async () => {
    const page = (await openPipeline(sample.app, manager, NORTH.code, ASKED))!;
    const mine = page.waiting.find(({ child }) => child === ids.placed)!;
    assert.deepEqual([mine.stage, mine.fixed], ["placed", { A1: 639, A2: 427, A10: 639 }]);
    assert.equal(page.waiting.some(({ child }) => child === ids.walled), false);
    assert.equal(page.closed.placed, 1);
    assert.equal(page.localIds.has(ids.walled), false);
    assert.equal(page.telling, "coarse", "one child closed to the viewer is among the figures");
    assert.equal((await openPipeline(sample.app, analyst, NORTH.code, ASKED))!.telling, "whole");
    const again = (await openPipeline(sample.app, manager, NORTH.code, { ...ASKED, perYear: page.perYear }))!;
    assert.deepEqual([page.perYear % 5, again.required], [0, page.required], "asked again with the number that is shown, the answer is the same");
    const needed = pipelineTables(page, ASKED).find(({ key }) => key === "must-average")!.rows.flatMap((row) => row.slice(4));
    assert.ok(needed.length > 0 && needed.every((cell) => cell === null || cell === 0 || cell === 426 || cell === 121 || /^about \d+[05]$|^cannot be reached$/.test(String(cell))), JSON.stringify(needed));
    const [year] = page.windows;
    assert.equal(year!.then.A1.children - year!.now.A1.children, page.imagined + page.imaginedClosed);
    const known = page.required.flatMap(({ required }) => required.flatMap(({ years, soFar }) => (soFar === null ? years : [...years, soFar])));
    assert.ok(known.length > 4 && known.every(({ children, meanDays }) => children % 5 === 0 && meanDays % 10 === 0), "what must be averaged is worked out from what is told");
  });

  it("are nobody’s who may not see the scorecard, nor of another authority", async () => {
    assert.equal(await openPipeline(sample.app, worker, NORTH.code, ASKED), undefined);
    assert.equal(await openForecast(sample.app, worker, NORTH.code, 200), undefined);
    assert.equal(await openBacktest(sample.app, worker, NORTH.code, 200), undefined);
    assert.equal(await openForecast(sample.app, analyst, "E09000999", 200), undefined);
  });

  it("forecast the same for the same record, and list no child behind a wall", async () => {
    const [one, same] = [(await openForecast(sample.app, manager, NORTH.code, 300))!, (await openForecast(sample.app, manager, NORTH.code, 300))!];
    assert.deepEqual(one.forecast, same.forecast);
    assert.deepEqual(one.forecast.tooFew, []);
    const [page, machine] = [(await openForecast(sample.app, analyst, NORTH.code))!, (await openForecast(sample.app, { type: "operator", authority: NORTH.code }, NORTH.code))!];
    assert.deepEqual(page.forecast.windows, machine.forecast.windows, "the command line says what the page says");
    assert.deepEqual([page.thresholds, machine.thresholds], [{ A1: 426, A2: 121, A10: 426 }, { A1: 426, A2: 121, A10: 426 }], "A10 beside A1’s, as on the scorecard");
    const placed = one.forecast.children.find(({ child }) => child === ids.placed)!;
    assert.equal(placed.steps.placed, null, "it has come");
    assert.ok(placed.steps.adopted!.low > TODAY && placed.reasons[0]!.startsWith("Waiting for the adoption order since 1 October 2025"), String(placed.reasons[0]));
    assert.equal(one.forecast.children.some(({ child }) => child === ids.walled), false);
    assert.equal(one.notListed, 1);
    assert.ok(one.forecast.windows.every(({ adopted }) => adopted.low <= adopted.likely && adopted.likely <= adopted.high));
  });

  it("imagine waits that are shorter, and say how it would be without", async () => {
    const found = (await openForecast(sample.app, analyst, NORTH.code, 300, { sooner: { adopted: 60 } }))!;
    const likely = (forecast: Forecast): string => forecast.children.find(({ child }) => child === ids.placed)!.steps.adopted!.likely;
    assert.ok(likely(found.forecast) < likely(found.without!), likely(found.forecast));
  });

  it("keep the reference of the assessment, said by those who bring in returns", async () => {
    assert.equal((await openForecast(sample.app, manager, NORTH.code, 100))!.assessment, null);
    assert.deepEqual(await sayAssessment(sample.app, analyst, "  "), { refusals: [{ field: "reference", message: "Give the reference of the assessment, as your records have it" }] });
    assert.ok("forbidden" in await sayAssessment(sample.app, head, "DPIA 7"));
    assert.deepEqual(await sayAssessment(sample.app, analyst, " DPIA 7 "), { said: true });
    assert.equal((await openForecast(sample.app, manager, NORTH.code, 100))!.assessment, "DPIA 7");
  });

  it("learn once a day, of the region’s own children", async () => {
    assert.equal(await learntFor(sample.app, NORTH.code), await learntFor(sample.app, NORTH.code));
    const { children } = (await openBacktest(sample.app, analyst, NORTH.code, 100))!;
    assert.ok(children.forecasts >= 0 && !(children.coverage80 < 0));
  });
});
