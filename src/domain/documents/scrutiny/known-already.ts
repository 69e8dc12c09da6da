import { isFew, type Count, type Publication, type Tables, valueOf } from "../../scorecard/publication/tables.ts";
import type { PublishedFigure } from "../../scorecard/published/published.ts";
import { isArea, type OwnName } from "../../scorecard/published/same-area.ts";
import { quotient } from "../../scorecard/rounding.ts";
import type { IndicatorCode, Window } from "../../scorecard/window.ts";
import { KEYS, MEANS } from "./tables.ts";

/**
 * What every reader knows already: the averages and shares of this authority that others published. They are of the same children,
 * so a single year is protected as if they had been published here. Not where the record has only a few of them, as where it does
 * not reach so far back: what was published is then of others too, and from it the few are not known. Nor a share that is not the
 * record’s; one of a few, `keptApart` sees to.
 */
export function knownAlready(tables: Tables, windows: readonly Window[], own: OwnName, figures: readonly PublishedFigure[]): Publication {
  const known = new Map(windows.flatMap((window) => MEANS.flatMap((mean) => {
    const value = publishedOf(figures, own, mean, window);
    return value === undefined ? [] : [[KEYS.mean(mean, window), Math.round(value)] as const];
  })));
  const averages = (tables.averages ?? []).filter(({ key, pieces }) => known.has(key) && !isFew(Object.values(pieces).reduce((sum, { children }) => sum + children, 0)));
  const shared = windows.flatMap((window): readonly Count[] => {
    const of = sharedIn(tables, window);
    const value = publishedOf(figures, own, "A3", window);
    if (of === undefined || value === undefined || of.whole <= 10 || of.part <= 5 || isFew(of.whole - of.part) || quotient(of.part * 100, of.whole, 0) !== Math.round(value)) return [];
    return tables.counts.filter(({ key }) => key === KEYS.within(window) || key === KEYS.counted(window));
  });
  return {
    tables: { counts: shared, averages },
    told: { counts: Object.fromEntries(shared.map((count) => [count.key, valueOf(count)])), shares: {}, averages: Object.fromEntries(averages.map(({ key }) => [key, known.get(key) ?? null])) },
  };
}

/**
 * The tables with what may not be told beside a share that others published: 12% with 33 children would tell of four. The whole may
 * then be as many as each of 1 to 5 would make it, and is hidden with whatever would tell it.
 */
export function keptApart(tables: Tables, windows: readonly Window[], own: OwnName, figures: readonly PublishedFigure[]): Tables {
  const mayBe = new Map(windows.flatMap((window): (readonly [string, readonly number[]])[] => {
    const of = sharedIn(tables, window);
    const value = publishedOf(figures, own, "A3", window);
    if (of === undefined || value === undefined) return [];
    const [percent, few] = isFew(of.part) ? [value, of.part] : [100 - value, of.whole - of.part];
    if (!isFew(few) || percent <= 0) return [];
    const wholes = [1, 2, 3, 4, 5].map((n) => Math.max(n, Math.round((n * 100) / percent)));
    return [[KEYS.counted(window), wholes], [KEYS.adopted(window), wholes.map((n) => n + of.adopted - of.whole)]];
  }));
  return mayBe.size === 0 ? tables : { ...tables, counts: tables.counts.map((count) => (mayBe.has(count.key) ? { ...count, mayBe: mayBe.get(count.key)! } : count)) };
}

/** Of how many the record’s own share of a window is, and how many were adopted in it. */
function sharedIn({ counts }: Tables, window: Window): { readonly part: number; readonly whole: number; readonly adopted: number } | undefined {
  const [part, whole, adopted] = [KEYS.within(window), KEYS.counted(window), KEYS.adopted(window)].map((key) => counts.find((count) => count.key === key));
  return part === undefined || whole === undefined || adopted === undefined ? undefined : { part: valueOf(part), whole: valueOf(whole), adopted: valueOf(adopted) };
}

/** What others published of the authority for a window, whoever they are. */
function publishedOf(figures: readonly PublishedFigure[], own: OwnName, indicator: IndicatorCode, { yearEnding, years }: Window): number | undefined {
  const value = figures.find((f) => f.indicator === indicator && f.level === "authority" && f.yearEnding === yearEnding && f.years === years && typeof f.value === "number" && isArea(f, own))?.value;
  return typeof value === "number" ? value : undefined;
}
