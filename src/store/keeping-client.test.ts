import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { connect, type Db, transact } from "./database.ts";

let database: TestDatabase;
let db: Db;

before(async () => {
  database = await createTestDatabase();
  db = connect(database.url(), 1);
});
after(async () => {
  await db.destroy();
  await database.drop();
});

const asked = (db: Db, n: number) => sql<{ n: number }>`select ${n}::int as n`.execute(db);
const kept = async (): Promise<string[]> =>
  (await sql<{ statement: string }>`select statement from pg_prepared_statements where name like 'kept\\_%' order by 1`.execute(db)).rows.map((row) => row.statement);

describe("a connection", () => {
  it("keeps a statement of a writing transaction once, whatever it is asked with", async () => {
    for (const n of [1, 2]) {
      const { rows } = await transact(db, "write", (trx) => asked(trx, n));
      assert.deepEqual(rows, [{ n }]);
    }
    assert.deepEqual(await kept(), ["select $1::int as n"]);
  });

  it("plans each time what is asked outside one, and what has nothing to fill in", async () => {
    await transact(db, "read", (trx) => sql`select ${1}::text as t`.execute(trx));
    await transact(db, "write", (trx) => sql`select 2 as two`.execute(trx));
    await sql`select ${"x"}::text as after`.execute(db);
    assert.deepEqual(await kept(), ["select $1::int as n"]);
  });

  it("stops keeping when the transaction is rolled back", async () => {
    await assert.rejects(transact(db, "write", () => Promise.reject(new Error("no"))), /no/);
    await sql`select ${1}::bigint as big`.execute(db);
    assert.deepEqual(await kept(), ["select $1::int as n"]);
  });
});
