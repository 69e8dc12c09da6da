import { type Day, latest } from "../dates/day.ts";
import type { Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { type KnownDay, MISSING } from "./journey.ts";

const WITH_CURRENT_CARER = new Set(["A3", "A5"]);
const TEMPORARY = new Set(["T0", "T1", "T2", "T3", "T4"]);

const typeOf = (placement: Entry): string => String(placement.detail["type"]);

/** The placement a child is in on a day. */
export const placementOn = (c: Case, on: Day): Entry | undefined =>
  actual(c).findLast((p) => p.happenedOn <= on && (p.until === undefined || on < p.until));

const actual = (c: Case): readonly Entry[] => c.of("placement").filter((p) => p.certainty === "actual");

/**
 * Was the child adopted by the foster carer who had them already? The adoptive placement's
 * code says so (A3, A5), or the entry itself does (in the 903, AD1’s FOSTER_CARE).
 */
export function withCurrentCarer(c: Case, placed: Entry, others: readonly (Entry | undefined)[]): boolean {
  if (placed.detail["withCurrentCarer"] === true) return true;
  if (others.some((e) => e?.detail["adoptedByCarer"] === true)) return true;
  const placement = placementOn(c, placed.happenedOn);
  return placement !== undefined && WITH_CURRENT_CARER.has(typeOf(placement));
}

/**
 * The day a child adopted by their carer first lived with that carer: back from the
 * adoptive placement through the placements that meet it with the same carer, over
 * temporary moves (T0 to T4) that came back to the same placement. Never before care began.
 */
export function movedInWithCarer(c: Case, placedOn: Day, careStartedOn: Day | undefined): KnownDay {
  const placements = actual(c);
  let at = placementOn(c, placedOn);
  if (at === undefined) return { missing: MISSING.noPlacements };
  for (let before = earlierWithSameCarer(placements, at); before !== undefined; before = earlierWithSameCarer(placements, at)) at = before;
  if (at.detail["startUnknown"] === true) return { missing: MISSING.movedInBeforeFiles };
  return { on: careStartedOn === undefined ? at.happenedOn : latest(careStartedOn, at.happenedOn) };
}

function earlierWithSameCarer(placements: readonly Entry[], at: Entry): Entry | undefined {
  let before = endingWhen(placements, at);
  const wasAway = before !== undefined && TEMPORARY.has(typeOf(before));
  while (before !== undefined && TEMPORARY.has(typeOf(before))) before = endingWhen(placements, before);
  if (before === undefined) return undefined;
  return sameCarer(at) || (wasAway && samePlacement(before, at)) ? before : undefined;
}

/** What the record says; where it says nothing, A3 and A5 mean the carer the child was already with. */
const sameCarer = (at: Entry): boolean =>
  typeof at.detail["sameCarer"] === "boolean" ? at.detail["sameCarer"] : WITH_CURRENT_CARER.has(typeOf(at));

const endingWhen = (placements: readonly Entry[], at: Entry): Entry | undefined =>
  placements.findLast((p) => p !== at && p.until === at.happenedOn);

const samePlacement = (a: Entry, b: Entry): boolean =>
  ["type", "provider", "urn"].every((field) => a.detail[field] === b.detail[field]);
