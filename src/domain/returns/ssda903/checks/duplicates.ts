import type { Day } from "../../../dates/day.ts";
import type { RowAt } from "../tables.ts";
import { type Check, rowWords } from "./note.ts";

/**
 * A thing is told once a year. The same row again is left out; another row of the same
 * thing, otherwise told, cannot be understood.
 */
export const checkDuplicates: Check = (rows, note) => {
  function check<R extends RowAt>(list: readonly R[], column: string, keyOf: (row: R) => Day | null): void {
    if (list.length < 2) return;
    const seen = new Map<string, R>();
    for (const row of list) {
      const key = `${row.file.yearEnding} ${keyOf(row)}`;
      const before = seen.get(key);
      if (before === undefined) seen.set(key, row);
      else if (sameValues(before, row)) note("warning", row, null, `This row says the same as ${rowWords(before, row)}. It is read once.`);
      else note("error", row, column, `This row and ${rowWords(before, row)} are of the same thing in the same year and say different things. Keep the right one.`);
    }
  }
  const once = (): null => null;
  check(rows.header, "CHILD", once);
  check(rows.adopted, "CHILD", once);
  check(rows.episodes, "DECOM", (r) => r.decom);
  check(rows.reviews, "REVIEW", (r) => r.on);
  check(rows.decisions, "DATE_PLACED", (r) => r.decidedOn);
  check(rows.missing, "MIS_START", (r) => r.from);
  check(rows.workers, "SW_DECOM", (r) => r.from);
  check(rows.liberty, "DOLO_START", (r) => r.from);
};

function sameValues<R extends RowAt>(a: R, b: R): boolean {
  for (const name in a) if (name !== "file" && name !== "row" && a[name] !== b[name]) return false;
  return true;
}
