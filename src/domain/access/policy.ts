import type { Role } from "./role.ts";
import { ROLES } from "./role.ts";

export const PERMISSIONS = {
  "see-tracker": "see the tracker",
  "open-child": "open a child’s record",
  "add-child": "add a child",
  "record": "record what happened",
  "correct": "correct or withdraw what was recorded",
  "import": "import a return, or published figures",
  "request-extension": "ask for an extension",
  "sign-off": "sign off an extension",
  "see-scorecard": "see the scorecard",
  "know-figures": "be told official figures whole, of a few children too",
  "see-standards": "see the standards",
  "set-team-view": "choose how your team sees the tracker",
  "manage-standards": "change the standards",
  "reassign": "give children to other workers",
  "challenge": "raise a challenge, take it further or resolve it",
  "answer-challenge": "answer a challenge",
  "manage-forms": "open and close milestones forms",
  "set-access": "say who works with a child, and restrict the record",
  "seal": "seal a record after the adoption order",
  "see-adoptive-identity": "ask for the adoptive identity",
  "agree-disclosure": "agree, as the second person, that a sealed record or an adoptive identity is opened",
  "know-adopters": "know who the adopters are",
  "release": "release what is written to the birth family",
  "agree-release": "agree, as the second person, to what is written to the birth family",
  "change-profile": "change who may see a child’s profile",
  "move-child": "move a child to another authority, or take one over",
  "keep-agency-record": "keep the agency’s own dates and notes",
  "record-given": "record what belongs to an adoption function given to the agency",
  "settle-differences": "settle where the agency’s date and the authority’s differ",
  "administer": "look after people, teams and agreements",
  "see-access-log": "see who opened a record, and who was refused",
  "keep-records": "hold, review and erase records as the law says",
  "verify": "prove that the record is as it was written",
  "follow-meetings": "follow tracking meetings",
  "hold-meetings": "set up tracking meetings, build their agendas and keep their minutes",
  "answer-meeting": "say what became of an action or a recommendation of a meeting",
  "keep-action-plan": "keep the adoption action plan",
  "publish": "make reports for publication",
  "see-region": "see the region’s figures and make its governance pack",
} as const;
export type Permission = keyof typeof PERMISSIONS;

/**
 * Which children: every child of their authority; those allocated to them; those of member
 * authorities from the stage their agreement says; those on whose record they are named as working
 * with the child (kind `involvement`); or none. Of what is about no child, `authority` is their own organisation.
 */
export type Reach = "authority" | "allocated" | "agreement" | "named" | "none";

type Row = Readonly<Record<Permission, Reach>>;
const all = (reach: Reach, but: Partial<Row> = {}): Row => ({
  "see-tracker": reach, "open-child": reach, "add-child": reach, "record": reach, "correct": reach,
  "import": "none", "request-extension": reach, "sign-off": "none", "see-scorecard": reach, "know-figures": "none", "see-standards": "authority",
  "set-team-view": "none", "manage-standards": "none", "reassign": "none", "challenge": "none", "answer-challenge": "none", "manage-forms": "none",
  "set-access": "none", "seal": "none", "see-adoptive-identity": "none", "agree-disclosure": "none", "know-adopters": "none", "release": "none", "agree-release": "none",
  "change-profile": "none", "move-child": "none", "keep-agency-record": "none", "record-given": "none", "settle-differences": "none", "administer": "none", "see-access-log": "none", "keep-records": "none", "verify": "none",
  "follow-meetings": reach, "hold-meetings": "none", "answer-meeting": reach,
  "keep-action-plan": "none", "publish": "none", "see-region": "none", ...but,
});
const looks = { "add-child": "none", "record": "none", "correct": "none", "request-extension": "none", "answer-meeting": "none" } as const;
/** Somebody from beside the child’s case: sees the children on whose records they are named, and records nothing. */
const named = (but: Partial<Row> = {}): Row => all("named", { ...looks, "see-scorecard": "none", ...but });
/** Somebody who looks after the system or its records, and opens no child’s. */
const office = (but: Partial<Row>): Row => all("none", { "see-standards": "none", ...but });

