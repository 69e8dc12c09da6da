import type { Organisation, Viewer } from "../domain/access/viewer.ts";
import type { AsAt } from "../domain/chronology/fold.ts";
import type { Day } from "../domain/dates/day.ts";
import { type ChildDifferences, compareDays, flowBetween, type SeenChild, type StageFlow } from "../domain/tracker/compare.ts";
import { STANDARD_VIEW, type View, viewParams } from "../domain/tracker/view.ts";
import type { Standard } from "../domain/standards/standard.ts";
import type { Reader } from "../store/reader.ts";
import type { App } from "./app.ts";
import { type FoldedDay, foldedDays } from "./folded-lines.ts";
import { peopleAmong } from "./open-tracker.ts";
import { standardsFor } from "./standards-for.ts";

/** The two questions about a past day, asked of both days. */
export type How = "known" | "stood";

export interface CompareQuery {
  /** The earlier day, and the later. */
  readonly from: Day;
  readonly to: Day;
  readonly how: How;
  /** Whose filters narrow the children, as they are on the later day. */
  readonly view: View;
}

export interface ComparedChild extends SeenChild {
  readonly authority: string;
  readonly localId: string;
  /** Only where the viewer has chosen to see names. */
  readonly name: string | null;
}

export interface ComparePage {
  readonly query: CompareQuery;
  /** Children of whom anything is other, by local id. */
  readonly differences: readonly ChildDifferences<ComparedChild>[];
  readonly flow: readonly StageFlow[];
  /** Children compared: those on the list of either day that match. */
  readonly compared: number;
  /** Whether anybody was on the earlier list at all, whatever the filters. */
  readonly anyBefore: boolean;
  readonly showsNames: boolean;
  readonly authorities: readonly Organisation[];
  readonly standards: ReadonlyMap<string, Standard>;
  /** The name of a worker, by account and by worker code. */
  readonly workerNames: ReadonlyMap<string, string>;
}

/** What is other between two days of the tracker, among the children the viewer may see. */
export async function openComparison(app: App, viewer: Viewer, query: CompareQuery): Promise<ComparePage> {
  const { from, to, how, view } = query;
  const at = (on: Day): AsAt => (how === "known" ? { knownOn: on } : { stoodOn: on });
  return app.store.reading(viewer, async (reader) => {
    const [before, after] = await foldedDays(app, reader, [at(from), at(to)], view.filters.authority);
    if (before === undefined || after === undefined) throw new Error("Two days were asked for, and are not there");
    const showsNames = await reader.showsNames();
    const listed = await matching(reader, view, after, to);
    const gone = await matching(reader, view, without(before, after), from);
    const seen = (day: FoldedDay): ComparedChild[] => childrenOf(day, showsNames).filter(({ recordId }) => listed.has(recordId) || gone.has(recordId));
    const [earlier, later] = [seen(before), seen(after)];
    return {
      query, showsNames,
      differences: compareDays({ on: from, children: earlier }, { on: to, children: later }).toSorted((a, b) => (a.child.localId < b.child.localId ? -1 : 1)),
      flow: flowBetween(earlier, later),
      compared: listed.size + gone.size,
      anyBefore: before.children.length > 0,
      authorities: await reader.authorities(),
      standards: await standardsAmong(reader),
      workerNames: peopleAmong(await reader.workers()).names,
    };
  });
}

/** Those of every authority that the viewer sees; of one that several have, either is named alike. */
async function standardsAmong(reader: Reader): Promise<ReadonlyMap<string, Standard>> {
  const all = new Map<string, Standard>();
  for (const { code } of await reader.authorities()) for (const [id, standard] of (await standardsFor(reader, code)).standards) all.set(id, standard);
  return all;
}

/** The children of a day who match the view’s filters, found by the tracker’s own statement. */
async function matching(reader: Reader, { filters, sort }: View, day: FoldedDay, today: Day): Promise<ReadonlySet<string>> {
  const { authority: _foldedOnly, ...narrowing } = filters;
  const isNarrowed = viewParams({ ...STANDARD_VIEW, filters: narrowing }).length > 0;
  if (day.children.length === 0 || !isNarrowed) return new Set(day.children.map(({ recordId }) => recordId));
  const { rows } = await reader.listTracker({ filters, sort, together: false, page: 1, pageSize: day.children.length, today }, day);
  return new Set(rows.map(({ recordId }) => recordId));
}

/** Those of a day who are no longer there on another. */
const without = (day: FoldedDay, other: FoldedDay): FoldedDay => ({ ...day, children: day.children.filter(({ recordId }) => !other.cases.has(recordId)) });

const childrenOf = ({ children, cases }: FoldedDay, showsNames: boolean): ComparedChild[] =>
  children.flatMap(({ recordId, authority, localId, summary }) => {
    const c = cases.get(recordId);
    return c === undefined ? [] : [{ recordId, authority, localId, name: showsNames ? summary.name : null, stage: summary.stage, clocks: summary.clocks, case: c }];
  });
