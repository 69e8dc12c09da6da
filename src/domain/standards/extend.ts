import type { Case } from "../chronology/fold.ts";
import { type Day, earliest, parseDay } from "../dates/day.ts";
import type { Clock } from "./clock.ts";
import { dueOrNone } from "./due-table.ts";
import type { Moment } from "./occasions.ts";
import type { Run } from "./run.ts";
import type { ExtendedBy } from "./standard.ts";

/** The due day after every extension that a kind of its own records: each no longer than the standard allows. */
export function extendedBy(run: Run, { kind, field, atMost }: ExtendedBy, start: Moment, due: Day): Day {
  let now = due;
  for (const e of run.c.of(kind)) {
    const to = e.happenedOn >= start.on ? parseDay(String(e.detail[field] ?? "")) : undefined;
    if (to === undefined || to <= now) continue;
    const furthest = atMost === null ? to : (dueOrNone(run.calendar, now, atMost) ?? to);
    now = earliest(to, furthest);
  }
  return now;
}

/** The clock as extensions agreed for it leave it: on the last date agreed, where that is later than its own. */
export function extended(clock: Clock, c: Case, all: readonly Clock[]): Clock {
  let dueOn = clock.dueOn;
  if (dueOn === null || clock.startedOn === null) return clock;
  for (const e of c.of("extension")) {
    const to = parseDay(String(e.detail["dueOn"] ?? ""));
    if (to === undefined || to <= dueOn || e.detail["standard"] !== clock.standard) continue;
    if ((e.detail["occurrence"] ?? runningOn(all, clock.standard, e.happenedOn)) === clock.occurrence) dueOn = to;
  }
  return dueOn === clock.dueOn ? clock : { ...clock, dueOn, flags: [...clock.flags, "extended"] };
}

/** Which occurrence of a standard an agreement on a day is about: the last to have started by then, else the first still to come. */
export function runningOn(clocks: readonly Clock[], standard: string, on: Day): number | undefined {
  const open = clocks.filter((k) => k.standard === standard && (k.stoppedOn === null || k.stoppedOn >= on));
  return (open.findLast((k) => k.startedOn !== null && k.startedOn <= on) ?? open[0])?.occurrence;
}
