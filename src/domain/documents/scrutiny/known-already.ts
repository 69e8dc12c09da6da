import { isFew, type Publication, type Tables } from "../../scorecard/publication/tables.ts";
import type { PublishedFigure } from "../../scorecard/published/published.ts";
import { isArea, type OwnName } from "../../scorecard/published/same-area.ts";
import type { Window } from "../../scorecard/window.ts";
import { KEYS, MEANS } from "./tables.ts";

/**
 * What every reader knows already: the averages of this authority that others published. They are of the same children, so a
 * single year is protected as if they had been published here. Not where the record has only a few of them, as where it does not
 * reach so far back: what was published is then of others too, and from it the few are not known.
 */
export function knownAlready(tables: Tables, windows: readonly Window[], own: OwnName, figures: readonly PublishedFigure[]): Publication {
  const known = new Map(windows.flatMap((window) => MEANS.flatMap((mean) => {
    const value = figures.find((f) => f.indicator === mean && f.level === "authority" && f.yearEnding === window.yearEnding && f.years === window.years && typeof f.value === "number" && isArea(f, own))?.value;
    return typeof value === "number" ? [[KEYS.mean(mean, window), Math.round(value)] as const] : [];
  })));
  const averages = (tables.averages ?? []).filter(({ key, pieces }) => known.has(key) && !isFew(Object.values(pieces).reduce((sum, { children }) => sum + children, 0)));
  return { tables: { counts: [], averages }, told: { counts: {}, shares: {}, averages: Object.fromEntries(averages.map(({ key }) => [key, known.get(key) ?? null])) } };
}
