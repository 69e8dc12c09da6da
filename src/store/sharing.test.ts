import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { type Terms, USUAL_TERMS } from "../domain/agency/agreement.ts";
import type { SampleEntry } from "../domain/chronology/sample.ts";
import { day } from "../domain/dates/day.ts";
import type { Stage } from "../domain/permanence/stage.ts";
import { addChild, AGENCY, IN_CARE, NORTH, operatorOf, personIn, STANDARD_QUERY } from "./sample-region.ts";
import { settingsOf } from "./scope.ts";
import { openStore, type Store } from "./store.ts";

const planOf = (plan: string): SampleEntry => ({ kind: "primary-plan", on: "2025-05-01", detail: { plan } });
const ORDER: SampleEntry = { kind: "placement-order", on: "2025-09-01" };
const PLACED: SampleEntry = { kind: "placed-for-adoption", on: "2025-11-01" };
const LEFT = IN_CARE.filter((e) => e.kind === "birth");

/** A child at each kind of stage, by local id. */
const CHILDREN: Readonly<Record<string, readonly SampleEntry[]>> = {
  "early-alert": [{ kind: "birth", on: "2025-12-01" }, { kind: "early-alert", on: "2025-12-02" }],
  "no-plan": IN_CARE,
  "other-plan": [...IN_CARE, planOf("LTFOST18")],
  "adoption-plan": [...IN_CARE, planOf("ADOPTION")],
  "placement-order": [...IN_CARE, ORDER],
  "placed": [...IN_CARE, ORDER, PLACED],
  "adopted": [...IN_CARE, ORDER, PLACED, { kind: "adoption-order", on: "2026-01-05" }],
  "left-care": [...LEFT, { kind: "looked-after", on: "2025-01-10", until: "2025-08-01" }],
};

const SHARED: Readonly<Partial<Record<Stage, readonly string[]>>> = {
  "early-alert": ["adopted", "adoption-plan", "early-alert", "placed", "placement-order"],
  "adoption-plan": ["adopted", "adoption-plan", "placed", "placement-order"],
  "placement-order": ["adopted", "placed", "placement-order"],
  "adopted": ["adopted"],
  "no-plan": [],
  "other-plan": [],
  "left-care": [],
};

/** The agency has a function of an adoption agency: it opens a record that is restricted from the adoption order on. */
const GIVEN: Terms = { ...USUAL_TERMS, functions: ["family-finding"] };

let database: TestDatabase;
let store: Store;
let app: pg.Client;
before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url());
  app = new pg.Client(database.url("permanence_app"));
  await app.connect();
  await store.inTransaction(operatorOf(NORTH), async (writer) => {
    for (const organisation of [NORTH, AGENCY]) await writer.addOrganisation(organisation);
    await writer.agree(AGENCY.code, NORTH.code, "early-alert", GIVEN);
    for (const [localId, entries] of Object.entries(CHILDREN)) await addChild(writer, NORTH.code, localId, entries);
  });
});
after(async () => {
  await Promise.all([app.end(), store.close()]);
  await database.drop();
});

const finder = personIn(AGENCY, "agency-home-finder");

async function listed(): Promise<string[]> {
  const { rows } = await store.reader(finder).listTracker({ ...STANDARD_QUERY, today: day("2026-02-01") });
  return rows.map((row) => row.localId).sort();
}

/** The children of whom the agency reads any row of a table, asking PostgreSQL itself. */
async function readable(table: string, id: string): Promise<string[]> {
  await app.query("begin");
  for (const [name, value] of Object.entries(settingsOf(finder))) await app.query("select set_config($1, $2, true)", [`viewer.${name}`, value]);
  await app.query("select viewer_settle()");
  const { rows } = await app.query<{ local_id: string }>(`select distinct record.local_id from record join ${table} t on t.${id} = record.id order by 1`);
  await app.query("rollback");
  return rows.map((row) => row.local_id);
}

describe("an agreement with a regional agency", () => {
  it("shares, as children are recorded, those on the line to adoption and no others", async () => {
    assert.deepEqual(await listed(), SHARED["early-alert"]);
  });
  for (const [agreed, expected] of Object.entries(SHARED)) {
    it(`from ${agreed} shares ${expected.length} of the ${Object.keys(CHILDREN).length} children, in the list and in every table`, async () => {
      await store.inTransaction(operatorOf(NORTH), (writer) => writer.agree(AGENCY.code, NORTH.code, agreed as Stage, GIVEN));
      assert.deepEqual(await listed(), expected);
      for (const [table, id] of [["entry", "record_id"], ["child_summary", "record_id"], ["finding_term", "record_id"]] as const) assert.deepEqual(await readable(table, id), expected, table);
    });
  }

  it("shares the adopted with an agency that has been given a function, and with no other", async () => {
    await store.inTransaction(operatorOf(NORTH), (writer) => writer.agree(AGENCY.code, NORTH.code, "placed"));
    assert.deepEqual(await listed(), ["placed"]);
    for (const [table, id] of [["record", "id"], ["entry", "record_id"], ["child_summary", "record_id"], ["finding_term", "record_id"]] as const) assert.deepEqual(await readable(table, id), ["placed"], table);
  });
});
