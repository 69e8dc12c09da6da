import { may, type Permission } from "../domain/access/policy.ts";
import { ROLES } from "../domain/access/role.ts";
import type { Viewer } from "../domain/access/viewer.ts";
import type { Entry } from "../domain/chronology/entry.ts";
import { childOf } from "../domain/siblings/group.ts";
import type { Reader } from "../store/reader.ts";
import { forbids } from "./app.ts";
import { namedIn } from "./sibling-group-family.ts";

/**
 * Why the viewer may change no sibling group, or nothing. What is recorded of a group is about every
 * child in it: somebody who sees only the children allocated to them cannot know whom it is about.
 */
export function forbidsGroup(viewer: Viewer, permission: Permission): string | undefined {
  const reason = forbids(viewer, permission);
  if (reason !== undefined || viewer.type === "operator") return reason;
  const answer = may(viewer.role, permission);
  if (answer.allowed && answer.reach === "authority") return undefined;
  return `${ROLES[viewer.role]}: a sibling group is changed by somebody who sees every child of the authority, such as a team manager or the tracking administrator. Ask them to record it`;
}

/** Whether somebody sees every child ever named in a group. Whoever does not would write about one whom they are kept from; `entries`: all of the group’s. */
export async function seesWholeGroup(reader: Reader, entries: readonly Entry[]): Promise<boolean> {
  const seen = new Set((await namedIn(reader, entries)).map(({ recordId }) => recordId));
  return entries.every((e) => e.kind !== "sibling-membership" || seen.has(childOf(e)));
}
