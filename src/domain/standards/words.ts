import { CERTAINTIES, type Entry } from "../chronology/entry.ts";
import { KINDS } from "../chronology/kinds.ts";
import { type Day, dayInWords } from "../dates/day.ts";
import type { Moment } from "./occasions.ts";

export const NTH: readonly string[] = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/** “Legal status: Section 20 accommodation”: the kind, and what its required code says. */
export function entryName(entry: Entry): string {
  const { label, detail } = KINDS[entry.kind];
  for (const [field, { type, required, codes }] of Object.entries(detail ?? {})) {
    const code = type === "code" && required === true ? codes?.[String(entry.detail[field])] : undefined;
    if (code !== undefined) return `“${label}: ${code}”`;
  }
  return `“${label}”`;
}

/** “Adoption order” on 5 May 2026 (actual); for the end of a period, its last day. */
export const momentInWords = ({ entry, on, isEnd }: Moment): string =>
  `${isEnd ? "the end of " : ""}${entryName(entry)} on ${dayInWords(on)} (${CERTAINTIES[entry.certainty].toLowerCase()})`;

/** The beginning of an entry, or its end where that is the day meant. */
export const entryOnInWords = (entry: Entry, on: Day): string =>
  momentInWords({ entry, on, isEnd: on !== entry.happenedOn && on === entry.until });

/** “a, b or c”. */
export const anyOf = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

export const daysInWords = (n: number): string => `${n.toLocaleString("en-GB")} day${n === 1 ? "" : "s"}`;
