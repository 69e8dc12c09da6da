import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import type { Role } from "../domain/access/role.ts";
import type { Organisation, Person } from "../domain/access/viewer.ts";
import { addDays, type Day, day } from "../domain/dates/day.ts";
import { NotPermitted, OverlappingPeriods } from "./errors.ts";
import { addChild, drafts, IN_CARE, makeSampleRegion, NORTH, operatorOf, personIn, RECORDED_AT, type SampleRegion, SOUTH, STANDARD_QUERY, write } from "./sample-region.ts";
import { openStore, type Store } from "./store.ts";

const first = day("2026-03-02");
const last = day("2026-03-06");
let today: Day = first;
let database: TestDatabase;
let store: Store;
let ids: SampleRegion["ids"];
let other: string;

/** The worker of the sample has a child by worker code; the one who covers has one by account. */
const away = personIn(NORTH, "social-worker");
const person = (account: string, role: Role, organisation: Organisation = NORTH): Person => ({ ...personIn(organisation, role), account });
const covering = person("covering", "family-finder");
const southerly = person("southerly", "social-worker", SOUTH);

before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url(), { today: () => today });
  ({ ids } = await makeSampleRegion(store));
  for (const { account, name, role, organisation } of [covering, southerly, personIn(NORTH, "decision-maker"), personIn(NORTH, "team-manager")]) {
    await store.inTransaction(operatorOf(organisation), (writer) => writer.addAccount({ account, name, role, organisation: organisation.code, worker: account === "southerly" ? "SW02" : null }));
  }
  other = await store.inTransaction(operatorOf(NORTH), (writer) => addChild(writer, NORTH.code, "N4", [...IN_CARE, { kind: "allocated-worker", on: "2025-01-10", detail: { worker: "covering" } }]));
  await store.covers(away).add({ account: away.account, coveredBy: covering.account, fromOn: first, untilOn: last }, RECORDED_AT);
});
after(async () => {
  await store.close();
  await database.drop();
});

const sees = async (viewer: Person): Promise<string[]> => (await store.reader(viewer).listTracker({ ...STANDARD_QUERY, today })).rows.map(({ localId }) => localId).sort();
const writes = (viewer: Person, recordId: string) => store.inTransaction(viewer, (writer) => write(writer, NORTH.code, recordId, drafts([{ kind: "visit", on: "2025-03-01" }])));

describe("whoever covers for somebody", () => {
  it("sees and writes their children on those days, in their own name, and on no others", async () => {
    for (const on of [first, last]) {
      today = on;
      assert.deepEqual(await sees(covering), ["N3", "N4"]);
      assert.equal((await writes(covering, ids.northAllocated))[0]?.recordedBy, covering.account);
      assert.deepEqual((await store.reader(covering).covered(today)).map(({ account, role, untilOn }) => [account, role, untilOn]), [[away.account, "social-worker", last]]);
    }
    for (const on of [addDays(first, -1), addDays(last, 1)]) {
      today = on;
      assert.deepEqual(await sees(covering), ["N4"]);
      assert.equal(await store.reader(covering).getRecord(ids.northAllocated), undefined);
      await assert.rejects(writes(covering, ids.northAllocated), NotPermitted);
    }
    today = first;
  });
  it("gives the other nothing of their own", async () => {
    assert.deepEqual(await sees(away), ["N3"]);
    assert.equal(await store.reader(away).getRecord(other), undefined);
  });
  it("sees no child of another authority whose worker has the same code", async () => {
    assert.equal(await store.reader(covering).getRecord(ids.southInCare), undefined);
    await assert.rejects(store.covers(southerly).add({ account: southerly.account, coveredBy: covering.account, fromOn: first, untilOn: last }, RECORDED_AT), NotPermitted);
    assert.deepEqual(await store.reader(southerly).covers(first), []);
  });
  it("is not chosen by those who may not: another worker, or anybody else for a decision-maker", async () => {
    const add = (viewer: Person, account: string) => store.covers(viewer).add({ account, coveredBy: covering.account, fromOn: addDays(last, 10), untilOn: addDays(last, 10) }, RECORDED_AT);
    await assert.rejects(add(covering, away.account), NotPermitted);
    await assert.rejects(add(personIn(NORTH, "team-manager"), personIn(NORTH, "decision-maker").account), NotPermitted);
    await add(personIn(NORTH, "team-manager"), away.account);
    await add(personIn(NORTH, "decision-maker"), personIn(NORTH, "decision-maker").account);
  });
  it("is one at a time, until it is ended", async () => {
    const again = () => store.covers(away).add({ account: away.account, coveredBy: personIn(NORTH, "team-manager").account, fromOn: last, untilOn: addDays(last, 1) }, RECORDED_AT);
    await assert.rejects(again(), OverlappingPeriods);
    const [cover] = await store.reader(away).covers(today);
    assert.equal(await store.covers(covering).end(cover!.id, RECORDED_AT), false);
    assert.equal(await store.covers(southerly).end(cover!.id, RECORDED_AT), false);
    assert.equal(await store.covers(away).end(cover!.id, RECORDED_AT), true);
    assert.deepEqual(await sees(covering), ["N4"]);
    await again();
  });
});

describe("somebody who has left", () => {
  it("signs in no more from that day on, and is covered for by nobody", async () => {
    const { account, name, role } = covering;
    const leaves = (leftOn: Day | null) => store.inTransaction(operatorOf(NORTH), (writer) => writer.addAccount({ account, name, role, organisation: NORTH.code, worker: null, leftOn }));
    await leaves(addDays(today, 1));
    assert.equal((await store.directory.person(account))?.account, account);
    await leaves(today);
    assert.equal(await store.directory.person(account), undefined);
    assert.ok(!(await store.directory.people()).some((one) => one.account === account));
    assert.equal((await store.reader(personIn(NORTH, "team-manager")).workers()).find((one) => one.account === account)?.leftOn, today);
    await leaves(null);
    assert.equal((await store.directory.person(account))?.account, account);
  });
});
