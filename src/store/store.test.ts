import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { fold } from "../domain/chronology/fold.ts";
import { undecided } from "../domain/standards/change.ts";
import { day } from "../domain/dates/day.ts";
import { LocalIdTaken, NotPermitted, OverlappingPeriods, TransactionEnded } from "./errors.ts";
import {
  addChild, drafts, IN_CARE, makeSampleRegion, NORTH, operatorOf, personIn, RECORDED_AT, type SampleRegion, SOUTH, STANDARD_QUERY, summarise, write,
} from "./sample-region.ts";
import { openStore, type Store } from "./store.ts";
import type { Writer } from "./writer.ts";

let database: TestDatabase;
let store: Store;
let region: SampleRegion;
before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url());
  region = await makeSampleRegion(store);
});
after(async () => {
  await store.close();
  await database.drop();
});

const north = operatorOf(NORTH);
const manager = personIn(NORTH, "team-manager");

describe("reading back", () => {
  it("gives entries as they were written, by number, with who and when", async () => {
    const entries = await store.reader(manager).entriesOf(region.ids.northInCare);
    const { number, ...first } = entries[0] ?? assert.fail();
    assert.deepEqual(first, { ...drafts(IN_CARE)[0], recordedAt: RECORDED_AT, recordedBy: "operator" });
    assert.deepEqual(entries.map((e) => e.number), [number, number + 1, number + 2, number + 3]);
  });
  it("finds a record by its authority's id and by its own, with the number of its last entry as version", async () => {
    const reader = store.reader(manager);
    const found = await reader.findRecord(NORTH.code, "N1");
    assert.deepEqual(found, { id: region.ids.northInCare, authority: NORTH.code, localId: "N1", type: "child", version: 4 });
    assert.deepEqual(await reader.getRecord(region.ids.northInCare), found);
    assert.equal(await reader.findRecord(NORTH.code, "n1"), undefined);
    assert.equal(await reader.getRecord("not-a-uuid"), undefined);
  });
  it("gives back a summary equal to the one projected", async () => {
    const reader = store.reader(manager);
    const entries = await reader.entriesOf(region.ids.northWithOrder);
    const { stage, bands, marks, bornOn, journey } = summarise(fold(entries), undecided(NORTH.code));
    const { rows } = await reader.listTracker({ ...STANDARD_QUERY, today: day("2025-02-01"), only: [region.ids.northWithOrder] });
    const [row] = rows;
    assert.deepEqual({ stage, bands, marks, bornOn, version: entries.at(-1)?.number }, {
      stage: row?.stage, bands: row?.bands, marks: row?.marks, bornOn: row?.bornOn, version: row?.version,
    });
    const journeys = await reader.journeys(NORTH.code);
    assert.deepEqual(journeys.map((j) => j.localId), ["N1", "N2", "N3"]);
    assert.deepEqual(journeys[1]?.journey, journey);
  });
  it("finds a child's sibling groups with their entries", async () => {
    const groups = await store.reader(manager).siblingGroupsOf(region.ids.northAllocated);
    assert.deepEqual(groups.map((g) => [g.localId, g.entries.map((e) => e.detail["child"])]), [["NG1", [region.ids.northWithOrder, region.ids.northAllocated]]]);
    assert.deepEqual(await store.reader(manager).siblingGroupsOf(region.ids.northInCare), []);
  });
  it("gives an authority's records with their entries in batches, or those asked for", async () => {
    const all = (await Array.fromAsync(store.reader(manager).recordsWithEntries(NORTH.code))).flat();
    assert.deepEqual(all.map((r) => [r.localId, r.entries.length]).sort(), [["N1", 4], ["N2", 5], ["N3", 5], ["NG1", 2]]);
    const some = (await Array.fromAsync(store.reader(manager).recordsWithEntries(NORTH.code, ["N2", "no such"]))).flat();
    assert.deepEqual(some.map((r) => [r.localId, r.version]), [["N2", 9]]);
  });
});