/** Role by permission by which children. The compiler refuses a role or a permission left out. */
export const POLICY: Readonly<Record<Role, Row>> = {
  "tracking-administrator": all("authority", { "import": "authority", "know-figures": "authority", "set-team-view": "authority", "reassign": "authority", "manage-forms": "authority", "know-adopters": "authority", "move-child": "authority", "settle-differences": "authority", "hold-meetings": "authority", "keep-action-plan": "authority", "publish": "authority" }),
  "social-worker": all("allocated", { "add-child": "none", "see-scorecard": "none", "know-adopters": "allocated", "release": "allocated", "settle-differences": "allocated" }),
  "family-finder": all("allocated", { "add-child": "none", "see-scorecard": "none", "know-adopters": "allocated", "release": "allocated", "agree-release": "allocated", "change-profile": "allocated", "settle-differences": "allocated" }),
  "business-support": all("authority", { "see-scorecard": "none", "manage-forms": "authority", "know-adopters": "authority", "release": "authority", "agree-release": "authority", "settle-differences": "authority", "publish": "authority" }),
  "team-manager": all("authority", { "set-team-view": "authority", "reassign": "authority", "answer-challenge": "authority", "set-access": "authority", "know-adopters": "authority", "release": "authority", "agree-release": "authority", "change-profile": "authority", "move-child": "authority", "settle-differences": "authority", "hold-meetings": "authority", "keep-action-plan": "authority" }),
  "service-manager": all("authority", { "set-team-view": "authority", "sign-off": "authority", "reassign": "authority", "answer-challenge": "authority", "set-access": "authority", "seal": "authority", "agree-disclosure": "authority", "know-adopters": "authority", "agree-release": "authority", "change-profile": "authority", "move-child": "authority", "settle-differences": "authority", "hold-meetings": "authority", "keep-action-plan": "authority", "publish": "authority" }),
  "assistant-director": all("authority", { "add-child": "none", "record": "none", "correct": "none", "request-extension": "none", "know-figures": "authority", "sign-off": "authority", "answer-challenge": "authority", "agree-disclosure": "authority", "keep-action-plan": "authority", "publish": "authority" }),
  "reviewing-officer": all("authority", { "challenge": "authority", "know-adopters": "authority" }),
  "decision-maker": all("authority", { "know-adopters": "authority" }),
  "performance-analyst": all("authority", { "add-child": "none", "record": "none", "correct": "none", "request-extension": "none", "import": "authority", "know-figures": "authority", "keep-action-plan": "authority", "publish": "authority" }),
  "practice-lead": all("authority", { "add-child": "none", "record": "none", "correct": "none", "request-extension": "none", "manage-standards": "authority", "answer-meeting": "none" }),
  "agency-home-finder": all("agreement", { ...looks, "see-scorecard": "none", "know-adopters": "agreement", "keep-agency-record": "agreement", "record-given": "agreement", "settle-differences": "agreement", "hold-meetings": "agreement", "answer-meeting": "agreement", "see-region": "agreement" }),
  // Of the agency’s own: what it publishes to the region’s authorities.
  "agency-lead": all("agreement", { "add-child": "none", "record": "none", "correct": "none", "request-extension": "none", "see-scorecard": "none", "manage-standards": "authority", "know-adopters": "agreement", "keep-agency-record": "agreement", "record-given": "agreement", "settle-differences": "agreement", "hold-meetings": "agreement", "see-region": "agreement" }),
  "tracking-chair": all("authority", { ...looks, "see-scorecard": "none", "know-adopters": "authority", "hold-meetings": "authority", "answer-meeting": "authority" }),
  "adopters-social-worker": named({ "know-adopters": "named" }),
  "legal": named(),
  "medical-adviser": named(),
  "panel": named({ "know-adopters": "named" }),
  "adoption-clerk": named({ "know-adopters": "named" }),
  "post-adoption-worker": named({ "know-adopters": "named" }),
  "administrator": office({ "administer": "authority" }),
  "data-protection-officer": office({ "see-access-log": "authority", "keep-records": "authority", "verify": "authority" }),
  "adoption-records": all("authority", { ...looks, "see-scorecard": "none", "set-access": "authority", "seal": "authority", "see-adoptive-identity": "authority", "agree-disclosure": "authority", "know-adopters": "authority", "agree-release": "authority", "answer-meeting": "authority" }),
  "auditor": office({ "verify": "authority" }),
};

export type Answer = { readonly allowed: true; readonly reach: Exclude<Reach, "none"> } | { readonly allowed: false; readonly reason: string };

/** May somebody in this role do this at all, and for which children? Which children is then the database’s to hold. */
export function may(role: Role, permission: Permission): Answer {
  const reach = POLICY[role][permission];
  return reach === "none"
    ? { allowed: false, reason: `${ROLES[role]}: this role does not let you ${PERMISSIONS[permission]}` }
    : { allowed: true, reach };
}

/** The roles that are told official figures whole. */
export const KNOWING: readonly Role[] = (Object.keys(POLICY) as Role[]).filter((role) => may(role, "know-figures").allowed);
