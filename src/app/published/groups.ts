import type { Viewer } from "../../domain/access/viewer.ts";
import { COMMANDS } from "../../domain/commands/command.ts";
import { knownAuthorities, readGroup, type TypedGroup } from "../../domain/scorecard/published/check-group.ts";
import type { ComparatorGroup } from "../../domain/scorecard/published/published.ts";
import type { OwnName } from "../../domain/scorecard/published/same-area.ts";
import type { Reader } from "../../store/reader.ts";
import { type App, forbids } from "../app.ts";
import type { Kept } from "./thresholds.ts";

export interface GroupsPage {
  readonly groups: readonly ComparatorGroup[];
  /** The authorities that published figures name. */
  readonly known: readonly string[];
  readonly mayKeep: boolean;
}

/** The groups that an authority is compared with; nothing where the viewer may not see the scorecard. */
export async function openGroups(app: App, viewer: Viewer, authority: string): Promise<GroupsPage | undefined> {
  if (forbids(viewer, "see-scorecard") !== undefined) return undefined;
  return app.store.reading(viewer, async (reader) => ({
    groups: await reader.comparatorGroups(authority), known: knownAuthorities(await reader.publishedFigures(authority)), mayKeep: forbids(viewer, "import") === undefined,
  }));
}

const ownName = async (reader: Reader, code: string): Promise<OwnName> => (await reader.authorities()).find((one) => one.code === code) ?? { code, name: "your authority" };

/** Adds a group, or changes the one with that id; or all that is wrong with it. */
export async function keepGroup(app: App, viewer: Viewer, authority: string, typed: TypedGroup, id?: string): Promise<Kept> {
  const forbidden = forbids(viewer, COMMANDS["keep-comparators"].permission);
  if (forbidden !== undefined) return { forbidden };
  return app.store.inTransaction(viewer, async (writer) => {
    await writer.lock(authority);
    const all = await writer.comparatorGroups(authority);
    if (id !== undefined && !all.some((one) => one.id === id)) return { refusals: [{ field: "name", message: "This group was removed since. Add it anew" }] };
    const read = readGroup(typed, all.filter((one) => one.id !== id), await writer.publishedFigures(authority), await ownName(writer, authority));
    if ("refusals" in read) return read;
    const kept = await writer.published.keepGroup(authority, { ...read.group, ...(id === undefined ? {} : { id }) }, app.clock.now());
    await writer.appendAudit(authority, { command: "keep-comparators", input: { group: kept, kind: read.group.kind, members: [...read.group.members] } }, app.clock.now());
    return { kept };
  });
}

export async function removeGroup(app: App, viewer: Viewer, authority: string, id: string): Promise<{ readonly forbidden: string } | { readonly removed: boolean }> {
  const forbidden = forbids(viewer, COMMANDS["remove-comparators"].permission);
  if (forbidden !== undefined) return { forbidden };
  return app.store.inTransaction(viewer, async (writer) => {
    await writer.lock(authority);
    const one = (await writer.comparatorGroups(authority)).find((group) => group.id === id);
    if (one === undefined) return { removed: false };
    await writer.published.removeGroup(authority, id);
    await writer.appendAudit(authority, { command: "remove-comparators", input: { group: id, kind: one.kind, members: [...one.members] } }, app.clock.now());
    return { removed: true };
  });
}
