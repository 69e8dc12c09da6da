import { CHAPTERS, type Chapter, KINDS } from "../../../../domain/chronology/kinds.ts";
import { type FixedTarget, type Target, TARGETS } from "../../../../domain/sheets/facts.ts";
import { DATED_KINDS } from "../../../../domain/tracker/columns.ts";

export interface TargetGroup {
  readonly label: string;
  readonly targets: readonly { readonly target: Target; readonly label: string }[];
}

const fixed = (...targets: readonly FixedTarget[]): TargetGroup["targets"] => targets.map((target) => ({ target, label: TARGETS[target] }));

/** What a column can be, in the groups in which people look for it: who, where they stand, and what happened on a day, by chapter. */
export const TARGET_GROUPS: readonly TargetGroup[] = [
  { label: "Who the child is", targets: fixed("local-id", "name", "given-name", "family-name", "birth", "sex", "ethnicity", "sibling-group") },
  { label: "Whose the child is", targets: fixed("social-worker", "family-finder", "team") },
  {
    label: "Where the child stands",
    targets: fixed("legal-status", "legal-status-from", "placement", "placement-from", "carer", "family", "plan", "plan-from", "contingency-plan", "parallel-plan", "care-started", "barrier"),
  },
  ...(Object.keys(CHAPTERS) as Chapter[]).map((chapter): TargetGroup => ({
    label: `Dates: ${CHAPTERS[chapter].toLowerCase()}`,
    targets: DATED_KINDS.filter((kind) => KINDS[kind].chapter === chapter).map((kind) => ({ target: `on:${kind}` as const, label: KINDS[kind].label })),
  })).filter(({ targets }) => targets.length > 0),
];
