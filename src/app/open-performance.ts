import { setImmediate } from "node:timers/promises";
import type { Owner } from "../domain/access/role.ts";
import type { Organisation, Viewer } from "../domain/access/viewer.ts";
import { type Case, fold } from "../domain/chronology/fold.ts";
import type { Day } from "../domain/dates/day.ts";
import { holding } from "../domain/permanence/moments.ts";
import type { Clock } from "../domain/standards/clock.ts";
import { evaluate } from "../domain/standards/evaluate.ts";
import {
  type Figures, figuresOf, measure, type Measured, type Month, monthAfter, monthOf, monthsFrom, spanOf, worstPerformanceFirst,
} from "../domain/standards/performance.ts";
import type { Standard, Tier } from "../domain/standards/standard.ts";
import { NONE } from "../domain/tracker/view.ts";
import type { Reader } from "../store/reader.ts";
import { type App, forbids } from "./app.ts";
import { type StandardsInForce, standardsFor } from "./standards-for.ts";

export interface PerformanceQuery {
  readonly authority?: string | undefined;
  /** The team responsible on the day a clock finished, or today where it has not; NONE: no team recorded. */
  readonly team?: string | undefined;
  /** The first and the last month; the last twelve unless told. */
  readonly from?: Month | undefined;
  readonly to?: Month | undefined;
}

/** What was asked for, with what was left open filled in. */
interface Asked {
  readonly today: Day;
  readonly from: Month;
  readonly to: Month;
  readonly authority: string | undefined;
  readonly authorities: readonly Organisation[];
  readonly team: string | undefined;
}

export interface PerformanceRow extends Figures {
  readonly standard: string;
  readonly title: string;
  readonly owner: Owner;
  readonly tier: Tier;
  readonly open: number;
  readonly overdue: number;
}

export interface ChecklistRow {
  readonly standard: string;
  readonly title: string;
  readonly done: number;
  readonly toDo: number;
}

export interface PerformancePage extends Asked {
  /** Teams that were responsible for any of the clocks. */
  readonly teams: readonly string[];
  /** Children the viewer may see in what was asked for, whatever the team. */
  readonly children: number;
  /** Standards of which any clock finished or is open, the worst first. */
  readonly rows: readonly PerformanceRow[];
  readonly checklist: readonly ChecklistRow[];
  /** Clocks that weigh in no figure. */
  readonly leftOut: { readonly advisory: number; readonly notRecorded: number };
}

export interface MonthFigures extends Figures {
  readonly month: Month;
}

/** One clock of a standard: finished, or open and then without a day done. */
export interface PerformanceLine {
  readonly recordId: string;
  readonly authority: string;
  readonly localId: string;
  readonly occurrence: number;
  readonly dueOn: Day;
  readonly doneOn: Day | null;
  /** Early above zero, late below; of an open one, left or overdue. */
  readonly days: number;
}

export interface StandardPerformancePage extends Asked {
  readonly standard: Standard;
  readonly figures: Figures;
  readonly open: number;
  readonly overdue: number;
  readonly months: readonly MonthFigures[];
  /** Every clock counted, the latest first. */
  readonly lines: readonly PerformanceLine[];
  readonly leftOut: PerformancePage["leftOut"];
}

/** How the standards were met for the children the viewer may see; nothing where they may not see the standards. */
export async function openPerformance(app: App, viewer: Viewer, query: PerformanceQuery): Promise<PerformancePage | undefined> {
  if (forbids(viewer, "see-standards") !== undefined) return undefined;
  return app.store.reading(viewer, async (reader) => {
    const asked = await askedOf(app, reader, query);
    const tallies = new Map<string, Tally>();
    const teams = new Set<string>();
    const leftOut = { advisory: 0, notRecorded: 0 };
    const children = await walk(app, reader, asked, undefined, ({ standard, measured, team }) => {
      if (team !== null) teams.add(team);
      if (!isOfTeam(team, asked)) return;
      if (measured.type === "advisory") leftOut.advisory++;
      else if (measured.type === "not-recorded") leftOut.notRecorded++;
      else addTo(tallies, standard, measured);
    });
    const all = [...tallies.values()].map(rowOf);
    return {
      ...asked, children, leftOut,
      teams: [...teams].sort(),
      rows: all.filter(({ finished, open }) => finished + open > 0).sort(worstPerformanceFirst),
      checklist: all.filter(({ done, toDo }) => done + toDo > 0).sort((a, b) => b.toDo - a.toDo || (a.standard < b.standard ? -1 : 1)),
    };
  });
}

