import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { startSampleApp } from "../../tests/support/sample-app.ts";
import type { Viewer } from "../domain/access/viewer.ts";
import { fold } from "../domain/chronology/fold.ts";
import type { SampleEntry } from "../domain/chronology/sample.ts";
import { addDays, day } from "../domain/dates/day.ts";
import { DATE_MOVED, driftOf } from "../domain/standards/drift.ts";
import { evaluate } from "../domain/standards/evaluate.ts";
import { NO_FILTERS, STANDARD_VIEW } from "../domain/tracker/view.ts";
import { AGENCY, drafts, NORTH, operatorOf, personIn } from "../store/sample-region.ts";
import type { Store } from "../store/store.ts";
import type { Writer } from "../store/writer.ts";
import type { App } from "./app.ts";
import { type DriftPage, openDrift } from "./open-drift.ts";
import { openTracker } from "./open-tracker.ts";
import { loadSamplePopulation } from "./sample-population.ts";
import { standardsFor } from "./standards-for.ts";

const today = day("2026-01-31");
const manager = personIn(NORTH, "team-manager");
let store: Store;
let app: App;
let stop: () => Promise<void>;

before(async () => {
  ({ app, store, stop } = await startSampleApp(today, async (app, store) => {
    await loadSamplePopulation(app, 120, today);
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      await writer.addOrganisation(AGENCY);
      await writer.agree(AGENCY.code, NORTH.code, "placement-order");
      await add(app, writer, "D1-ORDER", [...IN_CARE, { kind: "placement-order", on: "2025-02-03" }]);
      await add(app, writer, "D2-PARENT", [...IN_CARE, { kind: "legal-status", on: "2024-06-03", detail: { status: "V2" } }, { kind: "allocated-worker", on: "2024-06-03", detail: { worker: "SW01001" } }]);
      await add(app, writer, "D3-NO-PLAN", [...IN_CARE, { kind: "review", on: "2024-06-24" }, { kind: "review", on: "2024-09-16" }]);
      await add(app, writer, "D4-MOVED", [...IN_CARE, { kind: "primary-plan", on: "2024-07-01", detail: { plan: "ADOPTION" } }, { kind: "final-hearing", on: "2025-06-02", certainty: "planned" }], ["2025-09-01", "2025-12-01", "2026-03-02"]);
    });
  }));
});
after(() => stop());

const IN_CARE: readonly SampleEntry[] = [{ kind: "birth", on: "2023-01-09" }, { kind: "looked-after", on: "2024-06-03" }];

/** A child; of whom the last entry was then moved to each of these days. */
async function add(app: App, writer: Writer, localId: string, rows: readonly SampleEntry[], movedTo: readonly string[] = []): Promise<void> {
  const { id } = await writer.createRecord(NORTH.code, "child", localId);
  const history = drafts(rows).map((draft) => ({ recordId: id, draft, recordedAt: "2025-01-06T09:00:00.000Z" }));
  const last = history.at(-1)!;
  const moves = movedTo.map((on, i) => ({
    ...last, draft: { ...last.draft, happenedOn: day(on), cause: "moved" as const }, supersedesRow: history.length - 1 + i, recordedAt: `2025-0${i + 2}-03T09:00:00.000Z`,
  }));
  const written = await writer.appendHistory(NORTH.code, [...history, ...moves], "sample");
  await writer.writeProjections(NORTH.code, [{ recordId: id, type: "child", entries: written.get(id) ?? [] }], app.summarise);
}

const opened = async (viewer: Viewer, authority?: string): Promise<DriftPage> => (await openDrift(app, viewer, { authority })) ?? assert.fail("refused");
const told = ({ groups }: DriftPage) => groups.flatMap(({ rule, lines }) => lines.map(({ localId, past }) => `${rule} ${localId} ${past}`)).sort();

describe("the drift page", () => {
  it("lists, with what the lists hold to narrow by, exactly whom every record read in full would give", async () => {
    for (const on of [today, addDays(today, -120)]) {
      app = { ...app, clock: { ...app.clock, today: () => on } };
      const page = await opened(manager);
      const inFull: string[] = [];
      let children = 0;
      await store.reading(manager, async (reader) => {
        const { pack } = await standardsFor(reader, NORTH.code);
        for await (const batch of reader.recordsWithEntries(NORTH.code)) {
          for (const { localId, type, entries } of batch) {
            if (type !== "child") continue;
            children++;
            const c = fold(entries);
            inFull.push(...driftOf(c, evaluate(c, pack, app.calendar), pack, app.calendar, on).map(({ rule, past }) => `${rule} ${localId} ${past}`));
          }
        }
      });
      assert.ok(inFull.length > 4);
      for (const { rule, lines } of page.groups.filter((group) => group.rule !== DATE_MOVED)) {
        const { lines: tracked } = await openTracker(app, manager, { page: 1, view: { ...STANDARD_VIEW, filters: { ...NO_FILTERS, drift: rule } } });
        assert.deepEqual(tracked.map(({ localId }) => localId).sort(), lines.map(({ localId }) => localId).sort(), `the tracker narrowed to ${rule}`);
      }
      assert.deepEqual(told(page), inFull.sort());
      assert.equal(page.children, children);
      assert.equal(page.drifting, new Set(inFull.map((line) => line.split(" ")[1])).size);
    }
    app = { ...app, clock: { ...app.clock, today: () => today } };
  });

  it("groups by rule, the most met first and each worst first, with what is next and whose", async () => {
    const { groups, mayRecord } = await opened(manager);
    assert.deepEqual(groups.map(({ past }) => past), groups.map(({ past }) => past).sort((a, b) => b - a));
    for (const { lines, past, near } of groups) {
      assert.equal(lines.length, past + near);
      assert.deepEqual(lines.map((line) => line.past), lines.map((line) => line.past).sort((a, b) => b - a));
    }
    const own = Object.fromEntries(groups.flatMap(({ lines }) => lines).filter(({ localId }) => localId.startsWith("D")).map((line) => [line.localId, line]));
    assert.deepEqual([own["D1-ORDER"]?.rule, own["D2-PARENT"]?.rule, own["D3-NO-PLAN"]?.rule, own["D4-MOVED"]?.rule], ["CBED-08", "CBED-10", "TC-04", DATE_MOVED]);
    assert.equal(own["D4-MOVED"]?.moved?.times, 3);
    assert.ok(own["D1-ORDER"]?.next?.dueOn !== null && own["D1-ORDER"]?.next?.owner !== undefined);
    assert.equal(own["D1-ORDER"]?.name, null);
    assert.equal(mayRecord, true);
  });

  it("shows the agency only the children shared with it, a social worker only theirs, and neither anybody else’s count", async () => {
    const agency = await opened(personIn(AGENCY, "agency-home-finder"));
    const all = await opened(manager);
    assert.ok(told(agency).some((line) => line.includes("D1-ORDER")) && agency.children < all.children);
    assert.ok(!told(agency).some((line) => /D[234]-/.test(line)) && told(agency).every((line) => told(all).includes(line)));
    assert.deepEqual([agency.drifting, agency.mayRecord], [new Set(told(agency).map((line) => line.split(" ")[1])).size, false]);
    const worker = await opened({ ...personIn(NORTH, "social-worker"), account: "north.one" });
    assert.ok(worker.children < 61 && told(worker).some((line) => line.includes("D2-PARENT")));
    assert.ok(!told(worker).some((line) => /D[134]/.test(line)));
    assert.deepEqual(told(await opened(personIn(AGENCY, "team-manager"))), []);
    assert.deepEqual(told(await opened(manager, "E09000902")), told(all), "an authority not theirs is not asked for");
  });
});
