import type { Owner, Role } from "../access/role.ts";

/**
 * Whose desk a thing to be done lands on: that of the worker whom the child is allocated to, of the child's
 * family finder, of the managers of the child's team, of the child's reviewing officer, or of everybody in a
 * role. `chases`: the owner has no desk here, so whoever it is sees that it is done and answers on their behalf.
 */
export type Desk =
  | { readonly by: "social-worker" | "family-finder" | "team" | "reviewing-officer"; readonly chases?: true }
  | { readonly by: "role"; readonly role: Role; readonly chases?: true };

const role = (name: Role): Desk => ({ by: "role", role: name });
const chasedBy = (desk: Desk): Desk => ({ ...desk, chases: true });

/** Every owner has a desk: the compiler refuses one left out. Whom the work of people outside falls to is our own reading of the source documents. */
export const DESKS: Readonly<Record<Owner, Desk>> = {
  "social-worker": { by: "social-worker" },
  "family-finder": { by: "family-finder" },
  "team-manager": { by: "team" },
  "reviewing-officer": { by: "reviewing-officer" },
  "tracking-administrator": role("tracking-administrator"),
  "business-support": role("business-support"),
  "service-manager": role("service-manager"),
  "assistant-director": role("assistant-director"),
  "decision-maker": role("decision-maker"),
  "performance-analyst": role("performance-analyst"),
  "practice-lead": role("practice-lead"),
  "agency-home-finder": role("agency-home-finder"),
  "agency-lead": role("agency-lead"),
  "tracking-chair": role("tracking-chair"),
  "adoption-clerk": role("adoption-clerk"),
  "post-adoption-worker": role("post-adoption-worker"),
  "administrator": role("administrator"),
  "data-protection-officer": role("data-protection-officer"),
  "adoption-records": role("adoption-records"),
  "auditor": role("auditor"),
  "adopters-social-worker": chasedBy({ by: "family-finder" }),
  "foster-carer": chasedBy({ by: "family-finder" }),
  "legal": chasedBy({ by: "social-worker" }),
  "court": chasedBy(role("business-support")),
  "medical-adviser": chasedBy(role("business-support")),
  "panel": chasedBy(role("business-support")),
};

/** The owners whose work lands on a desk of this sort. */
export const ownersOn = (by: Desk["by"], role?: Role): readonly Owner[] =>
  (Object.keys(DESKS) as Owner[]).filter((owner) => {
    const desk = DESKS[owner];
    return desk.by === by && (desk.by !== "role" || desk.role === role);
  });

/** Who is asked to do a thing when nobody has the child: a child without a family finder, or whose worker is not recorded, is their team manager's to allocate. */
export const FALLS_TO: Owner = "team-manager";
