import type { CompareQuery, How } from "../../../app/compare.ts";
import type { AsAt } from "../../../domain/chronology/fold.ts";
import { addDays, type Day, dayFrom, dayInWords, parseDay, partsOf } from "../../../domain/dates/day.ts";
import { type Params, readView, viewParams } from "../../../domain/tracker/view.ts";
import { asAtQuery } from "../../as-at/as-at.ts";
import { dateMessage, type DateParts, readDateParts } from "../../forms/date-input.ts";
import { type FieldError, readParts } from "../../forms/fields.tsx";

const FOUR_WEEKS = 28;

/** What an address asks to be compared: four weeks ago with today, as we knew it, unless it says otherwise. The earlier day always comes first. */
export function readComparison(params: Params, today: Day): { readonly query: CompareQuery; readonly dropped: readonly string[] } {
  const { view, dropped } = readView(params);
  const day = (name: string): Day | undefined => {
    const on = parseDay(params[name]?.[0] ?? "");
    return on !== undefined && on <= today ? on : undefined;
  };
  const to = day("to") ?? today;
  const from = day("from") ?? addDays(to, -FOUR_WEEKS);
  return { query: { view, how: params["as"]?.[0] === "stood" ? "stood" : "known", from: from < to ? from : to, to: from < to ? to : from }, dropped };
}

/** The address of a comparison, with parts of it changed. */
export function compareAddress(query: CompareQuery, change: Partial<CompareQuery> = {}): string {
  const { from, to, how, view } = { ...query, ...change };
  return `/tracker/compare?${new URLSearchParams([["from", from], ["to", to], ["as", how], ...viewParams(view).map(([name, value]) => [name, value])])}`;
}

/** The days people mean when they say since when: each is the end of the day before. */
export function shortcuts(today: Day): readonly { readonly text: string; readonly from: Day }[] {
  const { year, month } = partsOf(today);
  const firstOf = (m: number): Day => dayFrom(year, m, 1)!;
  return [
    { text: "Since last week", from: addDays(today, -7) },
    { text: "Since four weeks ago", from: addDays(today, -FOUR_WEEKS) },
    { text: "Since the month began", from: addDays(firstOf(month), -1) },
    { text: "Since the last quarter", from: addDays(firstOf(month - (month - 1) % 3), -1) },
  ];
}

/** A child’s record as at the later day; as it is now where that is today. */
export function asAtLater({ to, how }: CompareQuery, today: Day): string {
  const asAt: AsAt = to === today ? {} : how === "known" ? { knownOn: to } : { stoodOn: to };
  return asAtQuery(asAt);
}

/** The two days as somebody typed them. */
export interface DaysForm {
  readonly from: DateParts;
  readonly to: DateParts;
  readonly how: How;
  readonly errors: readonly FieldError[];
}

/** The form as sent, once its first box is in the address: the two days, or what is wrong with them. */
export function readDaysForm(params: Readonly<Record<string, string>>, today: Day): DaysForm | { readonly from: Day; readonly to: Day; readonly how: How } | undefined {
  if (params["from-day"] === undefined) return undefined;
  const how: How = params["as"] === "stood" ? "stood" : "known";
  const [from, to] = [readParts(params, "from"), readParts(params, "to")];
  const read = [onOrError("from", "the earlier day", from, today), onOrError("to", "the later day", to, today)] as const;
  const errors = read.filter((one) => typeof one === "object");
  const [earlier, later] = read;
  if (typeof earlier === "object" || typeof later === "object") return { from, to, how, errors };
  if (earlier >= later) return { from, to, how, errors: [{ id: "to-day", text: "The later day must be after the earlier day" }] };
  return { from: earlier, to: later, how };
}

function onOrError(id: string, what: string, parts: DateParts, today: Day): Day | FieldError {
  const read = readDateParts(parts);
  if (!("on" in read)) return { id: `${id}-day`, text: dateMessage(what, read) };
  return read.on > today ? { id: `${id}-day`, text: `${dayInWords(read.on)} is still to come. Enter a day up to today` } : read.on;
}
