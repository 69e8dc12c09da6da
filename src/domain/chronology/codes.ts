/** The code sets that entries' details use. Sources: the SSDA903 guide's code lists, and Ofsted's Annex A List 8 for plans. */
export const PERMANENCE_PLANS = {
  REMAINSUP: "Remain with family with support",
  RETURN1M: "Return to family within 1 month",
  RETURN6M: "Return to family within 6 months",
  RETURNEV: "Eventual return to family",
  LTRELFR: "Long-term placement with relatives or friends",
  LTFOST18: "Long-term fostering to 18",
  RESPLMT: "Residential placement until independence",
  SUPPLIV: "Supported living in the community",
  ADOPTION: "Adoption",
  OTHERPLN: "Other permanence plan",
} as const;
export type PermanencePlan = keyof typeof PERMANENCE_PLANS;

export const LEGAL_STATUSES = {
  C1: "Interim care order",
  C2: "Full care order",
  D1: "Freeing order",
  E1: "Placement order",
  V2: "Section 20 accommodation",
  V3: "Short breaks, each recorded",
  V4: "Short breaks, agreement recorded",
  L1: "Police protection",
  L2: "Emergency protection order",
  L3: "Child assessment order",
  J1: "Remand",
  J2: "Police and Criminal Evidence Act accommodation",
  J3: "Youth rehabilitation order",
} as const;
export type LegalStatus = keyof typeof LEGAL_STATUSES;

/** Z11 to Z14 replaced Z1 from 2025/26; their labels were not found in any source and are not invented here. */
export const PLACEMENT_TYPES = {
  A3: "Placed for adoption with consent, current foster carer",
  A4: "Placed for adoption with consent, not current foster carer",
  A5: "Placed for adoption under placement order, current foster carer",
  A6: "Placed for adoption under placement order, not current foster carer",
  U1: "Long-term fostering with relatives or friends",
  U2: "Fostering for adoption or concurrent planning, relatives or friends",
  U3: "Fostering with relatives or friends",
  U4: "Long-term fostering",
  U5: "Fostering for adoption or concurrent planning",
  U6: "Fostering",
  P1: "With parents",
  P2: "Independent living",
  P3: "Residential employment",
  H5: "Semi-independent living",
  K1: "Secure children’s home",
  K2: "Children’s home",
  K3: "Supported accommodation",
  R1: "Residential care home",
  R2: "Hospital or nursing home",
  R3: "Family centre or mother and baby unit",
  R5: "Young offender institution",
  S1: "Residential school",
  T0: "Temporary move",
  T1: "Temporary: hospital",
  T2: "Temporary: holiday",
  T3: "Temporary: carer’s holiday",
  T4: "Temporary: other",
  Z1: "Other placement",
  Z11: "Other placement (code Z11)",
  Z12: "Other placement (code Z12)",
  Z13: "Other placement (code Z13)",
  Z14: "Other placement (code Z14)",
} as const;
export type PlacementType = keyof typeof PLACEMENT_TYPES;
/** Placed for adoption. */
export const ADOPTIVE_PLACEMENTS: ReadonlySet<string> = new Set<PlacementType>(["A3", "A4", "A5", "A6"]);
/** Fostering for adoption and concurrent planning. Source: the placement codes of the SSDA903. */
export const EARLY_PERMANENCE_PLACEMENTS: ReadonlySet<string> = new Set<PlacementType>(["U2", "U5"]);

export const DECISION_OUTCOMES = {
  made: "Made",
  refused: "Refused",
  deferred: "Deferred",
  "more-work": "More work wanted",
  "brought-back": "Brought back for decision",
} as const;

export const REVERSAL_REASONS = {
  RD1: "The child’s needs changed after the decision",
  RD2: "The court did not make a placement order",
  RD3: "Prospective adopters could not be found",
  RD4: "Any other reason",
} as const;

export const END_OF_CARE = {
  E11: "Adopted, application unopposed",
  E12: "Adopted, consent dispensed with by the court",
  E2: "Died",
  E3: "Care taken over by another authority in the UK",
  E4A: "Returned home, planned",
  E4B: "Returned home, unplanned",
  E13: "Left to live with people without parental responsibility",
  E41: "Child arrangements order",
  E45: "Special guardianship to former foster carer, relative or friend",
  E46: "Special guardianship to former foster carer, other",
  E47: "Special guardianship to other relative or friend",
  E48: "Special guardianship to other carer",
  E5: "Independent living with support",
  E6: "Independent living without support",
  E7: "Adult social care",
  E8: "Any other reason",
  E9: "Sentenced to custody",
  E14: "Remand ended",
  E15: "Age assessed as 18 or over",
  E16: "Moved abroad",
  E17: "18 or over, stayed with carers",
} as const;

export const REVIEW_PARTICIPATION = {
  PN0: "Under 4 at the review",
  PN1: "Attended and spoke",
  PN2: "Attended, an advocate spoke",
  PN3: "Attended, views conveyed without words",
  PN4: "Attended, views not conveyed",
  PN5: "Did not attend, an advocate was briefed",
  PN6: "Did not attend, views sent",
  PN7: "Did not attend, views not conveyed",
} as const;

