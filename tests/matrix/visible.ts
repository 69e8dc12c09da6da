import type { Role } from "../../src/domain/access/role.ts";
import type { ChildKind } from "./region.ts";

/**
 * Who sees which child, written down by hand from the rules (docs/service-rules, decision 0023), not worked out by the program: it
 * is what the program is held against.
 */
const WHOLE_AUTHORITY: readonly Role[] = [
  "tracking-administrator", "business-support", "team-manager", "service-manager", "assistant-director", "reviewing-officer", "decision-maker",
  "performance-analyst", "practice-lead", "tracking-chair", "adoption-records",
];
export const OF_THE_AGENCY: readonly Role[] = ["agency-home-finder", "agency-lead"];
const ALLOCATED: readonly Role[] = ["social-worker", "family-finder"];
const NAMED: readonly Role[] = ["adopters-social-worker", "legal", "medical-adviser", "panel", "adoption-clerk", "post-adoption-worker"];

export const VISIBLE: Readonly<Record<ChildKind, readonly Role[]>> = {
  own: [...WHOLE_AUTHORITY, ...ALLOCATED, ...NAMED],
  unallocated: WHOLE_AUTHORITY,
  restricted: ["adoption-records"],
  adopted: ["tracking-administrator", "business-support", "service-manager", "decision-maker", "adoption-records"],
  sealed: ["adoption-records"],
  shared: [...WHOLE_AUTHORITY, ...OF_THE_AGENCY],
  other: [],
  none: [],
};