/** The same of one standard, month by month and child by child; nothing where there is no such standard in what was asked for. */
export async function openStandardPerformance(app: App, viewer: Viewer, id: string, query: PerformanceQuery): Promise<StandardPerformancePage | undefined> {
  if (forbids(viewer, "see-standards") !== undefined) return undefined;
  return app.store.reading(viewer, async (reader) => {
    const asked = await askedOf(app, reader, query);
    const lines: PerformanceLine[] = [];
    const leftOut = { advisory: 0, notRecorded: 0 };
    let found: Standard | undefined;
    for (const { code } of within(asked)) found ??= (await standardsFor(reader, code)).standards.get(id);
    if (found === undefined) return undefined;
    await walk(app, reader, asked, id, ({ who, clock, measured, team }) => {
      if (!isOfTeam(team, asked)) return;
      if (measured.type === "advisory") leftOut.advisory++;
      else if (measured.type === "not-recorded") leftOut.notRecorded++;
      else if (measured.type === "finished") lines.push({ ...who, occurrence: clock.occurrence, dueOn: clock.dueOn!, doneOn: measured.on, days: measured.days });
      else if (measured.type === "open") lines.push({ ...who, occurrence: clock.occurrence, dueOn: clock.dueOn!, doneOn: null, days: measured.days });
    });
    const finished = lines.filter(({ doneOn }) => doneOn !== null);
    const byMonth = Map.groupBy(finished, ({ doneOn }) => monthOf(doneOn!));
    const open = lines.filter(({ doneOn }) => doneOn === null);
    return {
      ...asked, standard: found, leftOut,
      figures: figuresOf(finished.map(({ days }) => days)),
      open: open.length,
      overdue: open.filter(({ days }) => days < 0).length,
      months: monthsFrom(asked.from, asked.to).map((month) => ({ month, ...figuresOf((byMonth.get(month) ?? []).map(({ days }) => days)) })),
      lines: lines.sort((a, b) => a.days - b.days || (a.localId < b.localId ? -1 : a.localId > b.localId ? 1 : a.dueOn < b.dueOn ? -1 : 1)),
    };
  });
}

const MOST_MONTHS = 60;

async function askedOf(app: App, reader: Reader, query: PerformanceQuery): Promise<Asked> {
  const today = app.clock.today();
  const authorities = await reader.authorities();
  const now = monthOf(today);
  const to = query.to === undefined || query.to > now ? now : query.to;
  const from = query.from ?? monthAfter(to, -11);
  const earliest = monthAfter(to, 1 - MOST_MONTHS);
  return {
    today, authorities, to, team: query.team,
    from: from > to ? to : from < earliest ? earliest : from,
    authority: authorities.find(({ code }) => code === query.authority)?.code,
  };
}

const within = ({ authorities, authority }: Asked): readonly Organisation[] => authorities.filter(({ code }) => authority === undefined || code === authority);

const isOfTeam = (team: string | null, { team: asked }: Asked): boolean => asked === undefined || (asked === NONE ? team === null : team === asked);

interface Seen {
  readonly who: { readonly recordId: string; readonly authority: string; readonly localId: string };
  readonly clock: Clock;
  readonly standard: Standard;
  readonly measured: Measured;
  readonly team: string | null;
}

/** Children judged between two breaths, so that other requests are answered meanwhile. */
const SLICE = 50;

/** Goes through every clock that weighs, or would; gives how many children there were. Only of one standard where it is named. */
async function walk(app: App, reader: Reader, asked: Asked, only: string | undefined, see: (seen: Seen) => void): Promise<number> {
  const span = spanOf(asked.from, asked.to);
  let children = 0;
  for (const { code } of within(asked)) {
    const inForce = await standardsFor(reader, code);
    for await (const batch of reader.recordsWithEntries(code)) {
      for (const { id, localId, type, entries } of batch) {
        if (type !== "child") continue;
        if (++children % SLICE === 0) await setImmediate();
        const c = fold(entries);
        const who = { recordId: id, authority: code, localId };
        for (const clock of clocksOf(app, c, inForce, only)) {
          const measured = measure(clock, span, asked.today);
          const standard = inForce.standards.get(clock.standard);
          if (measured === undefined || standard === undefined) continue;
          see({ who, clock, standard, measured, team: teamOn(c, clock.stoppedOn ?? asked.today) });
        }
      }
    }
  }
  return children;
}

const clocksOf = (app: App, c: Case, { pack }: StandardsInForce, only: string | undefined): readonly Clock[] => {
  const clocks = evaluate(c, pack, app.calendar);
  return only === undefined ? clocks : clocks.filter(({ standard }) => standard === only);
};

function teamOn(c: Case, on: Day): string | null {
  const team = holding(c, "responsible-team", on)?.detail["team"];
  return typeof team === "string" ? team : null;
}

interface Tally {
  readonly standard: Standard;
  readonly days: number[];
  open: number;
  overdue: number;
  done: number;
  toDo: number;
}

function addTo(tallies: Map<string, Tally>, standard: Standard, measured: Measured): void {
  let tally = tallies.get(standard.id);
  if (tally === undefined) tallies.set(standard.id, tally = { standard, days: [], open: 0, overdue: 0, done: 0, toDo: 0 });
  if (measured.type === "finished") tally.days.push(measured.days);
  else if (measured.type === "done") tally.done++;
  else if (measured.type === "to-do") tally.toDo++;
  else if (measured.type === "open") {
    tally.open++;
    if (measured.days < 0) tally.overdue++;
  }
}

const rowOf = ({ standard: { id, title, owner, tier }, days, open, overdue, done, toDo }: Tally): PerformanceRow & ChecklistRow =>
  ({ standard: id, title, owner, tier, ...figuresOf(days), open, overdue, done, toDo });
