import { type Day, parseDay } from "../dates/day.ts";
import type { CompiledStandard } from "./compile.ts";
import { extendedBy } from "./extend.ts";
import { NAMED_STARTS } from "./named.ts";
import type { Moment } from "./occasions.ts";
import { type Outcome, type Run, startUnknown } from "./run.ts";
import type { ByEventRule, DeadlineRule, DutyRule, LeadTimeRule, LimitRule, NotBeforeRule, OrderRule, Standard } from "./standard.ts";

type SingleRule = DeadlineRule | LeadTimeRule | OrderRule | DutyRule | NotBeforeRule | LimitRule | ByEventRule;
type Single = Extract<Standard, SingleRule>;

/** Standards whose every start has one clock of its own. */
export function evaluateSingle(run: Run, version: CompiledStandard, rule: Single): void {
  const comings = run.moments.ofAny(version.starts);
  if (comings.length === 0) return;
  const starts = rule.shape === "limit" ? runsOf(comings) : rule.shape === "lead-time" || rule.shape === "order" ? notOvertaken(comings) : comings;
  /** Until when the last clock runs: null, with no end in sight. */
  let endsOn: Day | null | undefined;
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i]!;
    if (rule.again === "ignore" && (endsOn === null || (endsOn !== undefined && start.on < endsOn))) continue;
    if (!run.applies(version, start)) continue;
    const countedFrom = rule.shape === "not-before" && rule.countFrom !== null ? NAMED_STARTS[rule.countFrom].from(run.c, start.entry) : start.on;
    const outcome = outcomeOf(run, version, rule, start, starts[i - 1], starts[i + 1], countedFrom);
    endsOn = earlier(outcome.stop?.on, outcome.moot) ?? null;
    if (!startUnknown(start)) run.add(version, start, countedFrom, outcome);
    else run.addUnknown(version, start, rule.shape === "limit" ? outcome : null);
  }
}

function outcomeOf(
  run: Run, version: CompiledStandard, rule: Single, start: State, before: Moment | undefined, after: Moment | undefined, countedFrom: Day,
): Outcome {
  const ending = run.moments.firstEnding(version.moot, start);
  const replacedOn = rule.again === "replace" ? after?.on : undefined;
  const moot = earlier(ending?.on, replacedOn);
  const since = rule.lookback === "none" ? start.on : rule.lookback === "ever" ? null : (before?.on ?? null);
  const stop = firstOf(start.endedBy, run.moments.firstStop(version.anyStops, since, start));
  const due = dueOf(run, version, rule, start, countedFrom);
  if (rule.shape !== "deadline" || rule.extendedBy === null || due === null) return { dueOn: due, stop, moot };
  const dueOn = extendedBy(run, rule.extendedBy, start, due);
  return { dueOn, stop, moot, extended: dueOn !== due };
}

function dueOf(run: Run, version: CompiledStandard, rule: Single, start: Moment, countedFrom: Day): Day | null {
  switch (rule.shape) {
    case "duty": return null;
    case "order": return start.on;
    case "by-event": return dueByEvent(run, version, rule, start);
    case "lead-time": return run.due(start.on, rule.within, { ...rule.counting, before: true });
    case "deadline": {
      const given = rule.dueField === null ? undefined : parseDay(String(start.entry.detail[rule.dueField] ?? ""));
      return given ?? (rule.within === null ? null : run.due(start.on, rule.within, rule.counting));
    }
    default: return run.due(countedFrom, rule.within, rule.counting);
  }
}

/** The nth of the other thing since the start, held or planned; else the day it is due under its own standard. */
function dueByEvent(run: Run, version: CompiledStandard, { by }: ByEventRule, start: Moment): Day | null {
  const comings = run.moments.ofAny(version.by).filter((m) => m.on >= start.on && m.entry.number !== start.entry.number);
  const nth = comings[by.nth - 1];
  if (nth !== undefined) return nth.on;
  const under = run.clocks.find((k) => k.standard === by.orDueUnder && k.startedOn !== null && k.startedOn >= start.on);
  return under?.stoppedOn ?? under?.dueOn ?? null;
}

/** A start that may be a run of periods end to end: then also what ended the last of them. */
interface State extends Moment {
  readonly endedBy?: Moment | undefined;
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
const notOvertaken = (comings: readonly Moment[]): readonly Moment[] => {
  const lastActual = comings.findLast((m) => m.entry.certainty === "actual");
  return lastActual === undefined ? comings : comings.filter((m) => m.entry.certainty === "actual" || m.on > lastActual.on);
};

const firstOf = (a: Moment | undefined, b: Moment | undefined): Moment | undefined =>
  a === undefined ? b : b === undefined || a.on <= b.on ? a : b;

const earlier = (a: Day | undefined, b: Day | undefined): Day | undefined =>
  a === undefined ? b : b === undefined || a <= b ? a : b;
