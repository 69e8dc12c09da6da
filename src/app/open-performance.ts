import type { Owner } from "../domain/access/role.ts";
import type { Viewer } from "../domain/access/viewer.ts";
import { type Figures, figuresOf, type Measured, worstPerformanceFirst } from "../domain/standards/performance.ts";
import type { Standard, Tier } from "../domain/standards/standard.ts";
import { type App, forbids } from "./app.ts";
import { type Asked, askedOf, isOfTeam, type LeftOut, type PerformanceQuery, walk } from "./performance-walk.ts";

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
  readonly leftOut: LeftOut;
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
