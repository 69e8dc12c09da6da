import { type Day, partsOf } from "../../domain/dates/day.ts";

/** A day as the return writes it: `05/03/2026`; nothing for no day. */
export function returnDay(on: Day | undefined): string {
  if (on === undefined) return "";
  const { year, month, date } = partsOf(on);
  return `${String(date).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`;
}

export type Row = Readonly<Record<string, string | undefined>>;

/** A CSV file with CRLF line ends: the columns in order, what a row does not have left empty. */
export function csvOf(columns: readonly string[], rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map((column) => quoted(row[column] ?? "")).join(","));
  return `${[columns.join(","), ...lines].join("\r\n")}\r\n`;
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
