import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import { type Day, dayInWords, yearEndingOf } from "../../domain/dates/day.ts";
import type { Problem } from "../../domain/returns/ssda903/problem.ts";
import type { RowAt, TableName } from "../../domain/returns/ssda903/tables.ts";
import type { Cells, DayOptions } from "./cells.ts";
import { recognise } from "./recognise.ts";
import { aboutFile, refuseText } from "./refuse.ts";
import { BUILDS, type RowLists, type RowOf } from "./rows.ts";

/** A file of the return while its year is still to be found. */
export interface FileBeingRead {
  readonly name: string;
  readonly table: TableName;
  yearEnding: number;
  rows: number;
}

/** A table read: its rows, and the days in it by the year they fall in, which tell its year. */
export interface FileRead {
  readonly file: FileBeingRead;
  readonly list: keyof RowLists;
  readonly rows: readonly RowOf<keyof RowLists>[];
  readonly days: ReadonlyMap<number, { readonly count: number; readonly latest: Day }>;
}

export interface Reading {
  readonly today: Day;
  readonly readDay: (text: string) => Day | null;
  readonly problems: Problem[];
}

/** Reads one table from its text; notes what is wrong, and gives nothing where it is no table. */
export function readFile(name: string, text: string, reading: Reading): FileRead | undefined {
  const refused = refuseText(name, text);
  if (refused !== undefined) {
    reading.problems.push(refused);
    return undefined;
  }
  let table: TableReader | undefined;
  let row = 0;
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      relax_column_count: true,
      // A spreadsheet counts empty rows too; they are passed over below.
      skip_empty_lines: false,
      on_record: (record: string[]) => {
        row++;
        if (row === 1) table = tableReader(name, record, reading);
        else table?.take(record, row);
        return null;
      },
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    reading.problems.push({ ...aboutFile(name, "The quotation marks in this row do not pair, so it cannot be divided into columns."), row: row + 1 });
    return undefined;
  }
  return table?.done();
}

function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const counts = [",", ";", "\t"].map((mark) => ({ mark, count: head.split(mark).length }));
  return counts.reduce((a, b) => (b.count > a.count ? b : a)).mark;
}

interface TableReader {
  readonly take: (record: readonly string[], row: number) => void;
  readonly done: () => FileRead;
}

function tableReader(name: string, header: readonly string[], reading: Reading): TableReader | undefined {
  const recognised = recognise(name, header);
  if (!("table" in recognised)) {
    reading.problems.push(...recognised);
    return undefined;
  }
  const { table, at } = recognised;
  const { today, readDay, problems } = reading;
  const file: FileBeingRead = { name, table, yearEnding: 0, rows: 0 };
  const { list, row: build } = BUILDS[table];
  const rows: RowOf<keyof RowLists>[] = [];
  const days = new Map<number, { count: number; latest: Day }>();
  let record: readonly string[] = [];
  let row = 1;

  const note = (column: string | null, message: string): void => {
    problems.push({ severity: "error", file: name, row, column, message });
  };
  const text = (column: string): string | null => {
    const cell = record[at.get(column) ?? -1]?.trim();
    return cell === undefined || cell === "" ? null : cell;
  };
  const day = (column: string, { future = false, anyYear = false }: DayOptions = {}): Day | null => {
    const cell = text(column);
    if (cell === null) return null;
    const read = readDay(cell);
    if (read === null) note(column, `“${cell}” is not a date. Dates are written DD/MM/YYYY.`);
    else if (read > today && !future) note(column, `${dayInWords(read)} is after today, ${dayInWords(today)}.`);
    else if (!anyYear) countDay(days, read);
    return read;
  };
  const cells: Cells = {
    text,
    code: (column) => text(column)?.toUpperCase() ?? null,
    day,
    neededDay: (column) => {
      if (text(column) === null) note(column, `There is no ${column}. Every row of the ${table} table needs one.`);
      return day(column);
    },
  };

  return {
    take(next, number) {
      if (next.every((cell) => cell.trim() === "")) return;
      record = next;
      row = number;
      file.rows++;
      if (next.length < at.size || next.slice(at.size).some((cell) => cell.trim() !== "")) {
        note(null, `This row has ${next.length} ${next.length === 1 ? "field" : "fields"} where the header row has ${at.size}.`);
        return;
      }
      const child = text("CHILD");
      if (child === null) return note("CHILD", "There is no CHILD: whose row this is cannot be known.");
      const where: RowAt = { child, file, row };
      const built = build(cells, where);
      if (built !== null) rows.push(built);
    },
    done: () => ({ file, list, rows, days }),
  };
}

function countDay(days: Map<number, { count: number; latest: Day }>, on: Day): void {
  const year = yearEndingOf(on);
  const had = days.get(year);
  if (had === undefined) days.set(year, { count: 1, latest: on });
  else {
    had.count++;
    if (on > had.latest) had.latest = on;
  }
}
