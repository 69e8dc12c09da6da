import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import type { Person } from "../../domain/access/viewer.ts";
import type { ManyInput } from "../../domain/commands/record-many.ts";
import { fold } from "../../domain/chronology/fold.ts";
import { day } from "../../domain/dates/day.ts";
import { STANDARD_VIEW } from "../../domain/tracker/view.ts";
import { addChild, drafts, IN_CARE, makeSampleRegion, NORTH, operatorOf, personIn, SOUTH } from "../../store/sample-region.ts";
import { openStore, type Store } from "../../store/store.ts";
import { type App, makeApp } from "../app.ts";
import { openChild } from "../open-child.ts";
import { runCommand } from "../run-command.ts";
import { allocatable } from "./allocatable.ts";
import { childrenOfView } from "./chosen.ts";
import { openChange, undoChange } from "./change.ts";
import { previewSeveral, recordSeveral } from "./record-several.ts";
import type { SeveralOutcome } from "./views.ts";

let database: TestDatabase;
let store: Store;
let app: App;
let owner: pg.Client;
let southern: string;
let northAllocated: string;
const manager = personIn(NORTH, "team-manager");
const socialWorker = personIn(NORTH, "social-worker");
const TWENTY = Array.from({ length: 20 }, (_, i) => `T-${String(i + 1).padStart(2, "0")}`);
const ids = new Map<string, string>();
const of = (...localIds: readonly string[]): string[] => localIds.map((localId) => ids.get(localId)!);

before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url());
  const region = await makeSampleRegion(store);
  [southern, northAllocated] = [region.ids.southInCare, region.ids.northAllocated];
  await store.inTransaction(operatorOf(NORTH), async (writer) => {
    for (const localId of [...TWENTY, "T-30", "T-31"]) ids.set(localId, await addChild(writer, NORTH.code, localId, IN_CARE));
    for (const localId of ["W-1", "W-2"]) {
      ids.set(localId, await addChild(writer, NORTH.code, localId, [...IN_CARE, { kind: "allocated-worker", on: "2025-01-11", detail: { worker: "SW01001" } }]));
    }
  });
  app = makeApp(store, { today: () => day("2026-06-01"), now: () => "2026-06-01T10:00:00.000Z" });
  await store.maintenance.rebuild(app.summarise);
  owner = new pg.Client(database.url());
  await owner.connect();
});
after(async () => {
  await Promise.all([owner.end(), store.close()]);
  await database.drop();
});

const panelOn = (happenedOn: string, more: Partial<ManyInput> = {}): ManyInput =>
  ({ kind: "matching-panel", happenedOn, certainty: "planned", detail: {}, standing: "move", reason: "", ...more });
const save = async (viewer: Person, records: readonly string[], input: ManyInput): Promise<SeveralOutcome> => {
  const preview = await previewSeveral(app, viewer, records, input);
  return recordSeveral(app, viewer, (preview?.children ?? []).map((c) => ({ recordId: c.recordId, basedOn: c.version })), input);
};
const changeOf = (outcome: SeveralOutcome | Awaited<ReturnType<typeof undoChange>>): number => {
  assert.ok(outcome.outcome === "done", JSON.stringify(outcome));
  return outcome.change;
};
const panels = async (localId: string): Promise<readonly string[]> => (await openChild(app, manager, ids.get(localId)!))!.case.of("matching-panel").map((e) => e.happenedOn);
const written = async (): Promise<readonly number[]> => {
  const { rows } = await owner.query<{ entries: string; audits: string }>("select (select count(*) from entry) as entries, (select count(*) from audit) as audits");
  return [Number(rows[0]?.entries), Number(rows[0]?.audits)];
};

