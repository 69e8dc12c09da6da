import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type ConsoleMessage, type Dialog, type Page } from "playwright-core";
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
  const idle = new Map<string, Page[]>();
  return {
    open: (options) => open(browser, idle, options),
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

/**
 * A page that nobody has any more is emptied and given to the next who wants one of its kind: a new one costs a process,
 * which has everything yet to compile.
 */
async function open(browser: Browser, idle: Map<string, Page[]>, { baseURL, scripts = true, width = "desk", expected = [] }: PageOptions = {}): Promise<TestPage> {
  const options: BrowserContextOptions = { javaScriptEnabled: scripts, viewport: VIEWPORTS[width], locale: "en-GB", timezoneId: "Europe/London", ...(baseURL === undefined ? {} : { baseURL }) };
  const kind = JSON.stringify(options);
  const page = idle.get(kind)?.pop() ?? (await (await browser.newContext(options)).newPage());
  const complaints: string[] = [];
  const hear = (message: ConsoleMessage): void => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(`${message.text()} (${message.location().url})`);
  };
  const catchError = (error: Error): void => void complaints.push(String(error));
  page.on("console", hear).on("pageerror", catchError);
  return {
    page,
    close: async () => {
      page.off("console", hear).off("pageerror", catchError);
      if (await emptied(page, VIEWPORTS[width])) idle.set(kind, [...(idle.get(kind) ?? []), page]);
      else await page.context().close();
      const unexpected = complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint)));
      assert.deepEqual(unexpected, [], "the browser complained");
    },
  };
}

/** Whether the page is as good as new: signed out, with nothing kept, at no address. */
async function emptied(page: Page, viewport: { readonly width: number; readonly height: number }): Promise<boolean> {
  if (page.isClosed() || page.context().pages().length !== 1) return false;
  const leave = (dialog: Dialog): void => void dialog.accept();
  try {
    await page.unrouteAll();
    await page.context().setOffline(false);
    await page.evaluate("if (location.protocol === 'http:') { sessionStorage.clear(); localStorage.clear(); }");
    await page.on("dialog", leave).goto("about:blank");
    await page.off("dialog", leave).context().clearCookies();
    await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null, forcedColors: null });
    await page.setViewportSize(viewport);
    await page.mouse.move(0, 0);
    return true;
  } catch {
    return false;
  }
}

/** Takes a picture for people to look at, in data/test/screenshots; where it is. */
export async function takePicture(page: Page, name: string): Promise<string> {
  const folder = join(testDataFolder, "screenshots");
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}
