import type { Day } from "../domain/dates/day.ts";

const LONDON = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London", day: "numeric", month: "long", year: "numeric", hour: "numeric", minute: "2-digit", hour12: true,
});

/** An instant as the Design System writes it, in this country’s time: “3 March 2026 at 2:05pm”. */
export function instantInWords(instant: string): string {
  const part = Object.fromEntries(LONDON.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${part["day"]} ${part["month"]} ${part["year"]} at ${part["hour"]}:${part["minute"]}${part["dayPeriod"]}`;
}

const LONDON_DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London" });

/** The day that an instant was in England. */
export const londonDay = (instant: string): Day => LONDON_DAY.format(new Date(instant)) as Day;
