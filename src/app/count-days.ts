import type { Day } from "../domain/dates/day.ts";
import type { Duration } from "../domain/dates/duration.ts";
import { type Counting, countingInWords, dueOn } from "../domain/dates/working-days.ts";
import { loadCalendar } from "../reference/calendar.ts";

export interface Counted {
  readonly dueOn: Day;
  readonly why: string;
}

/** The last day on which a thing is in time, and the arithmetic in words. Throws BeyondCalendar. */
export function countDays(start: Day, within: Duration, counting: Counting): Counted {
  const calendar = loadCalendar();
  return { dueOn: dueOn(calendar, start, within, counting), why: countingInWords(calendar, start, within, counting) };
}
