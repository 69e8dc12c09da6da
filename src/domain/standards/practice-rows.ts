/** The source documents whose practice standards are realised, with how many rows each has. */
const DOCUMENTS = { "LEIC-": 71, "SHEF-M": 12, "SHEF-T": 11, "SHEF-A": 29, "CBED-": 27, "DERB-": 9 } as const;

/** The ids of all the practice standards of the five source documents: LEIC-01 … DERB-09. The fifth, Trafford’s, states aims and times nothing. */
export const PRACTICE_ROWS: readonly string[] = Object.entries(DOCUMENTS).flatMap(([prefix, count]) =>
  Array.from({ length: count }, (_, i) => `${prefix}${String(i + 1).padStart(2, "0")}`));

/** A row of several targets has a standard for each, lettered: LEIC-49a and LEIC-49b are of row LEIC-49. */
export const rowOf = (id: string): string => id.replace(/[a-z]$/, "");
