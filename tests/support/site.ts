import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { after, before } from "node:test";
import { serve, type ServerType } from "@hono/node-server";
import type { Page } from "playwright-core";
import { type App, makeApp } from "../../src/app/app.ts";
import type { Service } from "../../src/domain/access/office.ts";
import { may } from "../../src/domain/access/policy.ts";
import type { Organisation } from "../../src/domain/access/viewer.ts";
import type { Role } from "../../src/domain/access/role.ts";
import type { Entry } from "../../src/domain/chronology/entry.ts";
import { sampleEntries, type SampleEntry } from "../../src/domain/chronology/sample.ts";
import { type Day, day } from "../../src/domain/dates/day.ts";
import { openStore } from "../../src/store/store.ts";
import { createApp } from "../../src/web/app.tsx";
import { launchBrowser, type PageOptions, type TestPage } from "./browser.ts";
import { createTestDatabase } from "./database.ts";
import { IDENTITY_KEY } from "./identity-key.ts";

export const TODAY: Day = day("2026-11-20");
export const HARROWMERE: Organisation = { code: "E10000901", name: "Harrowmere", type: "local-authority" };
export const TIDEWELL: Organisation = { code: "E06000902", name: "Tidewell", type: "local-authority" };
export const THREE_RIVERS: Organisation = { code: "RAA-THREE-RIVERS", name: "Adoption Three Rivers", type: "regional-agency" };

/** A child of a story: an authority’s own id, and a chronology. */
export interface StoryChild {
  readonly authority: string;
  readonly localId: string;
  readonly entries: readonly SampleEntry[];
}

/** The whole product on a database of its own, with a browser before it. */
export interface Site {
  readonly app: App;
  readonly url: string;
  /** The record of a child of the story. */
  readonly recordOf: (localId: string) => string;
  /** A page signed in as somebody, on the tracker or, where they have none, at home; `undefined`: nobody. Closed with the site. */
  readonly as: (account: string | undefined, options?: PageOptions) => Promise<Page>;
  /** What the operator’s log holds so far. */
  readonly log: () => readonly string[];
}

const ACCOUNTS: readonly { readonly account: string; readonly role: Role; readonly organisation: string; readonly worker?: string; readonly team?: string; readonly service?: Service }[] = [
  ...([["harrowmere", HARROWMERE], ["tidewell", TIDEWELL]] as const).flatMap(([name, { code }]) => [
    { account: `${name}.tracking-administrator`, role: "tracking-administrator" as const, organisation: code },
    { account: `${name}.social-worker`, role: "social-worker" as const, organisation: code, worker: "SW01001", team: "Permanence North" },
    { account: `${name}.family-finder`, role: "family-finder" as const, organisation: code, worker: "SW01501", team: "Permanence North" },
    { account: `${name}.business-support`, role: "business-support" as const, organisation: code },
    { account: `${name}.team-manager`, role: "team-manager" as const, organisation: code, team: "Permanence North" },
    { account: `${name}.service-manager`, role: "service-manager" as const, organisation: code, service: "adoption" as const },
    { account: `${name}.fieldwork-manager`, role: "service-manager" as const, organisation: code, service: "fieldwork" as const },
    { account: `${name}.assistant-director`, role: "assistant-director" as const, organisation: code },
    { account: `${name}.reviewing-officer`, role: "reviewing-officer" as const, organisation: code },
    { account: `${name}.decision-maker`, role: "decision-maker" as const, organisation: code },
    { account: `${name}.practice-lead`, role: "practice-lead" as const, organisation: code },
    { account: `${name}.second-practice-lead`, role: "practice-lead" as const, organisation: code },
    { account: `${name}.performance-analyst`, role: "performance-analyst" as const, organisation: code },
    ...(["tracking-chair", "adopters-social-worker", "legal", "medical-adviser", "panel", "adoption-clerk", "post-adoption-worker", "administrator", "data-protection-officer", "adoption-records", "auditor"] as const).map((role) => ({ account: `${name}.${role}`, role, organisation: code })),
  ]),
  { account: "three-rivers.agency-lead", role: "agency-lead", organisation: THREE_RIVERS.code },
  { account: "three-rivers.agency-home-finder", role: "agency-home-finder", organisation: THREE_RIVERS.code },
  { account: "three-rivers.administrator", role: "administrator", organisation: THREE_RIVERS.code },
];

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
  readonly stop: () => Promise<void>;
}

