import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { addDays, type Day, dayInWords } from "../dates/day.ts";
import { happened, lastOf } from "../permanence/moments.ts";
import { type Clock, isOpen } from "../standards/clock.ts";
import { APPEAL_WINDOW, appealUntil } from "./appeal-window.ts";

/** What must be so before a record is sealed, in the order in which it comes about. */
export const SEALING_STEPS = {
  "order": "An adoption order is made",
  "appeal-window": "The time to appeal against the order has passed",
  "no-appeal": "No appeal is waiting to be determined",
  "closure": "The closure summary is signed off",
} as const;
export type SealingStep = keyof typeof SEALING_STEPS;

/** One step, and how it stands: met, or what it waits for. */
export interface StepState {
  readonly step: SealingStep;
  readonly met: boolean;
  /** In a sentence, either way. */
  readonly says: string;
}

export interface SealState {
  readonly order: Entry | undefined;
  /** The seal in force; nothing where there is none, or it was undone. */
  readonly sealed: Entry | undefined;
  /** The undoing of a seal, while the order that was sealed has been neither corrected nor withdrawn since. */
  readonly undone: Entry | undefined;
  readonly steps: readonly StepState[];
  /** Every step is met, and it is not sealed already. */
  readonly ready: boolean;
  /** The first day on which it could be sealed, for all that the days alone say: the last of the steps that have one. */
  readonly from: Day | undefined;
}

/** The seal in force on a record: the last one, unless it was undone after it. */
export function sealInForce(c: Case): Entry | undefined {
  const sealed = c.of("record-sealed").findLast((e) => e.certainty === "actual");
  if (sealed === undefined) return undefined;
  const undone = c.of("seal-undone").some((e) => e.certainty === "actual" && e.number > sealed.number);
  return undone ? undefined : sealed;
}

/** Where a record stands on its way to the seal, on a day. */
export function sealOf(c: Case, today: Day): SealState {
  const order = lastOf(c, "adoption-order");
  const sealed = sealInForce(c);
  const steps = order === undefined ? [notMet("order", "No adoption order is recorded as made")] : stepsAfter(c, order, today);
  const undone = sealed !== undefined || order === undefined ? undefined : c.of("seal-undone").findLast((e) => e.certainty === "actual" && e.number > order.number);
  return { order, sealed, undone, steps, ready: sealed === undefined && steps.every(({ met }) => met), from: order === undefined ? undefined : fromOf(c, order) };
}

function fromOf(c: Case, order: Entry): Day {
  const { closure, determined } = afterOrder(c, order);
  return [closure, determined].reduce((last, e) => (e !== undefined && e.happenedOn > last ? e.happenedOn : last), addDays(appealUntil(order.happenedOn), 1));
}

function afterOrder(c: Case, order: Entry): Readonly<Record<"appeal" | "determined" | "closure", Entry | undefined>> {
  const appeal = happened(c, "appeal-lodged").findLast((e) => e.happenedOn >= order.happenedOn);
  const determined = appeal === undefined ? undefined : happened(c, "appeal-determined").find((e) => e.happenedOn >= appeal.happenedOn);
  return { appeal, determined, closure: happened(c, "closure-summary").find((e) => e.happenedOn >= order.happenedOn) };
}

const met = (step: SealingStep, says: string): StepState => ({ step, met: true, says });
const notMet = (step: SealingStep, says: string): StepState => ({ step, met: false, says });

function stepsAfter(c: Case, order: Entry, today: Day): readonly StepState[] {
  const until = appealUntil(order.happenedOn);
  const { appeal, determined, closure } = afterOrder(c, order);
  return [
    met("order", `The order was made on ${dayInWords(order.happenedOn)}`),
    today > until ? met("appeal-window", `An appeal could be lodged until ${dayInWords(until)}`)
      : notMet("appeal-window", `An appeal can be lodged until ${dayInWords(until)}, ${APPEAL_WINDOW.days} days after the order`),
    appeal === undefined ? met("no-appeal", "None is recorded")
      : determined === undefined ? notMet("no-appeal", `An appeal was lodged on ${dayInWords(appeal.happenedOn)}. Record how it was determined`)
      : met("no-appeal", `The appeal was determined on ${dayInWords(determined.happenedOn)}`),
    closure === undefined ? notMet("closure", "No closure summary is recorded as signed off since the order. The team manager signs it off")
      : met("closure", `It was signed off on ${dayInWords(closure.happenedOn)}`),
  ];
}

/** What is still to be done on the record and ends with the seal: nobody is asked for it any more. Soonest first, those with no day last. */
export const endingWithSeal = <T extends Clock>(clocks: readonly T[]): readonly T[] =>
  clocks.filter((clock) => isOpen(clock) && !clock.notRecorded && !clock.flags.includes("not-before")).toSorted((a, b) => (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999") || a.standard.localeCompare(b.standard));
