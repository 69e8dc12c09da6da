import type { Viewer } from "../domain/access/viewer.ts";
import type { Day } from "../domain/dates/day.ts";
import { countToldAs, moreToldAs, tellingOfCount } from "../domain/scorecard/suppression.ts";
import { type Month, monthOf, monthsFrom } from "../domain/standards/performance.ts";
import type { Standard } from "../domain/standards/standard.ts";
import { type App, forbids } from "./app.ts";
import { forFigures } from "./figures-for.ts";
import { type Asked, askedOf, isOfTeam, type LeftOut, LeftOutTally, type PerformanceQuery, walk, within } from "./performance-walk.ts";
import { standardsFor } from "./standards-for.ts";
import { type DaysOf, type ToldFigures, toldFigures } from "./told-figures.ts";

export interface MonthFigures extends ToldFigures {
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
  readonly figures: ToldFigures;
  /** Official: of every child of the authority. Else of those the viewer may see. */
  readonly official: boolean;
  /** Counts in words. */
  readonly open: string;
  readonly overdue: string;
  readonly months: readonly MonthFigures[];
  /** Every clock counted, the latest first, of children whose records the viewer may open. */
  readonly lines: readonly PerformanceLine[];
  /** “and 12 children whose records you may not open”; null where there is none. */
  readonly more: string | null;
  readonly leftOut: LeftOut;
  /** Figures of children whose records the viewer may not open are told coarsely. */
  readonly about: boolean;
}

/**
 * How one standard was met for every child of the authority, or for the children the viewer may see, month by month and child
 * by child; nothing where there is no such standard in what was asked for.
 */
export async function openStandardPerformance(app: App, viewer: Viewer, id: string, query: PerformanceQuery): Promise<StandardPerformancePage | undefined> {
  if (forbids(viewer, "see-standards") !== undefined) return undefined;
  return forFigures(app, viewer, async (reader, counted) => {
    const asked = await askedOf(app, reader, query);
    const lines: PerformanceLine[] = [];
    const leftOut = new LeftOutTally();
    let found: Standard | undefined;
    for (const { code } of within(asked)) found ??= (await standardsFor(reader, code)).standards.get(id);
    if (found === undefined) return undefined;
    await walk(app, reader, asked, id, ({ who, clock, measured, team }) => {
      if (!isOfTeam(team, asked)) return;
      if (measured.type === "advisory" || measured.type === "not-recorded") leftOut.add(measured.type, counted.opens(who.recordId));
      else if (measured.type === "finished") lines.push({ ...who, occurrence: clock.occurrence, dueOn: clock.dueOn!, doneOn: measured.on, days: measured.days });
      else if (measured.type === "open") lines.push({ ...who, occurrence: clock.occurrence, dueOn: clock.dueOn!, doneOn: null, days: measured.days });
    });
    const opens = ({ recordId }: PerformanceLine): boolean => counted.opens(recordId);
    const daysOf = (some: readonly PerformanceLine[]): readonly DaysOf[] => some.map((line) => ({ days: line.days, opens: opens(line) }));
    const howMany = (some: readonly PerformanceLine[]): string => {
      const open = some.filter(opens).length;
      return countToldAs(open, some.length - open, counted.knows ? "all" : tellingOfCount(some.length - open));
    };
    const finished = lines.filter(({ doneOn }) => doneOn !== null);
    const byMonth = Map.groupBy(finished, ({ doneOn }) => monthOf(doneOn!));
    const open = lines.filter(({ doneOn }) => doneOn === null);
    const closed = new Set(lines.filter((line) => !opens(line)).map(({ recordId }) => recordId)).size;
    return {
      ...asked, official: counted.official, standard: found, leftOut: leftOut.told(counted), about: !counted.knows && closed > 0,
      figures: toldFigures(daysOf(finished), counted),
      open: howMany(open),
      overdue: howMany(open.filter(({ days }) => days < 0)),
      months: monthsFrom(asked.from, asked.to).map((month) => ({ month, ...toldFigures(daysOf(byMonth.get(month) ?? []), counted) })),
      lines: lines.filter(opens).sort((a, b) => a.days - b.days || (a.localId < b.localId ? -1 : a.localId > b.localId ? 1 : a.dueOn < b.dueOn ? -1 : 1)),
      more: moreToldAs(closed, counted.knows ? "all" : tellingOfCount(closed)),
    };
  });
}
