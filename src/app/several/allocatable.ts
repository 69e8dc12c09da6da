import { ROLES } from "../../domain/access/role.ts";
import type { Viewer } from "../../domain/access/viewer.ts";
import { HAVE_CHILDREN } from "../../domain/commands/reassign.ts";
import { isPresent } from "../../domain/work/seats.ts";
import { NO_FILTERS, STANDARD_SORT } from "../../domain/tracker/view.ts";
import type { App } from "../app.ts";

export interface Allocatable {
  /** Whom a child can be given: the code that a record holds, and who that is. */
  readonly workers: readonly { readonly value: string; readonly text: string }[];
  readonly teams: readonly string[];
  /** Names by account and by worker code. */
  readonly names: ReadonlyMap<string, string>;
}

/** Those of the viewer’s organisation who can have children allocated, by name, and its teams. A code or a name without an account can be given nobody: whoever it is would see nothing. */
export async function allocatable(app: App, viewer: Viewer): Promise<Allocatable> {
  const own = viewer.type === "operator" ? viewer.authority : viewer.organisation.code;
  const { rows, choices } = await app.store.reading(viewer, async (reader) => ({
    rows: await reader.workers(),
    choices: (await reader.listTracker({ filters: NO_FILTERS, sort: STANDARD_SORT, together: false, page: 1, pageSize: 1, today: app.clock.today() })).choices,
  }));
  const names = new Map(rows.flatMap((row) => [[row.account, row.name] as const, ...(row.worker === null ? [] : [[row.worker, row.name] as const])]));
  const people = rows.filter((row) => row.organisation === own && HAVE_CHILDREN.has(row.role) && isPresent(row, app.clock.today())).map((row) => ({
    value: row.worker ?? row.account, text: [row.name, ROLES[row.role].toLowerCase(), row.team].filter((part) => part !== null).join(", "),
  }));
  return {
    workers: people.toSorted((a, b) => a.text.localeCompare(b.text)),
    teams: [...new Set([...rows.flatMap((row) => row.team ?? []), ...choices.teams.map(({ value }) => value)])].filter((team) => team !== "none").sort(),
    names,
  };
}
