import type { ChildRows } from "../../domain/returns/ssda903/tables.ts";
import type { FileRead } from "./read-file.ts";
import type { RowLists, RowOf } from "./rows.ts";

type Lists = { [L in keyof RowLists]: RowOf<L>[] };
const NONE: readonly never[] = [];

/** Gathers rows by child, earliest year first, children in order of their ids. Most lists are empty, and shared. */
export function byChild(reads: readonly FileRead[]): ReadonlyMap<string, ChildRows> {
  const children = new Map<string, Partial<Record<keyof Lists, RowOf<keyof RowLists>[]>>>();
  for (const { list, rows } of [...reads].sort((a, b) => a.file.yearEnding - b.file.yearEnding)) {
    for (const row of rows) {
      let lists = children.get(row.child);
      if (lists === undefined) children.set(row.child, (lists = {}));
      (lists[list] ??= []).push(row);
    }
  }
  const ids = [...children.keys()].sort();
  return new Map(ids.map((child) => [child, rowsOf(child, children.get(child) as Partial<Lists>)]));
}

const rowsOf = (child: string, lists: Partial<Lists>): ChildRows => ({
  child,
  header: lists.header ?? NONE,
  episodes: lists.episodes ?? NONE,
  reviews: lists.reviews ?? NONE,
  adopted: lists.adopted ?? NONE,
  decisions: lists.decisions ?? NONE,
  previousPermanence: lists.previousPermanence ?? NONE,
  missing: lists.missing ?? NONE,
  workers: lists.workers ?? NONE,
  liberty: lists.liberty ?? NONE,
  notUsed: lists.notUsed ?? NONE,
});
