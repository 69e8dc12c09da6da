import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { day } from "../domain/dates/day.ts";
import { addChild, AGENCY, drafts, IN_CARE, makeSampleRegion, NORTH, operatorOf, personIn, write } from "./sample-region.ts";
import { openStore, type Store } from "./store.ts";

let database: TestDatabase;
let store: Store;
let owner: pg.Client;
before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url());
  await makeSampleRegion(store);
  owner = new pg.Client(database.url());
  await owner.connect();
});
after(async () => {
  await Promise.all([owner.end(), store.close()]);
  await database.drop();
});

describe("who sees a child as the record changes", () => {
  it("lets a social worker hand a child on, who then sees it no more", async () => {
    const worker = personIn(NORTH, "social-worker");
    const handedOn = await store.inTransaction(operatorOf(NORTH), (writer) =>
      addChild(writer, NORTH.code, "N-handed-on", [
        ...IN_CARE,
        { kind: "allocated-worker", on: "2025-01-10", detail: { worker: "SW01001" } },
        { kind: "family-finder", on: "2025-06-01", detail: { worker: "SW01009" } },
      ]));
    const entries = await store.reader(worker).entriesOf(handedOn);
    const ended = entries.filter((e) => e.kind === "allocated-worker" || e.kind === "family-finder").map((e) => ({ ...e, until: day("2025-12-01"), supersedes: e.number, cause: "ended" as const }));
    await store.inTransaction(worker, async (writer) => {
      await write(writer, NORTH.code, handedOn, [...ended, ...drafts([{ kind: "allocated-worker", on: "2025-12-01", detail: { worker: "SW01002" } }])]);
      assert.notDeepEqual(await writer.entriesOf(handedOn), []);
    });
    assert.equal(await store.reader(worker).getRecord(handedOn), undefined);
    const { rows } = await owner.query("select worker from allocation where record_id = $1", [handedOn]);
    assert.deepEqual(rows, [{ worker: "SW01002" }]);
  });
  it("shows a child to the agency from the stage agreed, hides it when it goes back, and follows a new agreement", async () => {
    const finder = store.reader(personIn(AGENCY, "agency-home-finder"));
    const north = operatorOf(NORTH);
    const child = await store.inTransaction(north, (writer) => addChild(writer, NORTH.code, "N-order", IN_CARE));
    assert.equal(await finder.getRecord(child), undefined);
    await store.inTransaction(north, (writer) => write(writer, NORTH.code, child, drafts([{ kind: "placement-order", on: "2025-10-01" }])));
    assert.equal((await finder.getRecord(child))?.localId, "N-order");
    assert.notEqual((await finder.entriesOf(child)).length, 0);
    await store.inTransaction(north, (writer) => write(writer, NORTH.code, child, drafts([{ kind: "placement-order-revoked", on: "2025-12-01" }])));
    assert.equal(await finder.getRecord(child), undefined);
    assert.deepEqual(await finder.entriesOf(child), []);
    await store.inTransaction(north, (writer) => write(writer, NORTH.code, child, drafts([{ kind: "primary-plan", on: "2025-12-02", detail: { plan: "ADOPTION" } }])));
    assert.equal(await finder.getRecord(child), undefined);
    await store.inTransaction(north, (writer) => writer.agree(AGENCY.code, NORTH.code, "adoption-plan"));
    assert.equal((await finder.getRecord(child))?.localId, "N-order");
    await store.inTransaction(north, (writer) => writer.agree(AGENCY.code, NORTH.code, "placement-order"));
    assert.equal(await finder.getRecord(child), undefined);
  });
});
