import { parse } from "csv-parse/sync";
import type { PublishedRow, PublishedTable, PublishedValue } from "../domain/scorecard/comparators.ts";
import { referenceText } from "./read.ts";

const SHEFFIELD = "Sheffield City Council, scrutiny report “Adoption Performance”, 2015";
const GROUPS: ReadonlySet<string> = new Set(["threshold", "head", "average", "core", "sn", "region"]);
const WINDOW_COLUMN = /^mar(\d{2})$/;

/** Published three-year averages of A1 and A2, as printed, `x` where suppressed. Throws naming the file and row at fault. */
export const loadPublished = (): readonly PublishedTable[] => [
  { indicator: "A1", source: SHEFFIELD, rows: rowsOf("published/sheffield-a1.csv") },
  { indicator: "A2", source: SHEFFIELD, rows: rowsOf("published/sheffield-a2.csv") },
];

/** Events counted by quarter: one authority’s, April to December 2018. */
export interface QuarterRow {
  readonly measure: string;
  readonly quarters: readonly number[];
  readonly total: number;
}

export const loadQuarters = (): readonly QuarterRow[] =>
  records("published/trafford-quarters.csv").map((r) => ({
    measure: r["measure"] ?? "",
    quarters: ["q1", "q2", "q3"].map((q) => Number(r[q])),
    total: Number(r["total"]),
  }));

/** Something of a printed table that is read otherwise than it was printed, and is no row of its own: headings, labels. */
export interface Repair {
  readonly table: "A1" | "A2";
  readonly where: string;
  readonly printed: string;
  readonly read: string;
  readonly why: string;
}

export const loadRepairs = (): readonly Repair[] =>
  records("published/repairs.csv").map(({ table = "", where = "", printed = "", read = "", why = "" }) => ({ table: table as Repair["table"], where, printed, read, why }));

type CsvRecord = Readonly<Record<string, string>>;
const records = (path: string): readonly CsvRecord[] => parse(referenceText(path), { columns: true }) as CsvRecord[];

const rowsOf = (path: string): PublishedRow[] => records(path).map((record, i) => rowOf(record, `${path}, row ${i + 2}`));

function rowOf(record: CsvRecord, where: string): PublishedRow {
  const { group = "", printed = "", key = "", rank = "", note = "" } = record;
  if (!GROUPS.has(group)) throw new RangeError(`${where}: “${group}” is no group`);
  const values = new Map<number, PublishedValue>();
  for (const [column, text] of Object.entries(record)) {
    const [, year] = WINDOW_COLUMN.exec(column) ?? [];
    if (year !== undefined) values.set(2000 + Number(year), valueOf(text, `${where}, ${column}`));
  }
  return { group: group as PublishedRow["group"], printed, key, values, rank: rank === "" ? null : Number(rank), note };
}

function valueOf(text: string, where: string): PublishedValue {
  if (text === "") return null;
  if (text === "x") return "x";
  if (!/^\d+$/.test(text)) throw new RangeError(`${where}: “${text}” is neither days nor x`);
  return Number(text);
}
