import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
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

test("an import killed while it writes leaves nothing, and can be started again", async () => {
  const args = [join(folder, "returns"), "--authority", CODE];
  // Later and later, until a kill falls while the import holds the authority's chain.
  let killedWhileWriting = false;
  for (let afterMs = 150; afterMs < 3_000 && !killedWhileWriting; afterMs += 60) {
    const writing = waitForWriting(afterMs);
    const working = await killImport(args, env(), afterMs);
    killedWhileWriting = working && (await writing);
    if (!working) break;
    const { rows } = await owner.query<{ n: string }>("select (select count(*) from entry) + (select count(*) from record) as n");
    assert.equal(Number(rows[0]?.n), 0, `killed after ${afterMs} ms, something had landed`);
  }
  assert.ok(killedWhileWriting, "no kill fell while the import was writing");
  const whole = answer<{ children: { new: number } }>(await permanence(["import", "ssda903", ...args, "--json"], env()));
  assert.equal(whole.children.new, 400);
  assert.equal(answer<{ ok: boolean }>(await permanence(["verify", "--json"], env())).ok, true);
});

/** Whether, just before the kill, another connection was inserting. */
async function waitForWriting(afterMs: number): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, afterMs - 5)));
  const { rows } = await owner.query<{ n: string }>(
    "select count(*) as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_xid is not null");
  return Number(rows[0]?.n) > 0;
}
