import type { Severity } from "../problem.ts";
import type { CodeSets } from "../code-sets.ts";
import type { ChildRows, ReturnYear, RowAt, TableName } from "../tables.ts";
import { hasTable } from "../years.ts";

export interface CheckContext {
  readonly years: readonly ReturnYear[];
  readonly codes: CodeSets;
}

/** Notes a problem with a row. */
export type Note = (severity: Severity, at: RowAt, column: string | null, message: string) => void;

/** A check of one child’s rows. The numbers beside checks are those of the return’s own validation rules. */
export type Check = (rows: ChildRows, note: Note, context: CheckContext) => void;

/** Whether every year that was given has the table: only then does a missing row mean anything. */
export const allHave = ({ years }: CheckContext, table: TableName): boolean => years.every((y) => hasTable(y, table));

/** “row 12”, or “row 12 of 2024/episodes.csv” where it stands in another file. */
export const rowWords = (at: RowAt, from: RowAt): string => (at.file.name === from.file.name ? `row ${at.row}` : `row ${at.row} of ${at.file.name}`);
