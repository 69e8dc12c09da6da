import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../config.ts";
import { CannotMigrate, migrate, needsMigrating, rebuilt } from "../store/migrate.ts";
import { openDatabase } from "../store/server/open-database.ts";
import { openStore } from "../store/store.ts";
import { type App, makeApp } from "./app.ts";
import { type IdentityKey, NOT_A_KEY, newIdentityKey, readIdentityKey } from "./identity/key.ts";
import { type Clockwork, machineClock } from "./machine-clock.ts";
import { rebuild } from "./maintenance.ts";

export interface OpenApp {
  readonly app: App;
  /** Closes the store, and lets go of the private server. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the product on its database: the one in `DATABASE_URL`, as it is; or the private
 * one, found or started, and brought up to date. Throws DatabaseUnavailable, or CannotMigrate
 * where a database of one's own is not up to date.
 */
export async function openApp(config: Config, clock: Clockwork = machineClock, identityKey?: IdentityKey): Promise<OpenApp> {
  const database = await openDatabase(config);
  try {
    if (config.databaseUrl === undefined) await bringUpToDate(database.url());
    else if (await needsMigrating(database.url())) throw new CannotMigrate("The database is not up to date with the program. Run: bin/permanence migrate");
    const store = openStore(database.url(), { today: clock.today });
    const close = async (): Promise<void> => {
      await store.close();
      await database.release();
    };
    return { app: makeApp(store, clock, identityKey), close };
  } catch (error) {
    await database.release();
    throw error;
  }
}

/** Brings the database up to date, whichever it is. */
export async function migrateDatabase(config: Config): Promise<void> {
  const database = await openDatabase(config);
  try {
    await bringUpToDate(database.url());
  } finally {
    await database.release();
  }
}

/** Applies what is new; where that leaves the projections of what was there without something, makes them anew. */
async function bringUpToDate(url: string): Promise<void> {
  const { rebuildDue } = await migrate(url);
  if (!rebuildDue) return;
  const store = openStore(url);
  try {
    await rebuild(makeApp(store));
  } finally {
    await store.close();
  }
  await rebuilt(url);
}

/** The key that signs session cookies, made once for this installation and readable by its owner alone. */
export const sessionKeyOf = (config: Config): Promise<string> => keptIn(config, "session-key", () => randomBytes(32).toString("base64url"));

/** The demonstration’s own key to the adoptive side, made once, beside its database but not in it. Production is given one. */
export async function identityKeyOf(config: Config): Promise<IdentityKey> {
  const key = readIdentityKey(await keptIn(config, "identity-key", newIdentityKey));
  if (key === undefined) throw new Error(`${join(config.dataFolder, "identity-key")} is ${NOT_A_KEY}`);
  return key;
}

/** A secret of this installation, made where there is none and readable by its owner alone. */
async function keptIn({ dataFolder }: Config, name: string, make: () => string): Promise<string> {
  const file = join(dataFolder, name);
  await mkdir(dataFolder, { recursive: true });
  try {
    await writeFile(file, make(), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFile(file, "utf8");
}
