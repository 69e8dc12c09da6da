import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { makeApp } from "../../src/app/app.ts";
import { loadSamplePopulation } from "../../src/app/sample-population.ts";
import { makeChange } from "../../src/app/standards/change-standards.ts";
import { resumeRecomputes, settled } from "../../src/app/standards/recompute.ts";
import { projectFolder } from "../../src/config.ts";
import { day } from "../../src/domain/dates/day.ts";
import { loadPacks } from "../../src/reference/packs.ts";
import { NORTH, personIn } from "../../src/store/sample-region.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

const KILLS = 6;
const CHILDREN = 600;
const TODAY = day("2026-03-31");
let database: TestDatabase;
let store: Store;

before(async () => {
  database = await createTestDatabase();
  store = openStore(database.url());
});
after(async () => {
  await store.close();
  await database.drop();
});

const RECOMPUTER = join(projectFolder, "tests", "support", "recompute.ts");

/** Starts a process that takes up what is behind, and kills it once it has begun and so many milliseconds later. True where it was still at work. */
async function killRecompute(afterMs: number): Promise<boolean> {
  const child = spawn(process.execPath, [RECOMPUTER], { cwd: projectFolder, stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, DATABASE_URL: database.url() } });
  const exited = once(child, "exit");
  await once(child.stdout, "data");
  await sleep(afterMs);
  const working = child.exitCode === null;
  child.kill("SIGKILL");
  await exited;
  return working;
}

test(`making lists anew, killed ${KILLS} times, goes on where it was, and verify agrees at each stage`, async () => {
  const app = makeApp(store, { today: () => TODAY, now: () => new Date().toISOString() });
  await loadSamplePopulation(app, CHILDREN, TODAY);
  const lead = personIn(NORTH, "practice-lead");
  let revision = 0;
  let killedHalfWay = 0;
  for (let i = 0; i < KILLS; i++) {
    // The change alone, as when the program ends the moment it is saved.
    const pack = loadPacks()[i % 4]!.id;
    const stopped = openStore(database.url());
    const change = { type: i < 4 ? "adopt-pack" as const : "leave-pack" as const, pack, from: day("2015-01-01") };
    await stopped.inTransaction(lead, async (writer) => {
      await writer.lock(NORTH.code);
      await writer.addStandardsChange(NORTH.code, { at: new Date().toISOString(), reason: "Torture", change });
    });
    await stopped.close();
    revision++;
    await killRecompute(50 + i * 60);
    const { ok, firstBroken, beingMadeAnew } = await store.maintenance.verify(app.summarise);
    assert.ok(ok, `kill ${i}: ${JSON.stringify(firstBroken)}`);
    for (const { authority, done, children } of beingMadeAnew) {
      assert.equal(authority, NORTH.code);
      assert.equal(children, CHILDREN);
      if (done > 0) killedHalfWay++;
    }
  }
  assert.ok(killedHalfWay >= 2, `only ${killedHalfWay} were killed half way`);
  await resumeRecomputes(app);
  await settled(app);
  assert.deepEqual(await store.maintenance.authoritiesBehind(), []);
  const { ok, beingMadeAnew } = await store.maintenance.verify(app.summarise);
  assert.deepEqual([ok, beingMadeAnew], [true, []]);
  assert.equal((await store.reader(lead).decided(NORTH.code)).revision, revision);
  await makeChange(app, lead, { type: "leave-pack", pack: loadPacks()[2]!.id, from: "2015-01-01" }, "After", revision);
  await settled(app);
  assert.ok((await store.maintenance.verify(app.summarise)).ok);
});
