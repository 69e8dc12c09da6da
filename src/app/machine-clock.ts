import type { Day } from "../domain/dates/day.ts";

/** The only place the time comes from. */
export interface Clockwork {
  /** The day it is in England. */
  readonly today: () => Day;
  /** ISO 8601 in UTC, to the millisecond. */
  readonly now: () => string;
}

const LONDON_DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London" });

export const machineClock: Clockwork = {
  today: () => LONDON_DAY.format(new Date()) as Day,
  now: () => new Date().toISOString(),
};
