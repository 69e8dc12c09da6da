import type { Day } from "../../dates/day.ts";
import type { Journey, KnownDay } from "../journey.ts";
import type { Way } from "./way.ts";

const dayOf = (known: KnownDay): Day | null => ("on" in known ? known.on : null);

/** Who a child is placed with, and where. */
export interface Placing {
  readonly child: string;
  readonly authority: string;
  readonly household: string;
  readonly together: number;
}

/** A child’s way from the last decision that they should be placed, by the order in force; nothing where there was none. */
export function wayOf({ child, authority, household, together }: Placing, journey: Journey): Way | undefined {
  const { adoptedOn, decisions, placementOrder, orderInForceOn, matched, placed, movedIn, careStarted, careEndedOn, adoptedByCarer, circumstances } = journey;
  const decision = decisions.findLast(({ from }) => adoptedOn === null || from <= adoptedOn);
  if (decision === undefined) return undefined;
  return {
    child, authority, household, careStartedOn: dayOf(careStarted), decidedOn: decision.from,
    orderCountedOn: dayOf(placementOrder),
    steps: { ordered: orderInForceOn, matched: dayOf(matched), placed: dayOf(placed), adopted: adoptedOn },
    leftOn: adoptedOn !== null ? null : decision.until ?? careEndedOn,
    movedInOn: adoptedByCarer ? dayOf(movedIn) : "on" in placed ? null : circumstances.earlyPermanenceOn,
    circumstances: { ...circumstances, together },
  };
}
