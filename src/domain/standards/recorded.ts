import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Day } from "../dates/day.ts";
import type { Clock } from "./clock.ts";
import type { CompiledStandard } from "./compile.ts";

type Recorded = Pick<Clock, "notRecorded" | "knownUpTo">;

export const RECORDED: Recorded = { notRecorded: false, knownUpTo: null };
const NOT_RECORDED: Recorded = { notRecorded: true, knownUpTo: null };

/**
 * Can the silence of the record be believed? A clock that a return started is not recorded
 * where that return carries nothing that could stop it and nobody has written any such
 * thing down; nor, once due, after the last day that a return carrying it speaks of.
 * States that have lasted too long always run.
 */
export function recordedFor(
  c: Case, { shape, stopKinds, stopTables }: CompiledStandard, start: Entry, dueOn: Day | null, stoppedOn: Day | null,
): Recorded {
  if (start.source.type !== "ssda903" || shape === "limit") return RECORDED;
  const isLate = stoppedOn !== null && dueOn !== null && stoppedOn > dueOn;
  if (stoppedOn !== null && !isLate) return RECORDED;
  if (!carries(start, stopTables)) {
    // Stopped late by the first thing written by hand: whatever came between was not recorded.
    return isLate || !stopKinds.some((kind) => c.of(kind).length > 0) ? NOT_RECORDED : RECORDED;
  }
  if (stoppedOn !== null || dueOn === null) return RECORDED;
  const upTo = lastDaySpokenOf(c, stopTables);
  return dueOn > upTo ? { notRecorded: false, knownUpTo: upTo } : RECORDED;
}

const carries = ({ source }: Entry, tables: readonly string[]): boolean =>
  source.type === "ssda903" && tables.length > 0 && carriesAny(source.tables, tables);

const carriesAny = (inReturn: string, tables: readonly string[]): boolean => {
  const all = inReturn.split(" ");
  return tables.some((table) => all.includes(table));
};

/** Of all the returns that carry any of the tables, the last day that one of them speaks of. */
function lastDaySpokenOf(c: Case, tables: readonly string[]): Day {
  let last = "" as Day;
  for (const e of c.entries) {
    if (e.source.type === "ssda903" && e.source.upTo > last && carries(e, tables)) last = e.source.upTo;
  }
  return last;
}
