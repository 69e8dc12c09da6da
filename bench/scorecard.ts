import { type Figure, median, runs, wholeProcess } from "./measure.ts";
import { permanence, sampleReturns } from "./sample-returns.ts";

/** The scorecard from folders of 903 files, as a whole command. */
export async function benchScorecard(folder: string): Promise<readonly Figure[]> {
  const folders = sampleReturns(folder);
  const args = ["scorecard", ...folders.flatMap((f) => ["--ssda903", f]), "--year-ending", yearOf(folders), "--json"];
  const results = await runs(5, () => wholeProcess(permanence, args));
  const middle = (pick: (r: (typeof results)[number]) => number): string => median(results.map(pick)).toFixed(2);
  return [
    { what: "Scorecard from 903 files, 1,000 children × 5 years: wall", figure: `${middle((r) => r.wallSeconds)} s`, aim: "1 s" },
    { what: "  processor", figure: `${middle((r) => r.cpuSeconds)} s`, aim: "" },
    { what: "  peak memory", figure: `${middle((r) => r.peakMiB)} MiB`, aim: "200 MiB" },
  ];
}

const yearOf = (folders: readonly string[]): string => /(\d{4})\D*$/.exec(folders.at(-1) ?? "")?.[1] ?? "";
