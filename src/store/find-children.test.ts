import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import type { Viewer } from "../domain/access/viewer.ts";
import type { SampleEntry } from "../domain/chronology/sample.ts";
import { addChild, AGENCY, drafts, IN_CARE, NORTH, operatorOf, personIn, SOUTH, write } from "./sample-region.ts";
import { openStore, type Store } from "./store.ts";

let database: TestDatabase;
let store: Store;

const named = (givenName: string, familyName: string): SampleEntry => ({ kind: "particulars", on: "2024-03-01", detail: { givenName, familyName } });
const withCarer = (carer: string): SampleEntry => ({ kind: "placement", on: "2025-01-10", detail: { type: "U6", carer } });
const allocated = (worker: string): SampleEntry => ({ kind: "allocated-worker", on: "2025-01-10", detail: { worker } });
const ORDER: SampleEntry = { kind: "placement-order", on: "2025-09-01" };

const CHILDREN: Readonly<Record<string, readonly SampleEntry[]>> = {
  "NT-0041": [...IN_CARE, named("Zoë", "Anstruther-Vale"), allocated("SW01001")],
  "NT-0412": [...IN_CARE, named("Marmaduke", "Fotheringale"), ORDER],
  "NT-0413": [...IN_CARE, named("Tim", "Fotheringale"), withCarer("CARER-77")],
  "NT-0500": [...IN_CARE, named("Tom", "Oakapple"), allocated("SW01001"), ORDER],
  "NT-0501": [...IN_CARE, allocated("SW09009")],
  "Odd/ID.7": [...IN_CARE, named("Íñigo", "D’Arblay")],
};
const worker = { account: "north.worker", name: "Hyacinth Bräckenbury", role: "social-worker" as const, organisation: NORTH.code, worker: "SW01001" };
const manager = personIn(NORTH, "team-manager");
const socialWorker: Viewer = { ...personIn(NORTH, "social-worker"), account: worker.account };
const homeFinder = personIn(AGENCY, "agency-home-finder");
const stranger = personIn(SOUTH, "team-manager");

before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url());
  await store.inTransaction(operatorOf(NORTH), async (writer) => {
    for (const organisation of [NORTH, SOUTH, AGENCY]) await writer.addOrganisation(organisation);
    await writer.agree(AGENCY.code, NORTH.code, "placement-order");
    await writer.addAccount(worker);
    const ids: string[] = [];
    for (const [localId, entries] of Object.entries(CHILDREN)) ids.push(await addChild(writer, NORTH.code, localId, entries));
    const group = await writer.createRecord(NORTH.code, "sibling-group", "NG1");
    await write(writer, NORTH.code, group.id, drafts([1, 2].map((i) => ({ kind: "sibling-membership", on: "2025-01-10", detail: { child: ids[i] ?? "" } }))));
  });
  await store.inTransaction(operatorOf(SOUTH), async (writer) => {
    await writer.addAccount({ ...worker, account: "south.worker", organisation: SOUTH.code });
    await addChild(writer, SOUTH.code, "NT-0412", [...IN_CARE, named("Marmaduke", "Fotheringale"), allocated("SW01001")]);
  });
});
after(async () => {
  await store.close();
  await database.drop();
});

const find = (text: string, viewer: Viewer = manager, limit = 20) => store.reader(viewer).findChildren(text, limit);
const found = async (text: string, viewer?: Viewer) => (await find(text, viewer)).map(({ localId, by }) => `${localId} ${by.type}`);

