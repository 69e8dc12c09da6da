import assert from "node:assert/strict";
import { test } from "node:test";
import { day } from "../../src/domain/dates/day.ts";
import { type Accuracy, backtest } from "../../src/domain/scorecard/forecast/backtest.ts";
import { regionForTests } from "../../src/domain/scorecard/forecast/region-for-tests.ts";
import { loadCalendar } from "../../src/reference/calendar.ts";

const SEEDS = ["one", "two", "three", "four", "five", "six"];
const FROM = ["2019-10-01", "2020-10-01", "2021-07-01", "2022-10-01", "2023-04-15"].map(day);

/** Several accuracies as one, each by its forecasts. */
const together = (all: readonly Accuracy[], of: (one: Accuracy) => number): number =>
  all.reduce((sum, one) => sum + of(one) * one.forecasts, 0) / all.reduce((sum, one) => sum + one.forecasts, 0);

test(`${SEEDS.length} simulated regions of four authorities: an 80 % range holds 75 to 85 % of what came, and the likely value is nearer than the mean or the threshold`, () => {
  const calendar = loadCalendar();
  const done = SEEDS.map((seed, i) => {
    const { ways, until } = regionForTests(calendar, 4, 700, seed);
    return backtest({ ways, from: FROM, seenUntil: until, futures: 1000, seed: i + 1, thresholds: { A1: 426, A2: 121, A10: 426 } });
  });
  for (const [what, all] of [["children", done.map((d) => d.children)], ...(["A1", "A2", "A10"] as const).map((code) => [code, done.map((d) => d.indicators[code])] as const)] as const) {
    const said = { coverage: together(all, (a) => a.coverage80), error: together(all, (a) => a.meanAbsoluteErrorDays), mean: together(all, (a) => a.baselineErrorDays), threshold: together(all, (a) => a.thresholdErrorDays) };
    process.stdout.write(`${what}: ${all.reduce((sum, one) => sum + one.forecasts, 0)} forecasts, ${(said.coverage * 100).toFixed(1)} % in the range; days out ${said.error.toFixed(1)}, by the mean ${said.mean.toFixed(1)}, by the threshold ${said.threshold.toFixed(1)}\n`);
    assert.ok(said.coverage >= 0.75 && said.coverage <= 0.85, `${what}: ${said.coverage}`);
    assert.ok(said.error < said.mean && said.error < said.threshold, `${what}: ${JSON.stringify(said)}`);
  }
});
