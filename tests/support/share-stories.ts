import { test } from "node:test";
import { relative } from "node:path";
import { pathToFileURL } from "node:url";
import { shareBrowser } from "./browser.ts";
import { isFirst } from "./run-folder.ts";

/** Long enough for the slowest story; one that hangs is told as such. */
const STORY_TIMEOUT_MS = 240_000;

/**
 * What one of several processes does that share out the stories: it takes the next that no other
 * has, until none is left. So the program is loaded, and a browser started, once a process and not
 * once a story. The stories are in STORIES, one a line. Each is a test of its own, so that its
 * hooks are its own too.
 */
export async function shareStories(): Promise<void> {
  const closeBrowser = shareBrowser();
  for (const [at, file] of (process.env["STORIES"] ?? "").split("\n").entries()) {
    if (!isFirst(`story-${at}`)) continue;
    await test(relative(process.cwd(), file), { timeout: STORY_TIMEOUT_MS }, async () => {
      await import(pathToFileURL(file).href);
    });
  }
  // Not in a hook: those of a file run as soon as its first test is over, when the others have not been asked for.
  await closeBrowser();
}
