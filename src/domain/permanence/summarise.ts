import { adoptersReferences } from "../access/side.ts";
import { agencyDatesOf, differsFor } from "../agency/differences.ts";
import { isAgencyKind, isMeetingKind } from "../agency/shown.ts";
import { EARLY_PERMANENCE_PLACEMENTS } from "../chronology/codes.ts";
import type { Case } from "../chronology/fold.ts";
import { isPeriodKind, type Kind } from "../chronology/kinds.ts";
import type { WorkingCalendar } from "../dates/working-days.ts";
import { profileInList } from "../profile/in-list.ts";
import { countsOf } from "../scorecard/counted-so-far.ts";
import { journeyOf } from "../scorecard/journey-of.ts";
import { type CompiledPack, evaluate } from "../standards/evaluate.ts";
import { dateShown } from "./date-shown.ts";
import { birthOf, latestCare, openOf, standingPlacementOrder } from "./moments.ts";
import { ENDED_STAGES, stageOf } from "./stage.ts";
import type { FindingTerm, LineBand, LineMark, ShownDate, Summary } from "./summary.ts";

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
  const journey = journeyOf(c);
  const [socialWorker, familyFinder] = [detailOf(c, "allocated-worker", "worker"), detailOf(c, "family-finder", "worker")];
  const stage = stageOf(c);
  return {
    stage,
    name: nameOf(c),
    bornOn: birth !== undefined && !birth.expected ? birth.on : null,
    expectedOn: birth?.expected === true ? birth.on : null,
    careStartedOn: care?.happenedOn ?? null,
    legalStatus: detailOf(c, "legal-status", "status"),
    plan: detailOf(c, "primary-plan", "plan"),
    placementType: detailOf(c, "placement", "type"),
    orderOn: ENDED_STAGES.includes(stage) ? null : standingPlacementOrder(c)?.happenedOn ?? null,
    socialWorker,
    familyFinder,
    team: detailOf(c, "responsible-team", "team"),
    reviewingOfficer: reviewingOfficerOf(c),
    barriers: [...new Set(openBarriers(c))],
    earlyPermanence: c.of("placement").some((e) => e.certainty === "actual" && EARLY_PERMANENCE_PLACEMENTS.has(String(e.detail["type"])) && e.happenedOn >= (care?.happenedOn ?? "")),
    bands: bandsOf(c),
    marks: marksOf(c),
    dates: datesOf(c),
    agencyDates: Object.fromEntries(agencyDatesOf(c).map(({ kind, on, certainty, entry }) => [kind, { on, certainty, entry: entry.number }])),
    differs: differsFor(c),
    profile: profileInList(c),
    counts: countsOf(journey),
    terms: termsOf(c),
    clocks: evaluate(c, pack, calendar),
    journey,
    workers: [...new Set([socialWorker, familyFinder].filter((w) => w !== null))],
  };
}

/** Given and family name where either is recorded. */
export function nameOf(c: Case): string | null {
  const detail = c.of("particulars").at(-1)?.detail ?? {};
  const name = [detail["givenName"], detail["familyName"]].filter((part) => typeof part === "string").join(" ");
  return name === "" ? null : name;
}

function reviewingOfficerOf(c: Case): string | null {
  const officer = c.of("reviewing-officer-appointed").at(-1)?.detail["officer"];
  return typeof officer === "string" ? officer : null;
}

function detailOf(c: Case, kind: Kind, field: string): string | null {
  const value = openOf(c, kind)?.detail[field];
  return typeof value === "string" ? value : null;
}

const openBarriers = (c: Case): string[] =>
  c.of("barrier").filter((e) => e.certainty === "actual" && e.until === undefined).map((e) => String(e.detail["barrier"]));

const bandsOf = (c: Case): LineBand[] =>
  c.of("legal-status").filter((e) => e.certainty === "actual").map((e) => ({
    status: String(e.detail["status"]), from: e.happenedOn, until: e.until ?? null,
  }));

const marksOf = (c: Case): LineMark[] =>
  MARKED.flatMap((kind) => c.of(kind).map((e) => ({ kind, on: e.happenedOn, certainty: e.certainty })))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

function datesOf(c: Case): Partial<Record<Kind, ShownDate>> {
  const dates: Partial<Record<Kind, ShownDate>> = {};
  for (const { kind } of c.entries) {
    if (dates[kind] !== undefined || isPeriodKind(kind) || kind === "particulars" || isAgencyKind(kind) || isMeetingKind(kind)) continue;
    const shown = dateShown(c, kind);
    if (shown !== undefined) dates[kind] = shown;
  }
  return dates;
}

/** Every name the record gives the child, and every carer by their reference: those who may adopt the child, or have, apart. */
function termsOf(c: Case): FindingTerm[] {
  const terms: FindingTerm[] = [];
  const add = (type: FindingTerm["type"], text: unknown): void => {
    if (typeof text === "string" && text !== "" && !terms.some((t) => t.type === type && t.text === text)) terms.push({ type, text });
  };
  add("name", nameOf(c));
  const families = adoptersReferences(c.entries);
  for (const e of c.entries) if (e.kind === "placement" && !families.has(String(e.detail["carer"]))) add("carer", e.detail["carer"]);
  for (const family of families) add("family", family);
  return terms;
}
