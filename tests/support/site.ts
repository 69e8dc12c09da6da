import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { after, afterEach, before, beforeEach } from "node:test";
import { serve, type ServerType } from "@hono/node-server";
import type { Page } from "playwright-core";
import { type App, makeApp } from "../../src/app/app.ts";
import { may } from "../../src/domain/access/policy.ts";
import type { Day } from "../../src/domain/dates/day.ts";
import { openStore } from "../../src/store/store.ts";
import { createApp } from "../../src/web/app.tsx";
import { launchBrowser, type PageOptions, type TestPage } from "./browser.ts";
import { createTestDatabase } from "./database.ts";
import { IDENTITY_KEY } from "./identity-key.ts";
import { ACCOUNTS, fillRegion, HARROWMERE, type StoryChild, THREE_RIVERS, TIDEWELL, TODAY } from "./region.ts";

export { HARROWMERE, type StoryChild, THREE_RIVERS, TIDEWELL, TODAY };

/** The whole product on a database of its own, with a browser before it. */
export interface Site {
  readonly app: App;
  readonly url: string;
  /** The record of a child of the story. */
  readonly recordOf: (localId: string) => string;
  /** A page signed in as somebody, `at` an address, or else on the tracker or, where they have none, at home; `undefined`: nobody. Closed with the test, or with the site where no test opened it. */
  readonly as: (account: string | undefined, options?: PageOptions & { readonly at?: string }) => Promise<Page>;
  /** What the operator’s log holds so far. */
  readonly log: () => readonly string[];
}

/** Who looks after the system or its records has no tracker, and begins at home. */
const seesTracker = (account: string): boolean => ACCOUNTS.every((a) => a.account !== account || may(a.role, "see-tracker").allowed);

/** The site for the tests of one `describe`: started before them, stopped after them. Faults it had fail them. `today`: for a story that takes time. */
export function useSite(children: readonly StoryChild[], today: () => Day = () => TODAY): Site {
  let started: Started | undefined;
  const running = (): Started => {
    if (started === undefined) throw new Error("The site runs only while its tests do");
    return started;
  };
  before(async () => {
    started = await start(children, today);
  });
  beforeEach(() => running().keepOpen());
  afterEach(() => running().closeOpened());
  after(() => started?.stop());
  return {
    get app() { return running().app; },
    get url() { return running().url; },
    recordOf: (localId) => running().recordOf(localId),
    as: (account, options) => running().as(account, options),
    log: () => running().log(),
  };
}

interface Started extends Site {
  /** The pages that are open now stay so until the end; those opened since go. */
  readonly keepOpen: () => void;
  readonly closeOpened: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

async function start(children: readonly StoryChild[], today: () => Day): Promise<Started> {
  const database = await createTestDatabase();
  const store = openStore(database.url(), { today });
  const app = makeApp(store, { today, now: () => `${today()}T10:00:00.000Z` }, IDENTITY_KEY);
  const records = await fillRegion(app, children);
  const lines: string[] = [];
  const web = createApp({ app, sessionKey: "the key of the tests, which signs no real cookie", demonstration: true, secure: false, log: (line) => void lines.push(line) });
  const answering = new Set<Promise<unknown>>();
  const server = await serving((...asked) => {
    const answer = Promise.resolve(web.fetch(...(asked as Parameters<typeof web.fetch>)));
    answering.add(answer);
    return answer.finally(() => answering.delete(answer));
  });
  const url = `http://127.0.0.1:${port}`;
  const browser = await launchBrowser();
  const opened: TestPage[] = [];
  let kept = 0;
  const closeFrom = async (first: number): Promise<void> => {
    const closings = await Promise.allSettled(opened.splice(first).map((page) => page.close()));
    for (const closing of closings) if (closing.status === "rejected") throw closing.reason;
  };
  return {
    keepOpen: () => void (kept = opened.length),
    closeOpened: () => closeFrom(kept),
    app, url,
    log: () => lines,
    recordOf: (localId) => records.get(localId) ?? `no record for ${localId}`,
    as: async (account, { at, ...options } = {}) => {
      const opening = await browser.open({ baseURL: url, ...options });
      opened.push(opening);
      if (account !== undefined) {
        // The form as it would be sent, without the page it stands on: that is tried where signing in is.
        const sent = await opening.page.request.post("/sign-in", { form: { account }, headers: { origin: url }, maxRedirects: 0 });
        assert.equal(sent.headers()["location"], "/", `nobody signs in as ${account}`);
      }
      const first = at ?? (account === undefined ? undefined : seesTracker(account) ? "/tracker" : "/");
      if (first !== undefined) await opening.page.goto(first);
      return opening.page;
    },
    stop: async () => {
      const closing = closeFrom(0);
      await closing.catch(() => undefined);
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
      // Whoever asked may be gone before the answer is ready, which still needs the store.
      await Promise.allSettled(answering);
      await store.close();
      await database.drop();
      await closing;
      assert.deepEqual(lines.filter((line) => line.startsWith("fault")), [], "the site had faults");
    },
  };
}

/** Longer than any story of a site. */
const KEPT_OPEN_MS = 600_000;

/** The same for all sites of a process, one after another, so that a page of the last one serves the next. */
let port = 0;

async function serving(fetch: Parameters<typeof serve>[0]["fetch"]): Promise<ServerType> {
  const listening = (at: number): Promise<ServerType> => new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: "127.0.0.1", port: at });
    server.once("listening", () => resolve(server)).once("error", reject);
    // A connection that waited is not closed just as somebody asks by it again: that would be a refusal nobody meant.
    if ("keepAliveTimeout" in server) server.keepAliveTimeout = KEPT_OPEN_MS;
  });
  // Somebody else may have it by now.
  const server = await listening(port).catch(() => listening(0));
  ({ port } = server.address() as AddressInfo);
  return server;
}
