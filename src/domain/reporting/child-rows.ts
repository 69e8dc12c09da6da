import { BARRIERS, LEGAL_STATUSES, PERMANENCE_PLANS, PLACEMENT_TYPES } from "../chronology/codes.ts";
import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { CHAPTERS, type Chapter, type Kind, KINDS } from "../chronology/kinds.ts";
import { ageOn, type Day, yearEndingOf } from "../dates/day.ts";
import { ACTION_STATES, actionsIn } from "../meetings/actions.ts";
import { STAGES } from "../permanence/stage.ts";
import type { Summary } from "../permanence/summary.ts";
import type { Choices } from "../scorecard/choices.ts";
import { indicator, within14Months } from "../scorecard/indicators.ts";
import type { Journey, KnownDay } from "../scorecard/journey.ts";
import { stageInPipeline } from "../scorecard/pipeline.ts";
import { type Leg, legsOf, STAGES as LEGS, stageOn } from "../scorecard/stages.ts";
import { INDICATOR_CODES } from "../scorecard/window.ts";
import { CLOCK_STATES, counts, judge } from "../standards/clock.ts";
import type { ChildRows, ReportingRow } from "./rows.ts";

/** The parts of a line that reports show: what happens on the way to permanence. Who the child is, meetings and records are not. */
const CHAPTERS_SHOWN: ReadonlySet<Chapter> = new Set<Chapter>(["care", "planning", "court", "family-finding", "matching", "moving-in", "after-placement", "after-order"]);

/** Of which kinds a code goes with the day, by the detail that holds it. */
const CODED: Readonly<Partial<Record<Kind, readonly [detail: string, codes: Readonly<Record<string, string>>]>>> = {
  "legal-status": ["status", LEGAL_STATUSES], "placement": ["type", PLACEMENT_TYPES],
  "primary-plan": ["plan", PERMANENCE_PLANS], "contingency-plan": ["plan", PERMANENCE_PLANS], "parallel-plan": ["plan", PERMANENCE_PLANS],
};

/** Of a child for reports: what their case and summary come to. Nothing in it is a name, a local id, a note or a day of birth. */
export interface Reported {
  readonly case: Case;
  readonly summary: Summary;
  readonly restricted: boolean;
  /** Record id of the sibling group. */
  readonly siblingGroup: string | null;
  readonly titleOf: (standard: string) => string;
}

/** The rows of one child on a day, all by the product’s own definitions. */
export function childRows({ case: c, summary, restricted, siblingGroup, titleOf }: Reported, choices: Choices, today: Day): ChildRows {
  const { journey } = summary;
  const legs = legsOf(journey);
  const clocks = summary.clocks.map((clock) => judge(clock, today));
  const barriers = c.of("barrier").filter(isActual);
  const of = (row: ReportingRow): ReportingRow => ({ restricted, ...row });
  return {
    child: {
      ...of(whoRow(summary, today)), siblingGroup,
      clocksOverdue: clocks.filter((clock) => clock.state === "overdue" && counts(clock)).length,
      openBarriers: barriers.filter(({ until }) => until === undefined).length,
    },
    milestone: c.entries.filter((e) => CHAPTERS_SHOWN.has(KINDS[e.kind].chapter)).map((e, i) => of({ number: i + 1, ...milestoneRow(e) })),
    journeyStage: legs.map((leg, i) => of({ position: i + 1, ...legRow(leg) })),
    clock: clocks.map((clock) => of({
      standard: clock.standard, standardName: titleOf(clock.standard), occurrence: clock.occurrence, owner: clock.owner, startedOn: clock.startedOn, dueOn: clock.dueOn, stoppedOn: clock.stoppedOn,
      state: clock.state, stateName: CLOCK_STATES[clock.state], days: clock.days, mayBeLate: counts(clock),
    })),
    barrier: barriers.map((e, i) => of({ number: i + 1, ...coded("barrier", String(e.detail["barrier"]), BARRIERS), fromOn: e.happenedOn, untilOn: e.until ?? null, journeyStage: stageOn(legs, e.happenedOn) ?? null })),
    action: actionsIn(c, today).map((a, i) => of({
      number: i + 1, agreedOn: a.agreedOn, dueOn: a.dueOn, firstDueOn: a.firstDueOn, endedOn: a.ended?.happenedOn ?? null, state: a.state, stateName: ACTION_STATES[a.state], daysLate: a.daysLate, escalated: a.escalated !== null,
    })),
    indicatorChild: scoredRows(journey, choices).map(of),
  };
}

