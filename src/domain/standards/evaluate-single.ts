import { type Day, parseDay } from "../dates/day.ts";
import type { CompiledStandard } from "./compile.ts";
import { extendedBy } from "./extend.ts";
import { NAMED_STARTS } from "./named.ts";
import { type Counted, firstEnding, firstStop, type Moment, momentsOf } from "./occasions.ts";
import { type Outcome, Run, startUnknown } from "./run.ts";
import type { ByEventRule, DeadlineRule, DutyRule, LeadTimeRule, LimitRule, NotBeforeRule, OrderRule, Standard } from "./standard.ts";

type SingleRule = DeadlineRule | LeadTimeRule | OrderRule | DutyRule | NotBeforeRule | LimitRule | ByEventRule;
type Single = Extract<Standard, SingleRule>;

/** Only these may run from a date that is meant but has not come. */
const fromPlans = (rule: SingleRule): Counted => (rule.shape === "lead-time" || rule.shape === "order" ? "any" : "fixed");

/** Standards whose every start has one clock of its own. */
export function evaluateSingle(run: Run, version: CompiledStandard, rule: Single): void {
  const comings = momentsOf(run.c, rule.starts, fromPlans(rule));
  if (comings.length === 0) return;
  const starts = rule.shape === "limit" ? runsOf(comings) : rule.shape === "lead-time" || rule.shape === "order" ? notOvertaken(comings) : comings;
  /** Until when the last clock runs: null, with no end in sight. */
  let endsOn: Day | null | undefined;
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i]!;
    if (rule.again === "ignore" && (endsOn === null || (endsOn !== undefined && start.on < endsOn))) continue;
    if (!run.applies(version, start)) continue;
    const countedFrom = rule.shape === "not-before" && rule.countFrom !== null ? NAMED_STARTS[rule.countFrom].from(run.c, start.entry) : start.on;
    const outcome = outcomeOf(run, rule, start, starts[i - 1], starts[i + 1], countedFrom);
    endsOn = earlier(outcome.stop?.on, outcome.moot) ?? null;
    if (!startUnknown(start)) run.add(version, start, countedFrom, outcome);
    else run.addUnknown(version, start, rule.shape === "limit" ? outcome : null);
  }
}

function outcomeOf(run: Run, rule: Single, start: State, before: Moment | undefined, after: Moment | undefined, countedFrom: Day): Outcome {
  const ending = firstEnding(run.c, rule.moot, start);
  const replacedOn = rule.again === "replace" ? after?.on : undefined;
  const moot = earlier(ending?.on, replacedOn);
  const since = rule.lookback === "none" ? start.on : rule.lookback === "ever" ? null : (before?.on ?? null);
  const stop = rule.shape === "limit" && start.endedBy !== undefined
    ? firstOf(start.endedBy, firstStop(run.c, rule.stops, since, start))
    : firstOf(firstStop(run.c, rule.stops, since, start), firstStop(run.c, rule.also, since, start));
  const due = dueOf(run, rule, start, countedFrom);
  if (rule.shape !== "deadline" || rule.extendedBy === null || due === null) return { dueOn: due, stop, moot };
  const dueOn = extendedBy(run, rule.extendedBy, start, due);
  return { dueOn, stop, moot, extended: dueOn !== due };
}

function dueOf(run: Run, rule: Single, start: Moment, countedFrom: Day): Day | null {
  switch (rule.shape) {
    case "duty": return null;
    case "order": return start.on;
    case "by-event": return dueByEvent(run, rule, start);
    case "lead-time": return run.due(start.on, rule.within, { ...rule.counting, before: true });
    case "deadline": {
      const given = rule.dueField === null ? undefined : parseDay(String(start.entry.detail[rule.dueField] ?? ""));
      return given ?? (rule.within === null ? null : run.due(start.on, rule.within, rule.counting));
    }
    default: return run.due(countedFrom, rule.within, rule.counting);
  }
}

/** The nth of the other thing since the start, held or planned; else the day it is due under its own standard. */
function dueByEvent(run: Run, { by }: ByEventRule, start: Moment): Day | null {
  const comings = momentsOf(run.c, [by.occasion], "any").filter((m) => m.on >= start.on && m.entry.number !== start.entry.number);
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
  const runs: { entry: Moment["entry"]; on: Day; endedBy: Moment | undefined }[] = [];
  for (const { entry, on } of comings) {
    const endedBy = entry.until === undefined ? undefined : { entry, on: entry.until };
    const last = runs.at(-1);
    if (last?.endedBy !== undefined && last.endedBy.on >= on) last.endedBy = endedBy;
    else runs.push({ entry, on, endedBy });
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
