import type { Circumstances } from "../journey.ts";
import { ageOn, type Day, daysBetween, epochDay } from "../../dates/day.ts";

/** The steps of the way to adoption after the decision, in their order. */
export const STEPS = ["ordered", "matched", "placed", "adopted"] as const;
export type Step = (typeof STEPS)[number];

/** A child’s circumstances, and how many children are to be placed together, this one among them. */
export interface Placed extends Circumstances {
  readonly together: number;
}

/** What waits are learnt by, as it is known on a day. */
export interface Traits {
  /** On the day of the decision, in whole years; the unborn are 0. */
  readonly age: number;
  readonly together: number;
  readonly earlyPermanence: boolean;
  /** By the day of the decision: what comes up while a child waits would tell only that they waited. */
  readonly healthUncertain: boolean;
  /** How many days care proceedings had run by the day of the decision; null where none had been issued. */
  readonly proceedingsDays: number | null;
}

/** A child's way from the decision on, as far as it is known; a step not yet taken is null. */
export interface Way {
  readonly child: string;
  readonly authority: string;
  /** Children placed together have the same; their waits come out together. */
  readonly household: string;
  readonly careStartedOn: Day | null;
  readonly decidedOn: Day;
  /** The order that A2 counts from, by the authority’s choice: the first of the period of care, though it may have ended since. */
  readonly orderCountedOn: Day | null;
  readonly steps: Readonly<Record<Step, Day | null>>;
  /** When the decision was reversed, or care ended otherwise; null while neither. */
  readonly leftOn: Day | null;
  /** For a child who lives with the carer who adopts, or is to: when they moved there, which A10 counts. */
  readonly movedInOn: Day | null;
  readonly circumstances: Placed;
}

/** A way as it is known on a day, with the child's traits as they were then. */
export interface KnownWay extends Way {
  readonly traits: Traits;
}

/** A way as it was known on a day, what came later left out; nothing where there was no decision yet. */
export function asKnownOn(way: Way, on: Day): KnownWay | undefined {
  if (way.decidedOn > on) return undefined;
  const upTo = (d: Day | null): Day | null => (d !== null && d <= on ? d : null);
  const { steps, circumstances: { bornOn, earlyPermanenceOn, healthUncertainOn, proceedingsOn, together } } = way;
  return {
    ...way, leftOn: upTo(way.leftOn), orderCountedOn: upTo(way.orderCountedOn), movedInOn: upTo(earlyPermanenceOn) === null && upTo(steps.placed) === null ? null : upTo(way.movedInOn),
    steps: { ordered: upTo(steps.ordered), matched: upTo(steps.matched), placed: upTo(steps.placed), adopted: upTo(steps.adopted) },
    traits: {
      age: bornOn === null || bornOn > way.decidedOn ? 0 : ageOn(bornOn, way.decidedOn).years, together,
      earlyPermanence: upTo(earlyPermanenceOn) !== null, healthUncertain: healthUncertainOn !== null && healthUncertainOn <= way.decidedOn,
      proceedingsDays: proceedingsOn === null || proceedingsOn > way.decidedOn ? null : daysBetween(proceedingsOn, way.decidedOn),
    },
  };
}

/** Still on the way: neither adopted nor turned from it. */
export const isWaiting = (way: Way): boolean => way.steps.adopted === null && way.leftOn === null;

/** From which day a step is waited for: the latest of what comes before it. The order may be passed over where parents consented. */
export function waitsFrom({ decidedOn, steps }: Way, step: Step): Day | null {
  switch (step) {
    case "ordered": return decidedOn;
    case "matched": return steps.ordered !== null && steps.ordered > decidedOn ? steps.ordered : steps.ordered === null && steps.matched === null && steps.placed === null ? null : decidedOn;
    case "placed": return steps.matched === null ? null : later(steps.matched, steps.ordered);
    case "adopted": return steps.placed;
  }
}

const later = (a: Day, b: Day | null): Day => (b !== null && b > a ? b : a);

/** A wait as it is learnt from: how many days it has lasted, and whether it ended in the step, in leaving the way, or lasts. */
export interface Wait {
  readonly way: KnownWay;
  readonly days: number;
  readonly end: "taken" | "left" | "lasts";
}

/** The wait for a step of everybody who ever waited for it, by what is known on a day. */
export function waitsFor(ways: readonly KnownWay[], step: Step, on: Day): readonly Wait[] {
  return ways.flatMap((way) => {
    const from = waitsFrom(way, step);
    if (from === null) return [];
    const taken = way.steps[step];
    // Passed over, as an order is where parents consent: it was waited for until the next step came.
    const until = taken ?? passedOn(way, step) ?? way.leftOn ?? on;
    const days = Math.max(0, daysBetween(from, until));
    return [{ way, days, end: taken !== null ? "taken" : passedOn(way, step) === null && way.leftOn !== null ? "left" : "lasts" }];
  });
}

const passedOn = ({ steps }: Way, step: Step): Day | null =>
  STEPS.slice(STEPS.indexOf(step) + 1).reduce<Day | null>((first, s) => first ?? steps[s], null);

/** Days since 1 January 1970; NaN where there is no day. */
export const numbered = (d: Day | null): number => (d === null ? Number.NaN : epochDay(d));
