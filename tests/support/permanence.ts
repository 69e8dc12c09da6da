import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { runCli } from "../../src/cli/main.ts";
import { projectFolder, readConfig } from "../../src/config.ts";

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

/**
 * As `permanence`, in this process and on the database of this address: starting a process costs nearly a second, and a
 * story of the command line makes many calls. What only a process can show (its start, its streams, signals) wants one.
 */
export async function permanenceHere(args: readonly string[], databaseUrl: string): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const config = readConfig({ DATABASE_URL: databaseUrl });
  const status = await runCli(args, {
    openApp: async () => (await import("../../src/app/open-app.ts")).openApp(config),
    migrate: async () => (await import("../../src/app/open-app.ts")).migrateDatabase(config),
    serve: () => Promise.reject(new Error("Serving wants a process of its own")),
  }, { out: (line) => void out.push(`${line}\n`), err: (line) => void err.push(`${line}\n`), redraw: undefined });
  return { status, out: out.join(""), err: err.join("") };
}

/** The JSON that a call answered with; a call that failed says why instead. */
export function answer<T>(ran: Ran): T {
  if (ran.out === "") throw new Error(`No answer, status ${ran.status}: ${ran.err}`);
  return JSON.parse(ran.out) as T;
}
