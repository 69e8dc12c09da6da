import { type Draft, type Entry, isWithdrawal, type Source } from "../chronology/entry.ts";
import { type Case, fold } from "../chronology/fold.ts";
import type { Day } from "../dates/day.ts";
import { openOf } from "../permanence/moments.ts";
import type { ColumnMatch, Fact, FixedTarget, ReadSheet, SheetProblem, SheetRow } from "./facts.ts";
import { knownChildOf } from "./plan-known.ts";
import { type KnownGroup, planSiblings, type SiblingPlan, type SiblingRow } from "./plan-siblings.ts";
import { understanding, type UnderstoodCell } from "./plan-understood.ts";
import { workersMet } from "./plan-workers.ts";
import { type Recognised, type RecogniseRow, type RowAnswer, idKey, recogniser, sharedIds } from "./recognise.ts";
import { looseKey } from "./recognise-ids.ts";
import { type KnownWorker, workerNamer, workerRecogniser } from "./recognise-workers.ts";
import { reconcileRow } from "./reconcile.ts";
import type { SheetConflict, SheetContext, Working } from "./reconcile-working.ts";
import { columnName, rowsInWords } from "./wording.ts";

/** What the record holds before a sheet is landed on it. */
export interface KnownRecord {
  /** By local id. */
  readonly children: ReadonlyMap<string, { readonly recordId: string; readonly entries: readonly Entry[] }>;
  readonly groups: readonly KnownGroup[];
  readonly workers: readonly (KnownWorker & { readonly team: string | null })[];
  /** Local ids of children whose records whoever lands the sheet may not open: rows about them change nothing. */
  readonly closed?: ReadonlySet<string>;
}

/** A sheet as it was read, with what a person answered. */
export interface GivenSheet {
  readonly read: ReadSheet;
  readonly matches: readonly ColumnMatch[];
  /** By row. */
  readonly answers: ReadonlyMap<number, RowAnswer>;
}

export interface SheetChildPlan {
  readonly localId: string;
  readonly change: "new" | "changed" | "unchanged";
  readonly drafts: readonly Draft[];
  /** The entries that drafts supersede. */
  readonly replaced: readonly Entry[];
  readonly conflicts: readonly (SheetConflict & { readonly row: number })[];
}

/** A row about which a person must say whose it is. */
export interface AskedRow extends Extract<Recognised, { is: "asked" }> {
  readonly row: SheetRow;
}

/** What landing a sheet would do. Any error: nothing may be written, and there are no plans. */
export interface SheetPlan {
  readonly children: { readonly new: number; readonly changed: number; readonly unchanged: number; readonly leftOut: number };
  readonly entries: { readonly added: number; readonly superseded: number; readonly withdrawn: number };
  /** Errors first. */
  readonly problems: readonly SheetProblem[];
  readonly refused: boolean;
  /** Rows not answered yet: they are in no plan. */
  readonly asked: readonly AskedRow[];
  /** Rows that were asked about and have their answer. */
  readonly answered: readonly AskedRow[];
  readonly plans: readonly SheetChildPlan[];
  readonly siblings: readonly SiblingPlan[];
  readonly understood: readonly UnderstoodCell[];
}

interface Planned {
  readonly row: SheetRow;
  readonly localId: string;
  readonly isNew: boolean;
}

