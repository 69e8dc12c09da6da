import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { NotPermitted } from "./errors.ts";
import { addChild, AGENCY, IN_CARE, makeSampleRegion, NORTH, operatorOf, personIn, type SampleRegion, SOUTH, drafts, write } from "./sample-region.ts";
import { settingsOf } from "./scope.ts";
import { openStore, type Store } from "./store.ts";

let database: TestDatabase;
let store: Store;
let region: SampleRegion;
let superuser: pg.Client;
before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url());
  region = await makeSampleRegion(store);
  superuser = new pg.Client(database.url());
  await superuser.connect();
});
after(async () => {
  await Promise.all([store.close(), superuser.end()]);
  await database.drop();
});

const analyst = personIn(NORTH, "performance-analyst");

describe("the directory", () => {
  it("knows organisations and people before anybody has signed in", async () => {
    assert.deepEqual((await store.directory.organisations("local-authority")).map((o) => o.code), [NORTH.code, SOUTH.code]);
    assert.deepEqual(await store.directory.organisation(AGENCY.code), AGENCY);
    assert.equal(await store.directory.organisation("E09000999"), undefined);
    assert.deepEqual((await store.directory.people()).map((p) => p.account), ["e09000901.social-worker", "e09000902.social-worker"]);
    assert.deepEqual(await store.directory.person("e09000901.social-worker"), personIn(NORTH, "social-worker"));
    assert.equal(await store.directory.person("nobody"), undefined);
  });
  it("is added to by the operator alone", async () => {
    const manager = personIn(NORTH, "service-manager");
    await assert.rejects(store.inTransaction(manager, (writer) => writer.addOrganisation({ code: "E09000903", name: "West", type: "local-authority" })), NotPermitted);
    await assert.rejects(store.inTransaction(manager, (writer) => writer.agree(AGENCY.code, NORTH.code, "early-alert")), NotPermitted);
    await assert.rejects(store.inTransaction(operatorOf(SOUTH), (writer) => writer.agree(AGENCY.code, NORTH.code, "early-alert")), NotPermitted);
  });
  it("tells each viewer the authorities they see something of", async () => {
    const authorities = async (viewer: Parameters<Store["reader"]>[0]) => (await store.reader(viewer).authorities()).map((o) => o.code);
    assert.deepEqual(await authorities(personIn(NORTH, "social-worker")), [NORTH.code]);
    assert.deepEqual(await authorities(personIn(AGENCY, "agency-home-finder")), [NORTH.code]);
    assert.deepEqual(await authorities(operatorOf(SOUTH)), [SOUTH.code]);
  });
  it("takes no account whose name would be read as two", () => {
    assert.throws(() => settingsOf({ ...analyst, account: "a,b" }), /has a comma in it/);
  });
});

describe("the log of access", () => {
  it("keeps who opened what, and who asked in vain, whatever they typed", async () => {
    const log = store.accessLog(analyst);
    await log.opened(region.ids.northInCare, "child-page");
    await log.refused(`${"x".repeat(150)}\0`, "child-page");
    const { rows } = await superuser.query("select account, organisation, outcome, record_id, asked, how from access_log order by id");
    assert.deepEqual(rows, [
      { account: analyst.account, organisation: NORTH.code, outcome: "opened", record_id: region.ids.northInCare, asked: null, how: "child-page" },
      { account: analyst.account, organisation: NORTH.code, outcome: "refused", record_id: null, asked: "x".repeat(100), how: "child-page" },
    ]);
  });

  it("keeps a row for each child of a list that was taken away", async () => {
    const children = [region.ids.northInCare, region.ids.northWithOrder];
    await store.accessLog(analyst).openedAll(children, "take-away-xlsx");
    await store.accessLog(analyst).openedAll([], "take-away-xlsx");
    const { rows } = await superuser.query("select account, organisation, outcome, record_id from access_log where how = 'take-away-xlsx' order by id");
    assert.deepEqual(rows, children.map((record_id) => ({ account: analyst.account, organisation: NORTH.code, outcome: "opened", record_id })));
  });
});

