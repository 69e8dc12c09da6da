/** For whom a governance pack is made, and so what is in it. */
export const EDITIONS = {
  board: { label: "The board", says: "figures, a year of quarters, who waits where, and families, by authority and for the region", quarters: 4, suppressed: true },
  partners: { label: "The partners’ meeting, twice a year", says: "what is shared and given, half a year beside the half-year before it, who waits where, figures, and families", quarters: 2, suppressed: true },
  operations: { label: "The operations group", says: "the last quarter and the one that runs, who waits where, child by child by local id, and dates that differ", quarters: 1, suppressed: false },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly says: string; readonly quarters: number; readonly suppressed: boolean }>>;
export type Edition = keyof typeof EDITIONS;
export const EDITION_CODES = Object.keys(EDITIONS) as Edition[];
export const isEdition = (text: string): text is Edition => Object.hasOwn(EDITIONS, text);