/** Plans a child at a time, so that progress can be shown; returns the whole plan. */
export function* planningSheet({ read, matches, answers }: GivenSheet, known: KnownRecord): Generator<{ readonly done: number; readonly of: number }, SheetPlan> {
  const cases = new Map([...known.children].map(([localId, { entries }]) => [localId, fold(entries)]));
  const columnOf = (target: FixedTarget): number | null => matches.find((m) => m.target === target)?.column ?? null;
  const at = (row: number | null, column: number | null, severity: SheetProblem["severity"], message: string): SheetProblem =>
    ({ severity, file: read.file, sheet: read.sheet, row, column: column === null ? null : columnName(column, matches.find((m) => m.column === column)?.heading ?? ""), message });

  const problems: SheetProblem[] = [...read.problems];
  const everybody = [...cases].map(([localId, c]) => knownChildOf(localId, c));
  const who = recognised(read.rows, answers, recogniser(everybody, answers), answers.size === 0 ? undefined : recogniser(everybody, new Map()));
  for (const { row } of who.nobody) problems.push(at(row, null, "warning", "Nothing in this row says which child it is about, so it was left out."));
  const closed = new Set([...(known.closed ?? [])].map(idKey));
  const isClosed = ({ localId, isNew }: Planned): boolean => isNew && closed.has(idKey(localId));
  for (const { row, localId } of who.planned.filter(isClosed)) {
    who.leftOut++;
    problems.push(at(row.row, columnOf("local-id"), "warning", `You may not open the record of ${localId}, so nothing in this row was recorded.`));
  }
  const { first, more, errors } = together(who.planned.filter((p) => !isClosed(p)));
  for (const { rows, localId } of errors) problems.push(at(rows.at(-1) ?? null, columnOf("local-id"), "error", `${rowsInWords(rows)} are both ${localId}, and their names or dates of birth differ. Give each child an id of its own.`));
  const nothing = { asked: who.asked, answered: who.answered, plans: [], siblings: [], understood: [], entries: { added: 0, superseded: 0, withdrawn: 0 } };
  if (problems.some((p) => p.severity === "error")) {
    return { ...nothing, children: { new: 0, changed: 0, unchanged: 0, leftOut: who.leftOut }, problems: errorsFirst(problems), refused: true };
  }
  for (const { localId, rows } of more) problems.push(at(rows[1] ?? null, null, "warning", `${rowsInWords(rows)} are about the same child, ${localId}. Where they say different things of one column, the first row counts.`));

  const context = contextOf(read.asOn, known, cases);
  const cells = understanding();
  const workers = workersMet();
  const children = { new: 0, changed: 0, unchanged: 0, leftOut: who.leftOut };
  const entries = { added: 0, superseded: 0, withdrawn: 0 };
  const plans: SheetChildPlan[] = [];
  for (const [done, { row, localId, isNew }] of first.entries()) {
    const source: Source = { type: "sheet", file: read.file, sheet: read.sheet, row: row.row, kinds: read.kinds.join(" "), upTo: read.asOn };
    const before = cases.get(localId) ?? NOBODY;
    const w = reconcileRow(before, row, source, context, columnOf);
    for (const remark of w.remarks) problems.push(at(row.row, remark.column, "warning", remark.message));
    cells.add(row, w, context);
    workers.add(row, localId, before, w, context);
    if (isNew && w.drafts.length === 0) {
      children.leftOut++;
      problems.push(at(row.row, null, "warning", `${localId} is not in the record, and the row says nothing of the child that can be recorded, so it was left out.`));
    } else {
      if (isNew && w.case.of("birth").length === 0) problems.push(at(row.row, columnOf("birth"), "warning", `${localId} comes into the record without a date of birth. Record it on the child’s page.`));
      plans.push(planOf(w, row, localId, isNew, known));
      const change = plans.at(-1)!.change;
      children[change]++;
      for (const d of w.drafts) entries[d.supersedes === undefined ? "added" : isWithdrawal(d.cause) ? "withdrawn" : "superseded"]++;
    }
    yield { done: done + 1, of: first.length };
  }
  for (const { row, column, message } of workers.strangers()) problems.push(at(row, column, "warning", message));
  problems.unshift(...workers.changes().map(({ row, column, message }) => at(row, column, "warning", message)));
  const landed = new Set(plans.map((p) => p.localId));
  const siblings = planSiblings(first.filter((p) => landed.has(p.localId)).flatMap((p) => siblingRow(p, known)), {
    asOn: read.asOn, groups: known.groups, children: new Map([...known.children].map(([localId, { recordId }]) => [localId, recordId])),
    source: { type: "sheet", file: read.file, sheet: read.sheet, row: first[0]?.row.row ?? 1, kinds: read.kinds.join(" "), upTo: read.asOn },
  });
  for (const { row, message } of siblings.problems) problems.push(at(row, columnOf("sibling-group"), "warning", message));
  for (const { drafts } of siblings.groups) entries.added += drafts.length;
  return { ...nothing, children, entries, problems: errorsFirst(problems), refused: false, plans: plans.filter(tells), siblings: siblings.groups, understood: cells.list() };
}

/** As `planningSheet`, all at once. */
export function planSheet(given: GivenSheet, known: KnownRecord): SheetPlan {
  const planning = planningSheet(given, known);
  for (;;) {
    const step = planning.next();
    if (step.done === true) return step.value;
  }
}

const NOBODY: Case = fold([]);
/** Whether there is anything to write or to say; of the others only the number is told. */
const tells = (p: SheetChildPlan): boolean => p.drafts.length > 0 || p.conflicts.length > 0;
const errorsFirst = (problems: readonly SheetProblem[]): SheetProblem[] => [...problems.filter((p) => p.severity === "error"), ...problems.filter((p) => p.severity !== "error")];

