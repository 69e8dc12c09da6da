import { type DecidingRoles, notTheirs, reasonsMissing, whoDecides } from "../access/decides.ts";
import { type Draft, type Entry, isWithdrawal } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { KINDS } from "../chronology/kinds.ts";
import type { Decision, Refusal } from "./command.ts";

/**
 * What somebody does by hand, with all that is another’s to decide refused: to say that a decision was made,
 * to change what was decided, to take it back, or to decide without reasons. `c`: the case before it. Imports
 * bring what was decided elsewhere, and are not asked.
 */
export const onlyTheirOwn = (decision: Decision, c: Case, roles: DecidingRoles): Decision => {
  if (!decision.accepted) return decision;
  const refusals = decision.drafts.flatMap((draft) => against(draft, c.entries.find((e) => e.number === draft.supersedes), roles));
  return refusals.length === 0 ? decision : { accepted: false, refusals };
};

function against(draft: Draft, old: Entry | undefined, roles: DecidingRoles): readonly Refusal[] {
  const { kind, certainty, detail } = draft;
  const { decidedBy, label } = KINDS[kind];
  if (decidedBy === undefined) return [];
  const theirs = roles.includes(decidedBy);
  if (isWithdrawal(draft.cause)) {
    // What came from a file was decided elsewhere: whoever puts records right may take it out.
    return theirs || old?.certainty !== "actual" || old.source.type !== "person" ? [] : [{ field: "reason", message: `${label}: this was decided, so only ${whoDecides(decidedBy)} can take it back` }];
  }
  if (old?.certainty === "actual" && !theirs) {
    return [{ field: "happenedOn", message: `${label}: this was decided, so only ${whoDecides(decidedBy)} can change it. Ask them to correct it` }];
  }
  const why = notTheirs(kind, certainty, roles);
  if (why !== undefined) return [{ field: "certainty", message: why }];
  return reasonsMissing(kind, certainty, detail) ? [{ field: "detail.note", message: "Give the reasons for the decision. Whoever acts on it, and the child later, will ask" }] : [];
}
