import type { Entry } from "../domain/chronology/entry.ts";
import { fold } from "../domain/chronology/fold.ts";
import type { Day } from "../domain/dates/day.ts";
import { type ChildPlan, planImport } from "../domain/returns/ssda903/plan.ts";
import type { Problem } from "../domain/returns/ssda903/problem.ts";
import { journeyOf } from "../domain/scorecard/journey-of.ts";
import type { Traveller } from "../domain/scorecard/indicators.ts";
import { type Scorecard, scorecardOf } from "../domain/scorecard/scorecard.ts";
import type { Thresholds } from "../domain/scorecard/thresholds.ts";
import type { IndicatorCode, Window } from "../domain/scorecard/window.ts";
import { readFolders } from "../intake/ssda903/read-folders.ts";
import { loadCodeSets } from "../reference/ssda903.ts";
import { allThresholds } from "../reference/thresholds.ts";

export type FromReturns =
  | { readonly refused: readonly Problem[] }
  | {
    readonly scorecard: Scorecard;
    readonly thresholds: Readonly<Record<IndicatorCode, Thresholds>>;
    readonly warnings: readonly Problem[];
    /** Years of the window for which no files were given: whoever was adopted in them is not in the figures at all. */
    readonly missingYears: readonly number[];
    readonly travellers: readonly Traveller[];
    /** The last year that there are files for, and how many there are that follow each other up to it. */
    readonly lastYear: number;
    readonly yearsGiven: number;
  };

/**
 * The scorecard straight from folders of 903 files, with no database: the files are planned
 * as an import into an empty record, so that both ways give one answer. Errors refuse the whole.
 */
export function scorecardFromReturns(folders: readonly string[], window: Window, today: Day): FromReturns {
  const given = readFolders(folders, { today });
  const plan = planImport(given, new Map(), { codes: loadCodeSets() });
  if (plan.refused) return { refused: plan.problems.filter((p) => p.severity === "error") };
  const had = new Set(given.years.map((y) => y.yearEnding));
  const wanted = Array.from({ length: window.years }, (_, i) => window.yearEnding - window.years + 1 + i);
  const travellers = plan.plans.map(traveller);
  const lastYear = Math.max(...had);
  return {
    scorecard: scorecardOf(travellers, window), travellers, lastYear, yearsGiven: yearsUpTo(lastYear, had),
    thresholds: allThresholds(window.yearEnding),
    warnings: plan.problems,
    missingYears: wanted.filter((year) => !had.has(year)),
  };
}

const yearsUpTo = (year: number, had: ReadonlySet<number>): number => (had.has(year) ? 1 + yearsUpTo(year - 1, had) : 0);

const traveller = ({ localId, drafts }: ChildPlan): Traveller => ({ child: localId, journey: journeyOf(fold(drafts.map(asWritten))) });

/** As if it had just been written down: the scorecard asks neither when nor by whom. */
const asWritten = (draft: ChildPlan["drafts"][number], i: number): Entry =>
  ({ ...draft, number: i + 1, recordedAt: `${draft.happenedOn}T00:00:00.000Z`, recordedBy: "operator" });
