import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { createEmptyDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { CannotMigrate, migrate, MIGRATIONS, needsMigrating, rebuilt } from "./migrate.ts";
import { makeSampleRegion, summarise } from "./sample-region.ts";
import { dumpSchema } from "./schema-dump.ts";
import { openStore } from "./store.ts";

let database: TestDatabase;
let superuser: pg.Client;
before(async () => {
  database = await createEmptyDatabase();
  superuser = new pg.Client(database.url());
  await superuser.connect();
});
after(async () => {
  await superuser.end();
  await database.drop();
});

describe("migrate", () => {
  it("is needed by a database with nothing in it, and no longer once it was run", async () => {
    assert.equal(await needsMigrating(database.url()), true);
    await migrate(database.url());
    assert.equal(await needsMigrating(database.url()), false);
    await superuser.query("drop owned by permanence_app, permanence_maintenance; drop schema if exists reporting cascade; drop schema public cascade; create schema public");
  });
  it("applies each migration once, though two processes begin together", async () => {
    const [one, other] = await Promise.all([migrate(database.url()), migrate(database.url())]);
    assert.equal(Math.min(one.applied.length, other.applied.length), 0);
    const { rows: [row] } = await superuser.query<{ n: number }>("select count(*)::int as n from migration");
    assert.equal(one.applied.length + other.applied.length, row?.n);
    assert.equal(one.rebuildDue || other.rebuildDue, false);
    assert.deepEqual(await migrate(database.url()), { applied: [], rebuildDue: false });
  });
  it("says that the projections are to be made anew where a migration over data wants it, until it is told that they were", async () => {
    await superuser.query("drop owned by permanence_app, permanence_maintenance; drop schema if exists reporting cascade; drop schema public cascade; create schema public");
    await superuser.query("create table migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())");
    for (const name of (await readdir(MIGRATIONS)).filter((file) => file < "0006").sort()) {
      const text = await readFile(new URL(name, MIGRATIONS), "utf8");
      await superuser.query(text);
      await superuser.query("insert into migration values ($1, $2)", [name, createHash("sha256").update(text).digest("hex")]);
    }
    assert.equal(await needsMigrating(database.url()), true);
    const { applied, rebuildDue } = await migrate(database.url());
    assert.deepEqual([applied[0], rebuildDue], ["0006-tracker.sql", true]);
    assert.equal((await migrate(database.url())).rebuildDue, true);
    assert.equal(await needsMigrating(database.url()), true);
    await rebuilt(database.url());
    assert.equal(await needsMigrating(database.url()), false);
  });
  it("refuses a migration that was changed after it was applied, and a database newer than the program", async () => {
    await superuser.query("update migration set sha256 = 'other' || sha256 where name like '0001%'");
    await assert.rejects(migrate(database.url()), (error) => error instanceof CannotMigrate && /0001.* has been changed since/.test(error.message));
    await superuser.query("update migration set sha256 = substring(sha256 from 6) where name like '0001%'");
    await superuser.query("insert into migration values ('9999-later.sql', '')");
    await assert.rejects(migrate(database.url()), /9999-later\.sql, which this version of the program does not know/);
    await superuser.query("delete from migration where name like '9999%'");
  });
  it("keeps db/schema.sql fresh: after a migration, run node --import tsx tests/support/dump-schema.ts", async () => {
    const kept = await readFile(new URL("../../db/schema.sql", import.meta.url), "utf8");
    assert.equal(await dumpSchema(database.url()), kept);
  });
});

describe("an ordinary login that may create roles", () => {
  it("migrates a database of its own, and everything works", async () => {
    const own = await createEmptyDatabase();
    const login = `council_${process.pid}`;
    const address = new URL(own.url());
    const name = address.pathname.slice(1);
    const admin = new pg.Client(own.url());
    await admin.connect();
    try {
      await admin.query(`create role ${login} login createrole password 'quite-long-enough'`);
      for (const role of ["permanence_app", "permanence_maintenance"]) await admin.query(`grant ${role} to ${login} with admin option, inherit false, set true`);
      await admin.query(`alter database ${name} owner to ${login}; alter schema public owner to ${login}`);
      Object.assign(address, { username: login, password: "quite-long-enough" });
      await migrate(address.href);
      const store = openStore(address.href);
      await makeSampleRegion(store);
      assert.equal((await store.maintenance.verify(summarise)).ok, true);
      assert.equal(await store.maintenance.rebuild(summarise), 7);
      await store.close();
      // Under forced row security the owner of the tables sees nothing either.
      const asOwner = new pg.Client(address.href);
      await asOwner.connect();
      assert.deepEqual((await asOwner.query("select * from entry")).rows, []);
      await asOwner.end();
    } finally {
      await admin.end();
      await own.drop();
      await superuser.query(`drop role ${login}`);
    }
  });
});
