import { type Day, dayFrom, monthName } from "../../domain/dates/day.ts";

/** A date as somebody typed it, in three boxes. A whole date typed or pasted in the first box is understood too. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export type DatePart = keyof DateParts;

export type ReadDate =
  | { readonly on: Day }
  | { readonly problem: "empty" }
  | { readonly problem: "incomplete"; readonly missing: readonly DatePart[] }
  | { readonly problem: "not-real" };

const MONTHS = Array.from({ length: 12 }, (_, i) => monthName(i + 1).toLowerCase());

/** Reads the three boxes. Never throws. */
export function readDateParts(parts: DateParts): ReadDate {
  const day = parts.day.trim();
  const month = parts.month.trim();
  const year = parts.year.trim();
  if (day === "" && month === "" && year === "") return { problem: "empty" };
  if (day !== "" && month === "" && year === "") {
    const whole = readDateText(day);
    if ("on" in whole) return whole;
  }
  const missing = (["day", "month", "year"] as const).filter((part) => parts[part].trim() === "");
  if (missing.length > 0) return { problem: "incomplete", missing };
  return realDay(dateNumber(day), monthNumber(month), yearNumber(year));
}

/**
 * Reads a date from one line, as people in England write it: “3 March 2026”, “3 mar 26”,
 * “3/3/26”, “March 3, 2026” or “2026-03-03”. Figures alone are day, month, year. Never throws.
 */
export function readDateText(text: string): ReadDate {
  const words = text.toLowerCase().replace(/(\d)(?:st|nd|rd|th)\b/g, "$1").split(/[\s,/.-]+/).filter((word) => word !== "" && word !== "of");
  const [first, second, third] = words;
  if (first === undefined) return { problem: "empty" };
  if (second === undefined || third === undefined || words.length > 3) return { problem: "not-real" };
  if (/^\d{4}$/.test(first)) return realDay(dateNumber(third), monthNumber(second), yearNumber(first));
  const monthFirst = /^[a-z]/.test(first);
  const [date, month] = monthFirst ? [second, first] : [first, second];
  return realDay(dateNumber(date), monthNumber(month), yearNumber(third));
}

function realDay(date: number | undefined, month: number | undefined, year: number | undefined): ReadDate {
  if (date === undefined || month === undefined || year === undefined) return { problem: "not-real" };
  const on = dayFrom(year, month, date);
  return on === undefined ? { problem: "not-real" } : { on };
}

const dateNumber = (text: string): number | undefined => (/^\d{1,2}$/.test(text) ? Number(text) : undefined);

/** 3, 03, mar, March, sept: at least three letters of the name. */
function monthNumber(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const word = text.toLowerCase().replace(/\.$/, "");
  const at = word.length < 3 ? -1 : MONTHS.findIndex((name) => name.startsWith(word));
  return at === -1 ? undefined : at + 1;
}

/** Two figures are a year of this century up to 50, of the last one after it: nobody in these records was born before 1951. */
function yearNumber(text: string): number | undefined {
  if (/^\d{4}$/.test(text)) return Number(text);
  if (!/^\d{2}$/.test(text)) return undefined;
  return Number(text) + (Number(text) <= 50 ? 2000 : 1900);
}

/** What to say of a date that could not be read: “The day it began must include a year”. `what` begins “the”. */
export function dateMessage(what: string, read: Exclude<ReadDate, { on: Day }>): string {
  const begun = what.charAt(0).toUpperCase() + what.slice(1);
  switch (read.problem) {
    case "empty": return `Enter ${what}`;
    case "incomplete": return `${begun} must include a ${read.missing.join(" and a ")}`;
    case "not-real": return `${begun} must be a real date, such as 27 3 2026 or 27 March 2026`;
  }
}
