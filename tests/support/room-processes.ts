import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { makeApp } from "../../src/app/app.ts";
import { machineClock } from "../../src/app/machine-clock.ts";
import { personOf } from "../../src/app/people.ts";
import { projectFolder } from "../../src/config.ts";
import type { SampleEntry } from "../../src/domain/chronology/sample.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { createTestDatabase } from "./database.ts";
import { IDENTITY_KEY } from "./identity-key.ts";
import { type Sat, sitDown } from "./meeting-room.ts";
import { fillRegion, HARROWMERE, TODAY } from "./region.ts";

/** A process that serves the pages. */
export interface Serving {
  readonly url: string;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
}

export interface RoomSite {
  readonly store: Store;
  readonly sat: Sat;
  /** The account that holds the pen, and one that follows. */
  readonly writer: string;
  readonly follower: string;
  readonly serve: () => Promise<Serving>;
  readonly stop: () => Promise<void>;
}

const ENTRIES: readonly SampleEntry[] = [{ kind: "birth", on: "2023-03-01" }, { kind: "looked-after", on: "2025-04-20" }, { kind: "legal-status", on: "2025-04-20", detail: { status: "C1" } }];

/** A database with a meeting in session, for server processes of its own to serve. */
export async function startRoomSite(): Promise<RoomSite> {
  const database = await createTestDatabase();
  const store = openStore(database.url(), { today: () => TODAY });
  const app = makeApp(store, { today: () => TODAY, now: machineClock.now }, IDENTITY_KEY);
  const records = await fillRegion(app, [{ authority: HARROWMERE.code, localId: "HM-0412", entries: ENTRIES }]);
  const [writer, follower] = ["harrowmere.tracking-administrator", "harrowmere.team-manager"];
  const holder = await personOf(app, writer);
  if (holder === undefined) throw new Error("Nobody holds the pen");
  const sat = await sitDown(app, holder, TODAY, [...records.values()], []);
  const running = new Set<ChildProcess>();
  const end = async (child: ChildProcess): Promise<void> => {
    running.delete(child);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
  };
  return {
    store, sat, writer, follower,
    async serve() {
      const child = spawn(process.execPath, ["--import", "tsx", join(projectFolder, "tests", "support", "serve-room.ts"), database.url()], { cwd: projectFolder, stdio: ["ignore", "pipe", "inherit"] });
      running.add(child);
      const said = once(child.stdout, "data").then(([data]) => String(data));
      const url = await Promise.race([said, once(child, "exit").then(() => "")]);
      if (url === "") throw new Error("The server did not start");
      return { url: url.trim(), kill: () => end(child) };
    },
    async stop() {
      await Promise.all([...running].map(end));
      await store.close();
      await database.drop();
    },
  };
}