const isActual = (e: Entry): boolean => e.certainty === "actual";
const dayOf = (known: KnownDay): Day | null => ("on" in known ? known.on : null);

/** A code with its words, under the column’s name and the same with `Name`. */
const coded = (column: string, code: string | null, codes: Readonly<Record<string, string>>): ReportingRow => ({ [column]: code, [`${column}Name`]: code === null ? null : codes[code] ?? code });

function whoRow(s: Summary, today: Day): ReportingRow {
  const { journey, bornOn } = s;
  const age = bornOn === null || bornOn > today ? null : ageOn(bornOn, today);
  const decidedOn = journey.decisions[0]?.from;
  const standing = stageInPipeline(journey, today);
  return {
    ...coded("stage", s.stage, STAGES), ...coded("legalStatus", s.legalStatus, LEGAL_STATUSES), ...coded("plan", s.plan, PERMANENCE_PLANS), ...coded("placementType", s.placementType, PLACEMENT_TYPES),
    ageYears: age?.years ?? null, ageMonths: age === null ? null : age.years * 12 + age.months,
    ageYearsAtDecision: bornOn === null || decidedOn === undefined || decidedOn < bornOn ? null : ageOn(bornOn, decidedOn).years,
    careStartedOn: dayOf(journey.careStarted), careEndedOn: journey.careEndedOn, team: s.team, earlyPermanence: s.earlyPermanence,
    pipelineStage: standing?.stage ?? null, pipelineSinceOn: standing?.since ?? null,
    adoptedOn: journey.adoptedOn, adoptedYearEnding: journey.adoptedOn === null ? null : yearEndingOf(journey.adoptedOn),
  };
}

function milestoneRow(e: Entry): ReportingRow {
  const { label, chapter } = KINDS[e.kind];
  const [detail, codes] = CODED[e.kind] ?? ["", {}];
  const code = e.detail[detail];
  return { kind: e.kind, kindName: label, chapter: CHAPTERS[chapter], happenedOn: e.happenedOn, untilOn: e.until ?? null, certainty: e.certainty, ...coded("code", typeof code === "string" ? code : null, codes) };
}

const legRow = ({ stage, from, to, days, words }: Leg): ReportingRow => ({ stage, stageName: LEGS[stage], fromOn: dayOf(from), toOn: dayOf(to), days, whyNot: words });

/** What an adopted child adds to each indicator, or why nothing: their own row of the one definition. */
function scoredRows(journey: Journey, choices: Choices): readonly ReportingRow[] {
  const { adoptedOn } = journey;
  if (adoptedOn === null) return [];
  const yearEnding = yearEndingOf(adoptedOn);
  return INDICATOR_CODES.map((code) => {
    const { counted: [scored], notCounted: [not] } = indicator(code as "A1", [{ child: "", journey }], { yearEnding, years: 1 }, { ...choices, among: "adopted" });
    return {
      indicator: code, adoptedOn, adoptedYearEnding: yearEnding, fromOn: scored?.fromOn ?? null, toOn: scored?.toOn ?? null, days: scored?.days ?? null,
      within14Months: code === "A3" && scored !== undefined ? within14Months(scored.fromOn, scored.toOn, choices) : null, whyNot: not?.reason ?? null,
    };
  });
}