describe("finding children", () => {
  it("puts the exact id first, then ids that begin with it, then ids that have it within", async () => {
    assert.deepEqual(await found("nt-0412"), ["NT-0412 local-id", "NT-0413 sibling"]);
    assert.deepEqual(await found("NT0412"), ["NT-0412 local-id", "NT-0413 sibling"]);
    assert.deepEqual(await found("nt-041"), ["NT-0412 local-id", "NT-0413 local-id"]);
    assert.deepEqual(await found("041"), ["NT-0041 local-id", "NT-0412 local-id", "NT-0413 local-id"]);
    assert.deepEqual(await found("odd id 7"), ["Odd/ID.7 local-id"]);
    assert.deepEqual((await find("nt-0", manager, 2)).map((row) => row.localId), ["NT-0041", "NT-0412"]);
  });
  const SPELLINGS = [
    ["as it is", "Marmaduke Fotheringale"], ["the other way round", "fotheringale, marmaduke"], ["one letter wrong", "marmaduje"],
    ["one letter doubled", "Marrmaduke"], ["one letter missing", "Marmduke"], ["two letters swapped", "Mramaduke"],
    ["both names misspelt", "Marmadoke Fotherngale"], ["its beginning", "marma"], ["its beginning, misspelt", "mamrad"], ["from its middle", "maduke"],
  ] as const;
  for (const [how, text] of SPELLINGS) {
    it(`finds a name ${how}, and the child’s sibling after it`, async () => {
      const [first, second] = await find(text);
      assert.deepEqual([first?.localId, first?.by], ["NT-0412", { type: "name", text: "Marmaduke Fotheringale" }], text);
      if (!text.toLowerCase().includes("foth")) assert.deepEqual([second?.localId, second?.by], ["NT-0413", { type: "sibling", text: "NT-0412" }]);
    });
  }
  it("finds without accents and hyphens, and with them", async () => {
    for (const text of ["zoe", "Zoë", "ZOE", "anstruther vale", "anstruthervale", "Anstruther-Vale", "zoe anstruthervale"]) {
      assert.deepEqual(await found(text), ["NT-0041 name"], text);
    }
    for (const text of ["inigo darblay", "íñigo", "D'Arblay", "d arblay"]) assert.deepEqual(await found(text), ["Odd/ID.7 name"], text);
  });
  it("forgives a letter of a short name, the right one first", async () => {
    assert.deepEqual((await found("tim")).slice(0, 2), ["NT-0413 name", "NT-0500 name"]);
    assert.deepEqual((await found("tmi")).slice(0, 1), ["NT-0413 name"]);
    assert.deepEqual(await found("to oakaple"), ["NT-0500 name"]);
  });
  it("finds by a carer’s reference, and by a worker’s name or code", async () => {
    assert.deepEqual(await find("carer 77").then((rows) => rows.map(({ localId, by }) => [localId, by])), [["NT-0413", { type: "carer", text: "CARER-77" }]]);
    for (const text of ["hyacinth brackenbury", "Brackenbry", "SW01001", "sw01001"]) {
      assert.deepEqual(await found(text), ["NT-0041 worker", "NT-0500 worker"], text);
    }
    assert.deepEqual((await find("hyacinth"))[0]?.by, { type: "worker", text: "Hyacinth Bräckenbury" });
    assert.deepEqual(await found("SW09009"), ["NT-0501 worker"]);
  });
  it("finds nothing for what is nobody’s, too little, or far too much", async () => {
    for (const text of ["", "   ", "'", "%", "_", "xylophone", "CARER-78", "NT-9999", "m".repeat(5000), "'; drop table entry; --"]) assert.deepEqual(await found(text), [], text);
  });
  it("tells of each child what a list says", async () => {
    const [row] = await find("NT-0412");
    const { recordId: _id, ...rest } = row ?? assert.fail();
    assert.deepEqual(rest, {
      authority: NORTH.code, localId: "NT-0412", name: "Marmaduke Fotheringale", stage: "placement-order", bornOn: "2024-03-01", expectedOn: null,
      by: { type: "local-id", text: "NT-0412" },
    });
  });
});

describe("who is found", () => {
  it("is only whom the viewer may see, by a worker or a sibling as by themselves", async () => {
    assert.deepEqual(await found("fotheringale", stranger), ["NT-0412 name"]);
    assert.deepEqual(await found("oakapple", stranger), []);
    assert.deepEqual(await found("hyacinth", stranger), ["NT-0412 worker"]);
    assert.deepEqual(await found("fotheringale", homeFinder), ["NT-0412 name"]);
    assert.deepEqual(await found("NT-0413", homeFinder), []);
    assert.deepEqual(await found("hyacinth", homeFinder), ["NT-0500 worker"]);
    assert.deepEqual(await found("carer 77", homeFinder), []);
    assert.deepEqual(await found("nt", socialWorker), ["NT-0041 local-id", "NT-0500 local-id"]);
    assert.deepEqual(await found("fotheringale", socialWorker), []);
    assert.deepEqual(await found("NT-0412", personIn(AGENCY, "team-manager")), []);
  });
});
