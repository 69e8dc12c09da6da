import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

export const permanence: string = new URL("../bin/permanence", import.meta.url).pathname;

/** Folders of invented 903 files: 1,000 children over five years, a folder a year. */
export function sampleReturns(folder: string): string[] {
  const out = join(folder, "returns");
  if (!existsSync(out)) execFileSync(permanence, ["simulate", "--children", "1000", "--years", "5", "--out", out], { stdio: "ignore" });
  return readdirSync(out).sort().map((year) => join(out, year));
}