describe("an import's run", () => {
  const runs = () => store.importRuns(analyst);
  const files = [{ name: "header.csv", bytes: Buffer.from("CHILD,SEX\n") }, { name: "empty.csv", bytes: new Uint8Array() }];

  it("keeps its files until they are let go, and shows how far it is", async () => {
    const id = await runs().begin(NORTH.code, files);
    assert.deepEqual((await runs().filesOf(id)).map((f) => [f.name, Buffer.from(f.bytes).toString()]), [["header.csv", "CHILD,SEX\n"], ["empty.csv", ""]]);
    await runs().change(id, { state: "ready", progress: 0.5, preview: { children: { new: 3 } } });
    const run = (await runs().get(id)) ?? assert.fail();
    assert.deepEqual([run.state, run.progress, run.preview, run.failure, run.startedBy], ["ready", 0.5, { children: { new: 3 } }, null, analyst.account]);
    assert.deepEqual(run.files.map((f) => [f.name, f.size, f.sha256.length]), [["header.csv", 10, 64], ["empty.csv", 0, 64]]);
    assert.deepEqual((await runs().list(NORTH.code)).map((r) => r.id), [id]);
    await runs().forgetFiles(id);
    assert.deepEqual(await runs().filesOf(id), []);
    assert.equal((await runs().get(id))?.files.length, 2);
  });
  it("is begun by one of two who confirm at once", async () => {
    const id = await runs().begin(NORTH.code, files);
    await runs().change(id, { state: "ready" });
    const moved = await Promise.all([runs().move(id, "ready", "writing"), runs().move(id, "ready", "writing")]);
    assert.deepEqual(moved.sort(), [false, true]);
  });
  it("is for those who may import, in their authority", async () => {
    const id = await runs().begin(NORTH.code, files);
    for (const viewer of [personIn(NORTH, "team-manager"), personIn(SOUTH, "performance-analyst"), personIn(AGENCY, "agency-home-finder")]) {
      assert.equal(await store.importRuns(viewer).get(id), undefined);
      assert.deepEqual(await store.importRuns(viewer).filesOf(id), []);
      assert.equal(await store.importRuns(viewer).move(id, "reading", "cancelled"), false);
      await assert.rejects(store.importRuns(viewer).begin(NORTH.code, files), NotPermitted);
    }
  });
});

describe("siblings", () => {
  it("of whom a viewer may see one are told of that one alone", async () => {
    const members = async (viewer: Parameters<Store["reader"]>[0], child: string) =>
      (await store.reader(viewer).siblingGroupsOf(child)).flatMap((group) => group.entries.map((e) => e.detail["child"]));
    const { northAllocated, northWithOrder } = region.ids;
    assert.deepEqual(await members(personIn(NORTH, "social-worker"), northAllocated), [northAllocated]);
    assert.deepEqual(await members(personIn(AGENCY, "agency-home-finder"), northWithOrder), [northWithOrder]);
    assert.deepEqual(await members(personIn(AGENCY, "agency-home-finder"), northAllocated), []);
    assert.deepEqual(await members(analyst, northAllocated), [northWithOrder, northAllocated]);
  });
});

describe("a connection lost half way", () => {
  it("leaves nothing of the transaction, and the store goes on", async () => {
    const failing = store.inTransaction(operatorOf(NORTH), async (writer) => {
      const id = await addChild(writer, NORTH.code, "N-cut-off", IN_CARE);
      await superuser.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'");
      await write(writer, NORTH.code, id, drafts([{ kind: "visit", on: "2025-03-01" }]));
    });
    await assert.rejects(failing);
    assert.equal(await store.reader(operatorOf(NORTH)).findRecord(NORTH.code, "N-cut-off"), undefined);
    await store.inTransaction(operatorOf(NORTH), (writer) => addChild(writer, NORTH.code, "N-cut-off", IN_CARE));
  });
});