describe("recording the same of several children", () => {
  it("writes all of them with one row of audit, and undoes them all", async () => {
    const number = changeOf(await save(manager, of(...TWENTY.slice(0, 3)), panelOn("2026-09-01")));
    assert.deepEqual(await panels("T-02"), ["2026-09-01"]);
    const { rows } = await owner.query("select command, actor, record_id, input, last_entry - first_entry + 1 as entries from audit where authority = $1 and number = $2", [NORTH.code, number]);
    assert.deepEqual(rows, [{ command: "record-many", actor: manager.account, record_id: null, entries: "3", input: { kind: "matching-panel", children: 3, records: of(...TWENTY.slice(0, 3)) } }]);
    const change = await openChange(app, manager, number);
    assert.deepEqual(change?.children.map((c) => [c.localId, c.stands, c.wrote.map((w) => w.entry.happenedOn)]), TWENTY.slice(0, 3).map((id) => [id, true, ["2026-09-01"]]));
    const undoing = changeOf(await undoChange(app, manager, number));
    assert.deepEqual(await panels("T-02"), []);
    assert.deepEqual([(await openChange(app, manager, number))?.undoneBy, (await openChange(app, manager, number))?.mayUndo], [undoing, false]);
    assert.deepEqual([(await openChange(app, manager, undoing))?.undoes, (await openChange(app, manager, undoing))?.type], [number, "undone"]);
    assert.equal((await undoChange(app, manager, number)).outcome, "cannot");
  });

  it("changes nothing where one of twenty refuses, and names the one", async () => {
    changeOf(await save(manager, of("T-13"), panelOn("2026-08-01")));
    changeOf(await save(manager, of("T-13"), panelOn("2026-10-01", { standing: "add" })));
    const before = await written();
    const outcome = await save(manager, of(...TWENTY), panelOn("2026-09-15"));
    assert.ok(outcome.outcome === "refused");
    const refusing = outcome.preview.children.filter((c) => c.answer.answer === "refused");
    assert.deepEqual(refusing.map((c) => c.localId), ["T-13"]);
    assert.match(JSON.stringify(refusing[0]?.answer), /more than one date to come/);
    assert.deepEqual(await written(), before);
    changeOf(await save(manager, of(...TWENTY.filter((id) => id !== "T-13")), panelOn("2026-09-15")));
    assert.deepEqual(await panels("T-20"), ["2026-09-15"]);
  });

  it("finds nothing where one of them is not the viewer’s, and changes nothing", async () => {
    const before = await written();
    for (const stranger of [southern, "00000000-0000-4000-8000-000000000000", "no id at all"]) {
      assert.equal(await previewSeveral(app, manager, [...of("T-01"), stranger], panelOn("2026-09-20")), undefined);
      const outcome = await recordSeveral(app, manager, [...of("T-01"), stranger].map((recordId) => ({ recordId, basedOn: 1e9 })), panelOn("2026-09-20"));
      assert.equal(outcome.outcome, "not-found");
    }
    const unallocated = await recordSeveral(app, socialWorker, of("W-1", "T-01").map((recordId) => ({ recordId, basedOn: 1e9 })), panelOn("2026-09-20"));
    assert.equal(unallocated.outcome, "not-found", "a child of another worker");
    assert.deepEqual(await written(), before);
    const { rows } = await owner.query("select asked from access_log where outcome = 'refused' and asked = any ($1)", [[southern, ...of("T-01")]]);
    assert.deepEqual(rows.map((r: { asked: string }) => r.asked).sort(), [southern, southern, ...of("T-01")].sort());
  });

  it("finds all that a view lists, beyond its first page, and only the viewer’s", async () => {
    const { ids: all, total } = await childrenOfView(app, manager, STANDARD_VIEW);
    assert.deepEqual([all.length, total, new Set(all).size], [27, 27, 27]);
    assert.deepEqual([...(await childrenOfView(app, socialWorker, STANDARD_VIEW)).ids].sort(), [...of("W-1", "W-2"), northAllocated].sort());
  });

  it("is not for those who may only read", async () => {
    const outcome = await recordSeveral(app, personIn(NORTH, "performance-analyst"), of("T-01").map((recordId) => ({ recordId, basedOn: 1e9 })), panelOn("2026-09-20"));
    assert.ok(outcome.outcome === "forbidden");
  });

  it("gives a new preview where somebody saved first, and loses nothing", async () => {
    const records = of("T-30", "T-31");
    const preview = await previewSeveral(app, manager, records, panelOn("2026-09-20"));
    const ticked = preview!.children.map((c) => ({ recordId: c.recordId, basedOn: c.version }));
    const visit = { kind: "visit", happenedOn: "2026-05-30", certainty: "actual", detail: {} };
    assert.equal((await runCommand(app, personIn(NORTH, "tracking-administrator"), records[1]!, 1e9, { name: "record-entry", input: visit })).outcome, "done");
    const outcome = await recordSeveral(app, manager, ticked, panelOn("2026-09-20"));
    assert.ok(outcome.outcome === "overtaken");
    assert.deepEqual(outcome.preview.children.map((c) => c.since.map((e) => e.kind)), [[], ["visit"]]);
    assert.deepEqual(await panels("T-30"), []);
    const again = await recordSeveral(app, manager, outcome.preview.children.map((c) => ({ recordId: c.recordId, basedOn: c.version })), panelOn("2026-09-20"));
    assert.equal(again.outcome, "done");
  });

  it("offers children to those who can have them, by name, and to nobody whom only a sheet has named", async () => {
    changeOf(await save(manager, of("T-15"), { ...panelOn("2026-05-20"), kind: "allocated-worker", certainty: "actual", detail: { worker: "PD" } }));
    const { workers } = await allocatable(app, manager);
    const texts = workers.map(({ text }) => text);
    assert.deepEqual(texts, texts.toSorted((a, b) => a.localeCompare(b)));
    assert.ok(texts.length > 0 && texts.every((text) => /social worker|family finder|team manager/.test(text)), texts.join("; "));
    assert.ok(workers.every(({ value }) => value !== "PD"));
  });

  it("leaves those whom it does not change out of it", async () => {
    const number = changeOf(await save(manager, of("T-30", "T-05"), panelOn("2026-09-20", { reason: "Panel was cancelled" })));
    assert.deepEqual((await openChange(app, manager, number))?.children.map((c) => c.localId), ["T-05"]);
    assert.equal((await save(manager, of("T-30", "T-05"), panelOn("2026-09-20"))).outcome, "refused", "nobody would change");
  });
});

