import assert from "node:assert/strict";
import { it } from "node:test";
import pg from "pg";
import { createTestDatabase } from "../../tests/support/database.ts";
import { readConfig } from "../config.ts";
import { CannotMigrate } from "../store/migrate.ts";
import { makeSampleRegion } from "../store/sample-region.ts";
import { openStore } from "../store/store.ts";
import { verify } from "./maintenance.ts";
import { migrateDatabase, openApp } from "./open-app.ts";

it("makes the lists anew after a migration that leaves them without something, and does not open until then", async () => {
  const database = await createTestDatabase();
  const owner = new pg.Client(database.url());
  const config = { ...readConfig({}), databaseUrl: database.url() };
  try {
    const store = openStore(database.url());
    await makeSampleRegion(store);
    await store.close();
    await owner.connect();
    await owner.query("update child_summary set dates = '{}', order_on = null; delete from finding_term; update migration set rebuild_due = true where name like '0006%'");
    await assert.rejects(openApp(config), (error) => error instanceof CannotMigrate && /Run: bin\/permanence migrate/.test(error.message));
    await migrateDatabase(config);
    const { app, close } = await openApp(config);
    assert.equal((await verify(app)).ok, true);
    await close();
    const { rows } = await owner.query("select count(*)::int as terms from finding_term");
    assert.deepEqual(rows, [{ terms: 5 }]);
  } finally {
    await owner.end();
    await database.drop();
  }
});
