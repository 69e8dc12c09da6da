import type { Person } from "../../domain/access/viewer.ts";
import { type Day, dayInWords } from "../../domain/dates/day.ts";
import type { SheetProblem, Target } from "../../domain/sheets/facts.ts";
import { headingKey } from "../../domain/sheets/propose-matches.ts";
import type { RowAnswer } from "../../domain/sheets/recognise.ts";
import type { ImportFile, ImportRunRow, ImportRuns } from "../../store/import-runs.ts";
import type { App } from "../app.ts";
import { frameOf, guarded, mayImport, NOT_WAITING, RECORD_CHANGED, runOf } from "../import-runs/runs.ts";
import { childrenClosedTo } from "../import-runs/closed.ts";
import { isTarget, matchErrors, stepOf } from "./answers.ts";
import { landSheet, previewSheet } from "./land.ts";
import { withoutClosed } from "./preview.ts";
import { findSheets, readChosen } from "./read-file.ts";
import type { Answered, FoundSheet, SheetAnswers, SheetPreview, SheetRun } from "./views.ts";

const GONE = "This import is no longer waiting for answers. Somebody may have confirmed or cancelled it since";
const refuse = (field: string, message: string): Answered => ({ refused: [{ field, message }] });

/** Keeps an uploaded sheet and begins to look at it. `asOn`: the day it speaks of. `finished` settles when there is a question to ask, or a failure to show. */
export async function beginSheet(app: App, person: Person, file: ImportFile | undefined, asOn: Day): Promise<Answered> {
  const reason = mayImport(person);
  if (reason !== undefined) return refuse("file", reason);
  const today = app.clock.today();
  const refused = [
    ...(file === undefined ? [{ field: "file", message: "Choose the file your tracker is in" }] : []),
    ...(asOn > today ? [{ field: "as-on", message: `${dayInWords(asOn)} is in the future. Enter the day on which the sheet was last kept up to date` }] : []),
    ...(asOn < "2000-01-01" ? [{ field: "as-on", message: `${dayInWords(asOn)} is too long ago. Check the year` }] : []),
  ];
  if (file === undefined || refused.length > 0) return { refused };
  const runs = app.store.importRuns(person);
  const answers: SheetAnswers = { asOn, found: [] };
  const id = await runs.begin(person.organisation.code, [file], "sheet", json(answers));
  return { begun: id, finished: guarded(runs, id, () => look(person, runs, id, file, answers)) };
}

export async function openSheet(app: App, person: Person, id: string): Promise<SheetRun | undefined> {
  const run = await runOf(app, person, id, "sheet");
  if (run === undefined) return undefined;
  const { answers, preview } = answersOf(run);
  // Another than who began it looks, or a wall has risen since.
  const shown = preview === null ? null : withoutClosed(preview, await childrenClosedTo(app, person, run.authority));
  return { ...frameOf(run, person.organisation, app.clock.now()), answers, preview: shown, step: stepOf(answers, preview) };
}

/** Says which sheet of the workbook is the tracker. What was answered of another one is let go. */
export async function chooseSheet(app: App, person: Person, id: string, sheet: string): Promise<Answered> {
  const run = await waiting(app, person, id);
  if (run === undefined) return refuse("sheet", GONE);
  const { answers: { asOn, found, ...before } } = run;
  if (!found.some((s) => s.name === sheet && s.matches.length > 0)) return refuse("sheet", "Choose the sheet that holds the children");
  if (before.sheet !== sheet) await run.runs.change(id, { answers: json({ asOn, found, sheet }), preview: null, failure: null });
  return { begun: id, finished: Promise.resolve() };
}

/** Says what each column is, remembers it for the next time, and begins to read the rows. */
export async function matchColumns(app: App, person: Person, id: string, columns: Readonly<Record<string, string>>): Promise<Answered> {
  const run = await waiting(app, person, id);
  if (run === undefined) return refuse("columns", GONE);
  const found = chosen(run.answers);
  if (found === undefined) return refuse("columns", GONE);
  const given = Object.fromEntries(found.matches.map(({ column }) => [column, targetOf(columns[column])]));
  const errors = matchErrors(found, given);
  // What was chosen stays chosen, right or wrong: nothing is to be done twice.
  const { rows, ...rest } = run.answers;
  const same = rows !== undefined && JSON.stringify(run.answers.columns) === JSON.stringify(given);
  const answers: SheetAnswers = { ...rest, columns: given, ...(rows !== undefined && (same || keepsWho(run.answers, given)) ? { rows } : {}) };
  if (errors.length > 0) {
    await run.runs.change(id, { answers: json(answers), preview: null });
    return { refused: errors };
  }
  await run.runs.rememberColumns(run.row.authority, new Map(found.matches.filter((m) => m.heading !== "").map((m) => [headingKey(m.heading), given[m.column] ?? "not-used"])));
  return readOn(app, person, run, answers);
}

/** Says who the rows are about that could not be told, and reads again. */
export async function answerRows(app: App, person: Person, id: string, rows: Readonly<Record<string, RowAnswer>>): Promise<Answered> {
  const run = await waiting(app, person, id);
  if (run === undefined) return refuse("children", GONE);
  return readOn(app, person, run, { ...run.answers, rows: { ...run.answers.rows, ...rows } });
}

/** Imports what a person has seen and agreed to. `finished` settles when it has landed or failed. */
export async function confirmSheet(app: App, person: Person, id: string): Promise<Answered> {
  const run = await waiting(app, person, id);
  if (run?.preview == null || run.preview.stopped || run.preview.asked.length > 0) return refuse("main-content", NOT_WAITING);
  const { preview, runs } = run;
  if (!(await runs.move(id, "ready", "writing"))) return refuse("main-content", NOT_WAITING);
  return { begun: id, finished: guarded(runs, id, () => land(app, person, run, preview)) };
}

