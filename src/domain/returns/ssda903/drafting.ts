import type { Detail, DetailValue, Draft, Source } from "../../chronology/entry.ts";
import type { Kind } from "../../chronology/kinds.ts";
import type { Day } from "../../dates/day.ts";
import type { Problem } from "./problem.ts";
import type { ReturnYear, RowAt } from "./tables.ts";

/** Where a child’s rows are being turned into drafts, and what is noticed on the way. */
export interface Drafting {
  readonly years: readonly ReturnYear[];
  readonly drafts: Draft[];
  readonly problems: Problem[];
}

export function warn({ problems }: Pick<Drafting, "problems">, at: RowAt, column: string | null, message: string): void {
  problems.push({ severity: "warning", file: at.file.name, row: at.row, column, message });
}

/** The row as a source: its file and number, what came with it, and how far that speaks. */
export function sourceOf(at: RowAt, years: readonly ReturnYear[]): Source {
  const year = years.find((y) => y.yearEnding === at.file.yearEnding);
  if (year === undefined) throw new RangeError(`${at.file.name} is of no year that was given`);
  return { type: "ssda903", file: at.file.name, row: at.row, tables: year.tables, upTo: year.knownUpTo };
}

/** Values that are not there are left out. */
type Given = Readonly<Record<string, DetailValue | null | undefined>>;

function detailOf(given: Given): Detail {
  const detail: Record<string, DetailValue> = {};
  for (const name in given) {
    const value = given[name];
    if (value !== null && value !== undefined) detail[name] = value;
  }
  return detail;
}

export interface Happening {
  readonly kind: Kind;
  readonly on: Day;
  readonly until?: Day | null;
  readonly detail?: Given;
}

/** Writes a draft of what a row says happened. Everything in a return is actual. */
export function draft(drafting: Drafting, at: RowAt, { kind, on, until, detail }: Happening): void {
  drafting.drafts.push({
    kind,
    happenedOn: on,
    ...(until === null || until === undefined ? {} : { until }),
    certainty: "actual",
    detail: detailOf(detail ?? {}),
    source: sourceOf(at, drafting.years),
  });
}
