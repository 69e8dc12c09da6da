import { addDays, addMonths, type Day, dayOfEpoch, epochDay } from "../dates/day.ts";
import { dueOn } from "../dates/working-days.ts";
import type { CompiledStandard } from "./compile.ts";
import type { Moment } from "./occasions.ts";
import { type Run, startUnknown } from "./run.ts";
import type { RollingSumRule } from "./standard.ts";

/**
 * So many between the start and the closing event. Too many shows as due the day before the
 * one that was too many, until the count closes; enough, as stopped by the one that made it so.
 */
export function evaluateCap(run: Run, version: CompiledStandard, starts: readonly Moment[]): void {
  const rule = version.standard;
  if (rule.shape !== "cap") return;
  for (const start of starts) {
    if (!run.applies(version, start)) continue;
    const moot = run.moments.firstEnding(version.moot, start)?.on;
    const close = run.moments.firstStop(version.by, start.on, start);
    let total = 0;
    let enough: Moment | undefined;
    let tooMany: Moment | undefined;
    for (const m of run.moments.of(version.stops)) {
      if (m.on < start.on || (close !== undefined && m.on > close.on)) continue;
      total += rule.sum === null ? 1 : Number(m.entry.detail[rule.sum] ?? 0);
      if (rule.atLeast !== null && total >= rule.atLeast) enough ??= m;
      if (rule.atMost !== null && total > rule.atMost) tooMany ??= m;
    }
    if (tooMany !== undefined) run.add(version, start, start.on, { dueOn: addDays(tooMany.on, -1), stop: close, moot, extended: false });
    else run.add(version, start, start.on, { dueOn: close?.on ?? null, stop: rule.atLeast === null ? close : enough, moot, extended: false });
  }
}

/**
 * A clock for each period: due on the day by which it must have ended if the days of all
 * of them, in the stretch up to any day, are to stay within the sum.
 */
export function evaluateRollingSum(run: Run, version: CompiledStandard, starts: readonly Moment[]): void {
  const rule = version.standard;
  if (rule.shape !== "rolling-sum") return;
  const periods = starts.filter((m) => m.entry.certainty === "actual");
  periods.forEach((start, i) => {
    if (!run.applies(version, start)) return;
    if (startUnknown(start)) return run.addUnknown(version, start, null);
    const { entry } = start;
    const stop = entry.until === undefined ? undefined : { entry, on: entry.until, isEnd: true };
    run.add(version, start, start.on, { dueOn: fullOn(run, periods.slice(0, i), start.on, rule), stop, moot: undefined, extended: false });
  });
}

/** The day on which a period begun on `from` would take the sum over its limit, were it to run on. */
function fullOn(run: Run, before: readonly Moment[], from: Day, { atMost, window }: RollingSumRule): Day {
  const first = epochDay(from);
  for (let day = first; day < first + atMost; day++) {
    // A stretch of twelve months that ends with this day begins the day after the same date a year before.
    const opens = epochDay(window.unit === "month" || window.unit === "year"
      ? addMonths(dayOfEpoch(day), -window.count * (window.unit === "year" ? 12 : 1))
      : dueOn(run.calendar, dayOfEpoch(day), window, { before: true })) + 1;
    let sum = day - Math.max(first, opens) + 1;
    for (const { entry } of before) {
      const until = entry.until === undefined ? first : Math.min(epochDay(entry.until), first);
      sum += Math.max(0, until - Math.max(epochDay(entry.happenedOn), opens));
    }
    if (sum > atMost) return dayOfEpoch(day);
  }
  return dayOfEpoch(first + atMost);
}
