import type { Draft, Entry } from "../../chronology/entry.ts";
import { isPeriodKind } from "../../chronology/kinds.ts";
import { apart, isOften, isOnce, mayBeSame, meet, sameIdentity } from "./same-thing.ts";

type Fits = (w: Draft, e: Entry) => boolean;

/** How far files and record reach into each other. */
export interface PairingRules {
  /** Whether the files could tell of the entry: one they could not is never taken for an earlier telling, except of the same day. */
  readonly told: (e: Entry) => boolean;
  /** Whether what is wanted is the beginning of an entry whose beginning was not known. */
  readonly begins: Fits;
  /** Whether what is wanted came after an entry that began before these files: no other telling of it, but what followed. */
  readonly follows: Fits;
}

export interface Pairing {
  readonly pairs: readonly (readonly [wanted: Draft, before: Entry])[];
  readonly wanted: readonly Draft[];
  readonly before: readonly Entry[];
}

/**
 * Finds, for what a file now says of one kind, what it said before: the same day first;
 * then periods that overlap, those of the same thing first; then things that happened near
 * one another. Where as many rare things are left on both sides, they are paired in order.
 */
export function pair(wanted: readonly Draft[], before: readonly Entry[], { told, begins, follows }: PairingRules): Pairing {
  const pairs: (readonly [Draft, Entry])[] = [];
  const ws = new Set(wanted);
  const es = new Set(before);
  const take = (w: Draft, e: Entry): void => {
    pairs.push([w, e]);
    ws.delete(w);
    es.delete(e);
  };
  const takeNearest = (fits: Fits): void => {
    const near = [...ws].flatMap((w) => [...es].filter((e) => fits(w, e)).map((e) => ({ w, e, days: apart(w, e) })));
    for (const { w, e } of near.sort((a, b) => a.days - b.days)) if (ws.has(w) && es.has(e)) take(w, e);
  };

  const sameDay: Fits = (w, e) => w.happenedOn === e.happenedOn;
  takeNearest((w, e) => sameDay(w, e) && sameIdentity(w, e));
  takeNearest(sameDay);
  takeNearest(begins);
  const kind = wanted[0]?.kind;
  if (kind === undefined) return { pairs, wanted: [], before: [...es] };
  if (isPeriodKind(kind)) {
    takeNearest((w, e) => told(e) && meet(w, e) && sameIdentity(w, e));
    takeNearest((w, e) => told(e) && meet(w, e) && !follows(w, e));
  }
  takeNearest((w, e) => (told(e) || isOnce(kind)) && mayBeSame(w, e));
  const left = [...es].filter(told);
  if (!isPeriodKind(kind) && !isOften(kind) && left.length === ws.size) for (const [i, w] of [...ws].entries()) take(w, left[i]!);
  return { pairs, wanted: [...ws], before: [...es] };
}
