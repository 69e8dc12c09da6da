import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import type { Viewer } from "../domain/access/viewer.ts";
import { day } from "../domain/dates/day.ts";
import { NO_FILTERS } from "../domain/tracker/view.ts";
import { NotPermitted } from "./errors.ts";
import { addChild, drafts, makeSampleRegion, NORTH, operatorOf, personIn, type SampleRegion, SOUTH, STANDARD_QUERY, WITH_ORDER, write } from "./sample-region.ts";
import { VIEWERS } from "./sample-viewers.ts";
import { openStore, type Store } from "./store.ts";

const CONNECTIONS = 3;
const REQUESTS = 400;
const TODAY = day("2026-01-31");
const sealedOf = { [NORTH.code]: "N-sealed", [SOUTH.code]: "S-sealed" };

let database: TestDatabase;
let store: Store;
let region: SampleRegion;
const sealed: Record<string, string> = {};

before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url(), { connections: CONNECTIONS, today: () => TODAY });
  region = await makeSampleRegion(store);
  for (const organisation of [NORTH, SOUTH]) {
    const { code } = organisation;
    sealed[code] = await store.inTransaction(operatorOf(organisation), (writer) => addChild(writer, code, sealedOf[code]!, [
      ...WITH_ORDER, { kind: "adoption-order", on: "2026-01-05" }, { kind: "record-sealed", on: "2026-01-20" }]));
  }
});
after(async () => {
  await store.close();
  await database.drop();
});

/** Somebody, with the local ids of the children whom they see. */
interface Someone {
  readonly viewer: Viewer;
  readonly sees: readonly string[];
}

function everybody(): Someone[] {
  const { ids } = region;
  const north = new Map<string, string>([[ids.northInCare, "N1"], [ids.northWithOrder, "N2"], [ids.northAllocated, "N3"]]);
  const local = (seen: readonly string[]): string[] => seen.flatMap((id) => north.get(id) ?? []);
  const sealedToo = (viewer: Viewer): string[] => (viewer.type === "operator" || (viewer.role === "adoption-records" && viewer.organisation === NORTH) ? [sealedOf[NORTH.code]!] : []);
  return [
    ...VIEWERS.flatMap(({ viewer, sees }) => (viewer === undefined ? [] : [{ viewer, sees: [...local(sees(ids)), ...sealedToo(viewer)].sort() }])),
    { viewer: personIn(SOUTH, "team-manager"), sees: ["S1", "S2"] },
    { viewer: personIn(SOUTH, "social-worker"), sees: ["S1"] },
    { viewer: personIn(SOUTH, "adoption-records"), sees: ["S-sealed", "S1", "S2"] },
  ];
}

class Broken extends Error {}

/** Requests of every kind that there is of the store: some read, some go past the walls for a purpose, and many fail on the way. */
const REQUESTS_OF: readonly ((someone: Someone) => Promise<unknown>)[] = [
  async ({ viewer, sees }) => {
    const { rows } = await store.reader(viewer).listTracker({ ...STANDARD_QUERY, filters: NO_FILTERS, today: TODAY });
    assert.deepEqual(rows.map(({ localId }) => localId).sort(), sees);
  },
  ({ viewer, sees }) => store.reading(viewer, async (reader) => {
    const found = await reader.recordsById([...Object.values(region.ids), ...Object.values(sealed)]);
    assert.deepEqual(found.filter(({ type }) => type === "child").map(({ localId }) => localId).sort(), sees);
    await setTimeout(Math.random() * 3);
    for (const { id } of found) assert.notDeepEqual(await reader.entriesOf(id), []);
    assert.equal((await reader.recordsById(Object.values(sealed))).length, sees.filter((localId) => localId.endsWith("sealed")).length);
  }),
  // Half-way through, with the settings of a purpose, and with an error that the program makes or the database.
  ({ viewer }) => assert.rejects(store.reading(viewer, async (reader) => {
    await reader.countChildren(NORTH.code);
    throw new Broken();
  }, viewer.type === "operator" ? "figures" : undefined), Broken),
  ({ viewer }) => assert.rejects(store.inTransaction(viewer, async (writer) => {
    await write(writer, SOUTH.code, sealed[SOUTH.code]!, drafts([{ kind: "visit", on: "2026-01-25" }]));
    throw new Broken();
  }), (error) => error instanceof Broken || error instanceof NotPermitted),
  ({ viewer }) => store.reading(viewer, (reader) => reader.countChildren(NORTH.code), "figures").then(
    (count) => assert.ok([0, 4].includes(count)), (error: unknown) => assert.ok(error instanceof NotPermitted)),
  // Nobody at all: asked before there is a viewer.
  async () => assert.equal((await store.directory.person("nobody.there")), undefined),
];

describe("a pool of few connections under many requests", () => {
  it("shows each viewer their own children and nobody another's, whatever failed before on the connection", async () => {
    const people = everybody();
    await Promise.all(Array.from({ length: REQUESTS }, (_, i) => REQUESTS_OF[(i * 7) % REQUESTS_OF.length]!(people[(i * 11) % people.length]!)));
    // And in a row of their own each, one after another on whichever connection is free.
    for (const someone of people) await REQUESTS_OF[1]!(someone);
  });

  it("keeps nothing of a viewer on a connection between two requests", async () => {
    const one = openStore(database.url(), { connections: 1, today: () => TODAY });
    const analyst = personIn(NORTH, "performance-analyst");
    assert.equal(await one.reading(analyst, (reader) => reader.countChildren(NORTH.code), "figures"), 4);
    assert.equal(await one.directory.person("nobody.there"), undefined);
    assert.equal(await one.reader(personIn(NORTH, "auditor")).countChildren(NORTH.code), 0);
    await assert.rejects(one.inTransaction(operatorOf(SOUTH), () => Promise.reject(new Broken())), Broken);
    assert.equal(await one.reader(analyst).countChildren(SOUTH.code), 0);
    assert.equal(await one.reader(analyst).countChildren(NORTH.code), 3);
    await one.close();
  });

  it("is local to the transaction by the database's own account", async () => {
    const app = new pg.Client(database.url("permanence_app"));
    await app.connect();
    await app.query("begin; select set_config('viewer.authorities', 'E09000901', true), set_config('viewer.past_walls', 'E09000901', true), viewer_settle(); commit");
    const { rows } = await app.query<{ left: string }>("select concat(current_setting('viewer.authorities', true), current_setting('viewer.past_walls', true), current_setting('viewer.reach', true), current_setting('viewer.walled', true)) as left");
    assert.deepEqual(rows, [{ left: "" }]);
    assert.equal((await app.query("select from record")).rowCount, 0);
    await app.end();
  });
});
