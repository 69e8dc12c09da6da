import type { Detail, Entry } from "../chronology/entry.ts";
import type { Case } from "../chronology/fold.ts";
import { KINDS } from "../chronology/kinds.ts";
import { addDays, type Day, daysBetween } from "../dates/day.ts";

/**
 * What became of one thing on a child’s line between two days. A thing is an entry with all that
 * superseded it, so that a date that moved is one thing that moved, and the next review is not the last one moved.
 */
export type EntryDifference =
  /** It was ahead, and is now meant for a later or an earlier day. Days above zero: later. */
  | { readonly type: "slipped" | "brought-forward"; readonly was: Entry; readonly now: Entry; readonly days: number }
  /** The day stayed, and is now fixed where it was only meant, or the other way round. */
  | { readonly type: "firmed"; readonly was: Entry; readonly now: Entry }
  | { readonly type: "planned"; readonly now: Entry }
  | { readonly type: "dropped"; readonly was: Entry }
  /** It happened, or began, since the earlier day. `was`: what was meant. `ended`: the period it took the place of. */
  | { readonly type: "happened"; readonly now: Entry; readonly was?: Entry; readonly days?: number; readonly ended?: Entry }
  /** A period ended since the earlier day, and no other of its track took its place. */
  | { readonly type: "ended"; readonly was: Entry; readonly now: Entry }
  /** It had happened by the earlier day, and nobody had written it down by then. `was`: what was meant. */
  | { readonly type: "learnt"; readonly now: Entry; readonly was?: Entry }
  /** What was said before the later day is put right; `now` missing: it was taken back. */
  | { readonly type: "corrected"; readonly was: Entry; readonly now?: Entry };

interface Thing {
  was?: Entry;
  now?: Entry;
}

/** Every thing that is other in the later case than in the earlier, told once, by the number of the thing. */
export function compareEntries(earlier: Case, later: Case, from: Day): readonly EntryDifference[] {
  const things = new Map<number, Thing>();
  for (const entry of earlier.entries) things.set(thingOf(entry, earlier), { was: entry });
  for (const entry of later.entries) {
    const thing = thingOf(entry, later);
    things.set(thing, { ...things.get(thing), now: entry });
  }
  const told = [...things].sort(([a], [b]) => a - b).flatMap(([, thing]) => differenceOf(thing, from));
  return joined(told);
}

/** Planned or provisional, the day is past, and nothing of the kind has happened since: it was meant to happen and did not. */
export const passedBy = (c: Case, on: Day): readonly Entry[] =>
  c.entries.filter((e) => isAhead(e) && e.happenedOn < on && e.kind !== "birth" && !c.of(e.kind).some((other) => !isAhead(other) && other.happenedOn >= e.happenedOn));

/** The first entry of the thing: its number stays, whatever supersedes it. */
export const thingOf = (entry: Entry, c: Case): number => c.history.get(entry.number)?.at(-1)?.number ?? entry.number;

export const isAhead = ({ certainty }: Entry): boolean => certainty !== "actual";

function differenceOf({ was, now }: Thing, from: Day): readonly EntryDifference[] {
  if (was === undefined) return now === undefined ? [] : [appeared(now, from)];
  if (now === undefined) return [isAhead(was) ? { type: "dropped", was } : { type: "corrected", was }];
  if (isAhead(was)) return isAhead(now) ? stillAhead(was, now) : [happenedAsMeant(was, now, from)];
  if (same(was, now)) return [];
  return [hasEnded(was, now, from) ? { type: "ended", was, now } : { type: "corrected", was, now }];
}

const appeared = (now: Entry, from: Day): EntryDifference =>
  isAhead(now) ? { type: "planned", now } : now.happenedOn > from ? { type: "happened", now } : { type: "learnt", now };

function stillAhead(was: Entry, now: Entry): readonly EntryDifference[] {
  const days = daysBetween(was.happenedOn, now.happenedOn);
  if (days !== 0) return [{ type: days > 0 ? "slipped" : "brought-forward", was, now, days }];
  if (was.certainty !== now.certainty) return [{ type: "firmed", was, now }];
  return same(was, now) ? [] : [{ type: "corrected", was, now }];
}

const happenedAsMeant = (was: Entry, now: Entry, from: Day): EntryDifference =>
  now.happenedOn > from ? { type: "happened", was, now, days: daysBetween(was.happenedOn, now.happenedOn) } : { type: "learnt", was, now };

/** Whether nothing is other but that it ended, and that since the earlier day. */
const hasEnded = (was: Entry, now: Entry, from: Day): boolean =>
  was.until === undefined && now.until !== undefined && now.until > from && now.certainty === "actual" && was.happenedOn === now.happenedOn;

const same = (a: Entry, b: Entry): boolean =>
  a.kind === b.kind && a.certainty === b.certainty && a.happenedOn === b.happenedOn && a.until === b.until && sameDetail(a.detail, b.detail);

function sameDetail(a: Detail, b: Detail): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/** An end and the beginning that it made room for, on the same track and within a day, are told as one. */
function joined(told: readonly EntryDifference[]): readonly EntryDifference[] {
  const ends = told.filter((d) => d.type === "ended");
  const within = new Set<EntryDifference>();
  const together = told.map((d) => {
    const { track } = d.type === "happened" ? KINDS[d.now.kind] : {};
    if (d.type !== "happened" || track === undefined) return d;
    const end = ends.find((e) => !within.has(e) && KINDS[e.now.kind].track === track && follows(d.now, e.now));
    if (end === undefined) return d;
    within.add(end);
    return { ...d, ended: end.now };
  });
  return together.filter((d) => !within.has(d));
}

const follows = (next: Entry, { until }: Entry): boolean => until !== undefined && (next.happenedOn === until || next.happenedOn === addDays(until, 1));
