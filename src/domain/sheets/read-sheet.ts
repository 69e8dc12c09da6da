import type { Kind } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import { contentOf } from "./column-content.ts";
import { dateOrder } from "./date-order.ts";
import type { ColumnMatch, ReadSheet, RowChild, SheetRow } from "./facts.ts";
import type { GridRow, SheetGrid } from "./grid.ts";
import type { Headings } from "./headings.ts";
import { collectProblems, type Problems } from "./problems.ts";
import { isDated } from "./propose-by-words.ts";
import { kindOfTarget, rowReader } from "./row-reader.ts";
import { isNoChild, rowsBeneath } from "./rows-beneath.ts";
import { sameIds } from "./same-id.ts";
import { columnLetters, listed, quoted, rowsInWords } from "./wording.ts";

export interface SheetOptions {
  readonly file: string;
  /** The day the sheet speaks of; a day after `today` is taken as today. */
  readonly asOn: Day;
  readonly today: Day;
  readonly headings: Headings;
}

/**
 * Reads the rows beneath the headings, by what each column was matched to. An error (no column
 * says whose row it is; two rows with one id that contradict each other) stops the import; what
 * could not be understood, or was taken as a person would take it, is a warning with its row and
 * column. Never throws on what is in the cells.
 */
export function readSheet(grid: SheetGrid, matches: readonly ColumnMatch[], { file, asOn: given, today, headings }: SheetOptions): ReadSheet {
  const asOn = given > today ? today : given;
  const problems = collectProblems(file, grid.name, new Map(matches.map((m) => [m.column, m.heading])));
  const beneath = rowsBeneath(grid, headings);
  const done = (rows: readonly SheetRow[]): ReadSheet => ({ file, sheet: grid.name, asOn, kinds: kindsOf(beneath, matches), rows, problems: problems.all() });

  const used = new Set(matches.map((m) => m.target));
  if (!["local-id", "name", "given-name", "family-name"].some((target) => used.has(target as ColumnMatch["target"]))) {
    problems.note("error", headings.rows[0] ?? null, null, "No column says whose row it is. Match one to the local id, or to the name.");
    return done([]);
  }
  noteHidden(grid, beneath, matches, problems);
  const rows = readRows(beneath, matches, asOn, headings, problems);
  return done(settleSameIds(rows, problems));
}

/** What the columns can carry. One that mostly says yes or no carries no dates, so its silence says nothing. */
function kindsOf(beneath: readonly GridRow[], matches: readonly ColumnMatch[]): readonly Kind[] {
  const carries = matches.filter(({ target, column }) => {
    if (!target.startsWith("on:")) return true;
    const { yesNo, dates } = contentOf(beneath.flatMap((row) => row.cells[column] ?? []));
    return yesNo <= dates;
  });
  return [...new Set(carries.flatMap((m) => kindOfTarget(m.target) ?? []))];
}

function readRows(beneath: readonly GridRow[], matches: readonly ColumnMatch[], asOn: Day, headings: Headings, problems: Problems): readonly SheetRow[] {
  const monthFirst = new Map<number, string>();
  for (const { column, target } of matches) {
    if (!isDated(target)) continue;
    const order = dateOrder(beneath, column, asOn);
    if (order.monthFirst !== undefined) monthFirst.set(column, order.monthFirst);
    if (order.odd !== undefined) problems.note("warning", null, column, order.odd);
    if (order.doubt !== undefined) problems.note("warning", null, column, order.doubt);
  }
  const reader = rowReader(matches, asOn, monthFirst);
  const idColumn = matches.find((m) => m.target === "local-id")?.column;
  const rows: SheetRow[] = [];
  const passedOver: number[] = [];
  const familyUnsaid: number[] = [];
  for (const row of beneath) {
    if (isNoChild(row, headings, idColumn)) {
      if (row.cells.some((cell) => cell.type !== "empty")) passedOver.push(row.number);
      continue;
    }
    const note = (column: number, message: string): void => problems.note("warning", row.number, column, message);
    const { several, ...child } = reader.child(row, note);
    if (several === true) continue;
    if (!isSomebody(child)) {
      problems.note("warning", row.number, null, "This row has no id and no name, so whose it is cannot be known. It was not used.");
      continue;
    }
    const read = reader.facts(row, note);
    if (read.familyUnsaid) familyUnsaid.push(row.number);
    rows.push({ row: row.number, child, facts: read.facts });
  }
  if (passedOver.length > 0) {
    problems.note("warning", null, null, `${rowsInWords(passedOver)} ${passedOver.length === 1 ? "is no child’s: it was passed over as a heading, a total or a line between sections." : "are no child’s: they were passed over as headings, totals or lines between sections. Rows under them were read like the rest."}`);
  }
  if (familyUnsaid.length > 0) {
    const column = matches.find((m) => m.target === "family")?.column ?? null;
    problems.note("warning", null, column, `${rowsInWords(familyUnsaid)} ${familyUnsaid.length === 1 ? "names" : "name"} an adoptive family with no date of a link, a match or a move. The name was not used.`);
  }
  return rows;
}

const isSomebody = (child: RowChild): boolean => (child.localId ?? child.givenName ?? child.familyName) !== undefined;

function noteHidden(grid: SheetGrid, rows: readonly GridRow[], matches: readonly ColumnMatch[], problems: Problems): void {
  if (grid.hidden) problems.note("warning", null, null, `The sheet ${quoted(grid.name)} is hidden in the workbook. It was read all the same.`);
  const hidden = rows.filter((row) => row.hidden && row.cells.some((cell) => cell.type !== "empty")).map((row) => row.number);
  if (hidden.length > 0) problems.note("warning", null, null, `${rowsInWords(hidden)} ${hidden.length === 1 ? "is" : "are"} hidden in the sheet, and ${hidden.length === 1 ? "was" : "were"} read like the rest.`);
  const columns = matches.filter((m) => m.target !== "not-used" && grid.hiddenColumns?.includes(m.column) === true).map((m) => columnLetters(m.column));
  if (columns.length > 0) problems.note("warning", null, null, `${columns.length === 1 ? "Column" : "Columns"} ${listed(columns)} ${columns.length === 1 ? "is" : "are"} hidden in the sheet, and ${columns.length === 1 ? "was" : "were"} read like the rest.`);
}

function settleSameIds(rows: readonly SheetRow[], problems: Problems): readonly SheetRow[] {
  const gone = new Set<number>();
  const instead = new Map<number, SheetRow>();
  for (const { localId, rows: same, together } of sameIds(rows)) {
    const [first = 0] = same;
    const named = `Rows ${listed(same)} all have the local id ${quoted(localId)}`.replace(same.length === 2 ? " all have" : "", same.length === 2 ? " both have" : "");
    if (together === undefined) problems.note("error", first, null, `${named} and do not agree. Correct the id of one, or leave one row.`);
    else problems.note("warning", first, null, `${named} and agree: they were read as one.`);
    if (together !== undefined) instead.set(first, together);
    for (const row of same) if (row !== first) gone.add(row);
  }
  return rows.filter((r) => !gone.has(r.row)).map((r) => instead.get(r.row) ?? r);
}
