import type { Owner } from "../domain/access/role.ts";
import type { Viewer } from "../domain/access/viewer.ts";
import { countToldAs, tellingOfCount } from "../domain/scorecard/suppression.ts";
import { type Measured, worstPerformanceFirst } from "../domain/standards/performance.ts";
import type { Standard, Tier } from "../domain/standards/standard.ts";
import { type App, forbids } from "./app.ts";
import { type CountedFor, forFigures } from "./figures-for.ts";
import { type Asked, askedOf, isOfTeam, type LeftOut, LeftOutTally, type PerformanceQuery, walk } from "./performance-walk.ts";
import { type DaysOf, type ToldFigures, toldFigures } from "./told-figures.ts";

/** The figures of one standard as the viewer is told them: `open` and `overdue` as counts in words. */
export interface PerformanceRow extends ToldFigures {
  readonly standard: string;
  readonly title: string;
  readonly owner: Owner;
  readonly tier: Tier;
  readonly open: string;
  readonly overdue: string;
}

export interface ChecklistRow {
  readonly standard: string;
  readonly title: string;
  readonly done: string;
  readonly toDo: string;
}

export interface PerformancePage extends Asked {
  /** Teams that were responsible for any of the clocks. */
  readonly teams: readonly string[];
  /** Official: of every child of the authority. Else of those the viewer may see. */
  readonly official: boolean;
  /** Children in what was asked for, whatever the team. */
  readonly children: string;
  /** Standards of which any clock finished or is open, the worst first. */
  readonly rows: readonly PerformanceRow[];
  readonly checklist: readonly ChecklistRow[];
  readonly leftOut: LeftOut;
  /** Figures of children whose records the viewer may not open are told coarsely. */
  readonly about: boolean;
}

/** How the standards were met, for every child of the authority or for those the viewer may see; nothing where they may not see the standards. */
export async function openPerformance(app: App, viewer: Viewer, query: PerformanceQuery): Promise<PerformancePage | undefined> {
  if (forbids(viewer, "see-standards") !== undefined) return undefined;
  return forFigures(app, viewer, async (reader, counted) => {
    const asked = await askedOf(app, reader, query);
    const tallies = new Map<string, Tally>();
    const teams = new Set<string>();
    const leftOut = new LeftOutTally();
    const children = await walk(app, reader, asked, undefined, ({ who, standard, measured, team }) => {
      if (team !== null) teams.add(team);
      if (!isOfTeam(team, asked)) return;
      const opens = counted.opens(who.recordId);
      if (measured.type === "advisory" || measured.type === "not-recorded") leftOut.add(measured.type, opens);
      else addTo(tallies, standard, measured, opens);
    });
    const all = [...tallies.values()].filter(({ n }) => Object.values(n).some(({ open, closed }) => open + closed > 0));
    const runs = all.filter(({ n }) => n.finished.open + n.finished.closed + n.open.open + n.open.closed > 0);
    return {
      ...asked, official: counted.official, leftOut: leftOut.told(counted), about: !counted.knows && counted.openOf(children) < children, children: told({ open: counted.openOf(children), closed: children - counted.openOf(children) }, counted),
      teams: [...teams].sort(),
      rows: runs.map((tally) => ({ tally, weight: { ...toldFigures(tally.days, counted), overdue: tally.n.overdue.open } })).sort((a, b) => worstPerformanceFirst(a.weight, b.weight)).map(({ tally }) => rowOf(tally, counted)),
      checklist: all.filter(({ n }) => n.done.open + n.done.closed + n["to-do"].open + n["to-do"].closed > 0)
        .sort((a, b) => b.n["to-do"].open - a.n["to-do"].open || (a.standard.id < b.standard.id ? -1 : 1)).map((tally) => checklistOf(tally, counted)),
    };
  });
}

/** How many, of children whose records the viewer may open and of others. */
interface Split {
  open: number;
  closed: number;
}

interface Tally {
  readonly standard: Standard;
  readonly days: DaysOf[];
  readonly n: Readonly<Record<"finished" | "open" | "overdue" | "done" | "to-do", Split>>;
}

const none = (): Split => ({ open: 0, closed: 0 });

function addTo(tallies: Map<string, Tally>, standard: Standard, measured: Measured, opens: boolean): void {
  let tally = tallies.get(standard.id);
  if (tally === undefined) tallies.set(standard.id, tally = { standard, days: [], n: { finished: none(), open: none(), overdue: none(), done: none(), "to-do": none() } });
  const { n, days } = tally;
  const add = (to: Split): void => void to[opens ? "open" : "closed"]++;
  if (measured.type === "advisory" || measured.type === "not-recorded") return;
  add(n[measured.type]);
  if (measured.type === "finished") days.push({ days: measured.days, opens });
  if (measured.type === "open" && measured.days < 0) add(n.overdue);
}

const told = ({ open, closed }: Split, { knows }: CountedFor): string => countToldAs(open, closed, knows ? "all" : tellingOfCount(closed));

const rowOf = ({ standard: { id, title, owner, tier }, days, n }: Tally, counted: CountedFor): PerformanceRow =>
  ({ standard: id, title, owner, tier, ...toldFigures(days, counted), open: told(n.open, counted), overdue: told(n.overdue, counted) });

const checklistOf = ({ standard: { id, title }, n }: Tally, counted: CountedFor): ChecklistRow => ({ standard: id, title, done: told(n.done, counted), toDo: told(n["to-do"], counted) });
