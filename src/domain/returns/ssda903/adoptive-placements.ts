import type { Day } from "../../dates/day.ts";
import { type Drafting, draft } from "./drafting.ts";
import { type Episode, isAdoption } from "./episodes.ts";
import { sameCarer } from "./placements.ts";
import type { Spell } from "./spells.ts";

const ADOPTIVE: ReadonlySet<string | null> = new Set(["A3", "A4", "A5", "A6"]);
const TEMPORARY: ReadonlySet<string | null> = new Set(["T0", "T1", "T2", "T3", "T4"]);
const WITH_CURRENT_CARER: ReadonlySet<string | null> = new Set(["A3", "A5"]);
/** The child died, or another authority took over the care: the care ended, the placement did not break down. */
const NO_BREAKDOWN: ReadonlySet<string | null> = new Set(["E2", "E3"]);

/** The child’s time with one adoptive family before any order. */
export interface AdoptiveRun {
  readonly first: Episode;
  readonly startUnknown: boolean;
  /** The day it ended without an order, and the row that says so. */
  readonly brokeDown?: { readonly on: Day; readonly at: Episode };
}

/**
 * Unbroken runs of A3 to A6 in a spell. A change of code with the same carer (A4 to A6
 * once the court has made a placement order) goes on; a change of carer begins a new run;
 * a temporary stay elsewhere (T0 to T4) from which the child returns to the same
 * placement does not break it.
 */
export function adoptiveRunsOf(spell: Spell): AdoptiveRun[] {
  const runs: AdoptiveRun[] = [];
  let run: { first: Episode; last: Episode; away: boolean; startUnknown: boolean } | undefined;
  // Nothing but temporary stays since the last episode that nothing goes before, unless care began with it (RNE S).
  let atEdge = true;
  const end = (on: Day | null, at: Episode): void => {
    if (run !== undefined) runs.push({ first: run.first, startUnknown: run.startUnknown, ...(on === null ? {} : { brokeDown: { on, at } }) });
    run = undefined;
  };
  for (const e of spell.episodes) {
    if (!e.follows) atEdge = e.rne !== "S";
    if (ADOPTIVE.has(e.place)) {
      if (run !== undefined && !(e.follows && (run.away ? samePlace(run.last, e) : sameCarer(e)))) end(run.last.until, run.last);
      run = run === undefined ? { first: e, last: e, away: false, startUnknown: atEdge && mayHaveBegunBefore(e) } : { ...run, last: e, away: false };
      atEdge = false;
    } else {
      atEdge &&= TEMPORARY.has(e.place);
      if (run !== undefined) {
        if (e.follows && TEMPORARY.has(e.place)) run = { ...run, away: true };
        else end(run.last.until, run.last);
      }
    }
  }
  const last = spell.episodes.at(-1);
  if (run !== undefined && last !== undefined) {
    const over = last.until !== null && last.rec !== null && last.rec !== "X1" && !isAdoption(last.rec) && !NO_BREAKDOWN.has(last.rec);
    end(over ? last.until : null, last);
  }
  return runs;
}

/**
 * Whether an adoptive episode that nothing adoptive is known to go before may be the
 * middle of a run: the child came back from a temporary stay; or the legal status changed
 * and the carer did not (consent, and then an order); or the carer stayed the same and was
 * no foster carer, so was an adopter already.
 */
const mayHaveBegunBefore = (e: Episode): boolean =>
  e.follows || e.rne === null || e.rne === "L" || e.rne === "U" || (sameCarer(e) && !WITH_CURRENT_CARER.has(e.place));

/** Back in the placement the child was away from: the provider’s numbers agree, as far as both are given. */
const samePlace = (before: Episode, e: Episode): boolean => before.urn === null || e.urn === null || before.urn === e.urn;

export function draftAdoptivePlacements(spell: Spell, drafting: Drafting): void {
  for (const run of adoptiveRunsOf(spell)) {
    draft(drafting, run.first, {
      kind: "placed-for-adoption",
      on: run.first.decom,
      detail: { withCurrentCarer: WITH_CURRENT_CARER.has(run.first.place), startUnknown: run.startUnknown ? true : null },
    });
    if (run.brokeDown !== undefined) draft(drafting, run.brokeDown.at, { kind: "disruption", on: run.brokeDown.on });
  }
}
