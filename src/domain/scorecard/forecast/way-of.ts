import { EARLY_PERMANENCE_PLACEMENTS } from "../../chronology/codes.ts";
import type { Case } from "../../chronology/fold.ts";
import type { Day } from "../../dates/day.ts";
import { birthOf } from "../../permanence/moments.ts";
import type { Journey, KnownDay } from "../journey.ts";
import type { Circumstances, Way } from "./way.ts";

const UNCERTAIN = new Set(["health", "needs-uncertain"]);

/** What of a child's circumstances the waits are learnt by, but for who is placed with them, which is their group's to say. */
export function circumstancesOf(c: Case, { adoptedByCarer, movedIn, careStarted }: Journey): Omit<Circumstances, "together"> {
  const since = "on" in careStarted ? careStarted.on : "";
  const early = c.of("placement").find((e) => e.certainty === "actual" && EARLY_PERMANENCE_PLACEMENTS.has(String(e.detail["type"])) && e.happenedOn >= since);
  return {
    bornOn: birthOf(c)?.on ?? null,
    earlyPermanenceOn: early?.happenedOn ?? (adoptedByCarer ? dayOf(movedIn) : null),
    healthUncertainOn: c.of("barrier").find((e) => UNCERTAIN.has(String(e.detail["barrier"])))?.happenedOn ?? null,
  };
}

const dayOf = (known: KnownDay): Day | null => ("on" in known ? known.on : null);

/** Who a child is placed with, and where. */
export interface Placing {
  readonly child: string;
  readonly authority: string;
  readonly household: string;
  readonly together: number;
}

/** A child's way from the last decision that they should be placed; nothing where there was none, or where the files begin too late to say. */
export function wayOf({ child, authority, household, together }: Placing, journey: Journey, circumstances: Omit<Circumstances, "together">): Way | undefined {
  const { adoptedOn, decisions, placementOrder, matched, placed, movedIn, careStarted, careEndedOn, adoptedByCarer } = journey;
  const decision = decisions.findLast(({ from }) => adoptedOn === null || from <= adoptedOn);
  if (decision === undefined) return undefined;
  const { earlyPermanenceOn } = circumstances;
  const left = adoptedOn !== null ? null : decision.until ?? careEndedOn;
  return {
    child, authority, household, careStartedOn: dayOf(careStarted), decidedOn: decision.from,
    steps: { ordered: dayOf(placementOrder), matched: dayOf(matched), placed: dayOf(placed), adopted: adoptedOn },
    leftOn: left,
    movedInOn: adoptedByCarer ? dayOf(movedIn) : "on" in placed ? null : earlyPermanenceOn,
    circumstances: { ...circumstances, together },
  };
}
