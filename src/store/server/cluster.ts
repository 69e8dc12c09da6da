import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, openSync } from "node:fs";
import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Places, Postmaster } from "./places.ts";
import { findPrograms, type Programs } from "./programs.ts";
import { commandFor, handOver, type Runner } from "./runner.ts";
import { DatabaseUnavailable, messageOf } from "./unavailable.ts";

export const SUPERUSER = "postgres";

/** What every start sets. Durability is PostgreSQL's own default: fsync is on. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  timezone: "UTC",
  log_timezone: "UTC",
};

/** Without the caller's PG… variables and language: both would change what the server does. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: "C" };
}

/**
 * Makes an empty cluster: UTF-8, the builtin C.UTF-8 collation whatever the machine speaks, and a
 * random password. It is made aside and moved into place whole, so being killed leaves none.
 */
export async function createCluster(places: Places, programs: Programs, runner: Runner): Promise<void> {
  await sweep(places);
  const made = await mkdtemp(`${places.home}.new-`);
  const password = join(made, "password");
  await writeFile(password, randomBytes(24).toString("base64url"), { mode: 0o600 });
  handOver(runner, made);
  handOver(runner, password);
  const status = await run(places, runner, programs.initdb, [
    `--pgdata=${join(made, "cluster")}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${password}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--no-instructions",
  ]);
  if (status !== 0) {
    await rm(made, { recursive: true, force: true });
    throw await failure(places, "could not be set up");
  }
  await rename(made, places.home);
}

/** Removes what killed set-ups left. One whose process is still writing is left for the next time. */
async function sweep(places: Places): Promise<void> {
  for (const name of await readdir(places.folder)) {
    if (name.startsWith("postgres.new-")) {
      await rm(join(places.folder, name), { recursive: true, force: true }).catch(() => undefined);
    }
  }
}

/** Runs a program to its end, its words to the log; its exit status. */
function run(places: Places, runner: Runner, program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    launch(places, runner, program, args)
      .once("error", (error) => reject(cannotRun(program, error)))
      .once("exit", (code) => resolve(code ?? 1));
  });
}

/** Its own session, so that Ctrl-C is ours alone; its words to the log, so that nobody waits for our output to close. */
function launch(places: Places, runner: Runner, program: string, args: readonly string[]) {
  const command = commandFor(runner, program, args);
  const log = openSync(places.log, "a", 0o600);
  try {
    return spawn(command.program, command.args, {
      ...command.ids,
      cwd: places.folder,
      env: environment(),
      detached: true,
      windowsHide: true,
      stdio: ["ignore", log, log],
    });
  } finally {
    closeSync(log);
  }
}

const cannotRun = (program: string, cause: unknown): DatabaseUnavailable =>
  new DatabaseUnavailable(
    `The private database's program ${program} cannot run on this machine: ${messageOf(cause)}. ` +
      "Set DATABASE_URL to a PostgreSQL 18 server.",
    { cause },
  );

/** A server that was just launched. */
export interface Launched {
  /** Whether it has already given up; its reason is in the log. */
  readonly ended: () => boolean;
}

/** Launches the server on a port and does not wait for it. */
export async function launchServer(places: Places, programs: Programs, runner: Runner, port: number): Promise<Launched> {
  await shortenLog(places);
  const settings = Object.entries({ ...SETTINGS, port: String(port) });
  if (process.platform === "win32") {
    // Only pg_ctl can lay down an administrator's rights, without which the server refuses.
    const options = settings.map(([name, value]) => `-c ${name}=${value === "" ? '""' : value}`).join(" ");
    const status = await run(places, runner, programs.pgCtl, ["start", "-W", "-D", places.cluster, "-l", places.log, "-o", options]);
    return { ended: () => status !== 0 };
  }
  const args = ["-D", places.cluster, ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  const child = launch(places, runner, programs.postgres, args);
  let ended = false;
  child.once("error", () => (ended = true)).once("exit", () => (ended = true));
  child.unref();
  return { ended: () => ended };
}

const LOG_LIMIT_BYTES = 5_000_000;

async function shortenLog(places: Places): Promise<void> {
  if (existsSync(places.log) && (await stat(places.log)).size > LOG_LIMIT_BYTES) {
    await rename(places.log, `${places.log}.1`);
  }
}

/** Asks the server to end and does not wait: sessions are cut, what is committed is kept. */
export async function stopServer(places: Places, postmaster: Postmaster): Promise<void> {
  if (process.platform === "win32") {
    await run(places, { as: "self" }, findPrograms().pgCtl, ["stop", "-W", "-m", "fast", "-D", places.cluster]);
  } else {
    process.kill(postmaster.pid, "SIGINT");
  }
}

const LOG_LINES_SHOWN = 5;

/** The error for a server that will not, with its own last words. */
export async function failure(places: Places, what: string): Promise<DatabaseUnavailable> {
  const log = await readFile(places.log, "utf8").catch(() => "");
  const last = log.trim().split("\n").slice(-LOG_LINES_SHOWN).join("\n  ");
  return new DatabaseUnavailable(`The private database ${what}. The end of ${places.log} says:\n  ${last}`);
}

