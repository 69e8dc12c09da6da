import { lower } from "../../words.ts";
import { ownersInWords } from "../plan/owners.ts";
import type { PlanOwner } from "../plan/plan.ts";
import { RHYTHMS, type Rhythm } from "./regular.ts";

/** A report that many authorities make, offered to start a register from. */
export interface UsualReport {
  readonly id: string;
  readonly meeting: string;
  readonly rhythm: Rhythm;
  readonly makers: readonly PlanOwner[];
  readonly withinDays: number;
}

const manager = (service: "adoption" | "fieldwork" | null): readonly PlanOwner[] => [{ type: "office", role: "service-manager", service }];
const REVIEWING: readonly PlanOwner[] = [{ type: "office", role: "reviewing-officer", service: null }];

/** Source: Sheffield’s action plan of July 2015, to which meetings performance goes and how often (SHEF-A28). The days are ours. */
export const USUAL_REPORTS: readonly UsualReport[] = [
  { id: "fieldwork", meeting: "Fieldwork performance meeting", rhythm: "month", makers: manager("fieldwork"), withinDays: 10 },
  { id: "adoption", meeting: "Adoption service performance meeting", rhythm: "month", makers: manager("adoption"), withinDays: 10 },
  { id: "reviewing", meeting: "Reviewing service performance meeting", rhythm: "month", makers: REVIEWING, withinDays: 10 },
  { id: "safeguarding", meeting: "Safeguarding and reviewing meeting", rhythm: "quarter", makers: REVIEWING, withinDays: 20 },
  { id: "permanence", meeting: "Permanence board", rhythm: "quarter", makers: manager(null), withinDays: 20 },
];

/** What one of the usual reports says of a thing, for rows of the source documents to be held against: `meeting`, `how often`, `made by`. Nothing where there is no such thing. */
export function usualReportSays(id: string, thing: string): string | undefined {
  const usual = USUAL_REPORTS.find((one) => one.id === id);
  switch (thing) {
    case "meeting": return usual?.meeting;
    case "how often": return usual === undefined ? undefined : lower(RHYTHMS[usual.rhythm]);
    case "made by": return usual === undefined ? undefined : ownersInWords(usual.makers, new Map());
    default: return undefined;
  }
}
