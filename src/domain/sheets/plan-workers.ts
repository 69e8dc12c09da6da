import type { Kind } from "../chronology/kinds.ts";
import { openOf } from "../permanence/moments.ts";
import type { Case } from "../chronology/fold.ts";
import type { SheetRow } from "./facts.ts";
import { workerOf } from "./plan-understood.ts";
import type { SheetContext, WorkerKept, Working } from "./reconcile-working.ts";
import { listed } from "./wording.ts";

/** Something to check about the workers of a sheet: the first row it is said of, where it is of rows. */
export interface WorkerRemark {
  readonly row: number | null;
  readonly column: number;
  readonly message: string;
}

const WORKER_KINDS = { "allocated-worker": "social worker", "family-finder": "family finder" } as const satisfies Partial<Record<Kind, string>>;
type WorkerKind = keyof typeof WORKER_KINDS;

const MOST_NAMED = 12;
const TO_DO = "To bring the change, write the worker’s full name or code in the sheet, or change it on the tracker.";

/** Gathers, over all rows, who changes worker, and the names that are nobody’s here. */
export function workersMet() {
  const strangers = new Map<string, { readonly column: number; readonly rows: number[]; readonly several: boolean }>();
  const kept = new Map<string, { readonly row: number; readonly one: WorkerKept; readonly children: string[] }>();
  const changed = new Map<WorkerKind, { readonly column: number; readonly children: string[] }>();
  const addStranger = (row: SheetRow, w: Working, context: SheetContext): void => {
    for (const fact of row.facts) {
      const worker = workerOf(fact);
      const meant = worker === undefined ? undefined : context.worker(worker.said, worker.role);
      if (meant === undefined || meant.how === "known" || meant.how === "likely") continue;
      // What was not written, because the record says it already, needs no remark.
      if (!w.drafts.some((d) => d.kind === fact.kind && d.detail["worker"] === meant.value && d.until === undefined)) continue;
      const had = strangers.get(meant.value);
      if (had === undefined) strangers.set(meant.value, { column: fact.column, rows: [row.row], several: meant.how === "several" });
      else had.rows.push(row.row);
    }
  };
  return {
    add(row: SheetRow, localId: string, before: Case, w: Working, context: SheetContext): void {
      addStranger(row, w, context);
      for (const one of w.workersKept) {
        const key = `${one.kind}\n${one.said}\n${one.recordSays}`;
        const had = kept.get(key);
        if (had === undefined) kept.set(key, { row: row.row, one, children: [localId] });
        else had.children.push(localId);
      }
      for (const kind of Object.keys(WORKER_KINDS) as WorkerKind[]) {
        if (openOf(before, kind) === undefined || !w.drafts.some((d) => d.kind === kind && d.until === undefined)) continue;
        const column = row.facts.find((fact) => fact.kind === kind)?.column ?? 0;
        const had = changed.get(kind);
        if (had === undefined) changed.set(kind, { column, children: [localId] });
        else had.children.push(localId);
      }
    },
    /** Who moves, which is to be checked before all else. */
    changes: (): WorkerRemark[] => [...changed].map(([kind, { column, children }]) => ({
      row: null, column,
      message: `${children.length === 1 ? `1 child changes ${WORKER_KINDS[kind]}` : `${children.length} children change ${WORKER_KINDS[kind]}`}: ${named(children)}. Who may open their records changes with it: check each in the list of changes below before you import.`,
    })),
    strangers: (): WorkerRemark[] => [
      ...[...kept.values()].map(({ row, one, children }) => ({
        row, column: one.column,
        message: `${unknown(one.said, one.several)}, so ${named(children)} ${children.length === 1 ? "keeps" : "keep"} the ${WORKER_KINDS[one.kind as WorkerKind]} of the record (${one.recordSays}). ${TO_DO}`,
      })),
      ...[...strangers].map(([said, { column, rows, several }]) => ({
        row: rows[0] ?? null, column, message: `${unknown(said, several)}${rows.length === 1 ? "" : `, who is in ${rows.length} rows`}. The name was kept as it is written.`,
      })),
    ],
  };
}

const unknown = (said: string, several: boolean): string => (several ? `Several people here are called “${said}”` : `Nobody here is known as “${said}”`);
const named = (children: readonly string[]): string =>
  children.length <= MOST_NAMED ? listed(children) : listed([...children.slice(0, MOST_NAMED - 1), `${children.length - MOST_NAMED + 1} more`]);
