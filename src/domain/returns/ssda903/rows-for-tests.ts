import { day, yearEndingOf } from "../../dates/day.ts";
import type { Draft } from "../../chronology/entry.ts";
import { chronologyOf } from "./chronology.ts";
import type { CodeSets } from "./code-sets.ts";
import {
  type AdoptedRow, type ChildRows, type DecisionRow, type EpisodeRow, type HeaderRow, TABLE_NAMES, type ReturnFile, type ReturnYear, type RowAt, type TableName,
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

/** A few codes, enough to tell one that is taken from one of another year and one of none. */
export const SOME_CODES: CodeSets = Object.fromEntries(Object.entries({
  LS: "C1 C2 E1 V2 V3 V4", PLACE: "A3 A4 A5 A6 U6 U4 P1 P2 T1 K2", PLACE_PROVIDER: "PR1", RNE: "S L P T B U", REC: "X1 E11 E12 E4A",
  REASON_PLACE_CHANGE: "CARPL", CIN: "N1 N2", REASON_PLACED_CEASED: "RD1 RD3", REVIEW_CODE: "PN0 PN1", PREV_PERM: "P1 Z1", MISSING: "M A",
  SW_REASON: "MANAGE", SEX: "M F", ETHNIC: "WBRI", FOSTER_CARE: "0 1", NB_ADOPTR: "1 2", SEX_ADOPTR: "MF", LS_ADOPTR: "L11",
}).map(([column, codes]) => [column, { ...Object.fromEntries(codes.split(" ").map((code) => [code, {}])), ...(column === "PLACE" ? { K3: { from: 2026 } } : {}) }]));

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

export const born = (dob: string, inYear = 2025): HeaderRow => ({ ...at("Header", inYear), dob: day(dob), sex: "F", ethnic: "WBRI" });

export const adoptedRow = (row: Partial<AdoptedRow> = {}): AdoptedRow => ({
  ...at("AD1", 2025), dob: null, decidedOn: day("2024-06-01"), matchedOn: day("2024-08-01"), fosterCare: "0", adopters: "2", adoptersSex: "MF",
  adoptersStatus: "L11", ...row,
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
