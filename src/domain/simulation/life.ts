import type { Kind } from "../chronology/kinds.ts";
import type { Detail } from "../chronology/entry.ts";
import { type Day, addDays, ageOn, daysBetween, latest, weekday } from "../dates/day.ts";
import { type WorkingCalendar, addWorkingDays, isWorkingDay } from "../dates/working-days.ts";
import type { Line } from "./line.ts";
import type { Random } from "./random.ts";
import type { DelayName, SimulationSettings } from "./settings.ts";

/** Everything a journey is told through: whose life, where, and the chance it runs on. */
export interface Life {
  readonly line: Line;
  readonly settings: SimulationSettings;
  readonly calendar: WorkingCalendar;
  /** Today. Regular things are imagined a little past it and no further. */
  readonly to: Day;
  readonly bornOn: Day;
  /** The day the child comes into care; for the unborn, the day of the early alert. */
  readonly startsOn: Day;
  /**
   * Chance that brothers and sisters who come into care together share (`family`), that
   * those placed together share (`path`), and that is the child's own (`self`).
   */
  readonly luck: { readonly family: Random; readonly path: Random; readonly self: Random };
}

/** Regular things are imagined up to this day. */
export const horizonOf = (life: Life): Day => addDays(life.to, 200);

export const yearsOld = (life: Life, on: Day): number => (on < life.bornOn ? 0 : ageOn(life.bornOn, on).years);

const inCalendar = (calendar: WorkingCalendar, on: Day): boolean => calendar.firstOn < on && on < addDays(calendar.lastOn, -60);

/** The day, or the next working day after it. Past the published bank holidays, only weekends are skipped. */
export function workday(life: Pick<Life, "calendar">, on: Day): Day {
  const known = inCalendar(life.calendar, on);
  let at = on;
  while (known ? !isWorkingDay(life.calendar, at) : weekday(at) > 5) at = addDays(at, 1);
  return at;
}

/** The day, or the last working day before it. */
export function workdayBefore(life: Pick<Life, "calendar">, on: Day): Day {
  const known = inCalendar(life.calendar, on);
  let at = on;
  while (known ? !isWorkingDay(life.calendar, at) : weekday(at) > 5) at = addDays(at, -1);
  return at;
}

/** So many working days after a day; beyond the published bank holidays, near enough. */
export const workingDaysAfter = (life: Life, on: Day, n: number): Day =>
  inCalendar(life.calendar, on) ? addWorkingDays(life.calendar, on, n) : workday(life, addDays(on, Math.ceil((n * 7) / 5)));

/** A working day from `least` to `most` days after a day. */
export const soon = (life: Life, on: Day, least: number, most: number): Day =>
  workday(life, addDays(on, life.luck.path.whole(least, most)));

/** A working day from `least` to `most` days before a day. */
export const earlier = (life: Life, on: Day, least: number, most: number): Day =>
  workdayBefore(life, addDays(on, -life.luck.path.whole(least, most)));

/** The working day on which a step that began on a day is done, at this authority's pace. */
export function after(life: Life, on: Day, name: DelayName): Day {
  const { typical, spread, stretch } = life.settings.delays[name];
  return workday(life, addDays(on, Math.max(1, life.luck.path.around(typical * life.settings.pace[stretch], spread))));
}

/** A working day between two days, both allowed. */
export function between(life: Life, from: Day, until: Day): Day {
  const days = daysBetween(from, until);
  return days <= 0 ? from : latest(from, workdayBefore(life, addDays(from, life.luck.path.whole(0, days))));
}

/** A milestone that somebody may forget to write down. */
export function milestone(life: Life, kind: Kind, on: Day, detail: Detail = {}): void {
  if (life.luck.self.chance(life.settings.recorded)) life.line.point(kind, on, detail);
}
