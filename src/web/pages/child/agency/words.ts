import type { Difference, DifferenceSide } from "../../../../domain/agency/differences.ts";
import { CERTAINTIES, type Certainty } from "../../../../domain/chronology/entry.ts";
import { type Day, dayInWords } from "../../../../domain/dates/day.ts";

/** “5 June 2026 (planned)”. */
export const dateInWords = ({ on, certainty }: { readonly on: Day; readonly certainty: Certainty }): string => `${dayInWords(on)} (${CERTAINTIES[certainty].toLowerCase()})`;

export const SIDES: Readonly<Record<DifferenceSide, string>> = { authority: "the authority", agency: "the agency" };

/** “The agency’s is 3 days later”. */
export function apartInWords({ days }: Difference): string {
  const n = Math.abs(days);
  return `The agency’s is ${n} ${n === 1 ? "day" : "days"} ${days > 0 ? "later" : "earlier"}`;
}

/** How two dates stand, in a few words. */
export function standingInWords(difference: Difference, side: DifferenceSide): string {
  const { state, said } = difference;
  switch (state) {
    case "alone": return "The authority has no date of this";
    case "same": return "Both have the same day";
    case "open": return `${apartInWords(difference)}. Not settled`;
    case "settled": return `Both stand: ${said?.why ?? ""}`;
    case "proposed": return `${apartInWords(difference)}. ${said?.how === side ? `Waits for ${SIDES[side === "agency" ? "authority" : "agency"]}` : `Waits for ${side === "agency" ? "your agency" : "your authority"}`}`;
  }
}

/** What each answer does, from this side of it. */
export function doesInWords(how: DifferenceSide | "both", side: DifferenceSide): string {
  if (how === "both") return "They are days of different things. Neither is changed";
  if (how === side) return `You propose it. ${side === "agency" ? "The authority puts its own date" : "The agency puts its own date"} right, or answers otherwise`;
  return side === "agency" ? "The agency’s own date is corrected to this day" : "The authority’s entry is corrected to this day";
}
