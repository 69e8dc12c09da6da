import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import { type Day, daysBetween, earliest } from "../dates/day.ts";
import type { Duration } from "../dates/duration.ts";
import { dueOn, type WorkingCalendar } from "../dates/working-days.ts";
import { isDecided } from "../permanence/moments.ts";
import { actionsIn, decisionsIn, isBehind, isOpenAction, isUnanswered, onceEach } from "./actions.ts";

/** What is read of each child to say whether a meeting is worth it. */
export const WORTH_KINDS = [
  "looked-after", "review", "tracking-meeting", "agency-meeting", "plan-decision", "plan-decision-reversed", "match-decision", "adoption-order",
  "meeting-outcome", "meeting-decision", "meeting-decision-answered", "action-agreed", "action-done", "action-escalated", "action-said",
] as const satisfies readonly Kind[];

/** A series as it is looked back on. */
export interface LookedBack {
  /** The ids of its meetings, and the days on which they were held. */
  readonly meetings: ReadonlySet<string>;
  readonly heldOn: readonly Day[];
  /** What is written on a child’s record whom such a meeting considered: an authority’s or an agency’s. */
  readonly considered: "tracking-meeting" | "agency-meeting";
  /** By when a child who comes into care is to be considered. Source: Central Bedfordshire’s terms of reference, eight weeks. */
  readonly firstWithin: Duration;
  /** What its agenda is there to see: children who come into care, and those before their second review. Another series is not measured by it. */
  readonly sees: { readonly first: boolean; readonly review: boolean };
}

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** How many were in time and how many not. */
export interface InTime {
  readonly inTime: number;
  readonly not: number;
}

/** Of so many, the median number of days; none where there is nothing. */
export interface Median {
  readonly of: number;
  readonly days: number | null;
}

export interface Worth {
  readonly meetings: number;
  /** Children whom the series considered at least once. */
  readonly seen: number;
  /** Children who came into care, considered within the limit. */
  readonly first: InTime;
  /** Children who had a second review, considered between the first and it. */
  readonly review: InTime;
  /** Children decided to be placed for adoption, considered at the next meeting of the series. */
  readonly decided: InTime;
  readonly decisions: number;
  /** Of the decisions, what is for others to decide, and how much of it has been answered. */
  readonly recommended: number;
  readonly answered: number;
  /** Of the actions agreed, each once however often it was passed on, by its first day: done in time or late, no longer needed, still to be done, and past that day. */
  readonly actions: { readonly agreed: number; readonly inTime: number; readonly late: number; readonly dropped: number; readonly open: number; readonly overdue: number; readonly escalated: number };
  /** From the meeting that agreed it to the day an action was done, of those done in the period. */
  readonly done: Median;
  /** Children tracked until then, with the days since the series first considered them. */
  readonly until: { readonly match: Median; readonly order: Median; readonly revisited: Median };
}

const actual = (c: Case, kind: Kind): readonly Entry[] => c.of(kind).filter((e) => e.certainty === "actual");
const within = (on: Day, { from, to }: Period): boolean => from <= on && on <= to;

/**
 * What a series’ meetings came to in a period, as it stands on a day. `children`: every child whom whoever asks may see, each with
 * the kinds of WORTH_KINDS. What is not yet due by `asOf` is in no count.
 */
export function worthOf(children: readonly Case[], series: LookedBack, period: Period, asOf: Day, calendar: WorkingCalendar): Worth {
  const to = earliest(period.to, asOf);
  const now: Period = { from: period.from, to };
  const seen = children.filter((c) => consideredBy(c, series).some((on) => within(on, now)));
  const actions = children.flatMap((c) => onceEach(actionsIn(c, asOf))).filter(({ of }) => series.meetings.has(of.meeting));
  const agreed = actions.filter(({ agreedOn }) => within(agreedOn, now));
  const decisions = children.flatMap(decisionsIn).filter(({ of, entry }) => series.meetings.has(of.meeting) && within(entry.happenedOn, now));
  const ended = (how: "done" | "other"): typeof agreed => agreed.filter(({ state }) => (how === "done" ? state === "done" : state === "overtaken" || state === "passed-on"));
  const done = ended("done");
  return {
    meetings: series.heldOn.filter((on) => within(on, now)).length, seen: seen.length,
    first: series.sees.first ? sum(children.map((c) => firstInTime(c, series, now, asOf, calendar))) : NONE,
    review: series.sees.review ? sum(children.map((c) => beforeReview(c, series, now))) : NONE,
    decided: sum(children.map((c) => afterDecision(c, series, now))),
    decisions: decisions.length, recommended: decisions.filter(({ sort }) => sort !== "decided").length, answered: decisions.filter((decision) => decision.sort !== "decided" && !isUnanswered(decision)).length,
    actions: {
      agreed: agreed.length, inTime: done.filter((a) => a.ended!.happenedOn <= a.firstDueOn).length, late: done.filter((a) => a.ended!.happenedOn > a.firstDueOn).length, dropped: ended("other").length,
      open: agreed.filter((a) => isOpenAction(a) && !isBehind(a, asOf)).length, overdue: agreed.filter((a) => isBehind(a, asOf)).length, escalated: agreed.filter(({ escalated }) => escalated !== null).length,
    },
    done: medianOf(actions.filter(({ state, ended: end }) => state === "done" && within(end!.happenedOn, now)).map(({ agreedOn, ended: end }) => daysBetween(agreedOn, end!.happenedOn))),
    until: untilOf(children, series, now),
  };
}