export const SEXES = { M: "Male", F: "Female", U: "Unknown" } as const;
export const TOGETHER_OR_APART = { together: "Together", apart: "Apart", subgroups: "In smaller groups" } as const;
export const PROFILE_VISIBILITY = {
  "own-region-anonymous": "Anonymous, own region only",
  "own-region": "Own region",
  national: "All approved adopters",
} as const;

/** Who may see a child’s profile, in the order in which it opens. Source: Leicestershire’s practice standards 4, 5, 10 and 17. */
export const PROFILE_STATES = {
  draft: "Draft",
  "own-region-anonymous": "Anonymous, own region",
  "own-region": "Identified, own region",
  national: "Identified, national",
  withdrawn: "Withdrawn",
} as const;
export type ProfileState = keyof typeof PROFILE_STATES;

/**
 * As what somebody who is not the child’s allocated worker or family finder works with the child. Each begins and
 * ends on its days, and access with it.
 */
export const INVOLVEMENTS = {
  "named": "Named as one of those who may open the restricted record",
  "previous-worker": "Previous locality worker, while the match is made",
  "adopters-social-worker": "Adopters’ social worker",
  "legal": "Legal adviser in the proceedings",
  "medical-adviser": "Medical adviser",
  "panel": "Panel adviser",
  "adoption-clerk": "Adoption clerk",
  "post-adoption-worker": "Post-adoption support worker",
} as const;
export type Involvement = keyof typeof INVOLVEMENTS;

/** How a difference between the regional agency’s date and the authority’s was settled. */
export const SETTLED_BY = { authority: "The authority’s date", agency: "The agency’s date", both: "Both stand: they are days of different things" } as const;

/** Reasons for delay. Source: the list of the Sheffield documents (3.11, 4.2, 6.1). */
export const BARRIERS = {
  "late-relatives": "Relatives or other carers came forward late",
  "court": "Court process or an appeal",
  "reports": "Reports not ready",
  "assessment": "Quality of an assessment",
  "panel-papers": "Papers late for panel",
  "adopters-criteria": "What adopters feel able to offer",
  "adopters-not-ready": "Adopters not ready to apply",
  "adopters-support": "Training or support for the adopters",
  "process": "Not knowing the process, or its timescales",
  "needs-uncertain": "More certainty wanted about the child’s needs",
  "siblings": "Sibling group",
  "siblings-needs": "Siblings with a range of needs",
  "health": "Development or health uncertain",
  "family-history": "Complex family history",
  "behaviour": "Complex behaviour",
  "only-child": "Needs to be the only child",
  "age": "Age when coming into care",
  "failed-link": "A link failed",
  "other": "Another barrier",
} as const;
export type BarrierCode = keyof typeof BARRIERS;

/** Why a milestones form is closed. Source: the milestones form’s own two routes, and a child who leaves the authority. */
export const FORM_END_REASONS = {
  "adoption-order": "Adoption order made",
  "not-pursued": "Adoption no longer pursued",
  "moved-authority": "Child moved to another authority",
} as const;

/** The rungs of a formal challenge, from the first. How many days each has is the authority’s to say. */
export const CHALLENGE_LEVELS = {
  "team-manager": "Team manager",
  "service-manager": "Service manager",
  "assistant-director": "Assistant director",
} as const;
export type ChallengeLevel = keyof typeof CHALLENGE_LEVELS;

/**
 * What a tracking meeting says of a child's permanence, beside plan and legal status. Central Bedfordshire's terms of reference
 * ask for a “permanency classification” and do not say which there are: these are our own.
 */
export const PERMANENCE_CLASSIFICATIONS = {
  "no-plan": "No permanence plan yet",
  "planned": "Permanence plan agreed, being carried out",
  "at-risk": "In danger of drift or delay",
  "linked": "Family found, not yet placed",
  "placed": "In the permanent placement, not yet secured by order or approval",
  "secured": "Permanence secured",
} as const;

/** What a meeting may decide takes effect; what others decide it recommends to them. */
export const MEETING_DECISIONS = {
  "decided": "Decided by the meeting",
  "to-review": "Recommended to the child’s review",
  "to-decision-maker": "Recommended to the agency decision-maker",
  "delay": "Delay raised with the service manager",
} as const;
export type MeetingDecision = keyof typeof MEETING_DECISIONS;

/** How an action came to its end. */
export const ACTION_ENDS = {
  "done": "Done",
  "overtaken": "Overtaken: no longer needed",
  "passed-on": "Passed on: agreed anew with another person or day",
} as const;
export type ActionEnd = keyof typeof ACTION_ENDS;

/** What is said of an action while it is open: by whoever has it, and by whoever it was taken further to. */
export const ACTION_SAYS = {
  "in-the-way": "What is in the way",
  "to-happen": "What is to happen with it",
} as const;
export type ActionSay = keyof typeof ACTION_SAYS;

/** Who comes for fieldwork to the panel’s prioritisation meeting. Source: SHEF-A23, the assistant service manager, a team manager only standing in. */
export const PRIORITISATION_COMERS = {
  "assistant-service-manager": "Assistant service manager",
  "team-manager": "A team manager, standing in",
  "nobody": "Nobody",
} as const;
