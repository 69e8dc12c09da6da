import { type Entry, firstSource, type FirstSource } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Day } from "../dates/day.ts";
import type { Clock } from "./clock.ts";
import type { CompiledStandard } from "./compile.ts";

type Recorded = Pick<Clock, "notRecorded" | "knownUpTo">;

export const RECORDED: Recorded = { notRecorded: false, knownUpTo: null };
const NOT_RECORDED: Recorded = { notRecorded: true, knownUpTo: null };

/**
 * Can the silence of the record be believed? A clock that a return or a sheet started is not
 * recorded where that file carries nothing that could stop it and nobody has written any such
 * thing down; nor, once due, after the last day that a file carrying it speaks of.
 * States that have lasted too long always run.
 */
export function recordedFor(
  c: Case, { shape, ...stop }: Pick<CompiledStandard, "shape" | "stopKinds" | "stopTables">, start: Entry, dueOn: Day | null, stoppedOn: Day | null,
): Recorded {
  const from = firstSource(start.source);
  if (!isFromFile(from) || shape === "limit") return RECORDED;
  const isLate = stoppedOn !== null && dueOn !== null && stoppedOn > dueOn;
  if (stoppedOn !== null && !isLate) return RECORDED;
  if (!carries(from, stop)) {
    // Stopped late by the first thing written by hand: whatever came between was not recorded.
    return isLate || !stop.stopKinds.some((kind) => c.of(kind).length > 0) ? NOT_RECORDED : RECORDED;
  }
  if (stoppedOn !== null || dueOn === null) return RECORDED;
  const upTo = lastDaySpokenOf(c, stop);
  return dueOn > upTo ? { notRecorded: false, knownUpTo: upTo } : RECORDED;
}

type File = Exclude<FirstSource, { type: "person" | "demonstration" }>;
type Stop = Pick<CompiledStandard, "stopKinds" | "stopTables">;

const isFromFile = (source: FirstSource): source is File => source.type === "ssda903" || source.type === "sheet";

const carries = (source: File, { stopKinds, stopTables }: Stop): boolean =>
  source.type === "ssda903" ? anyIn(source.tables, stopTables) : anyIn(source.kinds, stopKinds);

function anyIn(carried: string, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return false;
  const all = carried.split(" ");
  return wanted.some((one) => all.includes(one));
}

/** Of all the files that carry any of what would stop it, the last day that one of them speaks of. */
function lastDaySpokenOf(c: Case, stop: Stop): Day {
  let last = "" as Day;
  for (const e of c.entries) {
    const source = firstSource(e.source);
    if (isFromFile(source) && source.upTo > last && carries(source, stop)) last = source.upTo;
  }
  return last;
}
