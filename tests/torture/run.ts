import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { projectFolder } from "../../src/config.ts";

/**
 * npm run torture: the long runs that are not part of npm test. Words given choose the
 * files whose path has one of them.
 */
const words = process.argv.slice(2);
const files = globSync("tests/torture/*.torture.ts", { cwd: projectFolder }).filter((f) => words.length === 0 || words.some((w) => f.includes(w)));
const child = spawn(process.execPath, ["--import", "tsx", "--import", "./tests/support/console.ts", "--test", "--test-concurrency=1", ...files], { cwd: projectFolder, stdio: "inherit" });
child.on("exit", (code) => (process.exitCode = code ?? 1));