/** Lets a waiting import go. False where it was not waiting. */
export async function cancelSheet(app: App, person: Person, id: string): Promise<boolean> {
  const run = await runOf(app, person, id, "sheet");
  const runs = app.store.importRuns(person);
  const moved = run !== undefined && (await runs.move(id, "ready", "cancelled"));
  if (moved) await letGo(runs, id, answersOf(run).answers);
  return moved;
}

interface Waiting {
  readonly runs: ImportRuns;
  readonly row: ImportRunRow;
  readonly answers: SheetAnswers;
  readonly preview: SheetPreview | null;
}

async function waiting(app: App, person: Person, id: string): Promise<Waiting | undefined> {
  const row = await runOf(app, person, id, "sheet");
  return row?.state === "ready" ? { runs: app.store.importRuns(person), row, ...answersOf(row) } : undefined;
}

const answersOf = (row: ImportRunRow): { readonly answers: SheetAnswers; readonly preview: SheetPreview | null } =>
  ({ answers: row.answers as unknown as SheetAnswers, preview: row.preview as unknown as SheetPreview | null });

const chosen = ({ found, sheet }: SheetAnswers): FoundSheet | undefined => found.find((s) => s.name === sheet);
const targetOf = (text: string | undefined): Target => (text !== undefined && isTarget(text) ? text : "not-used");

/** Whether the columns that say who a row is about are the same: then what was answered of the rows still holds. */
function keepsWho({ columns = {} }: SheetAnswers, given: Readonly<Record<string, Target>>): boolean {
  const who = new Set<string>(["local-id", "name", "given-name", "family-name", "birth"]);
  return Object.keys({ ...columns, ...given }).every((column) => columns[column] === given[column] || (!who.has(columns[column] ?? "") && !who.has(given[column] ?? "")));
}

async function look(person: Person, runs: ImportRuns, id: string, file: ImportFile, answers: SheetAnswers): Promise<void> {
  const remembered = new Map([...(await runs.columnMatches(person.organisation.code))].flatMap(([heading, target]) => (isTarget(target) ? [[heading, target] as const] : [])));
  const read = await alive(runs, id, () => findSheets(file, remembered));
  if ("refused" in read) return runs.change(id, { state: "ready", progress: 1, preview: json(stoppedBy(read.refused)) });
  const usable = read.found.filter((s) => s.matches.length > 0 && s.rows > 0);
  const [only] = usable;
  const whole: SheetAnswers = { ...answers, found: read.found, ...(usable.length === 1 && only !== undefined ? { sheet: only.name } : {}) };
  await runs.change(id, { state: "ready", progress: 1, answers: json(whole) });
}

async function readOn(app: App, person: Person, { runs, row }: Waiting, answers: SheetAnswers): Promise<Answered> {
  if (!(await runs.move(row.id, "ready", "reading"))) return refuse("main-content", GONE);
  await runs.change(row.id, { answers: json(answers), preview: null, failure: null, progress: 0 });
  return { begun: row.id, finished: guarded(runs, row.id, async () => {
    const given = await givenOf(app, runs, row.id, answers);
    const preview = await previewSheet(app, person, row.authority, given, (progress) => runs.change(row.id, { progress }));
    await runs.change(row.id, { state: "ready", progress: 1, preview: json(preview) });
  }) };
}

/** Says from time to time that the work goes on: one workbook is read after another, and a run long silent is taken for killed. */
async function alive<T>(runs: ImportRuns, id: string, work: () => Promise<T>): Promise<T> {
  const beat = setInterval(() => void runs.change(id, {}).catch(() => undefined), 15_000);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}

async function givenOf(app: App, runs: ImportRuns, id: string, answers: SheetAnswers) {
  const [file] = await runs.filesOf(id);
  const given = file === undefined ? undefined : await alive(runs, id, () => readChosen(file, answers, app.clock.today()));
  if (given === undefined) throw new Error("The file of a waiting sheet cannot be read again");
  return given;
}

async function land(app: App, person: Person, { runs, row, answers }: Waiting, agreed: SheetPreview): Promise<void> {
  const given = await givenOf(app, runs, row.id, answers);
  const { preview, landed } = await landSheet(app, person, row.authority, given, row.files[0]?.sha256 ?? "", agreed.fingerprint, (progress) => runs.change(row.id, { progress }));
  if (landed) {
    await runs.change(row.id, { state: "done", progress: 1, preview: json(preview) });
    await letGo(runs, row.id, answers);
  } else await runs.change(row.id, { state: "ready", progress: 1, preview: json(preview), failure: RECORD_CHANGED });
}

/** What is over needs the file no more, nor what was shown of it. */
async function letGo(runs: ImportRuns, id: string, answers: SheetAnswers): Promise<void> {
  await runs.forgetFiles(id);
  await runs.change(id, { answers: json({ ...answers, found: [] }) });
}

const stoppedBy = (problems: readonly SheetProblem[]): SheetPreview => ({
  sheet: "", children: { new: 0, changed: 0, unchanged: 0, leftOut: 0 }, entries: { added: 0, superseded: 0, withdrawn: 0 },
  problems, problemCount: problems.length, conflicts: [], conflictCount: 0, changes: [], siblings: [], understood: [], asked: [], answered: [],
  stopped: true, fingerprint: "",
});

const json = (value: SheetAnswers | SheetPreview): never => JSON.parse(JSON.stringify(value)) as never;
