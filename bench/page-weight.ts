import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { launchBrowser } from "../tests/support/browser.ts";
import { follow } from "../tests/support/verify-page.ts";
import type { Figure } from "./measure.ts";
import { permanence } from "./sample-returns.ts";

const PORT = 3951;
const URL = `http://127.0.0.1:${PORT}`;
const AIM = "100 kB, 6 requests";

interface Weight {
  readonly bytes: number;
  readonly requests: number;
  readonly parts: ReadonlyMap<string, number>;
}

/** What pages weigh over the wire in a real browser, heads and all: at the first visit, and when what may be kept was kept. */
export async function benchPageWeight(folder: string): Promise<readonly Figure[]> {
  const server = spawn(permanence, ["demo"], { stdio: "ignore", env: { ...process.env, PORT: String(PORT), PERMANENCE_DATA: join(folder, "weighed"), DATABASE_URL: "" } });
  try {
    while (!(await fetch(`${URL}/health`).then((r) => r.ok, () => false))) {
      if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}`);
      await sleep(100);
    }
    await untilLoaded();
    const child = await childAddress();
    const pages: readonly (readonly [string, string])[] = [["Tracker, 50 lines", "/tracker"], ["A child", child], ["Scorecard", "/scorecard"]];
    const figures: Figure[] = [];
    for (const [name, path] of pages) {
      const { first, again } = await weigh(path);
      figures.push({ what: `${name}: first visit`, figure: inWords(first), aim: AIM });
      figures.push({ what: `${name}: with a warm cache`, figure: inWords(again), aim: "" });
      for (const [part, bytes] of first.parts) figures.push({ what: `    ${part}`, figure: kilobytes(bytes), aim: "" });
    }
    return figures;
  } finally {
    server.kill("SIGTERM");
    await once(server, "exit");
  }
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const inWords = ({ bytes, requests }: Weight): string => `${kilobytes(bytes)}, ${requests} ${requests === 1 ? "request" : "requests"}`;

const signedIn = async (page: Page): Promise<void> => {
  await page.goto("/sign-in");
  await follow(page.locator('button[value="harrowmere.team-manager"]'));
};

/** The first start fills the region; until it has, nobody is there to sign in as. */
async function untilLoaded(): Promise<void> {
  while (!(await (await fetch(`${URL}/sign-in`)).text()).includes("harrowmere.team-manager")) await sleep(100);
}

async function childAddress(): Promise<string> {
  const browser = await launchBrowser();
  const { page, close } = await browser.open({ baseURL: URL });
  await signedIn(page);
  await page.goto("/stories");
  const address = await page.locator("main a", { hasText: "HM-0003" }).first().getAttribute("href");
  await close();
  await browser.close();
  return address ?? "/tracker";
}

/** Signed in elsewhere, so that nothing of the page is in the cache at first; then the same page once more. */
async function weigh(path: string): Promise<{ readonly first: Weight; readonly again: Weight }> {
  const browser = await launchBrowser();
  try {
    const { page, close } = await browser.open({ baseURL: URL });
    await signedIn(page);
    const network = await page.context().newCDPSession(page);
    await network.send("Network.enable");
    await network.send("Network.clearBrowserCache");
    let names = new Map<string, string>();
    let parts = new Map<string, number>();
    let requests = 0;
    network.on("Network.responseReceived", ({ requestId, response }) => {
      if (response.fromDiskCache !== true && response.fromPrefetchCache !== true) names.set(requestId, new globalThis.URL(response.url).pathname);
    });
    network.on("Network.requestServedFromCache", ({ requestId }) => void names.delete(requestId));
    network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const name = names.get(requestId);
      if (name === undefined || encodedDataLength === 0) return;
      requests++;
      parts.set(partOf(name, path), (parts.get(partOf(name, path)) ?? 0) + encodedDataLength);
    });
    const load = async (): Promise<Weight> => {
      // Whatever the page before still asks for is not this one's.
      await page.goto("about:blank");
      [names, parts, requests] = [new Map(), new Map(), 0];
      await page.goto(path, { waitUntil: "networkidle" });
      return { bytes: [...parts.values()].reduce((sum, bytes) => sum + bytes, 0), requests, parts: new Map(parts) };
    };
    const first = await load();
    await page.goto("/accessibility");
    const again = await load();
    await close();
    return { first, again };
  } finally {
    await browser.close();
  }
}

const partOf = (name: string, path: string): string => (name === path ? "the page itself" : name.replace(/^\/assets\/[^/]+\//, "").replace(/\/[0-9a-f-]{36}/, "/…"));
