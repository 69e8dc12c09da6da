import type { Person } from "../../domain/access/viewer.ts";
import type { ImportRunRow } from "../../store/import-runs.ts";
import type { App } from "../app.ts";
import type { ListedImport } from "../views.ts";
import { frameOf, mayImport, startersOf } from "./runs.ts";

/** What both kinds of preview say of themselves. */
interface Counted {
  readonly children: { readonly new: number; readonly changed: number };
  readonly stopped: boolean;
  readonly asked?: readonly unknown[];
}

const contents = ({ files }: ImportRunRow): string => files.map((f) => f.sha256).sort().join();
const sameFiles = (a: ImportRunRow, b: ImportRunRow): boolean => a.type === b.type && contents(a) === contents(b);

/** Imports of both kinds, the latest first. */
export async function listImports(app: App, person: Person): Promise<ListedImport[]> {
  if (mayImport(person) !== undefined) return [];
  const rows = await app.store.importRuns(person).list(person.organisation.code);
  const nameOf = await startersOf(app, person);
  return rows.map((run) => {
    const preview = run.preview as unknown as Counted | null;
    return {
      ...frameOf(run, person.organisation, app.clock.now()),
      startedBy: nameOf(run.startedBy),
      type: run.type,
      children: preview === null ? null : { new: preview.children.new, changed: preview.children.changed },
      stopped: preview?.stopped === true,
      overtaken: run.state === "ready" && rows.some((other) => other.state === "done" && other.changedAt > run.startedAt && sameFiles(run, other)),
      asking: run.type === "sheet" && run.state === "ready" && (preview === null || (preview.asked ?? []).length > 0),
    };
  });
}
