import type { Viewer } from "../domain/access/viewer.ts";
import type { AsAt } from "../domain/chronology/fold.ts";
import { type Day, daysBetween, yearEndingOf } from "../domain/dates/day.ts";
import type { NextByTarget } from "../domain/permanence/individual-targets.ts";
import { STAGE_CODES } from "../domain/permanence/stage.ts";
import { type Counted, countedOn, overInWords } from "../domain/scorecard/counted-so-far.ts";
import type { IndicatorCode } from "../domain/scorecard/window.ts";
import { judge, stateInWords } from "../domain/standards/clock.ts";
import { versionFor } from "../domain/standards/compile.ts";
import type { CompiledPack } from "../domain/standards/evaluate.ts";
import { TRACKER_STATUSES, type View } from "../domain/tracker/view.ts";
import { thresholdsFor } from "../reference/thresholds.ts";
import type { Reader } from "../store/reader.ts";
import type { WorkerRow } from "../store/rows.ts";
import type { TrackerList, TrackerRow } from "../store/tracker.ts";
import { hiding } from "./agency/hidden.ts";
import type { App } from "./app.ts";
import { foldedLines } from "./folded-lines.ts";
import { nextByTargets } from "./next-by-target.ts";
import { standardsFor } from "./standards-for.ts";
import type { NextThing, TrackerLine, TrackerPage, TrackerQuery } from "./views.ts";

export const TRACKER_PAGE_SIZE = 50;

/** One page of the tracker: the children the viewer may see, today or as at an earlier day; `pageSize` lines of it, 50 unless told. */
export async function openTracker(app: App, viewer: Viewer, query: TrackerQuery, pageSize: number = TRACKER_PAGE_SIZE): Promise<TrackerPage> {
  const asAt = asAtOf(query);
  const today = asAt.stoodOn ?? asAt.knownOn ?? app.clock.today();
  return app.store.reading(viewer, async (reader) => {
    const list = await listed(app, reader, asAt, { view: query.view, page: query.page, pageSize, today });
    const people = peopleAmong(await reader.workers());
    const showsNames = await reader.showsNames();
    const hidden = await hiding(reader, viewer, "barriers");
    const river = new Map(list.river.map((row) => [row.stage, row]));
    const packs = new Map<string, CompiledPack>();
    for (const code of new Set(list.rows.map((row) => row.authority))) packs.set(code, (await standardsFor(reader, code)).pack);
    const packOf = (authority: string): CompiledPack => packs.get(authority) ?? app.pack;
    const shape: LineShape = { today, showsNames, packOf, accountOf: people.accountOf, thresholdOf: thresholdsOn(today), targets: await nextByTargets(app, reader, list.rows, asAt, packOf, today) };
    return {
      today, query, asAt, showsNames,
      river: STAGE_CODES.map((stage) => river.get(stage) ?? { stage, children: 0, late: 0 }),
      lines: list.rows.map((row) => ({ ...lineOf(row, shape), ...(hidden.has(row.authority) ? { barriersHidden: true } : {}) })),
      total: list.total,
      pages: Math.max(1, Math.ceil(list.total / pageSize)),
      anyChildren: list.river.some((row) => row.children > 0),
      authorities: await reader.authorities(),
      choices: list.choices,
      workerNames: people.names,
    };
  });
}

const asAtOf = ({ knownOn, stoodOn }: AsAt): AsAt => ({ ...(knownOn === undefined ? {} : { knownOn }), ...(stoodOn === undefined ? {} : { stoodOn }) });

interface Asked {
  readonly view: View;
  readonly page: number;
  readonly pageSize: number;
  readonly today: Day;
}

/** The same statement over the lines as they are stored, or as they were. */
async function listed(app: App, reader: Reader, asAt: AsAt, { view: { filters, sort, together }, ...asked }: Asked): Promise<TrackerList> {
  const isNow = asAt.knownOn === undefined && asAt.stoodOn === undefined;
  const then = isNow ? undefined : await foldedLines(app, reader, asAt, filters.authority);
  return reader.listTracker({ filters, sort, together, ...asked }, then);
}

interface People {
  /** By account, and by worker code where one person alone has it. */
  readonly names: ReadonlyMap<string, string>;
  /** The account behind a worker code of an authority, or the code where there is none. */
  readonly accountOf: (authority: string, worker: string | null) => string | null;
}

/** Whom the workers of lines are. */
export function peopleAmong(workers: readonly WorkerRow[]): People {
  const names = new Map(workers.map(({ account, name }) => [account, name]));
  const accounts = new Map<string, string>();
  for (const [code, people] of Map.groupBy(workers, ({ worker }) => worker)) {
    if (code === null) continue;
    for (const { organisation, account } of people) accounts.set(`${organisation} ${code}`, account);
    const [one, ...others] = people;
    if (one !== undefined && others.length === 0) names.set(code, one.name);
  }
  return { names, accountOf: (authority, worker) => accounts.get(`${authority} ${worker}`) ?? worker };
}

const thresholdsOn = (today: Day) => (indicator: IndicatorCode): number | null => thresholdsFor(indicator, yearEndingOf(today)).days;

interface LineShape {
  readonly today: Day;
  readonly showsNames: boolean;
  readonly packOf: (authority: string) => CompiledPack;
  readonly accountOf: People["accountOf"];
  readonly thresholdOf: (indicator: IndicatorCode) => number | null;
  readonly targets: ReadonlyMap<string, NextByTarget>;
}

function lineOf({ next, counts, ...row }: TrackerRow, { today, showsNames, packOf, accountOf, thresholdOf, targets }: LineShape): TrackerLine {
  const counted = countedOn(counts, today, thresholdOf);
  return {
    ...row,
    name: showsNames ? row.name : null,
    socialWorker: accountOf(row.authority, row.socialWorker),
    familyFinder: accountOf(row.authority, row.familyFinder),
    next: nextOf(targets.get(row.recordId)?.clock ?? next, targets.get(row.recordId)?.target ?? null, packOf(row.authority)),
    statusInWords: statusInWords(row.status, next, { today, counted }),
    counted,
    daysSinceOrder: row.orderOn === null ? null : daysBetween(row.orderOn, today),
  };
}

function nextOf(next: TrackerRow["next"], target: Day | null, pack: CompiledPack): NextThing | null {
  const standard = next === null ? undefined : versionFor(pack, next);
  return next?.dueOn == null || standard === undefined ? null : { standard: standard.id, occurrence: next.occurrence, title: standard.title, owner: standard.owner, dueOn: next.dueOn, target };
}

/** Of a child of whom nothing is due late, nobody says “on track” beside a count that is over its threshold. */
function statusInWords(status: TrackerRow["status"], next: TrackerRow["next"], { today, counted }: { readonly today: Day; readonly counted: readonly Counted[] }): string {
  if (next !== null && (status === "late" || status === "due-soon")) return stateInWords(judge(next, today));
  return status === "on-track" && overInWords(counted).length > 0 ? "Nothing due late" : TRACKER_STATUSES[status];
}
