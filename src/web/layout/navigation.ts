import { may, type Permission } from "../../domain/access/policy.ts";
import type { Role } from "../../domain/access/role.ts";

interface Destination {
  readonly text: string;
  readonly href: string;
  readonly permission: Permission;
  /** Of these roles alone, of those whom the permission lets in. */
  readonly roles?: readonly Role[];
}

/** One’s own work first, then the page of one’s office, then what everybody shares. */
const SECTIONS = {
  work: { text: "My work", href: "/work", permission: "see-tracker" },
  team: { text: "Team", href: "/team", permission: "reassign", roles: ["team-manager", "service-manager"] },
  service: { text: "Service", href: "/service", permission: "sign-off", roles: ["service-manager", "assistant-director"] },
  decisions: { text: "Decisions", href: "/decisions", permission: "open-child", roles: ["decision-maker"] },
  reviews: { text: "Reviews", href: "/reviews", permission: "open-child", roles: ["reviewing-officer"] },
  adoptive: { text: "Adoption records", href: "/adoptive", permission: "agree-disclosure", roles: ["adoption-records", "service-manager", "assistant-director"] },
  meetings: { text: "Meetings", href: "/meetings", permission: "follow-meetings" },
  tracker: { text: "Tracker", href: "/tracker", permission: "see-tracker" },
  drift: { text: "Drift", href: "/drift", permission: "see-tracker" },
  challenges: { text: "Challenges", href: "/challenges", permission: "open-child", roles: ["reviewing-officer", "team-manager", "service-manager", "assistant-director"] },
  forms: { text: "Forms", href: "/forms", permission: "manage-forms" },
  signOffs: { text: "Sign-offs", href: "/sign-offs", permission: "sign-off" },
  region: { text: "Region", href: "/region", permission: "see-region" },
  scorecard: { text: "Scorecard", href: "/scorecard", permission: "see-scorecard" },
  reports: { text: "Reports", href: "/reports", permission: "publish" },
  standards: { text: "Standards", href: "/standards", permission: "see-standards" },
  imports: { text: "Imports", href: "/imports", permission: "import" },
  administration: { text: "Administration", href: "/administration", permission: "administer" },
  people: { text: "People", href: "/administration/people", permission: "administer" },
  agreement: { text: "Sharing agreement", href: "/administration/agreement", permission: "administer" },
  records: { text: "Records", href: "/records", permission: "keep-records" },
  verify: { text: "Proof", href: "/verify", permission: "verify" },
} as const satisfies Record<string, Destination>;

export type Section = keyof typeof SECTIONS;

/** The destinations that somebody in this role can use; nothing is offered that would be refused. */
export const navigationFor = (role: Role): readonly (Destination & { readonly section: Section })[] =>
  (Object.keys(SECTIONS) as Section[])
    .map((section): Destination & { readonly section: Section } => ({ section, ...SECTIONS[section] }))
    .filter(({ permission, roles }) => may(role, permission).allowed && (roles?.includes(role) ?? true));
