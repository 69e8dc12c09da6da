/** For whom a governance pack is made, and so what is in it: over how many half-years its numbers are, where they are rounded. */
export const EDITIONS = {
  board: { label: "The board", says: "figures, what happened in each half-year of two years, who waits where, and families, by authority and for the region", halfYears: 4, rounded: true },
  partners: { label: "The partners’ meeting, twice a year", says: "what is shared and given, half a year beside the half-year before it, who waits where, figures, and families", halfYears: 2, rounded: true },
  operations: { label: "The operations group", says: "the last quarter and the one that runs, who waits where, child by child by local id, and dates that differ", halfYears: 0, rounded: false },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly says: string; readonly halfYears: number; readonly rounded: boolean }>>;
export type Edition = keyof typeof EDITIONS;
export const EDITION_CODES = Object.keys(EDITIONS) as Edition[];
export const isEdition = (text: string): text is Edition => Object.hasOwn(EDITIONS, text);
