/**
 * npm test: the type check and the lint, then every test. `npm test -- scorecard` runs only the
 * test files with that word in their path; `npm test -- --verbose` names every test.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectFolder } from "../src/config.ts";
import { ensureServer } from "../src/store/server/server.ts";
import { dropAbandonedDatabases, testDataFolder } from "./support/database.ts";
import { findTestFiles, type TestFiles } from "./support/test-files.ts";

const options = process.argv.slice(2).filter((word) => word.startsWith("-"));
const words = process.argv.slice(2).filter((word) => !word.startsWith("-"));

/** Node.js takes files in the order of their names: the unit tests first, as they last longest, beside the stories. */
const UNITS = ["1-units.ts", "1-units-too.ts"];
const STORIES = ["2-stories.ts", "3-stories.ts", "4-stories.ts"];

/** Long enough for all the stories on the slowest machine. */
const PROCESS_TIMEOUT_MS = 1_800_000;

const programs = join(projectFolder, "node_modules", ".bin");
const support = (file: string): string => join(projectFolder, "tests", "support", file);

/** Runs a program to its end with our own output; whether it succeeded. */
async function succeeds(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  const child = spawn(program, args, {
    cwd: projectFolder,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
    shell: process.platform === "win32",
  });
  const [code] = (await once(child, "exit")) as [number | null];
  return code === 0;
}

async function checks(): Promise<boolean> {
  const passed = await Promise.all([
    succeeds(join(programs, "tsc"), ["--noEmit"]),
    succeeds(join(programs, "oxlint"), ["--deny-warnings", "src", "tests", "bench"]),
  ]);
  return !passed.includes(false);
}

async function tests({ units, stories }: TestFiles): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "permanence-run-"));
  // Held for the whole run, so that no file waits for a start of its own.
  const server = await ensureServer(testDataFolder);
  try {
    await dropAbandonedDatabases(server);
    return await succeeds(
      process.execPath,
      [
        "--import=tsx",
        `--import=${support("console.ts")}`,
        "--test",
        "--test-concurrency=3",
        `--test-timeout=${PROCESS_TIMEOUT_MS}`,
        `--test-reporter=${options.includes("--verbose") ? "spec" : support("reporter.ts")}`,
        ...[...UNITS.slice(0, units.length), ...STORIES.slice(0, stories.length)].map((file) => support(join("processes", file))),
      ],
      { TEST_FILES: units.join("\n"), STORIES: stories.join("\n"), RUN_FOLDER: folder },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await server.release();
  }
}

const unknown = options.filter((option) => option !== "--verbose");
const files = findTestFiles(projectFolder, words);
if (unknown.length > 0) {
  process.stderr.write(`npm test does not know ${unknown.join(" ")}. It takes words from file names, and --verbose.\n`);
  process.exitCode = 2;
} else if (files.units.length + files.stories.length === 0) {
  process.stderr.write(`No test file has ${words.join(" or ")} in its path.\n`);
  process.exitCode = 2;
} else {
  const checked = await checks();
  const tested = await tests(files);
  if (!checked) process.stderr.write("The type check or the lint found faults: see above.\n");
  process.exitCode = checked && tested ? 0 : 1;
}
