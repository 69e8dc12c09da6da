import type { Problem } from "../domain/returns/ssda903/problem.ts";
import type { Terminal } from "./terminal.ts";

/** “ad1.csv, row 3, DATE_MATCH: …” with what does not apply left out. */
export function problemInWords({ file, row, column, message }: Problem): string {
  const where = [file, row === null ? null : `row ${row}`, column].filter((part) => part !== null).join(", ");
  return where === "" ? message : `${where}: ${message}`;
}

/** Says problems on standard error, so many and then how many more. */
export function sayProblems(terminal: Terminal, problems: readonly Problem[], most = problems.length): void {
  for (const p of problems.slice(0, most)) terminal.err(`${p.severity === "error" ? "Error" : "Warning"}: ${problemInWords(p)}`);
  if (problems.length > most) terminal.err(`… and ${problems.length - most} more`);
}

export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
