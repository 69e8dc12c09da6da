import { type LegalStatus, LEGAL_STATUSES, type PermanencePlan, PERMANENCE_PLANS, type PlacementType, PLACEMENT_TYPES } from "../chronology/codes.ts";
import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { type Kind } from "../chronology/kinds.ts";
import { ageOn, type Day, dayInWords } from "../dates/day.ts";
import { birthOf, lastOf, latestCare, openOf } from "./moments.ts";

/**
 * Where the child stands, in a few phrases for the identity bar: “Placement order since 8
 * October 2025”, “Plan: adoption”, “Contingency: long-term fostering to 18”.
 */
export function standingInWords(c: Case): readonly string[] {
  const order = lastOf(c, "adoption-order");
  if (order !== undefined) return [`Adopted on ${dayInWords(order.happenedOn)}`];
  const care = latestCare(c);
  if (care?.until !== undefined) return [`Left care on ${dayInWords(care.until)}`];
  const phrases: string[] = [];
  const legal = openOf(c, "legal-status");
  if (legal !== undefined) phrases.push(`${LEGAL_STATUSES[legal.detail["status"] as LegalStatus]}${sinceInWords(legal)}`);
  else if (care !== undefined) phrases.push(`Looked after${sinceInWords(care)}`);
  else phrases.push("Not looked after");
  const placement = openOf(c, "placement");
  if (placement !== undefined) phrases.push(PLACEMENT_TYPES[placement.detail["type"] as PlacementType]);
  phrases.push(...plansInWords(c));
  return phrases;
}

/** Of what began before the earliest file, the first day on record is not the day it began. */
const sinceInWords = ({ happenedOn, detail }: Entry): string =>
  detail["startUnknown"] === true ? `, begun on or before ${dayInWords(happenedOn)}` : ` since ${dayInWords(happenedOn)}`;

const PLAN_TRACKS: readonly (readonly [Kind, string])[] = [
  ["primary-plan", "Plan"], ["parallel-plan", "Parallel plan"], ["contingency-plan", "Contingency"],
];

function plansInWords(c: Case): string[] {
  const words = PLAN_TRACKS.flatMap(([kind, label]) => {
    const plan = openOf(c, kind)?.detail["plan"];
    return plan === undefined ? [] : [`${label}: ${PERMANENCE_PLANS[plan as PermanencePlan].toLowerCase()}`];
  });
  return words.length === 0 ? ["No plan recorded"] : words;
}

/** “2 years 1 month”, “5 months”, “Due 14 January 2027”. */
export function ageInWords(birth: { readonly on: Day; readonly expected: boolean } | undefined, today: Day): string {
  if (birth === undefined) return "Date of birth not recorded";
  if (birth.expected) return `Due ${dayInWords(birth.on)}`;
  const { years, months } = ageOn(birth.on, today);
  const plural = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? "" : "s"}`;
  if (years === 0) return plural(months, "month");
  return months === 0 || years >= 10 ? plural(years, "year") : `${plural(years, "year")} ${plural(months, "month")}`;
}

export const ageOfChild = (c: Case, today: Day): string => ageInWords(birthOf(c), today);
