import { type Day, daysBetween, earliest } from "../../dates/day.ts";
import type { Period } from "../../dates/period.ts";
import type { Journey } from "../journey.ts";
import { type CharacteristicCode, CHARACTERISTIC_CODES, characteristic, type Particulars } from "./groups.ts";
import { type Difference, differenceOf, type Middle, middleOf, type Wait } from "./waits.ts";

/** A child as the groups are made of them. */
export interface EquityChild {
  readonly child: string;
  readonly journey: Journey;
  readonly particulars: Particulars;
}

/** A child’s wait from the decision that they should be placed to moving in, and what they are grouped by. */
export interface Waited extends Wait {
  readonly child: string;
  readonly decidedOn: Day;
  readonly particulars: Particulars;
}

export interface Waits {
  readonly waited: readonly Waited[];
  /** Adopted, and the day on which they moved in is not recorded. */
  readonly unknown: readonly string[];
}

/**
 * The waits of the children decided for in a span, as they were at its end: from the last decision in it until moving in. Of a child who
 * has not moved in, or whom adoption is no longer the plan for, it is only known that the wait lasted so long.
 */
export function waitsIn(children: readonly EquityChild[], { from, to }: { readonly from: Day; readonly to: Day }): Waits {
  const [waited, unknown]: [Waited[], string[]] = [[], []];
  for (const { child, journey, particulars } of children) {
    const decision = decisionIn(journey, to);
    if (decision === undefined || decision.from < from) continue;
    const movedOn = "on" in journey.placed ? journey.placed.on : null;
    if (movedOn === null && journey.adoptedOn !== null && journey.adoptedOn <= to) unknown.push(child);
    else waited.push({ child, decidedOn: decision.from, particulars, ...waitOf(decision, movedOn, journey, to) });
  }
  return { waited, unknown };
}

const decisionIn = ({ decisions, adoptedOn }: Journey, to: Day): Period | undefined =>
  decisions.findLast(({ from }) => from <= to && (adoptedOn === null || from <= adoptedOn));

function waitOf({ from, until }: Period, movedOn: Day | null, { adoptedOn, careEndedOn }: Journey, to: Day): Wait {
  const leftOn = adoptedOn !== null ? undefined : until ?? careEndedOn ?? undefined;
  const ended = movedOn !== null && movedOn <= to;
  const last = ended ? movedOn : leftOn === undefined ? to : earliest(leftOn, to);
  return { days: Math.max(0, daysBetween(from, last)), ended };
}

export interface Group {
  readonly code: string;
  readonly label: string;
  readonly waited: readonly Waited[];
  readonly middle: Middle;
  /** From those of every other group of the characteristic; nothing where there are none to compare with. */
  readonly difference: Difference | undefined;
  readonly others: number;
}

export interface ByCharacteristic {
  readonly code: CharacteristicCode;
  readonly groups: readonly Group[];
  readonly notRecorded: readonly Waited[];
}

/** The waits by each characteristic, groups without children too: one left out would be known to have none. */
export function equityOf(waited: readonly Waited[]): readonly ByCharacteristic[] {
  return CHARACTERISTIC_CODES.map((code) => {
    const { groups, groupOf } = characteristic(code);
    const of = Map.groupBy(waited, ({ particulars, decidedOn }) => groupOf(particulars, decidedOn));
    return {
      code, notRecorded: of.get(null) ?? [],
      groups: Object.entries(groups).map(([group, label]): Group => {
        const here = of.get(group) ?? [];
        const others = waited.filter((one) => !here.includes(one) && !(of.get(null) ?? []).includes(one));
        return { code: group, label, waited: here, middle: middleOf(here), difference: differenceOf(here, others), others: others.length };
      }),
    };
  });
}
