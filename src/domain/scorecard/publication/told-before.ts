import type { Day } from "../../dates/day.ts";
import { type Publication, SUPPRESSED, type Tables, type Told } from "./tables.ts";

/** What was published on a day. */
export interface PublishedOn extends Publication {
  readonly on: Day;
}

/** A number as it was told before, and when. */
export interface ToldBefore {
  readonly on: Day;
  readonly value: number;
}

/**
 * Which of the numbers that are hidden now were told once, of the same things, by key; the first time counts. That alone may be said
 * of why a number is hidden: it hangs on what everybody has, and not on how many there are now.
 */
export function toldBefore({ counts, averages = [] }: Tables, told: Told, before: readonly PublishedOn[]): ReadonlyMap<string, ToldBefore> {
  const found = new Map<string, ToldBefore>();
  const note = (key: string, on: Day, value: unknown): void => {
    const known = found.get(key);
    if (typeof value === "number" && (known === undefined || on < known.on)) found.set(key, { on, value });
  };
  for (const { tables, told: earlier, on } of before) {
    const keys = Map.groupBy(tables.counts, ({ pieces }) => namesOf(pieces));
    for (const { key, pieces } of counts) if (told.counts[key] === SUPPRESSED) for (const same of keys.get(namesOf(pieces)) ?? []) note(key, on, earlier.counts[same.key]);
    for (const { key } of averages) if (told.averages[key] === SUPPRESSED) note(key, on, earlier.averages[key]);
  }
  return found;
}
const namesOf = (pieces: Readonly<Record<string, unknown>>): string => Object.keys(pieces).sort().join(" ");
