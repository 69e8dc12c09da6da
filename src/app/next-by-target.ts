import { type AsAt, fold } from "../domain/chronology/fold.ts";
import type { Day } from "../domain/dates/day.ts";
import { individualTargetsOf, type NextByTarget, nextByTarget } from "../domain/permanence/individual-targets.ts";
import { type CompiledPack, evaluate } from "../domain/standards/evaluate.ts";
import type { Reader } from "../store/reader.ts";
import type { TrackerRow } from "../store/tracker.ts";
import type { App } from "./app.ts";

/**
 * For those of these lines that have a target set for the child: which target is shown, of which clock, by
 * record id. Only such records are read again; on most pages there are few or none.
 */
export async function nextByTargets(app: App, reader: Reader, rows: readonly TrackerRow[], asAt: AsAt, packOf: (authority: string) => CompiledPack, today: Day): Promise<ReadonlyMap<string, NextByTarget>> {
  const found = new Map<string, NextByTarget>();
  for (const { recordId, authority, next, dates } of rows) {
    if (dates["individual-target"] === undefined) continue;
    const c = fold(await reader.entriesOf(recordId), asAt);
    const targets = individualTargetsOf(c, evaluate(c, packOf(authority), app.calendar));
    const shown = nextByTarget(next, targets, today);
    if (shown !== undefined) found.set(recordId, shown);
  }
  return found;
}
