import type { Day } from "../domain/dates/day.ts";
import { londonDay } from "./london-time.ts";

/** The only place the time comes from. */
export interface Clockwork {
  /** The day it is in England. */
  readonly today: () => Day;
  /** ISO 8601 in UTC, to the millisecond. */
  readonly now: () => string;
}

export const machineClock: Clockwork = {
  today: () => londonDay(new Date().toISOString()),
  now: () => new Date().toISOString(),
};
