import { settleChance } from "./chance.ts";
import { suite, test } from "node:test";
import { relative } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Unit tests in one process: a second for hundreds of files, where a process each takes minutes. Two such processes have
 * every other file each, so that neither is the last to end by long. The files are in TEST_FILES, one a line. Each is a suite
 * of its own, so that its hooks are its own too.
 */
export function runUnits(half: 0 | 1): void {
  settleChance();
  for (const [at, file] of (process.env["TEST_FILES"] ?? "").split("\n").entries()) {
    if (file === "" || at % 2 !== half) continue;
    suite(relative(process.cwd(), file), async () => {
      try {
        await import(pathToFileURL(file).href);
      } catch (error) {
        test("loads", () => {
          throw error;
        });
      }
    });
  }
}
