import { type Day, parseDay } from "../dates/day.ts";
import type { CompiledStandard } from "./compile.ts";
import { extendedBy } from "./extend.ts";
import { NAMED_STARTS } from "./named.ts";
import type { Moment } from "./occasions.ts";
import { type Outcome, type Run, startUnknown } from "./run.ts";

/** A start that may be a run of periods end to end: then also what ended the last of them. */
interface State extends Moment {
  readonly endedBy?: Moment | undefined;
}

/** Standards whose every start has one clock of its own. */
export function evaluateSingle(run: Run, version: CompiledStandard, comings: readonly Moment[]): void {
  const starts = startsOf(version, comings);
  /** Until when the last clock runs: null, with no end in sight. */
  let endsOn: Day | null | undefined;
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i]!;
    if (version.again === "ignore" && (endsOn === null || (endsOn !== undefined && start.on < endsOn))) continue;
    if (!run.applies(version, start)) continue;
    const countedFrom = version.countFrom === null ? start.on : NAMED_STARTS[version.countFrom].from(run.c, start.entry);
    const before = i === 0 ? undefined : starts[i - 1];
    const after = i + 1 < starts.length ? starts[i + 1] : undefined;
    const outcome = outcomeOf(run, version, start, before, after, countedFrom);
    endsOn = earlier(outcome.stop?.on, outcome.moot) ?? null;
    if (!startUnknown(start)) run.add(version, start, countedFrom, outcome);
    else run.addUnknown(version, start, version.shape === "limit" ? outcome : null);
  }
}

function startsOf(version: CompiledStandard, comings: readonly Moment[]): readonly State[] {
  switch (version.shape) {
    case "limit": return runsOf(comings);
    case "lead-time": case "order": return notOvertaken(comings);
    default: return comings;
  }
}

function outcomeOf(
  run: Run, version: CompiledStandard, start: State, before: Moment | undefined, after: Moment | undefined, countedFrom: Day,
): Outcome {
  const ended = run.moments.firstEnding(version.moot, start)?.on;
  const moot = version.again === "replace" ? earlier(ended, after?.on) : ended;
  const since = version.lookback === "none" ? start.on : version.lookback === "ever" ? null : (before?.on ?? null);
  const stop = firstOf(start.endedBy, run.moments.firstStop(version.anyStops, since, start));
  const due = dueOf(run, version, start, countedFrom);
  const dueOn = version.extendedBy !== null && due !== null ? extendedBy(run, version.extendedBy, start, due) : due;
  return { dueOn, stop, moot, extended: dueOn !== due };
}

function dueOf(run: Run, version: CompiledStandard, start: Moment, countedFrom: Day): Day | null {
  const { shape, due, dueField } = version;
  if (shape === "order") return start.on;
  if (shape === "by-event") return dueByEvent(run, version, start);
  if (due !== null) return due.from(run.calendar, countedFrom);
  return dueField === null ? null : (parseDay(String(start.entry.detail[dueField] ?? "")) ?? null);
}

/** The nth of the other thing since the start, held or planned; else the day it was held or is due under its own standard. */
function dueByEvent(run: Run, { standard, by }: CompiledStandard, start: Moment): Day | null {
  if (standard.shape !== "by-event") return null;
  const comings = run.moments.of(by).filter((m) => m.on >= start.on && m.entry.number !== start.entry.number);
  const nth = comings[standard.by.nth - 1];
  if (nth !== undefined) return nth.on;
  const under = run.clocks.find((k) => k.standard === standard.by.orDueUnder && k.startedOn !== null && k.startedOn >= start.on);
  return under?.stoppedOn ?? under?.dueOn ?? null;
}

/** Periods that meet are one state, from the first day of the first to the end of the last. */
function runsOf(comings: readonly Moment[]): State[] {
  const runs: { entry: Moment["entry"]; on: Day; isEnd: boolean; endedBy: Moment | undefined }[] = [];
  for (const { entry, on, isEnd } of comings) {
    const endedBy = entry.until === undefined ? undefined : { entry, on: entry.until, isEnd: true };
    const last = runs.at(-1);
    if (last?.endedBy !== undefined && last.endedBy.on >= on) last.endedBy = endedBy;
    else runs.push({ entry, on, isEnd, endedBy });
  }
  return runs;
}

/** A planned day that was overtaken by the thing itself anchors nothing. */
function notOvertaken(comings: readonly Moment[]): readonly Moment[] {
  const lastActual = comings.findLast((m) => m.entry.certainty === "actual");
  return lastActual === undefined ? comings : comings.filter((m) => m.entry.certainty === "actual" || m.on > lastActual.on);
}

const firstOf = (a: Moment | undefined, b: Moment | undefined): Moment | undefined =>
  a === undefined ? b : b === undefined || a.on <= b.on ? a : b;

const earlier = (a: Day | undefined, b: Day | undefined): Day | undefined =>
  a === undefined ? b : b === undefined || a <= b ? a : b;
