/**
 * All unit tests in one process: a second for hundreds of files, where a process each takes
 * minutes. The files are in TEST_FILES, one a line. Each is a suite of its own, so that its hooks
 * are its own too.
 */
import { settleChance } from "../chance.ts";
import { suite, test } from "node:test";
import { relative } from "node:path";
import { pathToFileURL } from "node:url";

settleChance();
for (const file of (process.env["TEST_FILES"] ?? "").split("\n").filter((line) => line !== "")) {
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
