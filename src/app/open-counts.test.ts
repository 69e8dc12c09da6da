import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type SampleApp, startSampleApp } from "../../tests/support/sample-app.ts";
import type { SampleEntry } from "../domain/chronology/sample.ts";
import { day } from "../domain/dates/day.ts";
import { addChild, NORTH, operatorOf, personIn } from "../store/sample-region.ts";
import { openCounts, type ToldCount } from "./open-counts.ts";
import { openEntered } from "./open-entered.ts";
import { openEquity } from "./open-equity.ts";

const TODAY = day("2026-11-22");
const [analyst, manager, worker] = [personIn(NORTH, "performance-analyst"), personIn(NORTH, "team-manager"), personIn(NORTH, "social-worker")];
const way = (decided: string): readonly SampleEntry[] => [{ kind: "birth", on: "2024-01-01" }, { kind: "looked-after", on: "2026-01-10" }, { kind: "plan-decision", on: decided }];
const WALL: SampleEntry = { kind: "restriction", on: "2026-06-01", detail: { why: "Known to staff" } };
const plain = ({ open, closed, telling }: ToldCount): readonly unknown[] => [open, closed, telling];

describe("counts by quarter, and those who entered", () => {
  let sample: SampleApp;
  before(async () => {
    sample = await startSampleApp(TODAY, async (app, store) => {
      await store.inTransaction(operatorOf(NORTH), async (writer) => {
        await writer.addOrganisation(NORTH);
        for (const one of [analyst, manager, worker]) await writer.addAccount({ account: one.account, name: one.name, role: one.role, organisation: NORTH.code, worker: null });
        await addChild(writer, NORTH.code, "C1", [...way("2026-04-01"), { kind: "placed-for-adoption", on: "2026-09-01" }]);
        await addChild(writer, NORTH.code, "C2", way("2026-07-01"));
        await addChild(writer, NORTH.code, "C3", [...way("2026-07-02"), WALL]);
        for (let i = 4; i < 10; i++) await addChild(writer, NORTH.code, `C${i}`, [...way("2026-10-01"), WALL]);
      });
      await store.maintenance.rebuild(app.summarise);
    });
  });
  after(() => sample.stop());

  it("count every child by quarter and to date, and tell of a few hidden ones no number", async () => {
    const page = (await openCounts(sample.app, manager, NORTH.code, undefined))!;
    assert.deepEqual(page.quarters.map(({ state, events }) => [state, events === null ? null : plain(events.A15)]), [
      ["ended", [1, 0, "all"]], ["ended", [1, 1, "none"]], ["running", [0, 6, "coarse"]], ["to-come", null],
    ]);
    assert.deepEqual(plain(page.year.events!.A15), [2, 7, "coarse"]);
    assert.deepEqual([plain(page.year.standing!.A9), plain(page.year.standing!.A14)], [[1, 7, "coarse"], [0, 0, "all"]]);
    assert.deepEqual(page.happened.A15.map(({ localId, on }) => [localId, on]), [["C1", "2026-04-01"], ["C2", "2026-07-01"]]);
    assert.deepEqual([page.year.adoptedOfLeft, page.year.changedOfSettled, page.threeYears.standing], [null, null, null], "nobody left or was adopted");
  });
  it("tell the whole to whoever brings in the return, and list no child whom they may not open", async () => {
    const page = (await openCounts(sample.app, analyst, NORTH.code, 2027))!;
    assert.deepEqual(page.quarters.slice(0, 3).map(({ events }) => events!.A15.open + events!.A15.closed), [1, 2, 6]);
    assert.equal(page.year.events!.A15.telling, "whole");
    assert.ok(page.happened.A15.every(({ localId }) => !["C3", "C4"].includes(localId)));
  });
  it("follow those who entered care in a year", async () => {
    const [cohort, ...others] = (await openEntered(sample.app, manager, NORTH.code))!.cohorts;
    assert.deepEqual([others.length, cohort!.yearEnding, plain(cohort!.children), plain(cohort!.outcomes.placed), plain(cohort!.outcomes.waiting), cohort!.middle.days], [0, 2026, [2, 7, "coarse"], [1, 0, "all"], [1, 7, "coarse"], null]);
  });
  it("say whether some wait longer only of so many that nobody is told of a few", async () => {
    const page = (await openEquity(sample.app, manager, NORTH.code))!;
    assert.deepEqual([page.from, page.to, page.told, page.children, page.middle], ["2021-10-01", "2026-09-30", null, null, null]);
    assert.equal(await openEquity(sample.app, worker, NORTH.code), undefined);
  });
  it("are nobody’s who may not see the scorecard, nor of another authority", async () => {
    assert.equal(await openCounts(sample.app, worker, NORTH.code, undefined), undefined);
    assert.equal(await openEntered(sample.app, worker, NORTH.code), undefined);
    assert.equal(await openCounts(sample.app, analyst, "E09000999", undefined), undefined);
  });
});
