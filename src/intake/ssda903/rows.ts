import type { ChildRows, ReturnFile, RowAt, TableName } from "../../domain/returns/ssda903/tables.ts";
import type { Cells } from "./cells.ts";

/** What the tables’ rows become, by the list of a child’s rows they go into. */
export type RowLists = Omit<ChildRows, "child">;
export type RowOf<L extends keyof RowLists> = RowLists[L][number];

interface Build<L extends keyof RowLists> {
  readonly list: L;
  /** Null where the row lacks what makes it mean anything. */
  readonly row: (cells: Cells, at: RowAt) => RowOf<L> | null;
}

const BIRTH = { anyYear: true } as const;
const born = (cells: Cells) => cells.day("DOB", BIRTH);
const where = (at: RowAt): { child: string; file: ReturnFile; row: number } => ({ child: at.child, file: at.file, row: at.row });
const build = <L extends keyof RowLists>(list: L, row: Build<L>["row"]): Build<L> => ({ list, row });

const notUsed = build("notUsed", (cells, at) => ({ ...where(at), dob: born(cells) }));

/** How each table’s row is read. Postcodes, MOTHER, MC_DOB and UPN are never taken up. */
export const BUILDS = {
  Header: build("header", (cells, at) => ({
    ...where(at), dob: born(cells), sex: cells.code("SEX"), ethnic: cells.code("ETHNIC"),
  })),
  Episodes: build("episodes", (cells, at) => {
    const decom = cells.neededDay("DECOM");
    const dec = cells.day("DEC");
    if (decom === null) return null;
    return {
      ...where(at), decom, dec,
      rne: cells.code("RNE"), ls: cells.code("LS"), cin: cells.code("CIN"), place: cells.code("PLACE"),
      provider: cells.code("PLACE_PROVIDER"), rec: cells.code("REC"),
      reasonForChange: cells.code("REASON_PLACE_CHANGE"), urn: cells.text("URN"),
    };
  }),
  Reviews: build("reviews", (cells, at) => {
    const on = cells.neededDay("REVIEW");
    return on === null ? null : { ...where(at), dob: born(cells), on, code: cells.code("REVIEW_CODE") };
  }),
  AD1: build("adopted", (cells, at) => ({
    ...where(at), dob: born(cells), decidedOn: cells.day("DATE_INT"), matchedOn: cells.day("DATE_MATCH"),
    fosterCare: cells.code("FOSTER_CARE"), adopters: cells.code("NB_ADOPTR"),
    adoptersSex: cells.code("SEX_ADOPTR"), adoptersStatus: cells.code("LS_ADOPTR"),
  })),
  PlacedAdoption: build("decisions", (cells, at) => ({
    ...where(at), dob: born(cells), decidedOn: cells.day("DATE_PLACED"), ceasedOn: cells.day("DATE_PLACED_CEASED"),
    reason: cells.code("REASON_PLACED_CEASED"),
  })),
  PrevPerm: build("previousPermanence", (cells, at) => ({
    ...where(at), dob: born(cells), type: cells.code("PREV_PERM"), authority: cells.text("LA_PERM"), date: cells.text("DATE_PERM"),
  })),
  UASC: notUsed,
  OC2: notUsed,
  OC3: notUsed,
  Missing: build("missing", (cells, at) => {
    const from = cells.neededDay("MIS_START");
    const until = cells.day("MIS_END");
    return from === null ? null : { ...where(at), dob: born(cells), type: cells.code("MISSING"), from, until };
  }),
  SWEpisodes: build("workers", (cells, at) => {
    const from = cells.neededDay("SW_DECOM");
    const until = cells.day("SW_DEC");
    if (from === null) return null;
    return { ...where(at), dob: born(cells), worker: cells.text("SW_ID"), from, until, reason: cells.code("SW_REASON") };
  }),
  DoLo: build("liberty", (cells, at) => {
    const from = cells.neededDay("DOLO_START");
    const until = cells.day("DOLO_END", { future: true, anyYear: true });
    return from === null ? null : { ...where(at), dob: born(cells), from, until };
  }),
} as const satisfies { readonly [T in TableName]: Build<keyof RowLists> };
