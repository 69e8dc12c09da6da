import { addDays, type Day, weekday } from "../dates/day.ts";

/** The Monday of the week that a day is in. */
export const mondayOf = (on: Day): Day => addDays(on, 1 - weekday(on));

/** The Monday of the week to look at first: at a weekend the week to come. */
export const weekAhead = (today: Day): Day => mondayOf(addDays(today, weekday(today) > 5 ? 2 : 0));

/** The seven days of the week that begins on a day. */
export const daysOfWeek = (monday: Day): readonly Day[] => Array.from({ length: 7 }, (_, i) => addDays(monday, i));

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
export const weekdayName = (on: Day): string => WEEKDAYS[weekday(on) - 1] ?? "";