/** The days on which this series considered a child, as its own confirmed minutes say: another meeting on the same day is not one of them. */
const consideredBy = (c: Case, series: LookedBack): readonly Day[] =>
  actual(c, "meeting-outcome").filter((e) => series.meetings.has(String(e.detail["meeting"]))).map((e) => e.happenedOn).toSorted();

/** By this series in time, or missed by it: whoever another meeting saw in time was not missed, and none was before it began to meet. */
function seenBetween(c: Case, series: LookedBack, from: Day, to: Day): InTime {
  if (consideredBy(c, series).some((on) => on >= from && on <= to)) return IN_TIME;
  const [began] = series.heldOn;
  return began === undefined || to < began || actual(c, series.considered).some((e) => e.happenedOn >= from && e.happenedOn <= to) ? NONE : NOT;
}

function firstInTime(c: Case, series: LookedBack, now: Period, asOf: Day, calendar: WorkingCalendar): InTime {
  return sum(actual(c, "looked-after").filter((e) => e.detail["startUnknown"] !== true).map((care) => {
    const limitOn = dueOn(calendar, care.happenedOn, series.firstWithin);
    if (!within(limitOn, now)) return NONE;
    const seen = seenBetween(c, series, care.happenedOn, limitOn);
    return seen === NOT && ((care.until !== undefined && care.until <= limitOn) || limitOn >= asOf) ? NONE : seen;
  }));
}

function beforeReview(c: Case, series: LookedBack, now: Period): InTime {
  return sum(actual(c, "looked-after").map((care) => {
    const [firstReview, second] = actual(c, "review").filter((e) => e.happenedOn >= care.happenedOn && (care.until === undefined || e.happenedOn <= care.until));
    if (firstReview === undefined || second === undefined || !within(second.happenedOn, now)) return NONE;
    return seenBetween(c, series, firstReview.happenedOn, second.happenedOn);
  }));
}

function afterDecision(c: Case, series: LookedBack, now: Period): InTime {
  return sum(actual(c, "plan-decision").filter(isDecided).map((decision) => {
    const next = series.heldOn.find((on) => on > decision.happenedOn);
    // Of what was decided before the series began to meet, its first meeting was not the next.
    if (next === undefined || next === series.heldOn[0] || !within(next, now)) return NONE;
    return consideredBy(c, series).includes(next) ? IN_TIME : NOT;
  }));
}

function untilOf(children: readonly Case[], series: LookedBack, now: Period): Worth["until"] {
  const days = { match: [] as number[], order: [] as number[], revisited: [] as number[] };
  for (const c of children) {
    const [from] = consideredBy(c, series);
    if (from === undefined) continue;
    const first = (of: readonly Entry[]): Day | undefined => of.find((e) => e.happenedOn >= from)?.happenedOn;
    const ends = {
      match: first(actual(c, "match-decision").filter(isDecided)), order: first(actual(c, "adoption-order")),
      revisited: first([...actual(c, "meeting-outcome").filter((e) => e.detail["revisit"] === true && series.meetings.has(String(e.detail["meeting"]))), ...actual(c, "plan-decision-reversed")].toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : 1))),
    };
    for (const end of ["match", "order", "revisited"] as const) if (ends[end] !== undefined && within(ends[end], now)) days[end].push(daysBetween(from, ends[end]));
  }
  return { match: medianOf(days.match), order: medianOf(days.order), revisited: medianOf(days.revisited) };
}

const NONE: InTime = { inTime: 0, not: 0 };
const IN_TIME: InTime = { inTime: 1, not: 0 };
const NOT: InTime = { inTime: 0, not: 1 };
const sum = (all: readonly InTime[]): InTime => all.reduce((a, b) => ({ inTime: a.inTime + b.inTime, not: a.not + b.not }), NONE);

/** The middle of the days; of an even number, the mean of the two in the middle, whole. */
function medianOf(days: readonly number[]): Median {
  const sorted = days.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return { of: days.length, days: low === undefined || high === undefined ? null : Math.round((low + high) / 2) };
}

/** Fewer than this tell nothing of how a meeting does: the numbers are said, and no picture is drawn of them. */
export const FEW = 5;
export const isFew = ({ inTime, not }: InTime): boolean => inTime + not < FEW;
