import type { Kind } from "../chronology/kinds.ts";
import type { Duration } from "../dates/duration.ts";
import { kindsOf } from "../standards/occasions.ts";
import type { Occasion, Standard } from "../standards/standard.ts";

/** The points of a child’s way at which a checklist is gone through, in their order. */
export const CHECKPOINTS = {
  "on-the-decision": { label: "On the decision", says: "From the decision that the child should be placed for adoption: who leads family finding, and the profile" },
  "on-the-order": { label: "On the order", says: "Once there is a placement order: who has the child, and the search for a family" },
  "on-the-match": { label: "On the match", says: "From the shortlist to the decision to go on with one family" },
  "before-panel": { label: "Before panel", says: "Meetings with the chosen family, and the papers for panel" },
  "before-introductions": { label: "Before introductions", says: "From panel and the decision on the match to the first day of introductions" },
  "on-placement-day": { label: "On placement day", says: "The days of introductions, and the day the child moves in" },
  "after-placement": { label: "After placement", says: "From the move to the application: visits, reviews and support" },
  "after-the-order": { label: "After the order", says: "From the adoption order to the closing of the case" },
} as const;
export type Checkpoint = keyof typeof CHECKPOINTS;
export const CHECKPOINT_NAMES = Object.keys(CHECKPOINTS) as Checkpoint[];

/** Where on the way what follows a kind of entry is gone through. A kind left out belongs to no stage: care goes on whatever the plan. */
const FOLLOWING: Partial<Record<Kind, Checkpoint>> = {
  "adoption-became-plan": "on-the-decision", "plan-panel": "on-the-decision", "plan-panel-minutes": "on-the-decision", "plan-decision": "on-the-decision",
  "family-finder": "on-the-decision", "family-finding-started": "on-the-decision", "profile-completed": "on-the-decision", "profile-updated": "on-the-decision", "final-hearing": "on-the-decision",
  "placement-order": "on-the-order", "consent-given": "on-the-order", "interagency-discussed": "on-the-order", "interagency-decision": "on-the-order",
  "discovery-event": "on-the-order", "profile-opened-nationally": "on-the-order", "own-region-search-ended": "on-the-order", "case-responsibility-moved": "on-the-order",
  "link": "on-the-match", "shortlist": "on-the-match", "permanence-report-shared": "on-the-match", "matching-meeting": "on-the-match", "validation-visit": "on-the-match",
  "proceed-decision": "before-panel", "meet-and-greet": "before-panel", "medical-consultation": "before-panel", "support-plan": "before-panel", "panel-papers": "before-panel",
  "matching-panel": "before-introductions", "matching-panel-minutes": "before-introductions", "match-decision": "before-introductions",
  "introduction-planning-meeting": "before-introductions", "birth-parent-meeting": "before-introductions",
  "introductions-start": "on-placement-day", "pause-and-plan": "on-placement-day",
  "placed-for-adoption": "after-placement", "adoption-review": "after-placement", "letterbox-agreement": "after-placement", "application-timing-agreed": "after-placement",
  "annex-a-completed": "after-placement", "annex-a-requested": "after-placement", "adoption-application-prepared": "after-placement", "adoption-application": "after-placement",
  "adoption-application-issued": "after-placement", "return-requested": "after-placement", "disruption": "after-placement",
  "adoption-order": "after-the-order", "celebration-hearing": "after-the-order",
};

/** What must be there by the day of such an entry is gone through before it, where that is another point than what follows it. */
const PRECEDING: Partial<Record<Kind, Checkpoint>> = {
  "proceed-decision": "on-the-match", "matching-panel": "before-panel", "match-decision": "before-panel", "introductions-start": "before-introductions",
  "placed-for-adoption": "on-placement-day", "adoption-order": "after-placement",
};

/**
 * At which point a standard is gone through: by what its clocks go by; by what they wait for, where that is a day of the
 * way. `startedBy`: the kind of the entry that started one of its clocks. Nothing for what belongs to no stage.
 */
export function checkpointOf(s: Standard, startedBy?: Kind): Checkpoint | undefined {
  const isSeries = s.shape === "chain" || s.shape === "rhythm";
  const first = firstKind(s.starts);
  // A later link of a series is started by the one before it, and belongs where the series does.
  const start = startedBy !== undefined && !isSeries && s.starts.some((o) => kindsOf(o).includes(startedBy)) ? startedBy : first;
  if (start === undefined) return undefined;
  switch (s.shape) {
    case "lead-time": case "order": return PRECEDING[start] ?? FOLLOWING[start];
    case "by-event": {
      const by = firstKind([s.by.occasion]);
      const follows = FOLLOWING[start];
      return follows === undefined || by === undefined ? follows : PRECEDING[by] ?? FOLLOWING[by] ?? follows;
    }
    case "deadline": return start === "placed-for-adoption" && isSameDay(s.within) ? "on-placement-day" : FOLLOWING[start];
    default: return FOLLOWING[start];
  }
}

function firstKind(occasions: readonly Occasion[]): Kind | undefined {
  const [first] = occasions;
  return first === undefined ? undefined : kindsOf(first)[0];
}

/** Due the day after at the latest: something of the very day. */
const isSameDay = (within: Duration | null): boolean =>
  within !== null && ((within.unit === "hour" && within.count <= 24) || (within.unit === "day" && within.count <= 1));
