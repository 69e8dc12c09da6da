import assert from "node:assert/strict";
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { projectFolder } from "../src/config.ts";
import { ensureServer } from "../src/store/server/server.ts";

const script = join(projectFolder, "tests", "support", "hold-server.ts");

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "permanence-server-"));
});
after(() => rm(folder, { recursive: true, force: true }));

interface Process {
  readonly child: ChildProcess;
  readonly server: { readonly pid: number; readonly url: string };
}

/** Another process that holds the server, once it has it. */
async function another(): Promise<Process> {
  const child = spawn(process.execPath, [script, folder], { stdio: ["pipe", "pipe", "inherit"] });
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  return { child, server: JSON.parse(line) as Process["server"] };
}

async function letGo({ child }: Process): Promise<void> {
  child.stdin?.end();
  await once(child, "exit");
}

async function kill({ child }: Process): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A dead server whose parent has not yet asked after it still answers to a signal.
    return process.platform !== "linux" || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

/** Whether it has ended. Its last moment, when it has let go of everything and is still counted, may last on a busy machine. */
async function isOver(pid: number): Promise<boolean> {
  for (let tries = 0; runs(pid) && tries < 100; tries++) await sleep(10);
  return !runs(pid);
}

test("two processes at once, from nothing, share one server, and the last one stops it", async () => {
  const [first, second] = await Promise.all([another(), another()]);
  assert.equal(first.server.pid, second.server.pid);
  await letGo(first);
  assert.ok(runs(second.server.pid), "the first to leave stopped the server under the second");
  await letGo(second);
  assert.ok(await isOver(second.server.pid), "the last to leave left the server running");
});

test("the data and the password are for their owner's eyes alone", () => {
  const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);
  assert.equal(mode(join(folder, "postgres", "password")), "600");
  assert.equal(mode(join(folder, "postgres")), "700");
  assert.equal(mode(join(folder, "postgres.log")), "600");
});

test("the server of a killed process is adopted, and then stopped", async () => {
  const victim = await another();
  await kill(victim);
  assert.ok(runs(victim.server.pid));
  const heir = await another();
  assert.equal(heir.server.pid, victim.server.pid);
  await letGo(heir);
  assert.ok(await isOver(heir.server.pid));
});

test("a killed server is started again, whose users may still let go", async () => {
  const user = await another();
  process.kill(user.server.pid, "SIGKILL");
  const next = await another();
  assert.notEqual(next.server.pid, user.server.pid);
  await letGo(user);
  assert.ok(runs(next.server.pid), "one who held the dead server stopped the living one");
  await letGo(next);
  assert.ok(await isOver(next.server.pid));
});

test("a note left by a dead server is not believed, though its number is now another program's", async () => {
  const note = [process.pid, join(folder, "postgres", "cluster"), 1, 1, "", "127.0.0.1", "1 1", "ready", ""].join("\n");
  writeFileSync(join(folder, "postgres", "cluster", "postmaster.pid"), note);
  const process2 = await another();
  assert.notEqual(process2.server.pid, process.pid);
  await letGo(process2);
});

test("a caller that waits for our output to end is not kept waiting by the server", async () => {
  const code = `import { ensureServer } from ${JSON.stringify(join(projectFolder, "src/store/server/server.ts"))};
    const server = await ensureServer(${JSON.stringify(folder)}); console.log(server.pid); process.exit(0);`;
  const output = execFileSync(process.execPath, ["--input-type=module-typescript", "--eval", code], { encoding: "utf8", timeout: 20_000 });
  assert.ok(runs(Number(output)));
  const server = await ensureServer(folder);
  assert.equal(server.pid, Number(output));
  await server.release();
});

test("a process that ends without letting go has let go", async () => {
  const code = `import { ensureServer } from ${JSON.stringify(join(projectFolder, "src/store/server/server.ts"))};
    for (const each of [1, 2]) console.log((await ensureServer(${JSON.stringify(folder)})).pid);`;
  const output = execFileSync(process.execPath, ["--input-type=module-typescript", "--eval", code], { encoding: "utf8", timeout: 20_000 });
  const [first, second] = output.trim().split("\n").map(Number);
  assert.equal(first, second);
  assert.ok(await isOver(first ?? 0), "the server was left running");
});

test("the server keeps what is committed, and letting go of it twice is letting go once", async () => {
  const [mine, theirs] = [await ensureServer(folder), await ensureServer(folder)];
  const client = new pg.Client(mine.url("postgres"));
  await client.connect();
  const { rows } = await client.query<{ name: string }>("select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'on'");
  await client.end();
  assert.deepEqual(rows.map(({ name }) => name).sort(), ["fsync", "full_page_writes", "synchronous_commit"]);
  await mine.release();
  await mine.release();
  assert.ok(runs(theirs.pid));
  await theirs.release();
  assert.ok(await isOver(theirs.pid));
});
