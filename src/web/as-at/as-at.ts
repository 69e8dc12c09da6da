import type { AsAt } from "../../domain/chronology/fold.ts";
import { type Day, dayInWords, parseDay } from "../../domain/dates/day.ts";
import { dateMessage, type DateParts, readDateParts } from "../forms/date-input.ts";

/** The two questions about another day, as the address carries them. */
export const asAtParams = ({ knownOn, stoodOn }: AsAt): readonly (readonly [string, string])[] =>
  knownOn !== undefined ? [["known-on", knownOn]] : stoodOn !== undefined ? [["stood-on", stoodOn]] : [];

/** The same as the whole query of an address: “?known-on=2026-03-03”, or nothing. */
export const asAtQuery = (asAt: AsAt): string => asAtParams(asAt).map(([name, value]) => `?${name}=${value}`).join("");

/** Looking at another day is for reading: nothing is changed there. */
export const isNow = ({ knownOn, stoodOn }: AsAt): boolean => knownOn === undefined && stoodOn === undefined;

/** The day a page about another day is judged by. */
export const dayOf = ({ knownOn, stoodOn }: AsAt, today: Day): Day => stoodOn ?? knownOn ?? today;

/** The question in an address; a day that is none, or is still to come, is left out. */
export function readAsAt(params: Readonly<Record<string, string>>, today: Day): AsAt {
  const day = (text: string | undefined): Day | undefined => {
    const on = text === undefined ? undefined : parseDay(text);
    return on !== undefined && on <= today ? on : undefined;
  };
  const knownOn = day(params["known-on"]);
  const stoodOn = day(params["stood-on"]);
  return knownOn !== undefined ? { knownOn } : stoodOn !== undefined ? { stoodOn } : {};
}

/** What somebody typed into “See it as at another day”. */
export interface AsAtForm {
  readonly how: "known" | "stood";
  readonly date: DateParts;
  readonly error?: string;
}

/** The form as sent, once `how` is in the address; nothing where it was not sent. */
export function readAsAtForm(params: Readonly<Record<string, string>>, today: Day): AsAtForm | { readonly asAt: AsAt } | undefined {
  if (params["how"] === undefined) return undefined;
  const how = params["how"] === "known" ? "known" : "stood";
  const date = { day: params["as-at-day"] ?? "", month: params["as-at-month"] ?? "", year: params["as-at-year"] ?? "" };
  const read = readDateParts(date);
  if (!("on" in read)) return { how, date, error: dateMessage("the day", read) };
  if (read.on > today) return { how, date, error: `${dayInWords(read.on)} is still to come. Enter a day up to today` };
  return { asAt: how === "known" ? { knownOn: read.on } : { stoodOn: read.on } };
}
