import type { SEXES } from "../../chronology/codes.ts";
import { type Drafting, draft } from "./drafting.ts";
import type { BornRow, ChildRows, HeaderRow } from "./tables.ts";

/** Up to 2023/24 the return wrote 1 and 2. */
const SEX_OF: Readonly<Record<string, keyof typeof SEXES>> = { 1: "M", 2: "F", M: "M", F: "F", U: "U" };

/** Rows that give a date of birth, the Header’s first. */
export const bornRows = (rows: ChildRows): readonly BornRow[] => [
  ...rows.header, ...rows.reviews, ...rows.adopted, ...rows.decisions, ...rows.previousPermanence, ...rows.missing,
  ...rows.workers, ...rows.liberty, ...rows.notUsed,
];

/** Birth and particulars, as the latest file has them. */
export function draftChild(rows: ChildRows, drafting: Drafting): void {
  const birth = rows.header.findLast((r) => r.dob !== null) ?? bornRows(rows).find((r) => r.dob !== null);
  if (birth?.dob !== undefined && birth.dob !== null) draft(drafting, birth, { kind: "birth", on: birth.dob });
  const header: HeaderRow | undefined = rows.header.at(-1);
  const on = birth?.dob ?? rows.episodes[0]?.decom;
  if (header === undefined || on === undefined) return;
  draft(drafting, header, {
    kind: "particulars", on, detail: { sex: header.sex === null ? null : SEX_OF[header.sex], ethnicity: header.ethnic },
  });
}
