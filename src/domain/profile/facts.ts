import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import type { Kind } from "../chronology/kinds.ts";
import type { Day } from "../dates/day.ts";
import { lastOf, latestCare, standingConsent, standingMatch, standingPlacementOrder, standingPlanDecision } from "../permanence/moments.ts";

/** What stood on a day of all that decides who may see a child’s profile. */
export interface Facts {
  /** The decision that the child should be placed. */
  readonly decision: Entry | undefined;
  /** Legal advice on looking for a family before that decision. */
  readonly advice: Entry | undefined;
  /** The placement order, or the parents’ consent where no order will come. */
  readonly authority: Entry | undefined;
  /** The last that was said of a search beyond the region since any reversal, whichever way it went. */
  readonly interagency: Entry | undefined;
  /** The reversal of the decision, where nothing was decided again since. */
  readonly reversed: Entry | undefined;
  /** What makes a profile needless: the match, the end of care, the adoption order. */
  readonly over: Entry | undefined;
}

/** The kinds that say who has been shown the profile. */
export const MOVING_KINDS = ["profile-completed", "profile-updated", "profile-opened-nationally", "profile-moved"] as const satisfies readonly Kind[];

/** All that decides. */
export const DECIDING_KINDS = [
  "plan-decision", "plan-decision-reversed", "legal-advice", "placement-order", "placement-order-revoked", "consent-given", "consent-withdrawn",
  "interagency-decision", "match-decision", "disruption", "looked-after", "adoption-order",
] as const satisfies readonly Kind[];

/** The case as far as it decides who may see the profile, and as it stood at the end of a day. */
export function factsOn(c: Case, on: Day): Facts {
  const then = stoodOn(c, on);
  const reversal = lastOf(then, "plan-decision-reversed");
  const decision = standingPlanDecision(then);
  const care = latestCare(then);
  return {
    decision,
    advice: lastOf(then, "legal-advice"),
    authority: standingPlacementOrder(then) ?? standingConsent(then),
    interagency: then.of("interagency-decision").findLast((e) => reversal === undefined || e.happenedOn >= reversal.happenedOn),
    reversed: decision === undefined ? reversal : undefined,
    over: lastOf(then, "adoption-order") ?? (care?.until === undefined ? undefined : care) ?? standingMatch(then),
  };
}

const NONE: readonly Entry[] = [];

/** What had happened by a day, of the kinds that decide; a period that ended later runs. */
function stoodOn(c: Case, on: Day): Case {
  const entries = new Map<Kind, readonly Entry[]>();
  for (const kind of DECIDING_KINDS) {
    const had = c.of(kind).filter((e) => e.certainty === "actual" && e.happenedOn <= on);
    if (had.length > 0) entries.set(kind, kind === "looked-after" ? had.map((e) => runningOn(e, on)) : had);
  }
  return { ...c, of: (kind) => entries.get(kind) ?? NONE };
}

function runningOn(e: Entry, on: Day): Entry {
  if (e.until === undefined || e.until <= on) return e;
  const { until: _ended, ...running } = e;
  return running;
}
