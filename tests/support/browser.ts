import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { findChromium } from "./chromium.ts";
import { testDataFolder } from "./database.ts";

/**
 * What is told to the browser. Never the argument list of its package: that one runs everything
 * in one process, which dies at the second page, and turns off the security that we test.
 */
const QUIET = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--font-render-hinting=none",
];

export interface TestBrowser {
  /** A page in a context of its own: own cookies, own session. */
  readonly open: (options?: PageOptions) => Promise<TestPage>;
  readonly close: () => Promise<void>;
}

export interface PageOptions {
  readonly baseURL?: string;
  readonly scripts?: boolean;
  /** A desk's screen unless said otherwise. */
  readonly width?: "desk" | "phone";
  /** Messages in the browser's console that this page is meant to cause, such as a refusal with status 403. */
  readonly expected?: readonly RegExp[];
}

export interface TestPage {
  readonly page: Page;
  /** Closes the page; fails if the browser complained of something that was not expected. */
  readonly close: () => Promise<void>;
}

const VIEWPORTS = { desk: { width: 1280, height: 900 }, phone: { width: 375, height: 812 } } as const;

/**
 * From now on every browser of this process is the same one, which closing leaves running: pages
 * have contexts of their own as before. Ends with what is returned.
 */
export function shareBrowser(): () => Promise<void> {
  sharing = true;
  return async () => {
    sharing = false;
    await (await shared)?.close();
  };
}

let sharing = false;
let shared: Promise<TestBrowser> | undefined;

export async function launchBrowser(): Promise<TestBrowser> {
  if (!sharing) return launchOne();
  const { open } = await (shared ??= launchOne());
  return { open, close: () => Promise.resolve() };
}

async function launchOne(): Promise<TestBrowser> {
  const { executablePath, env } = await findChromium();
  const temporary = await mkdtemp(join(tmpdir(), "permanence-browser-"));
  const browser = await launch(executablePath, { ...process.env, ...env, TMPDIR: temporary });
  return {
    open: (options) => open(browser, options),
    close: async () => {
      await browser.close();
      await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** With the sandbox, except as root, for whom there is none, and where the machine forbids it. */
async function launch(executablePath: string, env: NodeJS.ProcessEnv): Promise<Browser> {
  const start = (chromiumSandbox: boolean): Promise<Browser> =>
    chromium.launch({ executablePath, chromiumSandbox, args: QUIET, env: defined(env) });
  if (process.getuid?.() === 0) return start(false);
  return start(true).catch((error: unknown) => {
    if (String(error).includes("sandbox")) return start(false);
    throw error;
  });
}

const defined = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined));

async function open(browser: Browser, { baseURL, scripts = true, width = "desk", expected = [] }: PageOptions = {}): Promise<TestPage> {
  const options: BrowserContextOptions = { javaScriptEnabled: scripts, viewport: VIEWPORTS[width], locale: "en-GB", timezoneId: "Europe/London" };
  const context = await browser.newContext(baseURL === undefined ? options : { ...options, baseURL });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return {
    page,
    close: async () => {
      await context.close();
      const unexpected = complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint)));
      assert.deepEqual(unexpected, [], "the browser complained");
    },
  };
}

/** Takes a picture for people to look at, in data/test/screenshots; where it is. */
export async function takePicture(page: Page, name: string): Promise<string> {
  const folder = join(testDataFolder, "screenshots");
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}
