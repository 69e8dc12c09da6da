import { spawn } from "node:child_process";

/** One figure: what was measured, and what we aim at. */
export interface Figure {
  readonly what: string;
  readonly figure: string;
  readonly aim: string;
}

export const median = (list: readonly number[]): number => {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** The value that so many in a hundred are not above. */
export const percentile = (list: readonly number[], of: number): number => [...list].sort((a, b) => a - b)[Math.max(0, Math.ceil(list.length * of / 100) - 1)]!;

/** Seconds a piece of work takes. */
export async function seconds(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

export interface WholeProcess {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peakMiB: number;
  readonly output: string;
}

const USAGE = new URL("./usage.ts", import.meta.url).href;

/** Runs a command as a whole process; the process itself says at its end what it used. */
export function wholeProcess(command: string, args: readonly string[]): Promise<WholeProcess> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit", "pipe"], env: { ...process.env, NODE_OPTIONS: `--import=${USAGE}` } });
    let output = "";
    let usage = "";
    child.stdout!.on("data", (part: Buffer) => (output += part.toString()));
    child.stdio[3]!.on("data", (part: Buffer) => (usage += part.toString()));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code !== 0) return reject(new Error(`${command} ${args.join(" ")} ended with ${code}`));
      const { cpu, rss } = JSON.parse(usage) as { cpu: number; rss: number };
      resolve({ wallSeconds: (performance.now() - began) / 1000, cpuSeconds: cpu / 1e6, peakMiB: rss / 1024, output });
    });
  });
}

/** Several runs after one that is not counted. */
export async function runs<T>(count: number, work: () => Promise<T>): Promise<T[]> {
  await work();
  const results: T[] = [];
  for (let i = 0; i < count; i++) results.push(await work());
  return results;
}
