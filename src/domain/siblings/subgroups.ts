/** A child by the id of their record and by the authority’s own id. */
export interface Named {
  readonly recordId: string;
  readonly localId: string;
}

/** Who is to live with whom: each inner list is one smaller group, of ids. */
export type Subgroups = readonly (readonly string[])[];

/** As an entry holds them: “id, id / id”. */
export const subgroupsText = (subgroups: Subgroups): string => subgroups.map((ids) => ids.join(", ")).join(" / ");

/** The ids in such a text, whatever they are ids of. Total: what says nobody is left out. */
export const subgroupsIn = (text: string): Subgroups =>
  text.split(/\s\/\s/).map((ids) => ids.split(",").map((id) => id.trim()).filter((id) => id !== "")).filter((ids) => ids.length > 0);

export type ReadSubgroups = { readonly subgroups: Subgroups } | { readonly problems: readonly string[] };

/**
 * Reads a text that names children by either of their ids, strictly: every member is in exactly
 * one of at least two smaller groups, and somebody is with somebody. Gives record ids, which
 * outlive a change of local id; or a sentence for each thing wrong. `others` are children who are
 * no members but whom a sentence may have to name.
 */
export function readSubgroups(text: string, members: readonly Named[], others: readonly Named[] = []): ReadSubgroups {
  const given = subgroupsIn(text);
  if (given.length === 0) return { problems: ["Say who is to live with whom: put every child of the group in one of the smaller groups"] };
  const find = (id: string, among: readonly Named[]): Named | undefined => among.find((m) => m.recordId === id || m.localId === id);
  const ids = given.flat();
  const placed = ids.map((id) => find(id, members)).filter((m) => m !== undefined);
  const strangers = ids.filter((id) => find(id, members) === undefined).map((id) => find(id, others)?.localId ?? id);
  const twice = members.filter((m) => placed.filter((p) => p === m).length > 1);
  const left = members.filter((m) => !placed.includes(m));
  const problems = [
    ...strangers.map((id) => `${id} was not in this group on that day. Leave that child out`),
    ...twice.map(({ localId }) => `${localId} is in two of the smaller groups. Put each child in one`),
    ...left.map(({ localId }) => `${localId} is in none of the smaller groups. Put every child in one`),
  ];
  if (problems.length > 0) return { problems };
  if (given.length === 1) return { problems: ["That puts everybody in one group. Choose “Together”, or make another group"] };
  if (given.every((of) => of.length === 1)) return { problems: ["That puts every child in a group alone. Choose “Apart”, or put some of them together"] };
  return { subgroups: given.map((of) => of.map((id) => find(id, members)!.recordId)) };
}
