import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { join } from "node:path";
import { projectFolder } from "../../src/config.ts";

/**
 * Starts importing on the command line and kills the process, as a power cut would, after
 * so many milliseconds. True where it was still at work.
 */
export async function killImport(args: readonly string[], env: Readonly<Record<string, string>>, afterMs: number): Promise<boolean> {
  const child = spawn(join(projectFolder, "bin", "permanence"), ["import", "ssda903", ...args], {
    stdio: "ignore", env: { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", ...env },
  });
  const exited = once(child, "exit");
  await sleep(afterMs);
  const working = child.exitCode === null;
  child.kill("SIGKILL");
  await exited;
  return working;
}
