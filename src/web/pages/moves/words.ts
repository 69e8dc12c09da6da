import type { ListedMove } from "../../../app/moves/open.ts";
import { type Day, dayInWords } from "../../../domain/dates/day.ts";

/** “From 1 December 2026, in 9 days.” */
export function offerInDays({ movesOn }: Pick<ListedMove, "movesOn">, today: Day): string {
  return movesOn > today ? `From ${dayInWords(movesOn)}.` : `From ${dayInWords(movesOn)}: the day has come.`;
}

const STATES = { "offered": "Waits", "withdrawn": "Taken back", "refused": "Refused", "taken-over": "Taken over" } as const;
export const stateInWords = ({ state, ours, other }: Pick<ListedMove, "state" | "ours" | "other">): string => (state === "taken-over" && ours ? `Taken over by ${other}` : STATES[state]);
