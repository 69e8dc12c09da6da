import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { type Day, parseDay } from "../dates/day.ts";
import type { Clock } from "../standards/clock.ts";
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
