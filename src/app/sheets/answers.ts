import { KINDS } from "../../domain/chronology/kinds.ts";
import { type FixedTarget, type Target, TARGETS } from "../../domain/sheets/facts.ts";
import { columnName, listed } from "../../domain/sheets/wording.ts";
import { type Column, kindOf } from "../../domain/tracker/columns.ts";
import type { AnswerError, FoundSheet, SheetAnswers, SheetPreview, SheetStep } from "./views.ts";

/** Whether a text names something a column can be of. */
export const isTarget = (text: string): text is Target => Object.hasOwn(TARGETS, text) || kindOf(text as Column) !== undefined;

export const targetLabel = (target: Target): string => TARGETS[target as FixedTarget] ?? KINDS[target.slice(3) as keyof typeof KINDS]?.label ?? target;

/** Several columns may be of these: a cell each of several barriers, or dates of things that happen again. */
const mayRepeat = (target: Target): boolean => target === "not-used" || target === "barrier" || target === "birth" || kindOf(target as Column) !== undefined;

const NAMING: readonly Target[] = ["local-id", "name", "given-name", "family-name"];

/** What is wrong with how the columns of a sheet were matched; by column, as a form names its fields. */
export function matchErrors({ matches }: FoundSheet, columns: Readonly<Record<string, Target>>): AnswerError[] {
  const errors: AnswerError[] = [];
  const used = Map.groupBy(matches.filter((m) => columns[m.column] !== undefined), (m) => columns[m.column]!);
  for (const [target, list] of used) {
    if (list.length < 2 || mayRepeat(target)) continue;
    const names = listed(list.map((m) => columnName(m.column, m.heading)));
    errors.push({ field: `column-${list[1]!.column}`, message: `${names} are ${list.length === 2 ? "both" : "all"} “${targetLabel(target)}”. Choose the one that is, and “Not used” or another for the rest` });
  }
  if (used.has("name") && (used.has("given-name") || used.has("family-name"))) {
    errors.push({ field: `column-${used.get("name")![0]!.column}`, message: "One column is the whole name and another a part of it. Choose the whole name, or the two parts" });
  }
  if (!NAMING.some((target) => used.has(target))) {
    errors.push({ field: `column-${matches[0]?.column ?? 0}`, message: "No column says which child a row is about. Choose the column of local ids, or of names" });
  }
  return errors;
}

/** The question that comes next. */
export function stepOf({ sheet, columns }: SheetAnswers, preview: SheetPreview | null): SheetStep {
  if (preview?.stopped === true && columns === undefined) return "preview";
  if (sheet === undefined) return "sheet";
  if (columns === undefined || preview === null) return "columns";
  return !preview.stopped && preview.asked.length > 0 ? "children" : "preview";
}
