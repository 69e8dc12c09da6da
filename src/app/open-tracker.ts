import type { Viewer } from "../domain/access/viewer.ts";
import type { Standard } from "../domain/standards/standard.ts";
import { judge, stateInWords } from "../domain/standards/clock.ts";
import { STAGE_CODES } from "../domain/permanence/stage.ts";
import type { TrackerRow } from "../store/tracker.ts";
import type { App } from "./app.ts";
import { type NextThing, TRACKER_STATUSES, type TrackerLine, type TrackerPage, type TrackerQuery } from "./views.ts";

export const TRACKER_PAGE_SIZE = 50;

/** One page of the tracker: the children the viewer may see, the most overdue first. */
export async function openTracker(app: App, viewer: Viewer, query: TrackerQuery): Promise<TrackerPage> {
  const today = app.clock.today();
  return app.store.reading(viewer, async (reader) => {
    const { localId, ...rest } = query;
    const list = await reader.listTracker({ ...rest, ...(localId === undefined ? {} : { localIdPart: localId }), pageSize: TRACKER_PAGE_SIZE, today });
    const river = new Map(list.river.map((row) => [row.stage, row]));
    return {
      today, query,
      river: STAGE_CODES.map((stage) => river.get(stage) ?? { stage, children: 0, late: 0 }),
      lines: list.rows.map((row) => lineOf(row, today, app.standards)),
      total: list.total,
      pages: Math.max(1, Math.ceil(list.total / TRACKER_PAGE_SIZE)),
      anyChildren: list.river.some((row) => row.children > 0),
      authorities: await reader.authorities(),
    };
  });
}

function lineOf(row: TrackerRow, today: TrackerPage["today"], standards: ReadonlyMap<string, Standard>): TrackerLine {
  const { next, version: _version, ...shared } = row;
  return { ...shared, next: nextOf(next, standards), statusInWords: statusInWords(row, today) };
}

function nextOf(next: TrackerRow["next"], standards: ReadonlyMap<string, Standard>): NextThing | null {
  const standard = next === null ? undefined : standards.get(next.standard);
  return next?.dueOn == null || standard === undefined ? null : { standard: standard.id, title: standard.title, owner: standard.owner, dueOn: next.dueOn };
}

const statusInWords = (row: TrackerRow, today: TrackerPage["today"]): string =>
  row.next === null || row.status === "on-track" ? TRACKER_STATUSES["on-track"] : stateInWords(judge(row.next, today));
