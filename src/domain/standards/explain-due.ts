import type { Case } from "../chronology/fold.ts";
import type { Entry } from "../chronology/entry.ts";
import { type Day, dayInWords } from "../dates/day.ts";
import { type Duration, durationInWords } from "../dates/duration.ts";
import { BeyondCalendar, countingInWords, type Counting, type WorkingCalendar } from "../dates/working-days.ts";
import type { Clock } from "./clock.ts";
import { dueOrNone } from "./due-table.ts";
import { NAMED_STARTS } from "./named.ts";
import { momentsOf, occasionInWords } from "./occasions.ts";
import type { ByEventRule, SeriesRule, Standard } from "./standard.ts";
import { momentInWords, NTH } from "./words.ts";

/** How the due day follows from the start, in a sentence or two: the arithmetic, with the days it skipped. */
export function dueInWords(clock: Clock, due: Day | null, s: Standard, start: Entry, c: Case, calendar: WorkingCalendar): string {
  const from = clock.startedOn;
  if (from === null) return unknownStart(due, start);
  const by = (within: Duration, counting: Counting = s.counting): string => counted(calendar, from, within, counting);
  switch (s.shape) {
    case "duty":
      return "It has no number of days: it must be done, or answered with why it is not appropriate.";
    case "order":
      return `Due by that day, ${dayInWords(from)}: the one must come before the other.`;
    case "lead-time":
      return `${dueBy(due)}${by(s.within, { ...s.counting, before: true })}. It moves if that date moves.`;
    case "not-before": {
      const since = from === start.happenedOn || s.countFrom === null ? "" : ` It counts from ${dayInWords(from)}, ${NAMED_STARTS[s.countFrom].says}.`;
      return `${due === null ? "" : `Not before ${dayInWords(due)}: `}${by(s.within)}.${since}`;
    }
    case "limit":
      return `${due === null ? "" : `Too long after ${dayInWords(due)}: `}${by(s.within)}.`;
    case "deadline":
      if (s.within !== null) return `${dueBy(due)}${by(s.within)}.`;
      return due === null ? "The day it is due has not been recorded, and is not guessed." : `Due ${dayInWords(due)}, the day that entry gives.`;
    case "by-event":
      return byEvent(due, s, from, c);
    case "chain": case "rhythm": {
      const within = withinOf(s, from, due, calendar);
      return within === undefined ? "" : `${dueBy(due)}${by(within)}.${isOneOf(s, start) ? FROM_THE_LAST : ""}`;
    }
    case "cap": {
      const limits = [s.atLeast === null ? "" : `at least ${s.atLeast}`, s.atMost === null ? "" : `at most ${s.atMost}`].filter((t) => t !== "").join(" and ");
      return `There may be ${limits}, counted until ${s.by.map(occasionInWords).join(" or ")}.${due === null ? "" : ` The day it turns on is ${dayInWords(due)}.`}`;
    }
    case "rolling-sum":
      return `No more than ${s.atMost} days in any ${durationInWords(s.window)}, all of them counted together: this one must end by ${due === null ? "a day not known" : dayInWords(due)}.`;
  }
}

const FROM_THE_LAST = " It runs from the day the one before was held, not the day that was due.";

const isOneOf = (s: SeriesRule, entry: Entry): boolean => [...s.of, ...s.also].some((o) => "kind" in o && o.kind === entry.kind);

const dueBy = (due: Day | null): string => (due === null ? "" : `Due ${dayInWords(due)}: `);

function counted(calendar: WorkingCalendar, from: Day, within: Duration, counting: Counting): string {
  try {
    return countingInWords(calendar, from, within, counting);
  } catch (error) {
    if (!(error instanceof BeyondCalendar)) throw error;
    return `${durationInWords(within)} from ${dayInWords(from)}. No due day is given. ${error.message}`;
  }
}

const unknownStart = (due: Day | null, start: Entry): string =>
  due === null
    ? "It began before the earliest file, on a day that is not known, so nothing can be counted from it."
    : `It began before the earliest file, on a day that is not known; it had begun by ${dayInWords(start.happenedOn)}, so ${dayInWords(due)} is the latest it can have lasted in time.`;

/** Which of a series’ lengths of time gives the due day. */
const withinOf = (s: SeriesRule & Standard, from: Day, due: Day | null, calendar: WorkingCalendar): Duration | undefined =>
  s.steps.find(({ within }) => dueOrNone(calendar, from, within, s.counting) === due)?.within;

function byEvent(due: Day | null, { by }: ByEventRule, from: Day, c: Case): string {
  const what = `${NTH[by.nth] ?? `${by.nth}th`} ${occasionInWords(by.occasion)}`;
  const nth = momentsOf(c, [by.occasion], "any").filter((m) => m.on >= from)[by.nth - 1];
  if (due === null) return `Due with the ${what} after that, which has no date yet.`;
  if (nth !== undefined && nth.on === due) return `Due ${dayInWords(due)}, with the ${what} after that: ${momentInWords(nth)}.`;
  return `Due ${dayInWords(due)}, when the ${what} after that is due under ${by.orDueUnder ?? "no other standard"}.`;
}
