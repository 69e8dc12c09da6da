import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { startSampleApp } from "../../tests/support/sample-app.ts";
import { addDays, day } from "../domain/dates/day.ts";
import { NO_FILTERS, STANDARD_VIEW } from "../domain/tracker/view.ts";
import { NORTH, operatorOf, personIn, write, drafts } from "../store/sample-region.ts";
import type { App } from "./app.ts";
import { findChildren } from "./find-children.ts";
import { openTracker } from "./open-tracker.ts";
import { showNames } from "./preferences.ts";
import { loadSamplePopulation } from "./sample-population.ts";

const today = day("2026-01-31");
const manager = { ...personIn(NORTH, "team-manager"), account: "north.one" };
const colleague = { ...manager, account: "north.two" };
let app: App;
let stop: () => Promise<void>;
let named: string;

before(async () => {
  ({ app, stop } = await startSampleApp(today, async (app, store) => {
    await loadSamplePopulation(app, 30, today);
    named = await store.inTransaction(operatorOf(NORTH), async (writer) => {
      const { rows: [row] } = await writer.listTracker({ ...STANDARD_VIEW, filters: { ...NO_FILTERS, stage: ["placement-order"] }, page: 1, pageSize: 1, today });
      assert.ok(row !== undefined);
      await write(writer, NORTH.code, row.recordId, drafts([{ kind: "particulars", on: "2025-01-01", detail: { givenName: "Quentina", familyName: "Larksong" } }]));
      return row.localId;
    });
  }));
});
after(() => stop());

const page = (more: Partial<Parameters<typeof openTracker>[2]> = {}) => openTracker(app, manager, { view: STANDARD_VIEW, page: 1, ...more });
const lineOf = async (localId: string) => (await page()).lines.find((line) => line.localId === localId) ?? assert.fail();

describe("the tracker's page", () => {
  it("holds no child's name until the viewer chooses, for that viewer alone, and finding shows none either", async () => {
    assert.equal((await lineOf(named)).name, null);
    const hidden = await findChildren(app, manager, "larksong", 5);
    assert.deepEqual(hidden.rows.map(({ localId, name, by }) => [localId, name, by]), [[named, null, { type: "name", text: "" }]]);
    assert.ok(!JSON.stringify([await page(), hidden]).includes("Larksong"));
    await showNames(app, manager, true);
    assert.equal((await lineOf(named)).name, "Quentina Larksong");
    assert.equal((await findChildren(app, manager, "larksong", 5)).rows[0]?.name, "Quentina Larksong");
    assert.equal((await openTracker(app, colleague, { view: STANDARD_VIEW, page: 1 })).showsNames, false);
    await showNames(app, manager, false);
    assert.equal((await page()).showsNames, false);
  });
  it("names workers by account, whichever way children were allocated, and says the days of each count beside its threshold", async () => {
    const { lines, workerNames, choices } = await page();
    assert.equal(workerNames.get("SW01001"), "Person 2");
    assert.equal(workerNames.get("north.one"), "Person 2");
    assert.ok(choices.workers.some(({ value }) => value === "north.one"));
    assert.ok(lines.every(({ socialWorker }) => socialWorker !== "SW01001"));
    const counted = lines.flatMap((line) => line.counted);
    assert.ok(counted.some(({ running, threshold }) => running && threshold !== null));
    assert.equal((await lineOf(named)).daysSinceOrder === null, false);
  });
  it("says “nothing due late” and not “on track” beside a count that is over its threshold", async () => {
    const { lines } = await page({ view: { ...STANDARD_VIEW, filters: { ...NO_FILTERS, status: ["on-track"] } } });
    const over = (line: (typeof lines)[number]) => line.counted.some((c) => c.days !== undefined && c.threshold !== null && c.days > c.threshold);
    assert.ok(lines.some(over) && !lines.every(over));
    for (const line of lines) assert.equal(line.statusInWords, over(line) ? "Nothing due late" : "On track", line.localId);
  });
  it("is of the day it is as at, and judged by it", async () => {
    const then = addDays(today, -400);
    const { lines, today: judged, asAt, total } = await page({ stoodOn: then });
    assert.deepEqual([judged, asAt], [then, { stoodOn: then }]);
    assert.ok(total > 0 && total < 30);
    for (const line of lines) assert.ok(line.daysSinceOrder === null || line.daysSinceOrder >= 0);
    assert.equal((await page({ knownOn: then })).total, 0);
  });
});
