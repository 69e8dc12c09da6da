import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "./database.ts";

let database: TestDatabase;
before(async () => {
  database = await createTestDatabase();
});
after(() => database.drop());

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows[0];
  } finally {
    await client.end();
  }
}

test("a test's database speaks UTF-8 and sorts the same on every machine", async () => {
  const row = await ask(
    database.url(),
    "SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datlocale AS locale FROM pg_database WHERE datname = current_database()",
  );
  assert.deepEqual(row, { encoding: "UTF8", provider: "b", locale: "C.UTF-8" });
});

test("two tests do not see each other's rows", async () => {
  const other = await createTestDatabase();
  try {
    await ask(other.url(), "CREATE TABLE mine ()");
    assert.deepEqual(await ask(database.url(), "SELECT to_regclass('mine') AS found"), { found: null });
  } finally {
    await other.drop();
  }
});
