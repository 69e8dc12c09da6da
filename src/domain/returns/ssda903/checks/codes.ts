import { judgeCode } from "../code-sets.ts";
import type { RowAt } from "../tables.ts";
import type { Check } from "./note.ts";

type Coded = readonly (readonly [column: string, code: string | null])[];

/** Columns that are not taken into the record: a code nobody knows in them loses nothing. */
const NOT_TAKEN = new Set(["NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"]);

/** Every code is one the return takes in that year. One of another year is odd; one of no year cannot be understood. */
export const checkCodes: Check = (rows, note, { codes }) => {
  const check = (at: RowAt, coded: Coded): void => {
    for (const [column, code] of coded) {
      if (code === null) continue;
      const verdict = judgeCode(codes, column, code, at.file.yearEnding);
      if (verdict === "other-year") note("warning", at, column, `${column} “${code}” is not a code of the year ending 31 March ${at.file.yearEnding}. It is read as in the years that have it.`);
      if (verdict === "unknown") note(NOT_TAKEN.has(column) ? "warning" : "error", at, column, `${column} “${code}” is not a code that the return takes.`);
    }
  };
  for (const r of rows.header) check(r, [["SEX", r.sex], ["ETHNIC", r.ethnic]]);
  for (const r of rows.episodes) {
    check(r, [
      ["RNE", r.rne], ["LS", r.ls], ["CIN", r.cin], ["PLACE", r.place], ["PLACE_PROVIDER", r.provider], ["REC", r.rec],
      ["REASON_PLACE_CHANGE", r.reasonForChange],
    ]);
  }
  for (const r of rows.reviews) check(r, [["REVIEW_CODE", r.code]]);
  for (const r of rows.adopted) {
    check(r, [["FOSTER_CARE", r.fosterCare], ["NB_ADOPTR", r.adopters], ["SEX_ADOPTR", r.adoptersSex], ["LS_ADOPTR", r.adoptersStatus]]);
  }
  for (const r of rows.decisions) check(r, [["REASON_PLACED_CEASED", r.reason]]);
  for (const r of rows.previousPermanence) check(r, [["PREV_PERM", r.type]]);
  for (const r of rows.missing) check(r, [["MISSING", r.type]]);
  for (const r of rows.workers) check(r, [["SW_REASON", r.reason]]);
};
