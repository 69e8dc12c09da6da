import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { projectFolder } from "../../src/config.ts";

/**
 * Starts importing on the command line and kills the process, as a power cut would, when the
 * moment has come, or it has ended. True where it was still at work.
 */
export async function killImport(args: readonly string[], env: Readonly<Record<string, string>>, moment: () => Promise<unknown>): Promise<boolean> {
  const child = spawn(join(projectFolder, "bin", "permanence"), ["import", "ssda903", ...args], {
    stdio: "ignore", env: { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", ...env },
  });
  const exited = once(child, "exit");
  await Promise.race([moment(), exited]);
  const working = child.exitCode === null;
  child.kill("SIGKILL");
  await exited;
  return working;
}
