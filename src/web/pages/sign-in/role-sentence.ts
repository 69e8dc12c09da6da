import { opensBehindWalls } from "../../../domain/access/openers.ts";
import { may, type Permission, type Reach } from "../../../domain/access/policy.ts";
import type { Role } from "../../../domain/access/role.ts";

const SEES: Record<Exclude<Reach, "none">, string> = {
  authority: "Sees every child of the authority whose record is not restricted or sealed.",
  allocated: "Sees the children allocated to them.",
  agreement: "Sees the member authorities’ children, from the stage their agreement says, whose records are not restricted or sealed.",
  named: "Sees the children on whose records they are named.",
};

const DOES: readonly (readonly [Permission, string])[] = [
  ["add-child", "adds children"],
  ["record", "records milestones"],
  ["correct", "corrects and withdraws"],
  ["import", "brings in sheets and 903 returns"],
  ["sign-off", "signs off extensions"],
  ["see-scorecard", "sees the scorecard"],
  ["manage-standards", "decides on standards"],
  ["keep-agency-record", "keeps the agency’s own dates and notes"],
  ["seal", "seals records after the adoption order"],
  ["administer", "looks after people, teams and agreements"],
  ["keep-records", "keeps records as the law says, and sees who opened them"],
  ["verify", "proves that the record is as it was written"],
];

/** What a role sees and does, from the policy itself: “Sees the children allocated to them. Records milestones, corrects and withdraws.” */
export function whatTheyCanDo(role: Role): string {
  const opens = may(role, "open-child");
  const sees = opensBehindWalls(role) ? "Sees every child of the authority, restricted and sealed records too." : opens.allowed ? SEES[opens.reach] : "Sees no child.";
  const does = DOES.filter(([permission]) => may(role, permission).allowed).map(([, words]) => words);
  if (does.length === 0) return `${sees} Reads only.`;
  const list = does.length === 1 ? does[0] : `${does.slice(0, -1).join(", ")} and ${does.at(-1)}`;
  return `${sees} ${list!.charAt(0).toUpperCase()}${list!.slice(1)}.`;
}
