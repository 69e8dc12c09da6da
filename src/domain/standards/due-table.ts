import { type Day, epochDay } from "../dates/day.ts";
import { type Duration, durationInWords } from "../dates/duration.ts";
import { BeyondCalendar, type Counting, dueOn, type WorkingCalendar } from "../dates/working-days.ts";

/** As `dueOn`; none where its working days would need bank holidays that nobody has published. */
export function dueOrNone(calendar: WorkingCalendar, start: Day, within: Duration, counting: Counting = {}): Day | null {
  try {
    return dueOn(calendar, start, within, counting);
  } catch (error) {
    if (error instanceof BeyondCalendar) return null;
    throw error;
  }
}

/**
 * One length of time, counted one way, and the due days it has given so far: the same few
 * lengths are counted from the same few thousand days over and over. It answers as `dueOrNone` does.
 */
export class DueTable {
  readonly #within: Duration;
  readonly #counting: Counting;
  #calendar: WorkingCalendar | undefined;
  #known = new Map<number, Day | null>();

  constructor(within: Duration, counting: Counting) {
    this.#within = within;
    this.#counting = counting;
  }

  from(calendar: WorkingCalendar, start: Day): Day | null {
    if (calendar !== this.#calendar) {
      this.#calendar = calendar;
      this.#known = new Map();
    }
    const key = epochDay(start);
    const had = this.#known.get(key);
    if (had !== undefined) return had;
    const due = dueOrNone(calendar, start, this.#within, this.#counting);
    this.#known.set(key, due);
    return due;
  }
}

/** Gives out tables while a pack is compiled: the same table for the same length counted the same way. */
export class DueTables {
  readonly #tables = new Map<string, DueTable>();

  for(within: Duration, counting: Counting): DueTable {
    const key = `${durationInWords(within)} ${counting.beginningWith === true} ${counting.before === true}`;
    const table = this.#tables.get(key) ?? new DueTable(within, counting);
    this.#tables.set(key, table);
    return table;
  }
}