describe("undoing", () => {
  it("is refused where something stands in its place, by child, and undoes nobody", async () => {
    const number = changeOf(await save(manager, of("T-06", "T-07"), { ...panelOn("2026-05-20"), kind: "allocated-worker", certainty: "actual", detail: { worker: "SW9" } }));
    changeOf(await save(manager, of("T-07"), { ...panelOn("2026-05-28"), kind: "allocated-worker", certainty: "actual", detail: { worker: "SW8" } }));
    const before = await written();
    const outcome = await undoChange(app, manager, number);
    assert.ok(outcome.outcome === "refused");
    assert.deepEqual(outcome.children.map((c) => c.localId), ["T-07"]);
    assert.deepEqual(await written(), before);
    assert.deepEqual((await openChange(app, manager, number))?.children.map((c) => c.stands), [true, false]);
  });

  it("is there for those who write only the children allocated to them, of their own changes", async () => {
    const number = changeOf(await save(socialWorker, of("W-1", "W-2"), panelOn("2026-09-01")));
    assert.equal((await openChange(app, socialWorker, number))?.children.length, 2);
    const others = changeOf(await save(manager, of("W-1", "W-2"), panelOn("2026-09-02", { reason: "Moved" })));
    assert.equal(await openChange(app, socialWorker, others), undefined);
    assert.equal((await undoChange(app, socialWorker, others)).outcome, "not-found");
    changeOf(await undoChange(app, manager, others));
    changeOf(await undoChange(app, socialWorker, number));
    assert.deepEqual(await panels("W-1"), []);
  });

  it("of children who have gone to another worker is for somebody who sees them", async () => {
    const number = changeOf(await save(socialWorker, of("W-2"), { ...panelOn("2026-05-20"), kind: "allocated-worker", certainty: "actual", detail: { worker: "SW7" } }));
    const change = await openChange(app, socialWorker, number);
    assert.deepEqual([change?.children.length, change?.hidden], [0, 1]);
    assert.equal((await undoChange(app, socialWorker, number)).outcome, "cannot");
    changeOf(await undoChange(app, manager, number));
    assert.equal((await openChild(app, socialWorker, ids.get("W-2")!))?.localId, "W-2");
  });

  it("is of those whom the viewer may open, and tells nothing of who is behind a wall", async () => {
    const before = await panels("T-16");
    const number = changeOf(await save(manager, of("T-16", "T-17", "T-18"), panelOn("2026-09-10", { reason: "Moved" })));
    const only = changeOf(await save(manager, of("T-18"), { ...panelOn("2026-05-10"), kind: "review", certainty: "actual" }));
    await store.inTransaction(operatorOf(NORTH), async (writer) => {
      const id = ids.get("T-18")!;
      await writer.appendEntries(NORTH.code, new Map([[id, drafts([{ kind: "restriction", on: "2026-05-30", detail: { why: "An adopter works here" } }])]]), "2026-05-30T10:00:00.000Z");
      await writer.writeProjections(NORTH.code, [{ recordId: id, type: "child", entries: await writer.entriesOf(id) }], app.summarise);
    });
    const change = await openChange(app, manager, number);
    assert.deepEqual([change?.children.map((c) => c.localId), change?.hidden], [["T-16", "T-17"], 0]);
    assert.equal(await openChange(app, manager, only), undefined);
    assert.equal((await undoChange(app, manager, only)).outcome, "not-found");
    assert.equal((await save(manager, of("T-16", "T-18"), panelOn("2026-09-11", { reason: "Moved" }))).outcome, "not-found");
    changeOf(await undoChange(app, manager, number));
    assert.deepEqual(await panels("T-16"), before);
    const entries = await store.reader(operatorOf(NORTH)).entriesOf(ids.get("T-18")!);
    assert.deepEqual(fold(entries).of("matching-panel").map((e) => e.happenedOn), ["2026-09-10"]);
  });

  it("of another authority’s change finds nothing", async () => {
    const number = changeOf(await save(manager, of("T-08"), { ...panelOn("2026-09-09"), kind: "review" }));
    const stranger = personIn(SOUTH, "team-manager");
    assert.equal(await openChange(app, stranger, number), undefined);
    assert.equal((await undoChange(app, stranger, number)).outcome, "not-found");
  });

  it("leaves the whole provable", async () => {
    const { ok, firstBroken } = await store.maintenance.verify(app.summarise);
    assert.deepEqual({ ok, firstBroken }, { ok: true, firstBroken: null });
  });
});
