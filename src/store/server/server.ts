import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createCluster, failure, launchServer, stopServer, SUPERUSER, type Launched } from "./cluster.ts";
import { hold, type Holder } from "./holder.ts";
import { withLock } from "./lock.ts";
import { forgetPostmaster, makeFolder, placesIn, readPostmaster, type Places, type Postmaster } from "./places.ts";
import { whoIs } from "./processes.ts";
import { findPrograms } from "./programs.ts";
import { withRole } from "./address.ts";
import { chooseRunner } from "./runner.ts";

/** A private PostgreSQL 18 that this process may use until it lets go of it. */
export interface Server {
  readonly port: number;
  readonly pid: number;
  /** The address of one of its databases as the superuser, who takes on `role` where one is given. */
  readonly url: (database: string, role?: string) => string;
  /** Lets go of the server; whoever is last stops it. */
  readonly release: () => Promise<void>;
}

const BETWEEN_TRIES_MS = 3;
/** Recovery after a crash can take a while; nothing else does. */
const PATIENCE_MS = 60_000;
const START_ATTEMPTS = 20;
const BETWEEN_ATTEMPTS_MS = 100;

/**
 * Finds the private server whose data is in a folder, or makes and starts it. Any number of
 * processes share it: each holds one connection, and the last one to let go stops it. A killed
 * process lets go too, since the operating system closes its connection; a server that nobody
 * lived to stop is simply the next one's.
 *
 * Throws DatabaseUnavailable, saying what to do, where none can be had.
 */
export async function ensureServer(folder: string): Promise<Server> {
  const places = placesIn(resolve(folder));
  await makeFolder(places);
  const { holder, postmaster, password } = await withLock(places.lock, async () => (await adopt(places)) ?? start(places));
  let released: Promise<void> | undefined;
  const release = (): Promise<void> => {
    unreleased.delete(release);
    return (released ??= withLock(places.lock, () => letGo(places, holder)));
  };
  releaseAtTheEnd(release);
  return { ...postmaster, url: (database, role) => addressOf(postmaster.port, password, database, role), release };
}

const unreleased = new Set<() => Promise<void>>();
let watching = false;

/** A process that failed half-way and has nothing left to do still lets go. */
function releaseAtTheEnd(release: () => Promise<void>): void {
  unreleased.add(release);
  if (watching) return;
  watching = true;
  process.on("beforeExit", () => void Promise.all([...unreleased].map((each) => each())));
}

interface Held {
  readonly holder: Holder;
  readonly postmaster: Postmaster;
  readonly password: string;
}

/**
 * The server that runs already, or is on its way up or down; nothing where none does, or where
 * the one just `launched` has given up.
 */
async function adopt(places: Places, launched?: Launched): Promise<Held | undefined> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (performance.now() < giveUpAt) {
    const postmaster = await readPostmaster(places);
    const held = postmaster === undefined ? undefined : await holdOf(places, postmaster);
    if (held !== undefined) return held;
    const who = postmaster === undefined ? "nobody" : whoIs(postmaster.pid, places.cluster);
    if (who !== "server" && (launched === undefined || launched.ended())) {
      if (who === "stranger") await forgetPostmaster(places);
      return undefined;
    }
    await sleep(BETWEEN_TRIES_MS);
  }
  throw await failure(places, `did not answer within ${PATIENCE_MS / 1000} seconds`);
}

async function holdOf(places: Places, postmaster: Postmaster): Promise<Held | undefined> {
  if (postmaster.port === 0) return undefined;
  const password = await readFile(places.password, "utf8");
  const holder = await hold(addressOf(postmaster.port, password, "postgres"));
  return holder === undefined ? undefined : { holder, postmaster, password };
}

/**
 * Starts the server, making its cluster first where there is none. Tried again on another port
 * where somebody took the one we found free, and while the children of a killed server still end.
 */
async function start(places: Places): Promise<Held> {
  const programs = findPrograms();
  const runner = chooseRunner(programs, places);
  if (!existsSync(places.cluster)) await createCluster(places, programs, runner);
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt += 1) {
    const launched = await launchServer(places, programs, runner, await freePort());
    const held = await adopt(places, launched);
    if (held !== undefined) return held;
    await sleep(BETWEEN_ATTEMPTS_MS);
  }
  throw await failure(places, "would not start");
}

async function letGo(places: Places, holder: Holder): Promise<void> {
  const last = await holder.isLast();
  await holder.close();
  const postmaster = last ? await readPostmaster(places) : undefined;
  if (postmaster === undefined) return;
  const runs = (): boolean => whoIs(postmaster.pid, places.cluster) === "server";
  if (runs()) await stopServer(places, postmaster);
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (runs() && performance.now() < giveUpAt) await sleep(BETWEEN_TRIES_MS);
}

function addressOf(port: number, password: string, database: string, role?: string): string {
  return withRole(`postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}?sslmode=disable`, role);
}

const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => found(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
