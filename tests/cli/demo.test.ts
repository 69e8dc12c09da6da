import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { LAUNCHER } from "../support/permanence.ts";

let folder: string;
let demo: ChildProcess | undefined;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "permanence-demo-"));
});
after(async () => {
  demo?.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

/** A process that is over, though its parent has not yet asked after it, is not running. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== "linux" || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

/** Starts it on an empty folder; gives its address once it says it. */
async function start(): Promise<{ readonly running: ChildProcess; readonly url: string }> {
  const running = spawn(LAUNCHER, ["demo"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", PERMANENCE_DATA: folder, PORT: "0" },
    shell: process.platform === "win32",
  });
  demo = running;
  for await (const line of createInterface(running.stdout)) {
    const url = /http:\S+/.exec(line)?.[0];
    if (url !== undefined) return { running, url };
  }
  throw new Error(`The demonstration ended before it served, status ${running.exitCode}`);
}

test("the demonstration fills an empty folder, sends a visitor to sign in, and leaves nothing running when told to stop", async () => {
  const { running, url } = await start();
  const home = await fetch(url, { redirect: "manual" });
  assert.deepEqual([home.status, new URL(home.headers.get("location") ?? "", url).pathname], [303, "/sign-in"]);
  const signIn = await (await fetch(`${url}/sign-in`)).text();
  for (const authority of ["Harrowmere", "Tidewell", "Coldbrook"]) assert.ok(signIn.includes(authority), authority);

  const database = Number(readFileSync(join(folder, "postgres", "cluster", "postmaster.pid"), "utf8").split("\n")[0]);
  assert.ok(runs(database));
  const stopped = once(running, "exit");
  // Told more than once, as by Ctrl-C in a terminal and the program that started it, or by somebody impatient.
  running.kill("SIGTERM");
  for (const signal of ["SIGINT", "SIGTERM", "SIGINT"] as const) {
    await sleep(5);
    running.kill(signal);
  }
  assert.deepEqual(await stopped, [0, null]);
  assert.ok(!runs(database), "the database was left running");
});
