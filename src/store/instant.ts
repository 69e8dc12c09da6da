import pg from "pg";

const TIMESTAMPTZ = 1184;
const dateOf = pg.types.getTypeParser(TIMESTAMPTZ) as (text: string) => Date;

/** “2026-01-31T09:00:00” and, perhaps, thousandths. */
const LONGEST = 23;
const DASH = 45;

/**
 * A point in time as the server writes it, in a row or in JSON, as ISO 8601 in UTC to the millisecond. A server
 * in UTC writes “2026-01-31 09:00:00.5+00”, which needs no arithmetic: there is one such in every entry.
 */
export function instantOf(text: string): string {
  const zone = text.endsWith("+00") ? 3 : text.endsWith("+00:00") ? 6 : 0;
  const isPlain = zone > 0 && text.length <= LONGEST + zone && text.charCodeAt(4) === DASH;
  return isPlain ? `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -zone).padEnd(3, "0")}Z` : dateOf(text.replace("T", " ")).toISOString();
}
