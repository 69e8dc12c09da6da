import type { Fact, RowChild, SheetRow } from "./facts.ts";

/** Rows that say they are of one child. */
export interface SameId {
  readonly localId: string;
  readonly rows: readonly number[];
  /** Where they contradict each other nowhere: all that they say, as of the first of them. */
  readonly together?: SheetRow;
}

/** The rows with each id that stands in several. */
export function sameIds(rows: readonly SheetRow[]): readonly SameId[] {
  const byId = Map.groupBy(rows.filter((r) => r.child.localId !== undefined), (r) => r.child.localId!.toUpperCase());
  return [...byId.values()].filter((all) => all.length > 1).map((all) => {
    const together = all.slice(1).reduce<SheetRow | undefined>((sum, row) => (sum === undefined ? undefined : merged(sum, row)), all[0]);
    return { localId: all[0]!.child.localId!, rows: all.map((r) => r.row), ...(together === undefined ? {} : { together }) };
  });
}

function merged(a: SheetRow, b: SheetRow): SheetRow | undefined {
  const keys = Object.keys({ ...a.child, ...b.child }) as (keyof RowChild)[];
  if (keys.some((key) => key !== "localId" && key !== "name" && a.child[key] !== undefined && b.child[key] !== undefined && a.child[key] !== b.child[key])) return undefined;
  const kinds = new Set([...a.facts, ...b.facts].map((f) => f.kind));
  for (const kind of kinds) {
    const [ours, theirs] = [said(a.facts, kind), said(b.facts, kind)];
    if (ours !== "" && theirs !== "" && ours !== theirs) return undefined;
  }
  const had = new Set(a.facts.map((f) => f.kind));
  return { row: a.row, child: { ...b.child, ...a.child }, facts: [...a.facts, ...b.facts.filter((f) => !had.has(f.kind))] };
}

const said = (facts: readonly Fact[], kind: Fact["kind"]): string =>
  facts.filter((f) => f.kind === kind).map((f) => (f.type === "date" ? `${f.on} ${f.certainty}` : `${f.from ?? ""} ${JSON.stringify(f.detail)}`)).sort().join("|");
