import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Day } from "../dates/day.ts";
import { contains } from "../dates/period.ts";
import { type Subgroups, subgroupsIn } from "./subgroups.ts";

/** What a sibling group’s own case says: who is in it, and what was decided. Children are record ids. */

export const childOf = (membership: Entry): string => String(membership.detail["child"]);

/**
 * Whether a group is shown as one to somebody who may see these of the children ever named in it, each as often as they are
 * named. A group of one would tell that there is a child whom they may not see.
 */
export const isShownAsGroup = (seen: Iterable<string>): boolean => new Set(seen).size > 1;

const memberships = (c: Case): readonly Entry[] => c.of("sibling-membership").filter((e) => e.certainty === "actual");

/** The memberships that have not ended. */
export const openMemberships = (c: Case): readonly Entry[] => memberships(c).filter((e) => e.until === undefined);

export const membersOn = (c: Case, on: Day): readonly string[] =>
  [...new Set(memberships(c).filter((e) => contains({ from: e.happenedOn, until: e.until }, on)).map(childOf))];

/** The decision in force: the latest made. */
export const decisionOf = (c: Case): Entry | undefined => c.of("together-or-apart").at(-1);

/** Who is to live with whom by a decision; each inner list is one home. */
export function homesOf(c: Case, decision: Entry): Subgroups {
  switch (decision.detail["decision"]) {
    case "subgroups": return subgroupsIn(String(decision.detail["subgroups"] ?? ""));
    case "apart": return membersOn(c, decision.happenedOn).map((child) => [child]);
    default: return [membersOn(c, decision.happenedOn)].filter((children) => children.length > 0);
  }
}

/** Members now of whom a decision does not say where they are to live: they joined after it. */
export function notDecided(c: Case, decision: Entry): readonly string[] {
  const said = new Set(homesOf(c, decision).flat());
  return openMemberships(c).map(childOf).filter((child) => !said.has(child));
}
