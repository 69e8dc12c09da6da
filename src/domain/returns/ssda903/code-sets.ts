/** The years, by the March they end in, in which the return takes a code. */
export interface CodeYears {
  readonly from?: number;
  readonly to?: number;
}

/** The code lists by column: reference data, `reference/ssda903/codes.json`. */
export type CodeSets = Readonly<Record<string, Readonly<Record<string, CodeYears>>>>;

/** Whether a column takes a code in a year, takes it in other years only, or never. Throws a RangeError for a column without a list. */
export function judgeCode(sets: CodeSets, column: string, code: string, yearEnding: number): "taken" | "other-year" | "unknown" {
  const set = sets[column];
  if (set === undefined) throw new RangeError(`There is no code list for ${column}`);
  const years = Object.hasOwn(set, code) ? set[code] : undefined;
  if (years === undefined) return "unknown";
  return (years.from ?? 0) <= yearEnding && yearEnding <= (years.to ?? Infinity) ? "taken" : "other-year";
}
