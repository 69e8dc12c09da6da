import pg from "pg";
import { createTestDatabase } from "./database.ts";
import type { Day } from "../../src/domain/dates/day.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { type App, makeApp } from "../../src/app/app.ts";
import { IDENTITY_KEY } from "./identity-key.ts";

/** The product without its pages, on a database of its own, for the tests of a file. */
export interface SampleApp {
  readonly app: App;
  readonly store: Store;
  /** The database’s owner, whom no wall holds: to see what is stored. */
  readonly owner: pg.Client;
  /** Its address, for connections that take on a PostgreSQL role. */
  readonly url: (role?: string) => string;
  readonly stop: () => Promise<void>;
}

/** Starts it with what `fill` puts into it. It is midday on `today`, unless `now` says what instant it is; whoever starts it stops it. */
export async function startSampleApp(today: Day | (() => Day), fill: (app: App, store: Store) => Promise<unknown>, now: () => string = () => `${dayOf(today)}T12:00:00.000Z`): Promise<SampleApp> {
  const database = await createTestDatabase();
  const store = openStore(database.url(), { today: () => dayOf(today) });
  const app = makeApp(store, { today: () => dayOf(today), now }, IDENTITY_KEY);
  const owner = new pg.Client(database.url());
  await owner.connect();
  const stop = async (): Promise<void> => {
    await Promise.all([owner.end(), store.close()]);
    await database.drop();
  };
  try {
    await fill(app, store);
  } catch (error) {
    // What was left open would keep the process of all tests waiting, and say nothing.
    await stop();
    throw error;
  }
  return { app, store, owner, url: database.url, stop };
}

const dayOf = (today: Day | (() => Day)): Day => (typeof today === "function" ? today() : today);
