import type { Organisation, Viewer } from "../../domain/access/viewer.ts";
import type { DecidedChange } from "../../domain/standards/change.ts";
import { type App, forbids } from "../app.ts";
import type { MayChange, NamedChange } from "./views.ts";

/** The organisation whose standards the viewer would change: their own. */
export async function ownOrganisation(app: App, viewer: Viewer): Promise<Organisation | undefined> {
  return viewer.type === "person" ? viewer.organisation : app.store.directory.organisation(viewer.authority);
}

/** What the viewer may do to the standards of an organisation. Only to their own organisation’s anything. */
export function mayChange(viewer: Viewer, { code, type }: Organisation): MayChange {
  const own = viewer.type === "operator" ? viewer.authority === code : viewer.organisation.code === code;
  const may = own && forbids(viewer, "manage-standards") === undefined;
  return { manage: may && type === "local-authority", publish: may && type === "regional-agency" };
}

/** Changes with the names of who made them. */
export async function named(app: App, changes: readonly DecidedChange[]): Promise<NamedChange[]> {
  const names = new Map<string, string>();
  for (const by of new Set(changes.map((made) => made.by))) names.set(by, by === "operator" ? "The machine’s operator" : (await app.store.directory.person(by))?.name ?? by);
  return changes.map((made) => ({ ...made, byName: names.get(made.by) ?? made.by }));
}
