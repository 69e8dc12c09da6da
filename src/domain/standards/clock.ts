import { type Day, daysBetween } from "../dates/day.ts";

export const CLOCK_STATES = {
  running: "On track",
  "due-soon": "Due soon",
  overdue: "Overdue",
  met: "Met",
  "met-late": "Met late",
  moot: "No longer applies",
  "not-recorded": "Not recorded",
} as const;
export type ClockState = keyof typeof CLOCK_STATES;

export const CLOCK_FLAGS = {
  /** The standard’s text is not yet confirmed: shown, never red, never in a compliance figure. */
  advisory: "Advisory",
  extended: "Extended",
  /** Started by a date that is itself provisional. */
  provisional: "Provisional",
  /** Its due day is the first lawful day, not the last: it cannot run late, only be done too soon. */
  "not-before": "Not before",
} as const;
export type ClockFlag = keyof typeof CLOCK_FLAGS;

/**
 * One running of one standard for one child, without today in it: what started it, when
 * it is due and what ended it. Whether it is late is a question for `judge`.
 */
export interface Clock {
  readonly standard: string;
  /** 1 for the first time the standard ran for this child; a chain or a rhythm counts on. */
  readonly occurrence: number;
  readonly startedOn: Day | null;
  readonly dueOn: Day | null;
  readonly stoppedOn: Day | null;
  readonly mootOn: Day | null;
  /** The entries that started and stopped it. */
  readonly startedBy: number | null;
  readonly stoppedBy: number | null;
  /** The source cannot carry the event that would stop it. */
  readonly notRecorded: boolean;
  /** The last day its source speaks of: due after that and not stopped, it is not recorded, never overdue. */
  readonly knownUpTo: Day | null;
  readonly flags: readonly ClockFlag[];
}

export interface JudgedClock extends Clock {
  readonly state: ClockState;
  /** Days left, or early, above zero; days late below. None where nothing is due. */
  readonly days: number | null;
}

const judged = (clock: Clock, state: ClockState, days: number | null): JudgedClock => ({ ...clock, state, days });

/** A clock is due soon in the last this many days. */
export const DUE_SOON_DAYS = 14;

/** Where a clock stands on a day. */
export function judge(clock: Clock, today: Day): JudgedClock {
  const { dueOn, stoppedOn } = clock;
  const isFirstDay = clock.flags.includes("not-before");
  if (stoppedOn !== null) {
    if (dueOn === null) return judged(clock, "met", null);
    const days = isFirstDay ? daysBetween(dueOn, stoppedOn) : daysBetween(stoppedOn, dueOn);
    // Stopped late by the first thing on record after a source that holds none: the earlier ones are not known.
    if (days < 0 && clock.notRecorded) return judged(clock, "not-recorded", null);
    return judged(clock, days >= 0 ? "met" : "met-late", days);
  }
  if (clock.mootOn !== null) return judged(clock, "moot", null);
  if (clock.notRecorded) return judged(clock, "not-recorded", null);
  if (dueOn === null) return judged(clock, "running", null);
  const days = daysBetween(today, dueOn);
  if (isFirstDay) return judged(clock, "running", days > 0 ? days : null);
  if (days < 0) return clock.knownUpTo !== null && dueOn > clock.knownUpTo ? judged(clock, "not-recorded", null) : judged(clock, "overdue", days);
  return judged(clock, days <= DUE_SOON_DAYS ? "due-soon" : "running", days);
}

/** May this clock make a child late? Advisory and unrecorded ones never do, nor those that only say how soon is too soon. */
export const counts = (clock: Clock): boolean =>
  !clock.notRecorded && !clock.flags.includes("advisory") && !clock.flags.includes("not-before");

export const isOpen = (clock: Clock): boolean => clock.stoppedOn === null && clock.mootOn === null;

/** The state in words with its days: “Overdue 11 days”, “Due in 6 days”, “Met 2 days late”. */
export function stateInWords({ state, days, flags }: Pick<JudgedClock, "state" | "days"> & Partial<Pick<Clock, "flags">>): string {
  const n = days === null ? 0 : Math.abs(days);
  const count = `${n} day${n === 1 ? "" : "s"}`;
  if (flags?.includes("not-before") === true) {
    if (state === "met-late") return `Done ${count} too soon`;
    if (state === "running") return days === null ? "May now be done" : `Not for another ${count}`;
  }
  switch (state) {
    case "overdue": return `Overdue ${count}`;
    case "due-soon": return days === 0 ? "Due today" : `Due in ${count}`;
    case "met-late": return `Met ${count} late`;
    default: return CLOCK_STATES[state];
  }
}
