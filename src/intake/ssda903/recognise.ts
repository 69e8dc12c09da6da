import type { Problem } from "../../domain/returns/ssda903/problem.ts";
import { TABLES, TABLE_NAMES, type TableName } from "../../domain/returns/ssda903/tables.ts";
import { aboutFile } from "./refuse.ts";

export interface Recognised {
  readonly table: TableName;
  /** Where each column of the table stands in the file. */
  readonly at: ReadonlyMap<string, number>;
}

/** Columns that several tables have, and which therefore tell nothing of which table it is. */
const COMMON = new Set(["CHILD", "DOB", "SEX"]);

const quoted = (names: readonly string[]): string => names.map((n) => `“${n}”`).join(", ");

/** Which table a header row is of, whatever the file is called and in whatever order the columns stand. */
export function recognise(file: string, header: readonly string[]): Recognised | readonly Problem[] {
  const given = header.map((name) => name.trim().toUpperCase());
  while (given.at(-1) === "") given.pop();
  const table = nearest(given);
  if (table === undefined) {
    return [{ ...aboutFile(file, `This is none of the tables of the return. Its first row should hold a table’s column names; it holds ${quoted(header.slice(0, 8))}.`), row: 1 }];
  }
  const columns: readonly string[] = TABLES[table];
  const problems = [
    ...columns.filter((c) => !given.includes(c)).map((column) => ({ column, message: `The column ${column} is missing. This looks like the ${table} table, which has ${columns.join(", ")}.` })),
    ...given.flatMap((column, i) => {
      if (!columns.includes(column)) return [{ column: column === "" ? null : column, message: column === "" ? `Column ${i + 1} has no name.` : `The ${table} table has no column ${column}. Remove it, or mend its name.` }];
      return given.indexOf(column) === i ? [] : [{ column, message: `The column ${column} is given twice.` }];
    }),
  ];
  if (problems.length > 0) return problems.map((p) => ({ severity: "error", file, row: 1, ...p }));
  return { table, at: new Map(given.map((name, i) => [name, i])) };
}

/** The table whose columns are most like these, if any is like them at all. */
function nearest(given: readonly string[]): TableName | undefined {
  let best: { readonly table: TableName; readonly likeness: number } | undefined;
  for (const table of TABLE_NAMES) {
    const columns: readonly string[] = TABLES[table];
    const shared = columns.filter((c) => given.includes(c));
    if (shared.length * 2 < columns.length || !shared.some((c) => !COMMON.has(c))) continue;
    const likeness = shared.length / new Set([...columns, ...given]).size;
    if (likeness > (best?.likeness ?? 0)) best = { table, likeness };
  }
  return best?.table;
}