/** `unanswered` recognises as if nothing had been answered. */
function recognised(rows: readonly SheetRow[], answers: GivenSheet["answers"], recognise: RecogniseRow, unanswered: RecogniseRow | undefined) {
  const planned: Planned[] = [];
  const asked: AskedRow[] = [];
  const answered: AskedRow[] = [];
  const nobody: SheetRow[] = [];
  let leftOut = 0;
  const started = new Map<string, Planned>();
  for (const row of rows) {
    const found = oneWriting(recognise(row), row, answers.has(row.row), started);
    if (found.is === "asked") asked.push({ ...found, row });
    else if (found.is === "left-out") {
      leftOut++;
      if (found.why === "nobody") nobody.push(row);
    } else planned.push({ row, localId: found.localId, isNew: found.is === "new" });
    const question = found.is === "asked" || unanswered === undefined ? undefined : oneWriting(unanswered(row), row, false, started);
    if (question?.is === "asked") answered.push({ ...question, row });
  }
  return { planned, asked, answered, nobody, leftOut };
}

/** A new id that an earlier row writes otherwise is asked about, unless somebody has answered: it is hardly another child. */
function oneWriting(found: Recognised, row: SheetRow, isAnswered: boolean, started: Map<string, Planned>): Recognised {
  if (found.is !== "new") return found;
  const first = started.get(looseKey(found.localId));
  if (first === undefined) started.set(looseKey(found.localId), { row, localId: found.localId, isNew: true });
  if (first === undefined || idKey(first.localId) === idKey(found.localId) || isAnswered) return found;
  return { is: "asked", why: `${found.localId} is not in the record, and row ${first.row.row} of this sheet has ${first.localId}: the same id, it seems, written otherwise`, candidates: [], suggestedId: first.localId };
}

/** Each child once: what the first of several rows says, and of the others what no earlier one speaks of. */
function together(planned: readonly Planned[]) {
  const shared = sharedIds(planned.map((p) => [p.row, p.localId] as const));
  const rowsOf = new Map(shared.flatMap((s) => s.rows.map((row) => [row, s] as const)));
  const byRow = new Map(planned.map((p) => [p.row.row, p]));
  const first = planned.flatMap((p) => {
    const s = rowsOf.get(p.row.row);
    if (s === undefined) return [p];
    if (s.rows[0] !== p.row.row) return [];
    const rest = s.rows.slice(1).flatMap((row) => byRow.get(row)?.row ?? []);
    return [{ ...p, row: rest.reduce(merged, p.row) }];
  });
  return { first, more: shared.filter((s) => !s.differ), errors: shared.filter((s) => s.differ) };
}

const merged = (row: SheetRow, other: SheetRow): SheetRow => {
  const kinds = new Set(row.facts.map((f: Fact) => f.kind));
  return { row: row.row, child: { ...other.child, ...row.child }, facts: [...row.facts, ...other.facts.filter((f) => !kinds.has(f.kind))] };
};

function contextOf(asOn: Day, known: KnownRecord, cases: ReadonlyMap<string, Case>): SheetContext {
  const teams = new Map<string, string>();
  const add = (team: unknown): void => {
    if (typeof team === "string" && !teams.has(spelt(team))) teams.set(spelt(team), team);
  };
  for (const c of cases.values()) add(openOf(c, "responsible-team")?.detail["team"]);
  for (const { team } of known.workers) add(team);
  const team = (said: string): string => {
    const own = said.trim().replace(/\s+/g, " ");
    add(own);
    return teams.get(spelt(own)) ?? own;
  };
  return { asOn, team, worker: workerRecogniser(known.workers), workerName: workerNamer(known.workers) };
}

const spelt = (team: string): string => team.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

function planOf(w: Working, row: SheetRow, localId: string, isNew: boolean, known: KnownRecord): SheetChildPlan {
  const numbers = new Set(w.drafts.flatMap((d) => d.supersedes ?? []));
  const replaced = numbers.size === 0 ? [] : (known.children.get(localId)?.entries ?? []).filter((e) => numbers.has(e.number));
  const change = isNew ? "new" : w.drafts.length > 0 ? "changed" : "unchanged";
  return { localId, change, drafts: w.drafts, replaced, conflicts: w.conflicts.map((c) => ({ ...c, row: row.row })) };
}

function siblingRow({ row, localId }: Planned, known: KnownRecord): SiblingRow[] {
  const recordId = known.children.get(localId)?.recordId;
  return row.child.siblingGroup === undefined ? [] : [{ localId, word: row.child.siblingGroup, row: row.row, ...(recordId === undefined ? {} : { recordId }) }];
}
