import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { killImport } from "../support/kill-import.ts";
import { answer, permanence } from "../support/permanence.ts";

const CODE = "E08000019";
const KILLS = 40;
let database: TestDatabase;
let folder: string;
const env = (): Record<string, string> => ({ DATABASE_URL: database.url() });
const rows = async (): Promise<number> => {
  const { ok, rows: n } = answer<{ ok: boolean; rows: number }>(await permanence(["verify", "--json"], env()));
  assert.ok(ok, "after a kill, the record is not as it was written");
  return n;
};

before(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "permanence-torture-"));
  await permanence(["simulate", "--children", "1500", "--years", "4", "--out", join(folder, "returns")], env());
  await permanence(["authority", "add", CODE, "Our Council"], env());
});
after(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

test(`${KILLS} imports killed at every stage of the work leave nothing or all`, async () => {
  const empty = await rows();
  let killed = 0;
  for (let i = 0; i < KILLS; i++) {
    if (!(await killImport([join(folder, "returns"), "--authority", CODE], env(), () => sleep(100 + i * 70)))) break;
    killed++;
    assert.equal(await rows(), empty, `kill ${i} left something behind`);
  }
  assert.ok(killed > 5, "too few imports were still at work when killed");
  assert.equal((await permanence(["import", "ssda903", join(folder, "returns"), "--authority", CODE], env())).status, 0);
  assert.ok((await rows()) > empty + 10_000);
});
