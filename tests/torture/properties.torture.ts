import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { projectFolder } from "../../src/config.ts";

const TIMES = 15;
// A test run inside a test run would otherwise take itself for a part of it.
const { NODE_TEST_CONTEXT: _inside, ...rest } = process.env;
const files = globSync("src/**/*.test.ts", { cwd: projectFolder })
  .map((file) => join(projectFolder, file))
  .filter((file) => readFileSync(file, "utf8").includes('from "fast-check"'));

for (let i = 1; i <= TIMES; i++) {
  test(`every property holds for other cases, ${i} of ${TIMES}`, () => {
    const { status, stdout } = spawnSync(
      process.execPath, ["--import=tsx", "--import=./tests/support/console.ts", "--test", "tests/support/processes/1-units.ts"],
      { cwd: projectFolder, encoding: "utf8", env: { ...rest, TEST_FILES: files.join("\n"), PROPERTY_SEED: "random" } },
    );
    assert.equal(status, 0, stdout.slice(-4_000));
    assert.ok(Number(/pass (\d+)/.exec(stdout)?.[1]) > files.length, "no tests ran");
  });
}
