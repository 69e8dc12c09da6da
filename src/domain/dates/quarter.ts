import { addDays, type Day, dayFrom, dayInWords, partsOf, yearEndingOf } from "./day.ts";

/** A quarter of a financial year, which begins on 1 April. */
export interface Quarter {
  /** The year in March of which the financial year ends. */
  readonly yearEnding: number;
  readonly number: 1 | 2 | 3 | 4;
}

const FIRST_MONTH = { 1: 4, 2: 7, 3: 10, 4: 1 } as const;

export const quarterOf = (on: Day): Quarter => ({ yearEnding: yearEndingOf(on), number: ((Math.floor((partsOf(on).month + 8) / 3) % 4) + 1) as Quarter["number"] });

/** Its first and its last day. */
export function daysOf({ yearEnding, number }: Quarter): { readonly from: Day; readonly to: Day } {
  const from = first(number === 4 ? yearEnding : yearEnding - 1, FIRST_MONTH[number]);
  const next = following({ yearEnding, number });
  return { from, to: addDays(first(next.number === 4 ? next.yearEnding : next.yearEnding - 1, FIRST_MONTH[next.number]), -1) };
}

const first = (year: number, month: number): Day => {
  const on = dayFrom(year, month, 1);
  if (on === undefined) throw new RangeError(`There is no year ${year}`);
  return on;
};

export const following = ({ yearEnding, number }: Quarter): Quarter => (number === 4 ? { yearEnding: yearEnding + 1, number: 1 } : { yearEnding, number: (number + 1) as Quarter["number"] });
export const preceding = ({ yearEnding, number }: Quarter): Quarter => (number === 1 ? { yearEnding: yearEnding - 1, number: 4 } : { yearEnding, number: (number - 1) as Quarter["number"] });

/** The last quarters up to and with one, the earliest first. */
export function quartersTo(last: Quarter, count: number): readonly Quarter[] {
  const quarters = [last];
  while (quarters.length < count) quarters.unshift(preceding(quarters[0]!));
  return quarters;
}

/** “2026-27-q3”, as addresses have it. */
export const quarterCode = ({ yearEnding, number }: Quarter): string => `${yearEnding - 1}-${String(yearEnding % 100).padStart(2, "0")}-q${number}`;

/** Reads “2026-27-q3”; nothing where it is no quarter. */
export function parseQuarter(text: string): Quarter | undefined {
  const [, year, ending, number] = /^(20\d\d)-(\d\d)-q([1-4])$/.exec(text) ?? [];
  if (year === undefined || Number(ending) !== (Number(year) + 1) % 100) return undefined;
  return { yearEnding: Number(year) + 1, number: Number(number) as Quarter["number"] };
}

/** “October to December 2026”. */
export function quarterInWords(quarter: Quarter): string {
  const { from, to } = daysOf(quarter);
  const [, month = ""] = dayInWords(from).split(" ");
  return `${month} to ${dayInWords(to).split(" ").slice(1).join(" ")}`;
}
