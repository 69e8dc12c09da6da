import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { killImport } from "../support/kill-import.ts";
import { answer, permanence } from "../support/permanence.ts";

const CODE = "E08000019";
let database: TestDatabase;
let folder: string;
let owner: pg.Client;
const env = (): Record<string, string> => ({ DATABASE_URL: database.url() });

before(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "permanence-killed-"));
  owner = new pg.Client(database.url());
  await owner.connect();
  await permanence(["simulate", "--children", "400", "--years", "3", "--out", join(folder, "returns")], env());
  assert.equal((await permanence(["authority", "add", CODE, "Our Council"], env())).status, 0);
});
after(async () => {
  await owner.end();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

test("an import killed before it writes, and one killed while it writes, leave nothing, and it can be started again", async () => {
  const args = [join(folder, "returns"), "--authority", CODE];
  for (const [when, moment] of [["once connected", ""], ["while writing", "and backend_xid is not null"]] as const) {
    const enough = AbortSignal.timeout(30_000);
    while (await anotherAtWork("")) assert.ok(!enough.aborted, "what was killed before still holds a connection");
    let seen = false;
    const working = await killImport(args, env(), async () => {
      while (!seen && !enough.aborted) seen = await anotherAtWork(moment);
    });
    assert.ok(seen && working, `no kill fell ${when}`);
    const { rows } = await owner.query<{ n: string }>("select (select count(*) from entry) + (select count(*) from record) as n");
    assert.equal(Number(rows[0]?.n), 0, `killed ${when}, something had landed`);
  }
  const whole = answer<{ children: { new: number } }>(await permanence(["import", "ssda903", ...args, "--json"], env()));
  assert.equal(whole.children.new, 400);
  assert.equal(answer<{ ok: boolean }>(await permanence(["verify", "--json"], env())).ok, true);
});

/** Whether another connection to the database is there that is at what is asked. */
async function anotherAtWork(doing: string): Promise<boolean> {
  await sleep(2);
  const { rowCount } = await owner.query(`select from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid() ${doing}`);
  return rowCount !== 0;
}
