import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { addDays, type Day, day } from "../domain/dates/day.ts";
import { addChild, AGENCY, drafts, IN_CARE, makeSampleRegion, NORTH, operatorOf, personIn, WITH_ORDER, write } from "./sample-region.ts";
import { openStore, type Store } from "./store.ts";

const TODAY = day("2026-02-02");
let database: TestDatabase;
let store: Store;
let owner: pg.Client;
before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url(), { today: () => TODAY });
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

  it("follows somebody who moves team: a manager passes the walls of the team they have now, and of no other", async () => {
    const north = operatorOf(NORTH);
    const manager = personIn(NORTH, "team-manager");
    const inTeam = (team: string) => store.inTransaction(north, (writer) => writer.addAccount({ account: manager.account, name: manager.name, role: manager.role, organisation: NORTH.code, worker: null, team }));
    await inTeam("Permanence North");
    const child = await store.inTransaction(north, async (writer) => {
      await writer.setRestrictionRule(NORTH.code, { fromStage: "placement-order", roles: [] });
      return addChild(writer, NORTH.code, "N-restricted", [...WITH_ORDER, { kind: "responsible-team", on: "2025-01-10", detail: { team: "Permanence North" } }]);
    });
    assert.equal((await store.reader(manager).getRecord(child))?.localId, "N-restricted");
    await inTeam("Permanence South");
    assert.equal(await store.reader(manager).getRecord(child), undefined);
    assert.deepEqual(await store.reader(manager).entriesOf(child), []);
    await store.inTransaction(north, async (writer) => {
      const open = (await writer.entriesOf(child)).find((e) => e.kind === "responsible-team");
      await write(writer, NORTH.code, child, [{ ...open!, until: day("2026-01-31"), supersedes: open!.number, cause: "ended" }, ...drafts([{ kind: "responsible-team", on: "2026-01-31", detail: { team: "Permanence South" } }])]);
    });
    assert.equal((await store.reader(manager).getRecord(child))?.localId, "N-restricted", "the child follows to the team, and the team sees the child");
  });

  it("ends for somebody who leaves on the day they leave, and their children wait for another", async () => {
    const { account, name, role } = personIn(NORTH, "social-worker");
    const leaving = (leftOn: Day | null) => store.inTransaction(operatorOf(NORTH), (writer) => writer.addAccount({ account, name, role, organisation: NORTH.code, worker: "SW01001", leftOn }));
    await leaving(addDays(TODAY, 1));
    assert.equal((await store.directory.person(account))?.account, account);
    await leaving(TODAY);
    assert.equal(await store.directory.person(account), undefined);
    await leaving(null);
    assert.equal((await store.directory.person(account))?.account, account);
  });
});
