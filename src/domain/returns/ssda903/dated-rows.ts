import type { Day } from "../../dates/day.ts";
import { dayInWords } from "../../dates/day.ts";
import { REVIEW_PARTICIPATION } from "../../chronology/codes.ts";
import { type Drafting, draft, warn } from "./drafting.ts";
import type { Spell } from "./spells.ts";
import type { LibertyRow, MissingRow, PreviousPermanenceRow, ReviewRow, RowAt, WorkerRow } from "./tables.ts";
import { yearEndsOn } from "./years.ts";

/** The same thing in a later file stands in place of the earlier. Given earliest year first; comes out by key. */
function latestBy<R extends RowAt>(rows: readonly R[], keyOf: (row: R) => string): R[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

export function draftReviews(rows: readonly ReviewRow[], drafting: Drafting): void {
  for (const row of latestBy(rows, (r) => r.on)) {
    const known = row.code !== null && Object.hasOwn(REVIEW_PARTICIPATION, row.code);
    draft(drafting, row, { kind: "review", on: row.on, detail: { participation: known ? row.code : null } });
  }
}

export function draftMissing(rows: readonly MissingRow[], drafting: Drafting): void {
  for (const row of latestBy(rows, (r) => r.from)) {
    draft(drafting, row, { kind: "missing", on: row.from, until: row.until, detail: { type: row.type } });
  }
}

export function draftLiberty(rows: readonly LibertyRow[], drafting: Drafting): void {
  for (const row of latestBy(rows, (r) => r.from)) draft(drafting, row, { kind: "deprivation-of-liberty", on: row.from, until: row.until });
}

/** Allocated workers. A child has one at a time: one who had not ended when the next began ended then. */
export function draftWorkers(rows: readonly WorkerRow[], drafting: Drafting): void {
  const line = latestBy(rows.filter((r) => r.worker !== null), (r) => r.from);
  for (const [i, row] of line.entries()) {
    const until = endOfWork(row, line[i + 1], drafting);
    if (until !== null && until <= row.from) continue;
    draft(drafting, row, { kind: "allocated-worker", on: row.from, until, detail: { worker: row.worker, reason: row.reason } });
  }
}

function endOfWork(row: WorkerRow, next: WorkerRow | undefined, drafting: Drafting): Day | null {
  if (next === undefined || (row.until !== null && row.until <= next.from)) return row.until;
  const until = row.until === null ? "has no end" : `ends on ${dayInWords(row.until)}`;
  warn(drafting, row, "SW_DEC", `This social worker’s time ${until}, and another’s begins on ${dayInWords(next.from)}. It is taken to end then.`);
  return next.from;
}

/** Said of the beginning of a period of care: the last one begun by the end of the file’s year. */
export function draftPreviousPermanence(rows: readonly PreviousPermanenceRow[], spells: readonly Spell[], drafting: Drafting): void {
  const bySpell = new Map<Spell, PreviousPermanenceRow>();
  for (const row of rows) {
    if (row.type === null) continue;
    const spell = spells.findLast((s) => s.episodes[0].decom <= yearEndsOn(row.file.yearEnding));
    if (spell === undefined) warn(drafting, row, "CHILD", "No episode says when this child came into care, so this cannot be placed on the child’s line.");
    else bySpell.set(spell, row);
  }
  for (const [spell, row] of bySpell) {
    draft(drafting, row, {
      kind: "previous-permanence", on: spell.episodes[0].decom, detail: { type: row.type, authority: row.authority, date: row.date },
    });
  }
}
