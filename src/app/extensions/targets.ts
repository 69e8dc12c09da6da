import type { Case } from "../../domain/chronology/fold.ts";
import type { Day } from "../../domain/dates/day.ts";
import { individualTargetsOf } from "../../domain/permanence/individual-targets.ts";
import { type TargetDate, targetDates } from "../../domain/permanence/target-dates.ts";
import { journeyOf } from "../../domain/scorecard/journey-of.ts";
import type { Clock } from "../../domain/standards/clock.ts";
import type { CompiledPack } from "../../domain/standards/compile.ts";
import { thresholdsFor } from "../../reference/thresholds.ts";
import type { WorkerRow } from "../../store/rows.ts";
import { clockKey } from "./of-child.ts";

/** A target that somebody set for a child: who, when and why. */
export interface SetTarget {
  readonly entry: number;
  readonly standard: string;
  /** The clock it is about, as `clockKey` has it; null where the standard starts none for this child. */
  readonly clock: string | null;
  readonly dueOn: Day;
  readonly setBy: string;
  readonly setOn: Day;
  readonly why: string | null;
}

/** The individual targets of a child, and all the days this child should keep. */
export function targetsOf(c: Case, clocks: readonly Clock[], pack: CompiledPack, workers: readonly WorkerRow[], today: Day): {
  readonly individualTargets: readonly SetTarget[]; readonly targetDates: readonly TargetDate[];
} {
  const names = new Map(workers.map(({ account, name }) => [account, name]));
  return {
    individualTargets: individualTargetsOf(c, clocks).map(({ entry, standard, dueOn, clock }) => ({
      entry: entry.number, standard, dueOn, clock: clock === undefined ? null : clockKey(clock),
      setBy: names.get(entry.recordedBy) ?? entry.recordedBy, setOn: entry.happenedOn,
      why: entry.detail["note"] === undefined ? null : String(entry.detail["note"]),
    })),
    targetDates: targetDates(c, journeyOf(c), clocks, pack, (indicator, yearEnding) => thresholdsFor(indicator, yearEnding).days, today),
  };
}
