import type { Certainty } from "../chronology/entry.ts";
import { type Day, dayInWords, weekday } from "../dates/day.ts";
import { type DateInText, datesInText, packedDay, serialDay } from "./dates-in-text.ts";
import type { Cell } from "./grid.ts";
import { type AroundDate, saidWithoutDate, saysMoved, saysWeek, wordsAround } from "./words-around.ts";
import { quoted } from "./wording.ts";

/** What must be known to read a cell of dates. */
export interface DateColumn {
  /** The day the sheet speaks of. */
  readonly asOn: Day;
  /** What happens on the day, as a sentence names it: “Matching panel”. */
  readonly label: string;
  /** May it be planned ahead? May it happen more than once? */
  readonly ahead: boolean;
  readonly repeats: boolean;
  /** How sure the heading says its dates are. */
  readonly certainty?: Certainty | undefined;
  /** Where some dates of the column can only be read month first: one of them, as written. */
  readonly monthFirst?: string | undefined;
}

export interface DateRead {
  readonly on: Day;
  readonly certainty: Certainty;
}

export interface CellRead {
  readonly dates: readonly DateRead[];
  /** What was not understood, or was taken as a person would take it: each in a sentence. */
  readonly notes: readonly string[];
}

const NOTHING: CellRead = { dates: [], notes: [] };
const noted = (...notes: readonly string[]): CellRead => ({ dates: [], notes });

/**
 * The dates in one cell of a column of dates, with how sure each is. What is exact is read; what
 * is vague and still to come is taken as a person would, and noted; what is neither is noted only.
 * A day gone by that was only planned, or is only roughly known, is noted and not read.
 */
export function readCell(cell: Cell, column: DateColumn): CellRead {
  switch (cell.type) {
    case "empty": return NOTHING;
    case "error": return noted(`The formula in this cell gives ${cell.shown}. Mend it in the sheet.`);
    case "day": return cell.on === undefined ? NOTHING : settle([{ on: cell.on, said: cell.shown, around: markOf(cell.shown) }], column, cell.shown, []);
    case "yes-no": return /^(?:true|yes|1)$/i.test(cell.shown) ? saysYes(cell.shown, column) : NOTHING;
    default: return readText(cell.shown.trim(), column);
  }
}

const saysYes = (text: string, { label }: DateColumn): CellRead => noted(`${quoted(text)} says yes with no date. ${label} needs its date.`);

interface Claim {
  readonly on: Day;
  readonly said: string;
  readonly around: AroundDate;
  readonly taken?: DateInText["taken"];
}

const NO_WORDS: AroundDate = { moved: false, off: false, unknown: [] };

/** A format may show how sure a date is: “12 March 2027 (planned)”. */
function markOf(shown: string): AroundDate {
  const [, mark] = /\((planned|provisional)\)/.exec(shown) ?? [];
  return mark === undefined ? NO_WORDS : { ...NO_WORDS, certainty: mark === "planned" ? "planned" : "provisional" };
}

function readText(text: string, column: DateColumn): CellRead {
  if (saidWithoutDate(text) === "nothing") return NOTHING;
  const counted = serialDay(text) ?? packedDay(text);
  if (counted !== undefined) return settle([{ on: counted, said: text, around: NO_WORDS }], column, text, []);
  const found = datesInText(text, { asOn: column.asOn, ...leanOf(text, column), monday: saysWeek(text) });
  if (found.dates.length + found.wrong.length === 0) return readWords(text, column);
  const notes = found.wrong.map(({ from, to, why, monthFirst }) => monthFirst === true
    ? `${quoted(text.slice(from, to))} is a date only if the month comes first. Write the day first, or the month in letters.`
    : `${quoted(text.slice(from, to))} is not understood as a date: ${why}.`);
  if (column.monthFirst !== undefined && found.dates.some((d) => d.eitherOrder)) {
    return noted(...notes, `${quoted(text)} could be read day first or month first: this column has dates with the month first, such as ${quoted(column.monthFirst)}. Write the month in letters.`);
  }
  const claims = claimsIn(text, found.dates);
  const choice = EITHER.test(text) ? [...new Set(found.dates.map((d) => d.on))] : [];
  if (choice.length > 1) return noted(...notes, `${quoted(text)} gives one day or another: ${choice.map(dayInWords).join(" or ")}. Neither was used. Write the day once it is known.`);
  if (claims === undefined) return noted(...notes, `${quoted(text)} runs from one day to another. ${column.label} happens on one day.`);
  return settle(claims, column, text, notes);
}

function readWords(text: string, column: DateColumn): CellRead {
  switch (saidWithoutDate(text)) {
    case "yes": return saysYes(text, column);
    case "unknown": return noted(`${quoted(text)} is not understood as a date.`);
    default: return NOTHING;
  }
}

/** Which way words lean a day without a year: “booked 12/5” is to come, “held 12/5” has been. */
function leanOf(text: string, { certainty }: DateColumn): { readonly lean?: "ahead" | "behind" } {
  const said = wordsAround(text, "").certainty ?? certainty;
  return said === undefined ? {} : { lean: said === "actual" ? "behind" : "ahead" };
}

