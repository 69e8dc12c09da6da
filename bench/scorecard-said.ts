import { readFileSync } from "node:fs";
import type { Worked } from "./scorecard-children.ts";

export interface Said {
  readonly worked: Worked;
  /** Seconds of the calculation alone, by the clock and of processors. */
  readonly wall: number;
  readonly processor: number;
  /** Most memory of the process at any time, and before anything was worked out, in MiB. */
  readonly peak: number;
  readonly before: number;
}

/** Works it out once and says on standard output what came of it and what it took. */
export function said(workOut: () => Worked): void {
  globalThis.gc?.();
  const before = peakMiB();
  const began = performance.now();
  const used = process.cpuUsage();
  const worked = workOut();
  const { user, system } = process.cpuUsage(used);
  console.log(JSON.stringify({ worked, wall: (performance.now() - began) / 1000, processor: (user + system) / 1e6, peak: peakMiB(), before } satisfies Said));
}

/** Of this process alone: what it inherits at its start counts in `resourceUsage`, and not here. Elsewhere than on Linux as that says. */
function peakMiB(): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}
