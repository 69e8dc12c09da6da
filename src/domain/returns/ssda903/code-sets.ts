/** A code and the years, by the March they end in, in which the return takes it. */
export interface CodeYears {
  readonly from?: number;
  readonly to?: number;
}

/** The code lists by column: reference data, `reference/ssda903/codes.json`. */
export type CodeSets = Readonly<Record<string, Readonly<Record<string, CodeYears>>>>;
