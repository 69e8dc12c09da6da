import type { Day } from "../../domain/dates/day.ts";
import { sheetsLikeTrackers } from "../../domain/sheets/choose-sheet.ts";
import type { SheetProblem, Target } from "../../domain/sheets/facts.ts";
import { findHeadings } from "../../domain/sheets/headings.ts";
import type { GivenSheet } from "../../domain/sheets/plan.ts";
import { proposeMatches } from "../../domain/sheets/propose-matches.ts";
import { readSheet } from "../../domain/sheets/read-sheet.ts";
import { readWorkbook } from "../../intake/sheets/read-workbook.ts";
import type { ImportFile } from "../../store/import-runs.ts";
import type { FoundSheet, SheetAnswers } from "./views.ts";

/** The sheets of a file with what their columns seem to be, the one most like a tracker first; or why nothing of it can be used. */
export async function findSheets(file: ImportFile, remembered: ReadonlyMap<string, Target>): Promise<{ readonly found: readonly FoundSheet[] } | { readonly refused: readonly SheetProblem[] }> {
  const read = await readWorkbook(file);
  if ("refused" in read) return read;
  const found = sheetsLikeTrackers(read.workbook).map(({ grid }): FoundSheet => {
    const headings = findHeadings(grid);
    return headings === undefined
      ? { name: grid.name, hidden: grid.hidden, rows: grid.rows.length, matches: [] }
      : { name: grid.name, hidden: grid.hidden, rows: grid.rows.filter((row) => row.number > (headings.rows.at(-1) ?? 0)).length, matches: proposeMatches(grid, headings, remembered) };
  });
  if (found.some((sheet) => sheet.matches.length > 0)) return { found };
  const message = found.length === 0 ? "There is nothing in this file. Choose the file your tracker is in." : "No sheet of this file has a row of headings, such as “Name” and “DOB” over the columns. Put a row of headings over the children and save it, or choose another file.";
  return { refused: [{ severity: "error", file: file.name, sheet: null, row: null, column: null, message }] };
}

/** The chosen sheet read by what was answered of its columns; nothing where the file is not the one that was answered about. */
export async function readChosen(file: ImportFile, { asOn, sheet, found, columns = {}, rows = {} }: SheetAnswers, today: Day): Promise<GivenSheet | undefined> {
  const read = await readWorkbook(file);
  if ("refused" in read) return undefined;
  const grid = read.workbook.sheets.find((s) => s.name === sheet);
  const headings = grid === undefined ? undefined : findHeadings(grid);
  if (grid === undefined || headings === undefined) return undefined;
  const matches = (found.find((s) => s.name === sheet)?.matches ?? []).map((m) => ({ ...m, target: columns[m.column] ?? "not-used" }));
  const of = readSheet(grid, matches, { file: file.name, asOn, today, headings });
  const problems = [...read.problems.filter((p) => p.sheet === null || p.sheet === sheet), ...of.problems];
  return { read: { ...of, problems }, matches, answers: new Map(Object.entries(rows).map(([row, answer]) => [Number(row), answer])) };
}
