import type { Role } from "./role.ts";
import { ROLES } from "./role.ts";

export const PERMISSIONS = {
  "see-tracker": "see the tracker",
  "open-child": "open a child’s record",
  "add-child": "add a child",
  "record": "record what happened",
  "correct": "correct or withdraw what was recorded",
  "import": "import a return",
  "request-extension": "ask for an extension",
  "sign-off": "sign off an extension",
  "see-scorecard": "see the scorecard",
  "see-standards": "see the standards",
  "set-team-view": "choose how your team sees the tracker",
  "manage-standards": "change the standards",
  "reassign": "give children to other workers",
  "challenge": "raise a challenge, take it further or resolve it",
  "answer-challenge": "answer a challenge",
  "manage-forms": "open and close milestones forms",
} as const;
export type Permission = keyof typeof PERMISSIONS;

/**
 * Which children: every child of their authority; those allocated to them; those of member
 * authorities from the stage their agreement says; or none.
 */
export type Reach = "authority" | "allocated" | "agreement" | "none";

type Row = Readonly<Record<Permission, Reach>>;
const all = (reach: Reach, but: Partial<Row> = {}): Row => ({
  "see-tracker": reach, "open-child": reach, "add-child": reach, "record": reach, "correct": reach,
  "import": "none", "request-extension": reach, "sign-off": "none", "see-scorecard": reach, "see-standards": "authority",
  "set-team-view": "none", "manage-standards": "none", "reassign": "none", "challenge": "none", "answer-challenge": "none", "manage-forms": "none", ...but,
});

/** Role by permission by which children. The compiler refuses a role or a permission left out. */
export const POLICY: Readonly<Record<Role, Row>> = {
  "tracking-administrator": all("authority", { "import": "authority", "set-team-view": "authority", "reassign": "authority", "manage-forms": "authority" }),
  "social-worker": all("allocated", { "add-child": "none", "see-scorecard": "none" }),
  "family-finder": all("allocated", { "add-child": "none", "see-scorecard": "none" }),
  "business-support": all("authority", { "see-scorecard": "none", "manage-forms": "authority" }),
  "team-manager": all("authority", { "set-team-view": "authority", "reassign": "authority", "answer-challenge": "authority" }),
  "service-manager": all("authority", { "set-team-view": "authority", "sign-off": "authority", "reassign": "authority", "answer-challenge": "authority" }),
  "assistant-director": all("authority", { "add-child": "none", "record": "none", "correct": "none", "request-extension": "none", "sign-off": "authority", "answer-challenge": "authority" }),
  "reviewing-officer": all("authority", { "challenge": "authority" }),
  "decision-maker": all("authority"),
  "performance-analyst": all("authority", { "add-child": "none", "record": "none", "correct": "none", "request-extension": "none", "import": "authority" }),
  "practice-lead": all("authority", { "add-child": "none", "record": "none", "correct": "none", "request-extension": "none", "manage-standards": "authority" }),
  "agency-home-finder": all("agreement", { "add-child": "none", "record": "none", "correct": "none", "request-extension": "none", "see-scorecard": "none" }),
  // Of the agency’s own: what it publishes to the region’s authorities.
  "agency-lead": all("agreement", { "add-child": "none", "record": "none", "correct": "none", "request-extension": "none", "see-scorecard": "none", "manage-standards": "authority" }),
};

export type Answer = { readonly allowed: true; readonly reach: Exclude<Reach, "none"> } | { readonly allowed: false; readonly reason: string };

/** May somebody in this role do this at all, and for which children? Which children is then the database’s to hold. */
export function may(role: Role, permission: Permission): Answer {
  const reach = POLICY[role][permission];
  return reach === "none"
    ? { allowed: false, reason: `${ROLES[role]}: this role does not let you ${PERMISSIONS[permission]}` }
    : { allowed: true, reach };
}