async function start(children: readonly StoryChild[], today: () => Day): Promise<Started> {
  const database = await createTestDatabase();
  const store = openStore(database.url(), { today });
  const app = makeApp(store, { today, now: () => `${today()}T10:00:00.000Z` }, IDENTITY_KEY);
  const records = await fill(app, children);
  const lines: string[] = [];
  const web = createApp({ app, sessionKey: "the key of the tests, which signs no real cookie", demonstration: true, secure: false, log: (line) => void lines.push(line) });
  const server = await listening(serve({ fetch: web.fetch, hostname: "127.0.0.1", port: 0 }));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await launchBrowser();
  const opened: TestPage[] = [];
  return {
    app, url,
    log: () => lines,
    recordOf: (localId) => records.get(localId) ?? `no record for ${localId}`,
    as: async (account, options) => {
      const opening = await browser.open({ baseURL: url, ...options });
      opened.push(opening);
      if (account !== undefined) {
        // The form as it would be sent, without the page it stands on: that is tried where signing in is.
        const sent = await opening.page.request.post("/sign-in", { form: { account }, headers: { origin: url }, maxRedirects: 0 });
        assert.equal(sent.headers()["location"], "/", `nobody signs in as ${account}`);
        await opening.page.goto(seesTracker(account) ? "/tracker" : "/");
      }
      return opening.page;
    },
    stop: async () => {
      const closings = await Promise.allSettled(opened.map((page) => page.close()));
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
      await database.drop();
      for (const closing of closings) if (closing.status === "rejected") throw closing.reason;
      assert.deepEqual(lines.filter((line) => line.startsWith("fault")), [], "the site had faults");
    },
  };
}

const listening = (server: ServerType): Promise<ServerType> => new Promise((resolve) => server.once("listening", () => resolve(server)));

/** Two authorities and their agency, with everybody who signs in, and the children of the story. Record ids by local id. */
async function fill(app: App, children: readonly StoryChild[]): Promise<Map<string, string>> {
  const records = new Map<string, string>();
  await app.store.inTransaction({ type: "operator", authority: THREE_RIVERS.code }, (writer) => writer.addOrganisation(THREE_RIVERS));
  for (const authority of [HARROWMERE, TIDEWELL]) {
    await app.store.inTransaction({ type: "operator", authority: authority.code }, async (writer) => {
      await writer.addOrganisation(authority);
      await writer.agree(THREE_RIVERS.code, authority.code, "placement-order");
      await writer.lock(authority.code);
      for (const child of children.filter((c) => c.authority === authority.code)) {
        const { id } = await writer.createRecord(authority.code, "child", child.localId);
        records.set(child.localId, id);
        const written = await writer.appendHistory(authority.code, historyOf(id, sampleEntries(child.entries)), "demonstration");
        await writer.writeProjections(authority.code, [{ recordId: id, type: "child", entries: written.get(id) ?? [] }], app.summarise);
      }
    });
  }
  for (const { account, role, organisation, worker, team, service } of ACCOUNTS) {
    await app.store.inTransaction({ type: "operator", authority: organisation }, (writer) =>
      writer.addAccount({ account, name: "Ash Rowan", role, organisation, worker: worker ?? null, team: team ?? null, service: service ?? null }));
  }
  return records;
}

const historyOf = (recordId: string, entries: readonly Entry[]) =>
  entries.map(({ number: _number, recordedAt, recordedBy: _by, supersedes, ...draft }) =>
    ({ recordId, draft, recordedAt, ...(supersedes === undefined ? {} : { supersedesRow: supersedes - 1 }) }));
