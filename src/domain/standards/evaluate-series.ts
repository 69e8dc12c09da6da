import type { Day } from "../dates/day.ts";
import { dueOn } from "../dates/working-days.ts";
import type { CompiledStandard } from "./compile.ts";
import { hold } from "./conditions.ts";
import { type Moment, whereHolds } from "./occasions.ts";
import { type Run, startUnknown } from "./run.ts";
import type { Step } from "./standard.ts";

/** Once a series began before anything is known of it, what is known of it are later links. */
const LATER = 1000;

/** Chains and rhythms: each due from the actual date of the one before, until something ends the series. */
export function evaluateSeries(run: Run, version: CompiledStandard, starts: readonly Moment[]): void {
  const events = run.moments.of(version.anyStops);
  /** Until when the last series runs: null, with no end in sight. */
  let runsUntil: Day | null | undefined;
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i]!;
    if (version.again === "ignore" && (runsUntil === null || (runsUntil !== undefined && start.on < runsUntil))) continue;
    if (!run.applies(version, start)) continue;
    const ended = run.moments.firstEnding(version.moot, start)?.on;
    const replaced = version.again === "replace" && i + 1 < starts.length ? starts[i + 1]!.on : undefined;
    const endsOn = ended === undefined ? replaced : replaced === undefined || ended <= replaced ? ended : replaced;
    runsUntil = endsOn ?? null;
    runLinks(run, version, start, events, endsOn);
  }
}

function runLinks(run: Run, version: CompiledStandard, start: Moment, events: readonly Moment[], endsOn: Day | undefined): void {
  const unknown = startUnknown(start);
  if (unknown && version.steps.some((step) => step.links.from === 1)) run.addUnknown(version, start, null);
  const bounds = boundsOf(run, version, start);
  let link = unknown ? LATER : 1;
  let from = start;
  let at = 0;
  for (;;) {
    while (at < events.length && !isNext(events[at]!, from, start)) at++;
    const next = at < events.length ? events[at] : undefined;
    const stop = next !== undefined && (endsOn === undefined || next.on <= endsOn) ? next : undefined;
    if (!(unknown && from === start)) {
      const due = dueOfLink(run, version, link, from, start, bounds);
      if (due !== undefined) run.add(version, from, from.on, { dueOn: due, stop, moot: endsOn, extended: false });
    }
    if (stop === undefined || (endsOn !== undefined && stop.on >= endsOn)) return;
    from = stop;
    link++;
  }
}

/** Another of the series: later than the one before; or, of the first, not before the start. Two on one day are one. */
const isNext = (event: Moment, from: Moment, start: Moment): boolean =>
  event.on > from.on || (from === start && event.on === start.on && event.entry.number !== start.entry.number);

/** For each step that is bounded by more than its links: from which day it is meant, and before which it must fall due. */
interface Bounds {
  readonly from: Day | undefined;
  readonly until: Day | undefined;
}

function boundsOf(run: Run, { steps, until }: CompiledStandard, start: Moment): readonly Bounds[] | undefined {
  if (!steps.some((step) => step.until !== null || step.after !== null)) return undefined;
  return steps.map(({ after }, i) => {
    const slot = until[i];
    return {
      from: after === null ? undefined : dueOn(run.calendar, start.on, after),
      until: slot === undefined ? undefined : run.moments.of(slot).find((m) => m.on >= start.on)?.on,
    };
  });
}

/** The due day of a link by the first step that fits; null beyond the calendar; nothing where no step speaks of it. */
function dueOfLink(
  run: Run, { steps, stepDues }: CompiledStandard, link: number, from: Moment, start: Moment, bounds: readonly Bounds[] | undefined,
): Day | null | undefined {
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i]!;
    const bound = bounds?.[i];
    if ((bound?.from !== undefined && from.on < bound.from) || !stepFits(run, step, link, from, start)) continue;
    const due = stepDues[i]!.from(run.calendar, from.on);
    if (bound?.until === undefined || (due !== null && due < bound.until)) return due;
  }
  return undefined;
}

function stepFits(run: Run, step: Step, link: number, from: Moment, start: Moment): boolean {
  if (link < step.links.from || (step.links.to !== null && link > step.links.to)) return false;
  if (step.where.length > 0 && !whereHolds(step.where, start.entry)) return false;
  return step.when.length === 0 || hold(step.when, run.c, from.on, start.entry);
}
