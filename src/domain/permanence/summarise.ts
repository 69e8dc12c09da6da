import type { Case } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import type { WorkingCalendar } from "../dates/working-days.ts";
import { journeyOf } from "../scorecard/journey-of.ts";
import { type CompiledPack, evaluate } from "../standards/evaluate.ts";
import { birthOf, latestCare, openOf } from "./moments.ts";
import { stageOf } from "./stage.ts";
import type { LineBand, LineMark, Summary } from "./summary.ts";

/** The kinds that the small picture of the line marks: the steps between one stage and the next. */
const MARKED: readonly Kind[] = [
  "early-alert", "adoption-became-plan", "plan-decision", "plan-decision-reversed", "final-hearing", "placement-order",
  "matching-panel", "match-decision", "introductions-start", "placed-for-adoption", "disruption", "adoption-application",
  "adoption-order",
];

/** Everything that lists show and projections hold of a child. Pure, and without today in it. */
export function summarise(c: Case, pack: CompiledPack, calendar: WorkingCalendar): Summary {
  const birth = birthOf(c);
  const care = latestCare(c);
  return {
    stage: stageOf(c),
    bornOn: birth !== undefined && !birth.expected ? birth.on : null,
    expectedOn: birth?.expected === true ? birth.on : null,
    careStartedOn: care?.happenedOn ?? null,
    legalStatus: codeOf(c, "legal-status", "status"),
    plan: codeOf(c, "primary-plan", "plan"),
    bands: bandsOf(c),
    marks: marksOf(c),
    clocks: evaluate(c, pack, calendar),
    journey: journeyOf(c),
    workers: workersOf(c),
  };
}

function codeOf(c: Case, kind: Kind, field: string): string | null {
  const code = openOf(c, kind)?.detail[field];
  return typeof code === "string" ? code : null;
}

const bandsOf = (c: Case): LineBand[] =>
  c.of("legal-status").filter((e) => e.certainty === "actual").map((e) => ({
    status: String(e.detail["status"]), from: e.happenedOn, until: e.until ?? null,
  }));

const marksOf = (c: Case): LineMark[] =>
  MARKED.flatMap((kind) => c.of(kind).map((e) => ({ kind, on: e.happenedOn, certainty: e.certainty })))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

/** Who has the child allocated to them now: the open periods of the two worker tracks. */
function workersOf(c: Case): string[] {
  const workers = (["allocated-worker", "family-finder"] as const).map((kind) => openOf(c, kind)?.detail["worker"]);
  return [...new Set(workers.filter((w): w is string => typeof w === "string"))];
}
