import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { type Day, parseDay } from "../dates/day.ts";
import { type Clock, isOpen, judge } from "../standards/clock.ts";
import { runningOn } from "../standards/extend.ts";

/** A target that somebody set for one child, beside the standard’s own day: never in its place. */
export interface IndividualTarget {
  readonly entry: Entry;
  readonly standard: string;
  readonly dueOn: Day;
  /** The clock it is about: the one running when it was set. None where the standard starts none for this child. */
  readonly clock: Clock | undefined;
}

/** Every individual target in force, the first set first. */
export const individualTargetsOf = (c: Case, clocks: readonly Clock[]): readonly IndividualTarget[] =>
  c.of("individual-target").flatMap((entry) => {
    const dueOn = parseDay(String(entry.detail["dueOn"] ?? ""));
    if (dueOn === undefined) return [];
    const standard = String(entry.detail["standard"] ?? "").trim().toUpperCase();
    const occurrence = runningOn(clocks, standard, entry.happenedOn);
    return [{ entry, standard, dueOn, clock: clocks.find((k) => k.standard === standard && k.occurrence === occurrence) }];
  });

/** What a list shows as next, where a target set for the child is nearer than what the standards alone say; or the target beside it. */
export interface NextByTarget {
  readonly clock: Clock;
  readonly target: Day;
}

/**
 * The target that matters most in a list: that of `next`, or one of another open clock whose day comes
 * before `next` is due. What is overdue by a standard stays first, with its own target where it has one.
 */
export function nextByTarget(next: Pick<Clock, "standard" | "occurrence" | "dueOn"> | null, targets: readonly IndividualTarget[], today: Day): NextByTarget | undefined {
  const latest = new Map<string, NextByTarget>();
  for (const { clock, dueOn } of targets) {
    if (clock === undefined || !isOpen(clock) || clock.dueOn === null) continue;
    latest.set(`${clock.standard}/${clock.occurrence}`, { clock, target: dueOn });
  }
  const own = next === null ? undefined : latest.get(`${next.standard}/${next.occurrence}`);
  if (next?.dueOn != null && next.dueOn < today) return own;
  const [first] = [...latest.values()].filter(({ clock }) => judge(clock, today).state !== "not-recorded").sort((a, b) => (a.target < b.target ? -1 : a.target > b.target ? 1 : 0));
  return first !== undefined && (next?.dueOn == null || first.target < next.dueOn) ? first : own;
}
