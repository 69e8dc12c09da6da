import type { Organisation, Person } from "../../domain/access/viewer.ts";
import { readReturn, type GivenFile } from "../../intake/ssda903/read-return.ts";
import type { ImportRunRow, ImportRuns } from "../../store/import-runs.ts";
import type { App } from "../app.ts";
import { childrenClosedTo, type ClosedChildren } from "../import-runs/closed.ts";
import { type Begun, frameOf, guarded, mayImport, NOT_WAITING, RECORD_CHANGED, runOf } from "../import-runs/runs.ts";
import type { ImportPreview, ImportRun } from "../views.ts";
import { fingerprint, landReturn, planReturn } from "./land.ts";
import { previewOf, withoutClosed } from "./preview.ts";

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
  return run === undefined ? undefined : viewOf(run, person.organisation, app.clock.now(), await childrenClosedTo(app, person, run.authority));
}

async function read(app: App, person: Person, runs: ImportRuns, id: string, files: readonly GivenFile[]): Promise<void> {
  const given = readReturn(files, { today: app.clock.today() });
  const closed = await childrenClosedTo(app, person, person.organisation.code);
  const plan = await planReturn(app, person, person.organisation.code, given, { closed, progress: (progress) => runs.change(id, { progress }) });
  await runs.change(id, { state: "ready", progress: 1, preview: json(previewOf(given, plan, closed)) });
}

async function land(app: App, person: Person, runs: ImportRuns, run: ImportRunRow, withdrawVanished: boolean): Promise<void> {
  const files = await runs.filesOf(run.id);
  const given = readReturn(files, { today: app.clock.today() });
  const agreed = fingerprint(run.preview as unknown as ImportPreview);
  const closed = await childrenClosedTo(app, person, run.authority);
  const result = await landReturn(app, person, run.authority, given, run.files.map((f) => f.sha256), {
    closed, withdrawVanished, progress: (progress) => runs.change(run.id, { progress }),
  }, agreed);
  const preview = json(previewOf(given, result.plan, closed));
  if (result.landed) {
    await runs.change(run.id, { state: "done", progress: 1, preview });
    await runs.forgetFiles(run.id);
  } else {
    await runs.change(run.id, { state: "ready", preview, failure: RECORD_CHANGED });
  }
}

const json = (preview: ImportPreview): never => JSON.parse(JSON.stringify(preview)) as never;

/** Another than who began it looks, or a wall has risen since. */
function viewOf(run: ImportRunRow, authority: Organisation, now: string, closed: ClosedChildren): ImportRun {
  const preview = run.preview as unknown as ImportPreview | null;
  return { ...frameOf(run, authority, now), preview: preview === null ? null : withoutClosed(preview, closed) };
}
