import type { Person } from "../../domain/access/viewer.ts";
import { yearEndingOf } from "../../domain/dates/day.ts";
import { performanceReportOf, type PerformanceTold } from "../../domain/documents/performance-report.ts";
import { type DueReport, monthsOfPeriod, type PeriodCode, periodInWords } from "../../domain/scorecard/regular/regular.ts";
import { INDICATOR_CODES, INDICATORS, type Window } from "../../domain/scorecard/window.ts";
import { marginInWords } from "../../domain/standards/performance.ts";
import { writeWord } from "../../exports/word/document.ts";
import { type App, forbids } from "../app.ts";
import { actionsOf } from "../meetings/actions.ts";
import { madeBy, madeOn } from "../meetings/minutes-read.ts";
import { fileName, type WordFile } from "../meetings/word-files.ts";
import { openDrift } from "../open-drift.ts";
import { openPerformance, type PerformanceRow } from "../open-performance.ts";
import { openScorecard, type ScorecardPage } from "../open-scorecard.ts";
import { countInWords, figureInWords, SUPPRESSED, verdict, windowInWords } from "../scorecard-words.ts";
import { planOf } from "./plan-of.ts";
import { openRegister, type RegisterPage } from "./register.ts";

/**
 * The performance report of a month or quarter to one meeting: to whoever makes it, or keeps the register, as the meeting got it where
 * that is kept; to others who see the figures, and of a time when none was kept, as they are told it today. Nothing where there is none.
 */
export async function performanceFile(app: App, person: Person, id: string, period: PeriodCode): Promise<WordFile | undefined> {
  const found = await timeOf(app, person, id, period);
  if (found === undefined) return undefined;
  const { register: { authority }, report, due: { kept, madeOn: on } } = found;
  const bytes = kept && report.mayMake ? await app.store.reader(person).plan.reportDocument(authority.code, id, period) : undefined;
  return bytes === undefined || on === null ? asKnown(app, person, found) : { name: fileName("performance-report", on, period), bytes };
}

/** The same as somebody is told it today, whatever was made. */
export async function reportAsKnown(app: App, person: Person, id: string, period: PeriodCode): Promise<WordFile | undefined> {
  const found = await timeOf(app, person, id, period);
  return found === undefined ? undefined : asKnown(app, person, found);
}

interface Found {
  readonly register: RegisterPage;
  readonly report: RegisterPage["reports"][number];
  readonly due: DueReport;
}

async function timeOf(app: App, person: Person, id: string, period: PeriodCode): Promise<Found | undefined> {
  const register = await openRegister(app, person);
  const report = "forbidden" in register ? undefined : register.reports.find((one) => one.id === id);
  const due = report?.due.find((one) => one.period === period);
  return "forbidden" in register || report === undefined || due === undefined ? undefined : { register, report, due };
}

/** As a Word document. */
async function asKnown(app: App, person: Person, { register, report, due: { period } }: Found): Promise<WordFile | undefined> {
  const months = monthsOfPeriod(period);
  if (months === undefined) return undefined;
  const { today, authority, names } = register;
  const standards = await openPerformance(app, person, { authority: authority.code, ...months });
  const drift = await openDrift(app, person, { authority: authority.code });
  const actions = forbids(person, "follow-meetings") === undefined ? await actionsOf(app, person, { scope: "all", ended: false, page: 1 }) : undefined;
  const told: PerformanceTold = {
    organisation: authority.name, meeting: report.meeting, period: periodInWords(period), today, names,
    figures: await figuresTold(app, person),
    standards: (standards?.rows ?? []).map(standardTold),
    drift: (drift?.groups ?? []).filter(({ lines }) => lines.length > 0).map(({ title, past, near }) => ({ title, past, near })),
    children: drift?.children ?? 0, drifting: drift?.drifting ?? 0,
    meetingActions: { open: actions?.total ?? 0, late: actions?.late ?? 0 },
    plan: await planOf(app.store.reader(person), authority.code, today),
    madeBy: madeBy(person), madeOn: madeOn(app),
  };
  return { name: fileName("performance-report", today, period), bytes: await writeWord(performanceReportOf(told)) };
}

/** The three years that ended last March, and the year that runs: as the scorecard’s page tells them. */
async function figuresTold(app: App, person: Person): Promise<PerformanceTold["figures"]> {
  const running = yearEndingOf(app.clock.today());
  const windows: readonly Window[] = [{ yearEnding: running - 1, years: 3 }, { yearEnding: running, years: 1 }];
  const told: PerformanceTold["figures"][number][] = [];
  for (const window of windows) {
    const page = await openScorecard(app, person, person.organisation.code, window);
    if (page !== undefined) told.push(...INDICATOR_CODES.map((code) => figureTold(page, code)));
  }
  return told;
}

const figureTold = ({ scorecard: { window, figures }, thresholds, telling, today }: ScorecardPage, code: (typeof INDICATOR_CODES)[number]): PerformanceTold["figures"][number] => ({
  indicator: `${code}: ${INDICATORS[code]}`, window: windowInWords(window, today),
  figure: figureInWords(code, figures, telling), children: countInWords(code, figures, telling), verdict: verdict(code, figures, thresholds[code], window, telling).words,
});

const standardTold = ({ title, finishedTold, percent, median, suppressed, about, open, overdue }: PerformanceRow): PerformanceTold["standards"][number] => ({
  title, finished: finishedTold, open, overdue,
  inTime: suppressed ? SUPPRESSED : percent === null ? "–" : `${about ? "about " : ""}${percent}%`,
  median: suppressed ? SUPPRESSED : median === null ? "–" : `${about ? "about " : ""}${marginInWords(median)}`,
});
