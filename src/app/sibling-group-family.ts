import type { Entry } from "../domain/chronology/entry.ts";
import type { EntryInput } from "../domain/commands/command.ts";
import type { Sibling } from "../domain/commands/sibling-group.ts";
import { childOf, isShownAsGroup } from "../domain/siblings/group.ts";
import type { Named } from "../domain/siblings/subgroups.ts";
import type { Reader } from "../store/reader.ts";
import type { RecordRow, RecordWithEntries } from "../store/rows.ts";

/** Everybody ever named in a group, as far as the viewer may see them. */
export async function namedIn(reader: Reader, entries: readonly Entry[]): Promise<readonly Named[]> {
  const ids = new Set(entries.filter((e) => e.kind === "sibling-membership").map(childOf));
  const records = await reader.recordsById([...ids]);
  return records.map(({ id, localId }) => ({ recordId: id, localId }));
}

/** A child’s sibling groups that are shown to the viewer as groups, with what they may see of them. */
export const shownGroupsOf = async (reader: Reader, childId: string): Promise<readonly RecordWithEntries[]> =>
  (await reader.siblingGroupsOf(childId)).filter(({ entries }) => isShownAsGroup(entries.filter((e) => e.kind === "sibling-membership").map(childOf)));

/** What the rules must know before somebody’s input is read: everybody named in the group, and the child asked for, where there is one. */
export async function familyOf(reader: Reader, group: RecordRow, entries: readonly Entry[], input: EntryInput): Promise<readonly Sibling[]> {
  const named = await namedIn(reader, entries);
  const asked = (input.detail["child"] ?? "").trim();
  if (input.kind !== "sibling-membership" || asked === "") return named;
  const had = named.find((s) => s.localId === asked || s.recordId === asked);
  const child = had ?? await childNamed(reader, group.authority, asked);
  if (child === undefined) return named;
  return [...named.filter((s) => s !== had), await siblingOf(reader, child, group.id)];
}

/** Those of the authority’s children who have these local ids, each with the group they are in. */
export async function childrenNamed(reader: Reader, authority: string, localIds: readonly string[]): Promise<readonly Sibling[]> {
  const found: Sibling[] = [];
  for (const localId of localIds) {
    const child = await childNamed(reader, authority, localId);
    if (child !== undefined) found.push(await siblingOf(reader, child));
  }
  return found;
}

async function childNamed(reader: Reader, authority: string, localId: string): Promise<Named | undefined> {
  const record = await reader.findRecord(authority, localId);
  return record === undefined ? undefined : { recordId: record.id, localId: record.localId };
}

/**
 * The child, with the other group they are in where that is shown to whoever asks. One that is not holds them back from
 * nothing: a refusal would tell of it, and what they decide is of the children whom they know.
 */
async function siblingOf(reader: Reader, child: Named, groupId?: string): Promise<Sibling> {
  const other = (await shownGroupsOf(reader, child.recordId)).find(({ id }) => id !== groupId);
  return other === undefined ? child : { ...child, otherGroup: other.localId };
}
