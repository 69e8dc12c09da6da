import type { Organisation, Person } from "../../domain/access/viewer.ts";
import type { ImportRunRow, ImportRuns, ImportState } from "../../store/import-runs.ts";
import { type App, forbids } from "../app.ts";

/** What imports of both kinds have in common: who may, how they end, and how a run is told of. */

/** A run that says it is working and has been silent this long was killed: nothing of it landed. */
const SILENT_MS = 60_000;
const KILLED = "The import stopped before it was finished. Nothing was imported. Start again";
const BROKE = "Something went wrong while importing. Nothing was imported. Try again, and tell whoever runs this service if it happens twice";

export const NOT_WAITING = "This import is not waiting to be confirmed. Somebody may have confirmed or cancelled it since";
export const RECORD_CHANGED = "The record changed while you were looking. Nothing was imported yet: this is what would happen now";

export type Begun =
  | { readonly begun: string; readonly finished: Promise<void> }
  | { readonly refused: string };

export function mayImport(person: Person): string | undefined {
  if (person.organisation.type !== "local-authority") return "Only an authority imports its own return";
  return forbids(person, "import");
}

/** Does the work of a run. Whatever goes wrong is on the run’s page; it holds no child’s details, and the person is told what to do. */
export async function guarded(runs: ImportRuns, id: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(`import ${id} failed: ${error instanceof Error ? error.name : "unknown"}`);
    await runs.change(id, { state: "failed", failure: BROKE });
  }
}

/** A run without what is particular to its kind. */
export interface RunFrame {
  readonly id: string;
  readonly authority: Organisation;
  readonly state: ImportState;
  readonly startedAt: string;
  readonly startedBy: string;
  readonly files: readonly string[];
  /** 0 to 1 while reading or writing. */
  readonly progress: number;
  /** A sentence, where it failed. */
  readonly failure: string | null;
}

export function frameOf(run: ImportRunRow, authority: Organisation, now: string): RunFrame {
  const silent = Date.parse(now) - Date.parse(run.changedAt) > SILENT_MS;
  const killed = silent && (run.state === "reading" || run.state === "writing");
  return {
    id: run.id, authority,
    state: killed ? "failed" : run.state,
    startedAt: run.startedAt,
    startedBy: run.startedBy,
    files: run.files.map((f) => f.name),
    progress: run.progress,
    failure: killed ? KILLED : run.failure,
  };
}

/** Who started a run: by name, or by the account where there is no such account any more. */
export async function startersOf(app: App, person: Person): Promise<(account: string) => string> {
  const names = new Map((await app.store.reader(person).workers()).map(({ account, name }) => [account, name]));
  return (account) => names.get(account) ?? account;
}

/** A run of this kind, where the person may import and it is their authority’s; whoever started it is told by name. */
export async function runOf(app: App, person: Person, id: string, type: ImportRunRow["type"]): Promise<ImportRunRow | undefined> {
  if (mayImport(person) !== undefined) return undefined;
  const run = await app.store.importRuns(person).get(id);
  return run?.type === type ? { ...run, startedBy: (await startersOf(app, person))(run.startedBy) } : undefined;
}
