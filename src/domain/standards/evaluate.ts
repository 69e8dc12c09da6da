import type { Case } from "../chronology/fold.ts";
import type { WorkingCalendar } from "../dates/working-days.ts";
import type { Clock } from "./clock.ts";
import type { CompiledPack, CompiledStandard } from "./compile.ts";
import { declined } from "./declined.ts";
import { extended } from "./extend.ts";
import { evaluateSeries } from "./evaluate-series.ts";
import { evaluateSingle } from "./evaluate-single.ts";
import { evaluateCap, evaluateRollingSum } from "./evaluate-sums.ts";
import type { Moment } from "./occasions.ts";
import { Run } from "./run.ts";

export { type CompiledPack, compile } from "./compile.ts";

/**
 * Every clock that the standards start for a child, by standard and occurrence. Holds no
 * today: `judge` does. An old clock is judged by the version in force when it started.
 */
export function evaluate(c: Case, pack: CompiledPack, calendar: WorkingCalendar): Clock[] {
  const run = new Run(c, pack, calendar);
  for (const versions of pack.inOrder) {
    const from = run.clocks.length;
    for (const version of versions) {
      const starts = run.moments.of(version.starts);
      if (starts.length > 0) evaluateVersion(run, version, starts);
    }
    if (versions.length > 1) renumber(run.clocks, from);
  }
  const clocks = c.of("extension").length === 0 ? run.clocks : run.clocks.map((clock) => extended(clock, c, run.clocks));
  return c.of("declined").length === 0 ? clocks : clocks.map((clock) => declined(clock, c));
}

function evaluateVersion(run: Run, version: CompiledStandard, starts: readonly Moment[]): void {
  switch (version.shape) {
    case "chain": case "rhythm": return evaluateSeries(run, version, starts);
    case "cap": return evaluateCap(run, version, starts);
    case "rolling-sum": return evaluateRollingSum(run, version, starts);
    default: return evaluateSingle(run, version, starts);
  }
}

/** Versions are judged one after the other; their clocks count on together. */
function renumber(clocks: Clock[], from: number): void {
  const own = clocks.splice(from).sort((a, b) => ((a.startedOn ?? "") < (b.startedOn ?? "") ? -1 : 1));
  own.forEach((clock, i) => clocks.push({ ...clock, occurrence: i + 1 }));
}