describe("a transaction", () => {
  it("keeps nothing where its work throws", async () => {
    const failing = store.inTransaction(north, async (writer) => {
      await addChild(writer, NORTH.code, "N-lost", IN_CARE);
      throw new Error("changed my mind");
    });
    await assert.rejects(failing, /changed my mind/);
    assert.equal(await store.reader(manager).findRecord(NORTH.code, "N-lost"), undefined);
  });
  it("throws for a query made after it ended, failed or not", async () => {
    let kept: Writer | undefined;
    await store.inTransaction(north, (writer) => Promise.resolve(void (kept = writer)));
    await assert.rejects(async () => kept?.entriesOf(region.ids.northInCare), TransactionEnded);
    const failing = store.inTransaction(north, (writer) => {
      kept = writer;
      return Promise.reject(new Error("failed"));
    });
    await assert.rejects(failing, /failed/);
    await assert.rejects(async () => kept?.createRecord(NORTH.code, "child", "N-outside"), TransactionEnded);
    assert.equal(await store.reader(manager).findRecord(NORTH.code, "N-outside"), undefined);
  });
  it("refuses a query after one of its own failed, and keeps nothing", async () => {
    const failing = store.inTransaction(north, async (writer) => {
      await assert.rejects(writer.createRecord("E09000999", "child", "N1"));
      await writer.createRecord(NORTH.code, "child", "N-after");
    });
    await assert.rejects(failing, /transaction is aborted/);
  });
  it("tells a taken local id by name", async () => {
    await assert.rejects(store.inTransaction(north, (writer) => writer.createRecord(NORTH.code, "child", "N1")), (error) => error instanceof LocalIdTaken && error.localId === "N1");
  });
  it("lets overlapping periods stand on the way, and refuses them at the commit", async () => {
    const overlap = drafts([
      { kind: "placement", on: "2025-02-01", until: "2025-05-01", detail: { type: "U6" } },
      { kind: "placement", on: "2025-04-30", detail: { type: "U4" } },
    ]);
    let reachedTheEnd = false;
    const failing = store.inTransaction(north, async (writer) => {
      await write(writer, NORTH.code, region.ids.northInCare, overlap);
      reachedTheEnd = true;
    });
    await assert.rejects(failing, OverlappingPeriods);
    assert.ok(reachedTheEnd);
    assert.equal((await store.reader(manager).entriesOf(region.ids.northInCare)).length, 4);
  });
  it("refuses two entries in the place of the same one", async () => {
    const again = drafts([{ kind: "birth", on: "2024-03-02", supersedes: 1, cause: "corrected" }]);
    const failing = store.inTransaction(north, async (writer) => {
      await write(writer, NORTH.code, region.ids.northInCare, again);
      await write(writer, NORTH.code, region.ids.northInCare, again);
    });
    await assert.rejects(failing, /entry_superseded_once/);
  });
});

describe("the audit", () => {
  it("keeps who, what and which entries, and refuses names", async () => {
    await assert.rejects(
      store.inTransaction(north, (writer) => writer.appendAudit(NORTH.code, { command: "x", input: { detail: { givenName: "…" } } }, RECORDED_AT)),
      /leave out “givenName”/);
  });
});

describe("writing together", () => {
  it("makes one chain of what many append at once", async () => {
    const writers = Array.from({ length: 12 }, (_, i) =>
      store.inTransaction(operatorOf(SOUTH), (writer) => addChild(writer, SOUTH.code, `S-together-${i}`, IN_CARE)));
    await Promise.all(writers);
    const verified = await store.maintenance.verify(summarise);
    assert.equal(verified.firstBroken, null);
  });
  it("lets the second of two read what the first wrote, once it has the lock", async () => {
    const seen: number[] = [];
    const add = () => store.inTransaction(north, async (writer) => {
      await writer.lock(NORTH.code);
      seen.push((await writer.getRecord(region.ids.northInCare))?.version ?? 0);
      await write(writer, NORTH.code, region.ids.northInCare, drafts([{ kind: "visit", on: "2025-03-01" }]));
    });
    await Promise.all([add(), add()]);
    assert.notEqual(seen[0], seen[1]);
  });
  it("refuses the lock to somebody of another authority", async () => {
    await assert.rejects(store.inTransaction(personIn(SOUTH, "team-manager"), (writer) => writer.lock(NORTH.code)), NotPermitted);
  });
});
