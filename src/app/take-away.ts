import { ROLES } from "../domain/access/role.ts";
import type { Viewer } from "../domain/access/viewer.ts";
import { yearEndingOf } from "../domain/dates/day.ts";
import { asMayLeave, withheldInWords } from "../domain/profile/identifiable.ts";
import type { Column } from "../domain/tracker/columns.ts";
import { sheetColumns } from "../domain/tracker/sheet.ts";
import { asAtInShort, type Taken, type TakenThreshold } from "../domain/tracker/taken.ts";
import { viewInWords } from "../domain/tracker/view-in-words.ts";
import { writeTrackerCsv } from "../exports/tracker/csv.ts";
import { thresholdsFor } from "../reference/thresholds.ts";
import type { App } from "./app.ts";
import { instantInWords } from "./london-time.ts";
import { openTracker } from "./open-tracker.ts";
import type { TrackerPage, TrackerQuery } from "./views.ts";

/** More children than any region has: a list that is taken away is whole. */
const ALL = 1_000_000;

/** How a list leaves: the log of access tells them apart. */
export type TakenAs = "xlsx" | "csv" | "print";

/** What a list says of itself outside the tracker. */
export type Provenance = Pick<Taken, "of" | "view" | "asAt" | "takenBy" | "takenOn" | "withheld">;

/**
 * The tracker as it is shown, whole, to be written to a file: the same view, every child that
 * matches, and nobody whom the viewer may not see; neither name nor day of birth of a child who may not be identified. Written down, for each child in it, before it is given.
 */
export async function takeAway(app: App, viewer: Viewer, query: TrackerQuery, as: Exclude<TakenAs, "print">): Promise<Taken> {
  const { tracker, provenance } = await takeWhole(app, viewer, query, as);
  const { today, showsNames, workerNames, lines } = tracker;
  const columns = sheetColumns(query.view.columns, { names: showsNames });
  const names = { today, workers: workerNames, authorities: authoritiesOf(tracker) };
  return {
    ...provenance, columns, showsNames,
    rows: lines.map((line) => columns.map(({ cell }) => cell(line, names))),
    thresholds: thresholdsOf(query.view.columns, yearEndingOf(today)),
  };
}

/** A taken list as the bytes of a file. What writes workbooks is loaded when the first is asked for. */
export async function fileOf(taken: Taken, as: Exclude<TakenAs, "print">): Promise<Uint8Array> {
  if (as === "xlsx") return (await import("../exports/tracker/workbook.ts")).writeTrackerWorkbook(taken);
  return new TextEncoder().encode(writeTrackerCsv(taken));
}

/** The list for paper: the lines themselves, because paper has pictures. */
export const takeOnPaper = (app: App, viewer: Viewer, query: TrackerQuery): Promise<Whole> => takeWhole(app, viewer, query, "print");

export interface Whole {
  readonly tracker: TrackerPage;
  readonly provenance: Provenance;
}

async function takeWhole(app: App, viewer: Viewer, query: TrackerQuery, as: TakenAs): Promise<Whole> {
  const tracker = await openTracker(app, viewer, { ...query, page: 1 }, ALL);
  await app.store.accessLog(viewer).openedAll(tracker.lines.map((line) => line.recordId), `take-away-${as}`);
  const lines = tracker.lines.map((line) => asMayLeave(line, tracker.today));
  const withheld = lines.filter((line, i) => line !== tracker.lines[i]).length;
  return { tracker: { ...tracker, lines }, provenance: provenanceOf(app, viewer, tracker, withheld) };
}

function provenanceOf(app: App, viewer: Viewer, tracker: TrackerPage, withheld: number): Provenance {
  const { query: { view }, asAt, today, workerNames } = tracker;
  const authorities = authoritiesOf(tracker);
  const of = authorities.get(view.filters.authority ?? "") ?? (viewer.type === "person" ? viewer.organisation.name : authorities.get(viewer.authority) ?? viewer.authority);
  return {
    of,
    view: viewInWords(view, { workers: workerNames, authorities }),
    asAt: asAtInShort(asAt, today),
    takenBy: viewer.type === "person" ? `${viewer.name}, ${ROLES[viewer.role].toLowerCase()}, ${viewer.organisation.name}` : "the machine’s operator",
    takenOn: instantInWords(app.clock.now()),
    withheld: withheldInWords(withheld),
  };
}

const authoritiesOf = ({ authorities }: TrackerPage): ReadonlyMap<string, string> => new Map(authorities.map(({ code, name }) => [code, name]));

/** Of the indicators shown, what their days are set beside, and who says so. */
const thresholdsOf = (columns: readonly Column[], yearEnding: number): readonly TakenThreshold[] =>
  ([["a10", "A10"], ["a2", "A2"]] as const).filter(([column]) => columns.includes(column)).map(([, indicator]) => {
    const { days, note } = thresholdsFor(indicator, yearEnding);
    return { indicator, days, note };
  });
