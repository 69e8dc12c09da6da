import type { Day } from "../../dates/day.ts";
import { daysOf, parseQuarter, type Quarter, quarterCode, quarterInWords } from "../../dates/quarter.ts";
import { type EventCode, EVENTS, type Happenings, inSpan } from "../counts.ts";
import { eventPieces } from "./pieces.ts";
import type { Count, Tables, Told } from "./tables.ts";

/** The rows of the quarterly table, from the decision to the adoption order. */
export const QUARTERLY = ["A15", "A16", "matched", "placed", "A4"] as const satisfies readonly EventCode[];
export type QuarterlyCode = (typeof QUARTERLY)[number];

const TO_DATE = "to date";
const keyOf = (code: QuarterlyCode, when: string): string => `${code}/${when}`;
const wordsOf = (code: QuarterlyCode, when: string, name: string): string => `${EVENTS[code]}, ${when}, ${name}`;

/** The quarters of a financial year that have ended by a day: no other can be published, for the rest of one that runs could be worked out from the next publication. */
export const quartersEnded = (yearEnding: number, by: Day): readonly Quarter[] =>
  ([1, 2, 3, 4] as const).map((number): Quarter => ({ yearEnding, number })).filter((quarter) => daysOf(quarter).to < by);

/** The table for publication: each row by quarter and, of more than one, to date. Counts are of what happened, so no row is some of another. */
export function quarterlyTables({ code: authority, name }: { readonly code: string; readonly name: string }, happenings: Pick<Happenings, QuarterlyCode>, quarters: readonly Quarter[]): Tables {
  const count = (code: QuarterlyCode, when: string, label: string, of: readonly Quarter[]): Count => ({
    key: keyOf(code, when), words: wordsOf(code, label, name), pieces: eventPieces(code, [authority], of, (_, span) => inSpan(happenings[code], span).length),
  });
  return {
    counts: QUARTERLY.flatMap((code) => [
      ...quarters.map((quarter) => count(code, quarterCode(quarter), quarterInWords(quarter), [quarter])),
      ...(quarters.length > 1 ? [count(code, TO_DATE, `${quarterInWords(quarters[0]!)} up to ${quarterInWords(quarters.at(-1)!)}`, quarters)] : []),
    ]),
  };
}

/** A quarterly table as it is read: its heads and its rows, each number in the words in which it is told. */
export interface QuarterlyTable {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly title: string; readonly cells: readonly string[] }[];
}

/** What was told of the table, as it is read. */
export function toldQuarterly({ counts }: Pick<Told, "counts">): QuarterlyTable {
  const codes = QUARTERLY.filter((code) => Object.keys(counts).some((key) => key.startsWith(`${code}/`)));
  const whens = [...new Set(Object.keys(counts).map((key) => key.slice(key.indexOf("/") + 1)))].sort();
  return {
    heads: whens.map((when) => { const quarter = parseQuarter(when); return quarter === undefined ? "Total to date" : quarterInWords(quarter); }),
    rows: codes.map((code) => ({ title: EVENTS[code], cells: whens.map((when) => String(counts[keyOf(code, when)] ?? "")) })),
  };
}
