import type { Organisation, Person } from "../../domain/access/viewer.ts";
import { readReturn, type GivenFile } from "../../intake/ssda903/read-return.ts";
import type { ImportRunRow, ImportRuns } from "../../store/import-runs.ts";
import type { App } from "../app.ts";
import { type Begun, frameOf, guarded, mayImport, NOT_WAITING, RECORD_CHANGED, runOf } from "../import-runs/runs.ts";
import type { ImportPreview, ImportRun } from "../views.ts";
import { fingerprint, landReturn, planReturn } from "./land.ts";
import { previewOf } from "./preview.ts";

/** Keeps uploaded files and begins to read them; `finished` settles when there is a preview, or a failure to show. */
export async function beginImport(app: App, person: Person, files: readonly GivenFile[]): Promise<Begun> {
  const reason = mayImport(person);
  if (reason !== undefined) return { refused: reason };
  if (files.length === 0) return { refused: "Choose at least one file" };
  const runs = app.store.importRuns(person);
  const id = await runs.begin(person.organisation.code, files);
  return { begun: id, finished: guarded(runs, id, () => read(app, person, runs, id, files)) };
}

/** Imports what a person has seen and agreed to. `finished` settles when it has landed or failed. */
export async function confirmImport(app: App, person: Person, id: string, withdrawVanished: boolean): Promise<Begun> {
  const reason = mayImport(person);
  if (reason !== undefined) return { refused: reason };
  const runs = app.store.importRuns(person);
  const run = await runOf(app, person, id, "ssda903");
  if (run === undefined) return { refused: "There is no such import" };
  if ((run.preview as ImportPreview | null)?.stopped !== false || !(await runs.move(id, "ready", "writing"))) {
    return { refused: NOT_WAITING };
  }
  return { begun: id, finished: guarded(runs, id, () => land(app, person, runs, run, withdrawVanished)) };
}

/** Lets a waiting import go. False where it was not waiting. */
export async function cancelImport(app: App, person: Person, id: string): Promise<boolean> {
  const runs = app.store.importRuns(person);
  const moved = mayImport(person) === undefined && (await runs.move(id, "ready", "cancelled"));
  if (moved) await runs.forgetFiles(id);
  return moved;
}

export async function openImport(app: App, person: Person, id: string): Promise<ImportRun | undefined> {
  const run = await runOf(app, person, id, "ssda903");
  return run === undefined ? undefined : viewOf(run, person.organisation, app.clock.now());
}

async function read(app: App, person: Person, runs: ImportRuns, id: string, files: readonly GivenFile[]): Promise<void> {
  const given = readReturn(files, { today: app.clock.today() });
  const plan = await planReturn(app, person, person.organisation.code, given, { progress: (progress) => runs.change(id, { progress }) });
  await runs.change(id, { state: "ready", progress: 1, preview: json(previewOf(given, plan)) });
}

async function land(app: App, person: Person, runs: ImportRuns, run: ImportRunRow, withdrawVanished: boolean): Promise<void> {
  const files = await runs.filesOf(run.id);
  const given = readReturn(files, { today: app.clock.today() });
  const agreed = fingerprint(run.preview as unknown as ImportPreview);
  const result = await landReturn(app, person, run.authority, given, run.files.map((f) => f.sha256), {
    withdrawVanished, progress: (progress) => runs.change(run.id, { progress }),
  }, agreed);
  const preview = json(previewOf(given, result.plan));
  if (result.landed) {
    await runs.change(run.id, { state: "done", progress: 1, preview });
    await runs.forgetFiles(run.id);
  } else {
    await runs.change(run.id, { state: "ready", preview, failure: RECORD_CHANGED });
  }
}

const json = (preview: ImportPreview): never => JSON.parse(JSON.stringify(preview)) as never;

const viewOf = (run: ImportRunRow, authority: Organisation, now: string): ImportRun =>
  ({ ...frameOf(run, authority, now), preview: run.preview as unknown as ImportPreview | null });
