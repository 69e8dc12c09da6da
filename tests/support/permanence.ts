import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { projectFolder } from "../../src/config.ts";

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command line, as a person starts it. */
export const LAUNCHER: string = join(projectFolder, "bin", process.platform === "win32" ? "permanence.cmd" : "permanence");

/** Runs the command line as a person would, and waits for it. Nothing of our own environment but what a shell needs. */
export async function permanence(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const child = spawn(LAUNCHER, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", ...env },
    shell: process.platform === "win32",
  });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { status: child.exitCode, out, err };
}

/** The JSON that a call answered with; a call that failed says why instead. */
export function answer<T>(ran: Ran): T {
  if (ran.out === "") throw new Error(`No answer, status ${ran.status}: ${ran.err}`);
  return JSON.parse(ran.out) as T;
}
