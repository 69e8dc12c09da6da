import { type Day, addDays, addMonths, parseDay, weekday } from "../dates/day.ts";

/** A day told from today: so many months and days before it, or after; or a day of the calendar. */
export type ToldDay = { readonly on: Day } | { readonly months: number; readonly days: number };

const UNITS = { day: { months: 0, days: 1 }, week: { months: 0, days: 7 }, month: { months: 1, days: 0 }, year: { months: 12, days: 0 } } as const;
const PART = /^(\d+) (day|week|month|year)s?$/;

/** Reads “7 months ago”, “7 months and 3 days ago”, “in 2 weeks”, “today” or `2025-04-02`; nothing where the text is none of them. */
export function parseToldDay(text: string): ToldDay | undefined {
  const on = parseDay(text);
  if (on !== undefined) return { on };
  if (text === "today") return { months: 0, days: 0 };
  const [, ahead, before] = /^(?:in (.+)|(.+) ago)$/.exec(text) ?? [];
  const parts = (ahead ?? before)?.split(" and ");
  if (parts === undefined) return undefined;
  const way = ahead === undefined ? -1 : 1;
  let [months, days] = [0, 0];
  for (const part of parts) {
    const [, count, unit] = PART.exec(part) ?? [];
    if (count === undefined || unit === undefined) return undefined;
    const size = UNITS[unit as keyof typeof UNITS];
    months += way * Number(count) * size.months;
    days += way * Number(count) * size.days;
  }
  return { months, days };
}

/** The day it is, told on a day. */
export const exactly = (told: ToldDay, today: Day): Day => ("on" in told ? told.on : addDays(addMonths(today, told.months), told.days));

/** As `exactly`, but never at a weekend: what was, the Friday before; what is to be, the Monday after. Keeps things in order. */
export function onAWeekday(told: ToldDay, today: Day): Day {
  return "on" in told ? told.on : offTheWeekend(exactly(told, today), today);
}

/** The Friday before a day gone by, or the Monday after a day to come, where it falls at a weekend. */
export function offTheWeekend(on: Day, today: Day): Day {
  const over = Math.max(0, weekday(on) - 5);
  return over === 0 ? on : addDays(on, on <= today ? -over : 3 - over);
}
