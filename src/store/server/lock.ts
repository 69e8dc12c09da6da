import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseUnavailable, messageOf } from "./unavailable.ts";

const BETWEEN_TRIES_MS = 5;
/** Long enough for somebody else's first start and crash recovery. */
const PATIENCE_MS = 120_000;

/**
 * Runs `work` while no other process runs work under the same lock file.
 *
 * The lock is SQLite's on an empty file, because that is the one lock in Node the operating system
 * itself lets go of when a process is killed: there is no stale lock to recognise.
 */
export async function withLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  const held = await take(file);
  try {
    return await work();
  } finally {
    held.close();
  }
}

async function take(file: string): Promise<DatabaseSync> {
  const lock = open(file);
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      lock.exec("BEGIN EXCLUSIVE");
      return lock;
    } catch (error) {
      if (messageOf(error) !== "database is locked") {
        lock.close();
        throw cannotLock(file, error);
      }
    }
    if (performance.now() > giveUpAt) {
      lock.close();
      throw new DatabaseUnavailable(
        `Another process has been starting or stopping the private database for ${PATIENCE_MS / 1000} seconds. ` +
          `Stop that process (it holds ${file}) and try again.`,
      );
    }
    await sleep(BETWEEN_TRIES_MS);
  }
}

function open(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: 0 });
  } catch (error) {
    throw cannotLock(file, error);
  }
}

const cannotLock = (file: string, cause: unknown): DatabaseUnavailable =>
  new DatabaseUnavailable(
    `The private database cannot be locked by ${file}: ${messageOf(cause)}. ` +
      "Run this as the owner of that folder, or set DATABASE_URL to a PostgreSQL 18 server.",
    { cause },
  );
