import { type Day, day, yearEndingOf } from "../../dates/day.ts";
import type { Draft } from "../../chronology/entry.ts";
import { chronologyOf } from "./chronology.ts";
import {
  type ChildRows, type DecisionRow, type EpisodeRow, TABLE_NAMES, type ReturnFile, type ReturnYear, type RowAt, type TableName,
} from "./tables.ts";
import { returnYears } from "./years.ts";

/** Years of the return with every table in each (or those named), as tests need them. */
export function yearsOf(yearEndings: readonly number[], tables: readonly TableName[] = TABLE_NAMES): ReturnYear[] {
  return returnYears(yearEndings.map((yearEnding) => ({
    yearEnding,
    latestOn: day(`${yearEnding}-03-31`),
    files: tables.map((table) => ({ name: `${yearEnding}/${table}.csv`, table, yearEnding, rows: 1 })),
  })));
}

let rowNumber = 1;
const file = (table: TableName, yearEnding: number): ReturnFile => ({ name: `${yearEnding}/${table}.csv`, table, yearEnding, rows: 1 });
export const at = (table: TableName, yearEnding: number, child = "C1"): RowAt => ({ child, file: file(table, yearEnding), row: ++rowNumber });

type Words = Readonly<Partial<Record<"rec" | "urn" | "provider" | "why" | "cin", string>>> & { readonly in?: number };

/** “2024-05-01 S C2 U6 2024-08-01”: DECOM, RNE, LS, PLACE and, where it ended, DEC; X1 unless another REC is given. */
export function episode(words: string, { rec, urn, provider, why, cin, in: inYear }: Words = {}): EpisodeRow {
  const [decom, rne, ls, place, dec] = words.split(" ");
  const ended = dec === undefined ? null : day(dec);
  const yearEnding = inYear ?? yearEndingOf(ended ?? day(decom ?? ""));
  return {
    ...at("Episodes", yearEnding), decom: day(decom ?? ""), rne: rne ?? null, ls: ls ?? null, place: place ?? null, dec: ended,
    rec: rec ?? (ended === null ? null : "X1"), cin: cin ?? "N1", provider: provider ?? null, urn: urn ?? null, reasonForChange: why ?? null,
  };
}

export const decision = (decidedOn: string, inYear: number, ceasedOn?: string, reason?: string): DecisionRow => ({
  ...at("PlacedAdoption", inYear), dob: null, decidedOn: day(decidedOn), ceasedOn: ceasedOn === undefined ? null : day(ceasedOn), reason: reason ?? null,
});

export const childRows = (rows: Partial<ChildRows>): ChildRows => ({
  child: "C1", header: [], episodes: [], reviews: [], adopted: [], decisions: [], previousPermanence: [], missing: [], workers: [],
  liberty: [], notUsed: [], ...rows,
});

/** All years that the rows are of, and as many between. */
export function yearsAround(rows: ChildRows): ReturnYear[] {
  const years = Object.values(rows).flatMap((list) => (typeof list === "string" ? [] : (list as readonly RowAt[]).map((r) => r.file.yearEnding)));
  const first = Math.min(...years);
  return yearsOf(Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => first + i));
}

export const draftsOf = (rows: Partial<ChildRows>): readonly Draft[] => {
  const whole = childRows(rows);
  return chronologyOf(whole, { years: yearsAround(whole) }).drafts;
};

/** Details in the order in which a line has them, however they came. */
const ORDER = ["endReason", "startUnknown", "categoryOfNeed", "type", "provider", "urn", "sameCarer", "reasonForChange"];

/** A draft in a line: “legal-status C2 2024-05-01 to 2024-08-01”, with details other than the first after it. */
export function said({ kind, happenedOn, until, detail }: Draft): string {
  const details = Object.entries(detail).filter(([name]) => name !== "outcome").sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b)).map(([name, value]) => (value === true ? name : value === false ? `not ${name}` : String(value)));
  return [kind, happenedOn, ...(until === undefined ? [] : ["to", until]), ...details].join(" ");
}

export const saidOf = (drafts: readonly Draft[], ...kinds: readonly string[]): string[] =>
  drafts.filter((d) => kinds.length === 0 || kinds.includes(d.kind)).map(said);

export type { Day };
