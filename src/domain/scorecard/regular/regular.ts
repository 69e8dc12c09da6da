import { type Day, dayInWords } from "../../dates/day.ts";
import { daysOf, parseQuarter, preceding, type Quarter, quarterCode, quarterInWords, quarterOf } from "../../dates/quarter.ts";
import { addWorkingDays, type WorkingCalendar } from "../../dates/working-days.ts";
import { type Month, monthAfter, monthInWords, monthOf, parseMonth, type Span, spanOf } from "../../standards/performance.ts";
import { counted } from "../../words.ts";
import type { PlanOwner } from "../plan/plan.ts";

export const RHYTHMS = { month: "Every month", quarter: "Every quarter" } as const;
export type Rhythm = keyof typeof RHYTHMS;

/** A report that goes to a meeting again and again: which meeting, how often, and who makes it. */
export interface RegularReport {
  readonly id: string;
  /** Of the change that last worded it. */
  readonly number: number;
  readonly meeting: string;
  readonly rhythm: Rhythm;
  readonly makers: readonly PlanOwner[];
  /** It is due so many working days after the month or the quarter that it is of, or after it was put on the register where that is later. */
  readonly withinDays: number;
  /** The day from which reports are owed: none of a time that ended before it. */
  readonly from: Day;
  /** Why it is made no longer, and since when. */
  readonly ended: { readonly on: Day; readonly why: string } | null;
}

/** A month, as “2026-10”, or a quarter, as “2026-27-q3”: what a report is of. */
export type PeriodCode = string;

export type RegularMade =
  | { readonly what: "set"; readonly meeting: string; readonly rhythm: Rhythm; readonly makers: readonly PlanOwner[]; readonly withinDays: number; readonly from: Day }
  | { readonly what: "ended"; readonly on: Day; readonly why: string }
  | { readonly what: "made"; readonly period: PeriodCode; readonly on: Day };

/** One thing that was done to the register. All of them in order are the register and its history. */
export interface RegularChange {
  readonly number: number;
  readonly report: string;
  readonly made: RegularMade;
  /** Account. */
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Of what was made: its document is kept. */
  readonly kept?: boolean;
}

export const DUE_STATES = { made: "Made", "made-late": "Made late", due: "Due", late: "Late" } as const;
export type DueState = keyof typeof DUE_STATES;

/** A report of one month or quarter that has ended. */
export interface DueReport {
  readonly period: PeriodCode;
  readonly dueOn: Day;
  readonly state: DueState;
  /** The first time that it was made; null where it was not. */
  readonly madeOn: Day | null;
  /** Account. */
  readonly madeBy: string | null;
  /** Its document is kept as it was made. */
  readonly kept: boolean;
}

/** The register as it stands: each report with its last times, the latest first. */
export interface Registered extends RegularReport {
  readonly due: readonly DueReport[];
}

/** So many of its times are shown. */
export const SHOWN_TIMES = 6;

export function registerFrom(changes: readonly RegularChange[], calendar: WorkingCalendar, today: Day): readonly Registered[] {
  return [...Map.groupBy(changes, ({ report }) => report)].flatMap(([id, own]): readonly Registered[] => {
    const set = own.findLast(({ made }) => made.what === "set");
    if (set?.made.what !== "set") return [];
    const { meeting, rhythm, makers, withinDays, from } = set.made;
    const last = own.findLast(({ made }) => made.what === "set" || made.what === "ended")?.made;
    const report: RegularReport = { id, number: set.number, meeting, rhythm, makers, withinDays, from, ended: last?.what === "ended" ? { on: last.on, why: last.why } : null };
    const begunOn = own.find(({ made }) => made.what === "set")!.at.slice(0, 10) as Day;
    return [{ ...report, due: timesOf(report, begunOn, own, calendar, today) }];
  });
}

/**
 * Of every time that has ended since reports are owed, and before they no longer are. What had ended when the report was put on the
 * register is due so many working days after that: nothing is late on the day that it is first asked for.
 */
function timesOf({ rhythm, from, withinDays, ended }: RegularReport, begunOn: Day, own: readonly RegularChange[], calendar: WorkingCalendar, today: Day): readonly DueReport[] {
  return endedPeriods(rhythm, today).filter((period) => { const { to } = spanOfPeriod(period)!; return to >= from && (ended === null || to < ended.on); }).map((period) => {
    const { to } = spanOfPeriod(period)!;
    const dueOn = addWorkingDays(calendar, to < begunOn ? begunOn : to, withinDays);
    const first = own.find(({ made }) => made.what === "made" && made.period === period);
    const madeOn = first?.made.what === "made" ? first.made.on : null;
    return { period, dueOn, madeOn, madeBy: first?.by ?? null, kept: first?.kept === true, state: madeOn === null ? (dueOn < today ? "late" : "due") : madeOn <= dueOn ? "made" : "made-late" };
  });
}

/** The last months or quarters that have ended, the latest first. */
function endedPeriods(rhythm: Rhythm, today: Day): readonly PeriodCode[] {
  const times = Array.from({ length: SHOWN_TIMES }, (_, i) => i + 1);
  return rhythm === "month" ? times.map((n) => monthAfter(monthOf(today), -n)) : times.map((n) => quarterCode(back(quarterOf(today), n)));
}

const back = (quarter: Quarter, n: number): Quarter => (n === 0 ? quarter : back(preceding(quarter), n - 1));

/** Its first and its last day; nothing where the code is of no month and no quarter. */
export function spanOfPeriod(period: PeriodCode): Span | undefined {
  const [month, quarter] = [parseMonth(period), parseQuarter(period)];
  return month !== undefined ? spanOf(month, month) : quarter === undefined ? undefined : daysOf(quarter);
}

/** The first and the last month of it. */
export const monthsOfPeriod = (period: PeriodCode): { readonly from: Month; readonly to: Month } | undefined => {
  const span = spanOfPeriod(period);
  return span === undefined ? undefined : { from: monthOf(span.from), to: monthOf(span.to) };
};

/** “October 2026”; “July to September 2026”. */
export function periodInWords(period: PeriodCode): string {
  const [month, quarter] = [parseMonth(period), parseQuarter(period)];
  return month !== undefined ? monthInWords(month) : quarter === undefined ? period : quarterInWords(quarter);
}

/** “Late: it was due 14 November 2026”, “Made on 4 November 2026”. */
export function dueStateInWords({ state, dueOn, madeOn }: Pick<DueReport, "state" | "dueOn" | "madeOn">): string {
  switch (state) {
    case "made": return `Made on ${dayInWords(madeOn ?? dueOn)}`;
    case "made-late": return `Made late, on ${dayInWords(madeOn ?? dueOn)}; it was due ${dayInWords(dueOn)}`;
    case "due": return `Due ${dayInWords(dueOn)}`;
    case "late": return `Late: it was due ${dayInWords(dueOn)}`;
  }
}

/** “Every month, within 10 working days”. */
export const rhythmOf = ({ rhythm, withinDays }: Pick<RegularReport, "rhythm" | "withinDays">): string => `${RHYTHMS[rhythm]}, within ${counted(withinDays, "working day")} of its end`;

/** The month or the quarter that follows: when the next is due, of one that is due no more now. */
export const periodRunning = (rhythm: Rhythm, today: Day): PeriodCode => (rhythm === "month" ? monthOf(today) : quarterCode(quarterOf(today)));
