/**
 * The roles people act in, and the agencies they act for. A role's rights are in
 * policy.ts; here are only the names, which kinds and standards use to say whose a thing is.
 */
export const ROLES = {
  "tracking-administrator": "Tracking administrator",
  "social-worker": "Child’s social worker",
  "family-finder": "Family finder",
  "business-support": "Adoption business support",
  "team-manager": "Team manager",
  "service-manager": "Service manager",
  "assistant-director": "Assistant director",
  "reviewing-officer": "Independent reviewing officer",
  "decision-maker": "Agency decision-maker",
  "performance-analyst": "Performance analyst",
  "practice-lead": "Practice lead",
  "agency-home-finder": "Regional agency home finder",
  "agency-lead": "Regional agency lead",
  "tracking-chair": "Tracking meeting chair",
  "adopters-social-worker": "Adopters’ social worker",
  "legal": "Legal services",
  "medical-adviser": "Medical adviser",
  "panel": "Panel adviser",
  "adoption-clerk": "Adoption clerk",
  "post-adoption-worker": "Post-adoption support worker",
  "administrator": "Administrator",
  "data-protection-officer": "Data protection officer",
  "adoption-records": "Adoption records officer",
  "auditor": "Auditor",
} as const;

export type Role = keyof typeof ROLES;

/** Who may own a standard or a question: the roles, and people who act but do not sign in. */
export const OWNERS = {
  ...ROLES,
  "court": "The court",
  "foster-carer": "Foster carer",
} as const;

export type Owner = keyof typeof OWNERS;
