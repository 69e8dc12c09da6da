import type { Case } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import { addDays, type Day, daysBetween, dayInWords, yearEndingOf } from "../dates/day.ts";
import { type Journey, type KnownDay, MISSING } from "../scorecard/journey.ts";
import type { IndicatorCode } from "../scorecard/window.ts";
import type { Clock } from "../standards/clock.ts";
import { type CompiledPack, stopsOf, versionFor } from "../standards/compile.ts";
import { kindsOf } from "../standards/occasions.ts";
import { individualTargetsOf } from "./individual-targets.ts";

/** Whether a target can still be kept. Waiting: what it counts from has not happened. Unknown: the record does not say. */
export const TARGET_STATES = {
  possible: "Still possible", met: "Met", "met-late": "Not met", "not-possible": "No longer possible", waiting: "Not started", unknown: "Not recorded",
} as const;
export type TargetState = keyof typeof TARGET_STATES;

/** A day by which something should be so for this child, and how that stands. */
export interface TargetDate {
  readonly what: string;
  /** None while what it counts from has not happened or is not known. */
  readonly on: Day | null;
  /** In words, what the day comes from. */
  readonly from: string;
  readonly state: TargetState;
  /** The day it was done, or the first day on which it could no longer be. */
  readonly since: Day | null;
  /** Days left where it is possible; days by which it was missed, so far or in the end. */
  readonly days: number | null;
  /** Of a standard whose text is not confirmed: never red. */
  readonly advisory: boolean;
  /** Somebody set it for this child: the number of the entry. Null: the scorecard’s or a standard’s own. */
  readonly setBy: number | null;
  /** The clock whose day it is, or beside which it was set. */
  readonly clock: Pick<Clock, "standard" | "occurrence"> | null;
}

/** Days of a scorecard threshold for the three years ending in March of a year; null where none is to be judged by. */
export type ThresholdIn = (indicator: IndicatorCode, yearEnding: number) => number | null;

/**
 * The days by which this child would have to be matched and moved in to keep the scorecard’s
 * thresholds, those of the standards that lead from one stage to the next, and those that
 * somebody set. Earliest first. The thresholds are those of the year in which the child was
 * adopted, or else of this year. Scorecard days only while the plan is adoption.
 */
export function targetDates(c: Case, journey: Journey, clocks: readonly Clock[], pack: CompiledPack, thresholdIn: ThresholdIn, today: Day): readonly TargetDate[] {
  const year = yearEndingOf(journey.adoptedOn ?? today);
  const threshold = (indicator: IndicatorCode) => thresholdIn(indicator, year);
  return [
    ...scorecardTargets(journey, threshold, today),
    ...stageTargets(clocks, pack, today),
    ...individualTargets(c, clocks, pack, today),
  ].toSorted((a, b) => ((a.on ?? "9999") < (b.on ?? "9999") ? -1 : (a.on ?? "9999") > (b.on ?? "9999") ? 1 : 0));
}

function scorecardTargets(j: Journey, threshold: (indicator: IndicatorCode) => number | null, today: Day): readonly TargetDate[] {
  if (!j.decisionStands && j.adoptedOn === null) return [];
  const isPlaced = j.adoptedOn !== null || "on" in j.placed || j.placed.missing === MISSING.placedBeforeFiles;
  const of = (what: string, indicator: IndicatorCode, from: KnownDay, words: string, done: KnownDay, isPast: boolean, notYet: string): TargetDate[] => {
    const days = threshold(indicator);
    if (days === null) return [];
    if (!("on" in from)) {
      const waits = !isPast && NOT_YET.has(from.missing);
      return [{ what, on: null, from: `${days} days from ${words} (scorecard ${indicator}): ${waits ? notYet : from.missing}`, state: waits ? "waiting" : "unknown", since: null, days: null, ...OF_SCORECARD }];
    }
    const on = addDays(from.on, days);
    const says = `${days} days from ${words} on ${dayInWords(from.on)} (scorecard ${indicator})`;
    if (!("on" in done) && isPast) return [{ what, on, from: says, state: "unknown", since: null, days: null, ...OF_SCORECARD }];
    return [{ what, on, from: says, ...standing(on, "on" in done ? done.on : null, today), ...OF_SCORECARD }];
  };
  return [
    ...of("Matched with a family", "A2", j.placementOrder, "the placement order", j.matched, isPlaced, "no order is made yet"),
    ...of("Moved in with the family", "A10", j.careStarted, "coming into care", j.movedIn, j.adoptedOn !== null, "not in care"),
  ];
}

const OF_SCORECARD = { advisory: false, setBy: null, clock: null } as const;

const NOT_YET: ReadonlySet<string> = new Set([MISSING.noOrder, MISSING.noCare]);

/** What moves a child from one stage to the next. */
const STAGE_KINDS: ReadonlySet<Kind> = new Set<Kind>([
  "primary-plan", "adoption-became-plan", "plan-decision", "placement-order", "matching-panel", "match-decision", "placed-for-adoption", "adoption-application", "adoption-order",
]);

/** The latest clock of each standard that leads from stage to stage and has a last day. */
function stageTargets(clocks: readonly Clock[], pack: CompiledPack, today: Day): readonly TargetDate[] {
  const latest = new Map<string, TargetDate>();
  for (const clock of clocks) {
    const { dueOn, startedOn, flags } = clock;
    if (dueOn === null || clock.mootOn !== null || flags.includes("not-before") || flags.includes("checklist")) continue;
    const s = versionFor(pack, clock);
    if (s === undefined || !stopsOf(s).some((o) => [...kindsOf(o)].some((kind) => STAGE_KINDS.has(kind)))) continue;
    const advisory = flags.includes("advisory");
    const from = `${s.id}${advisory ? ", advisory" : ""}${startedOn === null ? "" : `, counted from ${dayInWords(startedOn)}`}`;
    const stands = clock.notRecorded ? { state: "unknown" as const, since: null, days: null } : standing(dueOn, clock.stoppedOn, today);
    latest.set(clock.standard, { what: s.title, on: dueOn, from, ...stands, advisory, setBy: null, clock });
  }
  return [...latest.values()];
}

function individualTargets(c: Case, clocks: readonly Clock[], pack: CompiledPack, today: Day): readonly TargetDate[] {
  return individualTargetsOf(c, clocks).map(({ entry, standard, dueOn, clock }) => {
    const title = pack.versions.get(standard)?.at(-1)?.title ?? standard;
    const why = entry.detail["note"];
    const from = `Set for this child on ${dayInWords(entry.happenedOn)}${why === undefined ? "" : `: ${String(why)}`}`;
    const stands = clock === undefined && today > dueOn ? { state: "unknown" as const, since: null, days: null } : standing(dueOn, clock?.stoppedOn ?? null, today);
    return { what: title, on: dueOn, from, ...stands, advisory: false, setBy: entry.number, clock: clock ?? null };
  });
}

function standing(on: Day, doneOn: Day | null, today: Day): Pick<TargetDate, "state" | "since" | "days"> {
  if (doneOn !== null) return doneOn <= on ? { state: "met", since: doneOn, days: null } : { state: "met-late", since: doneOn, days: daysBetween(on, doneOn) };
  return today <= on ? { state: "possible", since: null, days: daysBetween(today, on) } : { state: "not-possible", since: addDays(on, 1), days: daysBetween(on, today) };
}
