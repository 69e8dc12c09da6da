import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import { addMonths, type Day } from "../dates/day.ts";
import { birthOf, happened, holding, isDecided } from "../permanence/moments.ts";
import { movedInWithCarer, withCurrentCarer } from "../scorecard/moved-in.ts";

/** Rules that the closed set of conditions cannot say: pure functions of the case, by name. */
type ConditionRow = { readonly says: string; readonly holds: (c: Case, on: Day) => boolean };

export const NAMED_CONDITIONS = {
  relinquished: {
    says: "a parent consented to the placement, and no court order stands behind it",
    holds: isRelinquished,
  },
  "relinquished-infant": {
    says: "the child is younger than six months, a parent consented to the placement, and no court order stands behind it",
    holds: (c, on) => {
      const birth = birthOf(c);
      return birth !== undefined && on < addMonths(birth.on, 6) && isRelinquished(c);
    },
  },
  "authorised-to-place": {
    says: "there is authority to place the child, by placement order or by consent",
    holds: (c, on) => isAuthorised(c, on),
  },
  "placed-with-adopters": {
    says: "the child is placed with adopters",
    holds: (c, on) => isStanding(c, "placed-for-adoption", ["disruption", "child-returned"], on),
  },
  "order-applied-for": {
    says: "an application for a placement order or an adoption order is waiting to be decided",
    holds: (c, on) => isStanding(c, "placement-order-application", ["placement-order"], on)
      || isStanding(c, "adoption-application", ["adoption-order"], on),
  },
  "decided-for-adoption": {
    says: "it is decided that the child should be placed for adoption",
    holds: (c, on) => isStanding(c, "plan-decision", ["plan-decision-reversed", "adoption-not-the-route"], on),
  },
  "adopters-identified": {
    says: "a family has been linked with or shortlisted for the child",
    holds: (c, on) => isStanding(c, "link", FELL_THROUGH, on) || isStanding(c, "shortlist", FELL_THROUGH, on),
  },
  "visited-weekly-at-first": {
    says: "the child is at home under an interim care order, or placed before the assessment is complete",
    holds: (c, on) => holding(c, "placed-before-assessment", on) !== undefined
      || (holding(c, "placement", on)?.detail["type"] === "P1" && holding(c, "legal-status", on)?.detail["status"] === "C1"),
  },
} as const satisfies Record<string, ConditionRow>;
export type NamedCondition = keyof typeof NAMED_CONDITIONS;

const FELL_THROUGH = ["link-ended", "disruption"] as const satisfies readonly Kind[];
const COURT_ORDERS = new Set(["C1", "C2", "D1", "E1"]);

function isRelinquished(c: Case): boolean {
  return isStanding(c, "consent-given", ["consent-withdrawn"], undefined)
    && happened(c, "placement-order").length === 0
    && !c.of("legal-status").some((e) => COURT_ORDERS.has(String(e.detail["status"])));
}

const isAuthorised = (c: Case, on: Day): boolean =>
  isStanding(c, "placement-order", ["placement-order-revoked"], on) || isStanding(c, "consent-given", ["consent-withdrawn"], on);

function lastBy(c: Case, kind: Kind, on: Day | undefined): Entry | undefined {
  const entries = c.of(kind);
  for (let i = entries.length - 1; i >= 0; i--) {
    const e = entries[i]!;
    if ((on === undefined || e.happenedOn <= on) && e.certainty === "actual" && isDecided(e)) return e;
  }
  return undefined;
}

/** It had happened by the day (ever, where there is none), and nothing that undoes it had happened since. */
function isStanding(c: Case, kind: Kind, undoneBy: readonly Kind[], on: Day | undefined): boolean {
  const done = lastBy(c, kind, on);
  if (done === undefined) return false;
  for (const k of undoneBy) if ((lastBy(c, k, on)?.happenedOn ?? "") >= done.happenedOn) return false;
  return true;
}

type OccasionRow = { readonly says: string; readonly kinds: readonly Kind[]; readonly entries: (c: Case) => readonly Entry[] };

export const NAMED_OCCASIONS = {
  "adoption-plan-ended": {
    says: "adoption is no longer the plan",
    kinds: ["adoption-not-the-route", "primary-plan"],
    entries: (c) => [
      ...happened(c, "adoption-not-the-route"),
      ...happened(c, "primary-plan").filter((e) =>
        e.detail["plan"] !== "ADOPTION" && holding(c, "parallel-plan", e.happenedOn)?.detail["plan"] !== "ADOPTION"),
    ],
  },
  "authority-to-place-ended": {
    says: "there is no longer authority to place the child",
    kinds: ["placement-order-revoked", "consent-withdrawn"],
    entries: (c) => [...happened(c, "placement-order-revoked"), ...happened(c, "consent-withdrawn")].filter((e) => !isAuthorised(c, e.happenedOn)),
  },
  "considered-again": {
    says: "the child is considered at a tracking meeting for a second or later time in this period of care",
    kinds: ["tracking-meeting"],
    entries: (c) => {
      const meetings = happened(c, "tracking-meeting");
      return meetings.filter(({ happenedOn }) => {
        const care = holding(c, "looked-after", happenedOn);
        return care !== undefined && meetings.some((m) => m.happenedOn < happenedOn && m.happenedOn >= care.happenedOn);
      });
    },
  },
} as const satisfies Record<string, OccasionRow>;
export type NamedOccasion = keyof typeof NAMED_OCCASIONS;

type StartRow = { readonly says: string; readonly from: (c: Case, start: Entry) => Day };

export const NAMED_STARTS = {
  "living-with-the-applicants": {
    says: "the day the child first lived with these carers, fostering included",
    from: (c, placed) => {
      if (!withCurrentCarer(c, placed, [])) return placed.happenedOn;
      const care = holding(c, "looked-after", placed.happenedOn);
      const moved = movedInWithCarer(c, placed.happenedOn, care?.happenedOn);
      return "on" in moved ? moved.on : placed.happenedOn;
    },
  },
} as const satisfies Record<string, StartRow>;
export type NamedStart = keyof typeof NAMED_STARTS;
