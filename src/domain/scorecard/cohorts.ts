import { addMonths, type Day, daysBetween } from "../dates/day.ts";
import { A3_MONTHS, type Options, type Traveller, within14Months } from "./indicators.ts";
import { stageInPipeline } from "./pipeline.ts";
import { daysOf } from "./window.ts";

/**
 * The children who entered care in a financial year and of whom it was ever decided that they should be placed for adoption,
 * and how far they have come. Children who still wait count in it, as they do in no indicator.
 */
export interface EntryCohort {
  readonly yearEnding: number;
  readonly children: readonly string[];
  readonly adopted: readonly string[];
  readonly placed: readonly string[];
  readonly waiting: readonly string[];
  /** The decision no longer stands, or they left care otherwise. */
  readonly changed: readonly string[];
  /** Moved in less than 14 months after entering care. */
  readonly within: readonly string[];
  /** Neither moved in nor changed away, and 14 months have not passed yet. */
  readonly early: readonly string[];
  /**
   * Days from entering care by which half of them had moved in, those who have not being taken as longer; nothing where fewer
   * than half have, or where somebody still waits who has not waited so long.
   */
  readonly middleDays: number | null;
}

export function entryCohort(travellers: readonly Traveller[], yearEnding: number, today: Day, options: Options = {}): EntryCohort {
  const { firstOn, lastOn } = daysOf({ yearEnding, years: 1 });
  const all = travellers.flatMap(({ child, journey }) => {
    const { careStarted: entered, placed } = journey;
    if (!("on" in entered) || entered.on < firstOn || entered.on > lastOn || (journey.decisions.length === 0 && journey.adoptedOn === null)) return [];
    const stage = stageInPipeline(journey, today)?.stage;
    const at = journey.adoptedOn !== null ? "adopted" : stage === undefined ? "changed" : stage === "placed" ? "placed" : "waiting";
    return [{ child, at, enteredOn: entered.on, movedOn: at !== "changed" && "on" in placed ? placed.on : null } as const];
  });
  const ids = (of: typeof all): readonly string[] => of.map(({ child }) => child);
  const at = (where: (typeof all)[number]["at"]): readonly string[] => ids(all.filter((c) => c.at === where));
  return {
    yearEnding, children: ids(all), adopted: at("adopted"), placed: at("placed"), waiting: at("waiting"), changed: at("changed"),
    within: ids(all.filter(({ enteredOn, movedOn }) => movedOn !== null && within14Months(enteredOn, movedOn, options))),
    early: ids(all.filter((c) => c.at === "waiting" && today < addMonths(c.enteredOn, A3_MONTHS))),
    middleDays: middleOf(all.filter((c) => c.at !== "changed"), today),
  };
}

function middleOf(all: readonly { readonly enteredOn: Day; readonly movedOn: Day | null }[], today: Day): number | null {
  const moved = all.flatMap(({ enteredOn, movedOn }) => (movedOn === null ? [] : [daysBetween(enteredOn, movedOn)])).sort((a, b) => a - b);
  const middle = moved[Math.ceil(all.length / 2) - 1];
  if (middle === undefined) return null;
  return all.some(({ enteredOn, movedOn }) => movedOn === null && daysBetween(enteredOn, today) < middle) ? null : middle;
}
