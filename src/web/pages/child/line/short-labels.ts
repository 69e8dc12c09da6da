import type { Kind } from "../../../../domain/chronology/kinds.ts";

/** The steps between one stage and the next, in the few words that fit beside a mark. Other kinds are drawn small. */
export const SHORT_LABELS: Readonly<Partial<Record<Kind, string>>> = {
  "birth": "Born",
  "early-alert": "Early alert",
  "adoption-became-plan": "Adoption is the plan",
  "plan-decision": "Plan decision",
  "plan-decision-reversed": "Decision reversed",
  "proceedings-issued": "Proceedings",
  "final-hearing": "Final hearing",
  "consent-given": "Consent",
  "placement-order": "Placement order",
  "placement-order-revoked": "Order ended",
  "family-finding-started": "Family finding",
  "link": "Linked",
  "link-ended": "Link ended",
  "linking-meeting": "Linking meeting",
  "matching-meeting": "Matching meeting",
  "matching-panel": "Matching panel",
  "match-decision": "Match",
  "introductions-start": "Introductions",
  "placed-for-adoption": "Moved in",
  "disruption": "Disrupted",
  "adoption-application": "Applied",
  "adoption-order": "Adoption order",
};

/** The steps that change where a child stands. */
export const TURNING: ReadonlySet<Kind> = new Set<Kind>([
  "plan-decision", "plan-decision-reversed", "placement-order", "placement-order-revoked", "match-decision",
  "placed-for-adoption", "disruption", "adoption-order",
]);
