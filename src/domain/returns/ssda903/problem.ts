/** An error stops the whole import; a warning stops nothing. */
export type Severity = "error" | "warning";

/**
 * Something wrong in what was given, said so that a person can find and mend it. `row` is
 * the row as a spreadsheet shows it (the header is row 1). What does not apply is null.
 */
export interface Problem {
  readonly severity: Severity;
  readonly file: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly message: string;
}

export const isError = (p: Problem): boolean => p.severity === "error";

/** Errors first; otherwise in the order in which they were found. */
export const errorsFirst = (problems: readonly Problem[]): Problem[] => [...problems.filter(isError), ...problems.filter((p) => !isError(p))];
