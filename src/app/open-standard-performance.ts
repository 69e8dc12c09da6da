import type { Viewer } from "../domain/access/viewer.ts";
import type { Day } from "../domain/dates/day.ts";
import { type Figures, figuresOf, type Month, monthOf, monthsFrom } from "../domain/standards/performance.ts";
import type { Standard } from "../domain/standards/standard.ts";
import { type App, forbids } from "./app.ts";
import { type Asked, askedOf, isOfTeam, type LeftOut, type PerformanceQuery, walk, within } from "./performance-walk.ts";
import { standardsFor } from "./standards-for.ts";

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
  readonly leftOut: LeftOut;
}

/** How one standard was met for the children the viewer may see, month by month and child by child; nothing where there is no such standard in what was asked for. */
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
