import { type Detail, type Draft, type Entry, firstSource, isWithdrawal } from "../chronology/entry.ts";
import type { Kind } from "../chronology/kinds.ts";

/** An entry on its way into another authority’s record, as it was written down; what it stands in the place of, and what it names by number, by the row of the same history. */
export interface CarriedEntry {
  readonly draft: Draft;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly supersedesRow?: number;
  readonly refers?: { readonly field: string; readonly row: number };
}

/** What is of the record left behind and not of the child: who may open it, its seal, its holds. */
const LEFT_BEHIND: ReadonlySet<Kind> = new Set<Kind>(["restriction", "involvement", "record-sealed", "seal-undone", "legal-hold", "moved-authority"]);

/** Details that name another entry by its number. */
const REFERRING = ["request", "challenge"] as const;

/**
 * Everything ever written of a child, superseded and withdrawn entries too, as it is carried into another authority’s record: numbered
 * anew there, each row told with its old number and where it came from first. What says something of an entry that is gone is left out.
 */
export function carried(entries: readonly Entry[], from: string): readonly CarriedEntry[] {
  const rows: CarriedEntry[] = [];
  const rowOf = new Map<number, number>();
  for (const e of entries.toSorted((a, b) => a.number - b.number)) {
    if (LEFT_BEHIND.has(e.kind)) continue;
    const supersedesRow = e.supersedes === undefined ? undefined : rowOf.get(e.supersedes);
    if (supersedesRow === undefined && isWithdrawal(e.cause)) continue;
    const field = REFERRING.find((name) => typeof e.detail[name] === "number");
    const row = field === undefined ? undefined : rowOf.get(Number(e.detail[field]));
    if (field !== undefined && row === undefined) continue;
    rowOf.set(e.number, rows.length);
    rows.push({
      draft: draftOf(e, from, supersedesRow !== undefined), recordedAt: e.recordedAt, recordedBy: e.recordedBy,
      ...(supersedesRow === undefined ? {} : { supersedesRow }), ...(field === undefined || row === undefined ? {} : { refers: { field, row } }),
    });
  }
  return rows;
}

/** Without whom the authority left behind appointed: nobody here is on their desk by it. */
const ofChild = (kind: Kind, { officer, ...rest }: Detail): Detail => (kind === "reviewing-officer-appointed" || officer === undefined ? rest : { officer, ...rest });

const draftOf = ({ kind, happenedOn, until, certainty, detail, source, cause, reason, number }: Entry, from: string, supersedes: boolean): Draft => ({
  kind, happenedOn, certainty, detail: ofChild(kind, detail), source: { type: "transfer", from, number, of: firstSource(source) },
  ...(until === undefined ? {} : { until }), ...(cause === undefined || !supersedes ? {} : { cause }), ...(reason === undefined ? {} : { reason }),
});
