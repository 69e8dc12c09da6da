import type { Owner } from "../access/role.ts";
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
  /** Only a line of a checklist: shown as still to be done, never late. */
  checklist: "Checklist",
  /** Answered “not appropriate for this child”, with the reason. */
  declined: "Not appropriate",
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
  /** Due soon in the last this many days, as its standard says. */
  readonly warnDays: number;
  /** Whose it is to do, as its standard says. */
  readonly owner: Owner;
}

export interface Standing {
  readonly state: ClockState;
  /** Days left, or early, above zero; days late below. None where nothing is due. */
  readonly days: number | null;
}

export interface JudgedClock extends Clock, Standing {}

/** A clock is due soon in the last this many days, unless its standard says otherwise. */
export const DUE_SOON_DAYS = 14;

/** No standard warns sooner than this: it is how far ahead lists look. */
export const MOST_WARN_DAYS = 90;

/** A clock with where it stands on a day. */
export const judge = (clock: Clock, today: Day): JudgedClock => ({ ...clock, ...standingOf(clock, today) });

/** Where a clock stands on a day: its state, and the days left or late. */
export function standingOf(clock: Clock, today: Day): Standing {
  const { dueOn, stoppedOn } = clock;
  const isFirstDay = clock.flags.includes("not-before");
  if (stoppedOn !== null) {
    if (dueOn === null) return { state: "met", days: null };
    const days = isFirstDay ? daysBetween(dueOn, stoppedOn) : daysBetween(stoppedOn, dueOn);
    // Stopped late by the first thing on record after a source that holds none: the earlier ones are not known.
    if (days < 0 && clock.notRecorded) return NOT_RECORDED;
    return { state: days >= 0 ? "met" : "met-late", days };
  }
  if (clock.mootOn !== null) return { state: "moot", days: null };
  if (clock.notRecorded) return NOT_RECORDED;
  if (dueOn === null) return { state: "running", days: null };
  const days = daysBetween(today, dueOn);
  if (isFirstDay) return { state: "running", days: days > 0 ? days : null };
  if (days < 0) return clock.knownUpTo !== null && dueOn > clock.knownUpTo ? NOT_RECORDED : { state: "overdue", days };
  return { state: days <= clock.warnDays ? "due-soon" : "running", days };
}

const NOT_RECORDED: Standing = { state: "not-recorded", days: null };

/** May this clock make a child late? Advisory and unrecorded ones never do, nor those that only say how soon is too soon. */
export const counts = (clock: Clock): boolean =>
  !clock.notRecorded && !clock.flags.some((flag) => NEVER_LATE.has(flag));

const NEVER_LATE: ReadonlySet<ClockFlag> = new Set<ClockFlag>(["advisory", "not-before", "checklist"]);

export const isOpen = (clock: Clock): boolean => clock.stoppedOn === null && clock.mootOn === null;

const OPEN_STATES: ReadonlySet<ClockState> = new Set<ClockState>(["overdue", "due-soon", "running"]);

/** The state in words with its days: “Overdue 11 days”, “Due in 6 days”, “Met 2 days late”. A line of a checklist is open or done, whatever its day. */
export function stateInWords({ state, days, flags }: Standing & Partial<Pick<Clock, "flags">>): string {
  const n = days === null ? 0 : Math.abs(days);
  const count = `${n.toLocaleString("en-GB")} day${n === 1 ? "" : "s"}`;
  if (flags?.includes("not-before") === true) {
    if (state === "met-late") return `Done ${count} too soon`;
    if (state === "running") return days === null ? "May now be done" : `Not for another ${count}`;
  }
  if (flags?.includes("checklist") === true) {
    if (OPEN_STATES.has(state)) return "Still open";
    if (state === "met-late") return CLOCK_STATES.met;
  }
  switch (state) {
    case "overdue": return `Overdue ${count}`;
    case "due-soon": return days === 0 ? "Due today" : `Due in ${count}`;
    case "met-late": return `Met ${count} late`;
    case "moot": return flags?.includes("declined") === true ? CLOCK_FLAGS.declined : CLOCK_STATES.moot;
    default: return CLOCK_STATES[state];
  }
}
