import type { SheetProblem } from "./facts.ts";
import { columnName, listed } from "./wording.ts";

/** Problems as they are found: one for a column and a sentence, with the other rows it is said of. */
export interface Problems {
  /** `column`: from 0; null where it is about the whole row, and `row` null where it is about the whole sheet. */
  readonly note: (severity: SheetProblem["severity"], row: number | null, column: number | null, message: string) => void;
  readonly all: () => readonly SheetProblem[];
}

const MOST_ROWS = 12;

export function collectProblems(file: string, sheet: string, headings: ReadonlyMap<number, string>): Problems {
  const found = new Map<string, { readonly first: SheetProblem; readonly rows: number[] }>();
  return {
    note(severity, row, column, message) {
      const key = `${severity}|${row === null ? "" : "row"}|${column}|${message}`;
      const had = found.get(key);
      if (had === undefined) {
        const name = column === null ? null : columnName(column, headings.get(column) ?? "");
        found.set(key, { first: { severity, file, sheet, row, column: name, message }, rows: [] });
      } else if (row !== null) had.rows.push(row);
    },
    all: () => [...found.values()].map(({ first, rows }) => (rows.length === 0 ? first : { ...first, message: `${first.message} ${alsoIn(rows)}` })),
  };
}

function alsoIn(rows: readonly number[]): string {
  const said = rows.length <= MOST_ROWS ? rows : [...rows.slice(0, MOST_ROWS - 1), `${rows.length - MOST_ROWS + 1} more`];
  return `The same in ${rows.length === 1 ? "row" : "rows"} ${listed(said)}.`;
}