/** Days between which nobody has chosen yet. */
const EITHER = /\bor\b/i;
const SEPARATORS = /[\n\r;&+|]|,(?!\d)|\band\b|\bthen\b|\s\/\s/i;

/** The days a text claims, each with the words that belong to it; nothing where two of them are the ends of one stretch. */
function claimsIn(text: string, dates: readonly DateInText[]): readonly Claim[] | undefined {
  const before: string[] = [text.slice(0, dates[0]?.from ?? 0)];
  const after: string[] = [];
  const replaced = new Set<number>();
  for (const [i, date] of dates.entries()) {
    const next = dates[i + 1];
    const between = text.slice(date.to, next?.from ?? text.length);
    if (next === undefined) {
      after.push(between);
      continue;
    }
    if (saysMoved(between)) replaced.add(i);
    else if (/^\s*(?:[-–—]|to|until|till)\s*$/i.test(between)) return undefined;
    const separator = SEPARATORS.exec(between);
    const cut = separator?.index ?? -1;
    const own = cut < 0 ? (/^[\s(]*\([^)]*\)/.exec(between)?.[0] ?? "") : between.slice(0, cut);
    after.push(replaced.has(i) ? "" : own);
    before.push(cut < 0 || replaced.has(i) ? between.slice(replaced.has(i) ? 0 : own.length) : between.slice(cut + separator![0].length));
  }
  return dates.flatMap((date, i) => (replaced.has(i) ? [] : [{
    on: date.on, said: text.slice(date.from, date.to), ...(date.taken === undefined ? {} : { taken: date.taken }),
    around: wordsAround(withoutSeparators(before[i]!), withoutSeparators(after[i]!)),
  }]));
}

const withoutSeparators = (text: string): string => text.replaceAll(/[,;&+|]/g, " ");

function settle(claims: readonly Claim[], column: DateColumn, text: string, problems: readonly string[]): CellRead {
  const notes = [...problems];
  const dates: DateRead[] = [];
  for (const claim of claims) {
    const read = settleOne(claim, column, claims.length > 1 ? claim.said : text);
    if (read.date !== undefined) dates.push(read.date);
    if (read.note !== undefined) notes.push(read.note);
  }
  const once = dates.filter((d, i) => dates.findIndex((other) => other.on === d.on) === i);
  if (once.length > 1 && !column.repeats) return noted(...notes, `${quoted(text)} has ${once.length} dates. ${column.label} happens once.`);
  return { dates: once, notes };
}

function settleOne({ on, around, taken, said }: Claim, column: DateColumn, text: string): { readonly date?: DateRead; readonly note?: string } {
  const { asOn, label } = column;
  const words = quoted(text);
  if (around.off) return { note: `${words} seems to say that it did not go ahead on that day. It was not used.` };
  if (around.unknown.length > 0) return { note: `${words} has words beside the date that are not understood: ${quoted(around.unknown.join(" "))}. It was not used.` };
  const isAhead = on > asOn;
  const asSaid = around.certainty ?? (around.moved ? "planned" : column.certainty);
  const vague = around.vague !== undefined || (taken !== undefined && taken !== "year");
  if (isAhead) {
    if (asSaid === "actual" && !vague) return { note: `${words} is after ${dayInWords(asOn)}, the day the sheet speaks of, and cannot have happened yet. It was not used.` };
    if (!column.ahead) return { note: `${words} is after ${dayInWords(asOn)}, the day the sheet speaks of. ${label} is recorded when it has happened. It was not used.` };
    const date: DateRead = { on, certainty: asSaid === "provisional" ? "provisional" : "planned" };
    const note = takenAs(on, around, taken, said);
    return note === undefined ? { date } : { date, note: `${words} was taken as ${note}.` };
  }
  if (vague) return { note: `${words} is not exact. A day that has gone by must be known to the day. It was not used.` };
  if (asSaid === "planned" || asSaid === "provisional") {
    return { note: `${words} is ${asSaid === "planned" ? "planned" : "provisional"} for a day that has gone by. Whether it happened is not said. It was not used.` };
  }
  const note = takenAs(on, around, taken, said);
  return { date: { on, certainty: "actual" }, ...(note === undefined ? {} : { note: `${words} was taken as ${note}.` }) };
}

function takenAs(on: Day, { vague }: AroundDate, taken: DateInText["taken"], said: string): string | undefined {
  const day = dayInWords(on);
  const last = (what: string): string => `${day}, the last day of ${what}`;
  const year = taken === "year" ? `${day}: the year is not written` : day;
  if (vague === "week") return `${day}, ${weekday(on) === 1 ? "the Monday it begins" : "the day it gives for the week’s beginning"}${taken === "year" ? ": the year is not written" : ""}`;
  if (vague === "week-end") return `${day}, the day the week ends${taken === "year" ? ": the year is not written" : ""}`;
  if (taken === "month" || taken === "late") return last("the month");
  if (taken === "early") return last("its first ten");
  if (taken === "mid") return last("its middle ten");
  if (taken === "quarter") return last(`${quoted(said)}, counted from April`);
  if (vague === "by") return `planned for ${year}, the last day it allows`;
  if (vague === "about") return `planned for ${year}`;
  return taken === "year" ? `${day}, the nearest: the year is not written` : undefined;
}
