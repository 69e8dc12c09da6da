import type { IndicatorCode } from "./window.ts";

/** What one source says a threshold was, for the windows ending in a run of years. */
export interface ThresholdRow {
  readonly source: string;
  readonly from: number;
  /** The last year it holds for; open without one. */
  readonly until?: number;
  readonly days: number;
  readonly months?: number;
  readonly confidence: "stated" | "remembered";
  /** What whoever keeps it says of it. */
  readonly note?: string;
}

export interface ThresholdTable {
  readonly sources: Readonly<Record<string, { readonly name: string; readonly cite: string }>>;
  readonly thresholds: Readonly<Partial<Record<IndicatorCode, readonly ThresholdRow[]>>>;
}

export interface Threshold extends ThresholdRow {
  readonly name: string;
  readonly cite: string;
}

export interface Thresholds {
  /** The threshold to judge by, in days; none where sources conflict and none is official. */
  readonly days: number | null;
  readonly all: readonly Threshold[];
  /** Sources give different numbers for this window. */
  readonly conflict: boolean;
  /** What to say beside the figure. */
  readonly note: string;
}

export const OFFICIAL = "official";

/**
 * Every source’s threshold for the three-year window ending in March of `yearEnding`.
 * The official one is the one to judge by; failing that, one all sources agree on. A10
 * has none of its own and is set beside A1’s; A3 has its months in its definition.
 */
export function thresholdsFor(table: ThresholdTable, indicator: IndicatorCode, yearEnding: number): Thresholds {
  if (indicator === "A3") return { days: null, all: [], conflict: false, note: "A3 is a share, with its fourteen months in its definition: it has no threshold" };
  const rows = table.thresholds[indicator === "A10" ? "A1" : indicator] ?? [];
  const all = rows
    .filter((r) => r.from <= yearEnding && (r.until === undefined || yearEnding <= r.until))
    .map((r): Threshold => ({ ...r, name: table.sources[r.source]?.name ?? r.source, cite: table.sources[r.source]?.cite ?? "" }));
  const days = (all.find((t) => t.source === OFFICIAL) ?? (agree(all) ? all[0] : undefined))?.days ?? null;
  return { days, all, conflict: all.length > 0 && !agree(all), note: noteOn(indicator, all, days) };
}

/** The same as one source alone has them: none to judge by where it says nothing of these years, or says it two ways. */
export function bySource(thresholds: Thresholds, source: string | undefined): Thresholds {
  if (source === undefined || thresholds.all.length === 0) return thresholds;
  const its = thresholds.all.filter((t) => t.source === source);
  const [first] = its;
  if (first === undefined) return { ...thresholds, days: null, note: `The source chosen gives no threshold for these years. ${thresholds.note}` };
  if (!agree(its)) return { ...thresholds, days: null, note: `The source chosen gives two thresholds for these years, so none is applied. ${thresholds.note}` };
  return { ...thresholds, days: first.days, note: `By your choice, ${first.days} days: ${first.name}. ${thresholds.note}` };
}

const agree = (all: readonly Threshold[]): boolean => new Set(all.map((t) => t.days)).size === 1;

function noteOn(indicator: IndicatorCode, all: readonly Threshold[], days: number | null): string {
  const borrowed = indicator === "A10" ? "A10 has no threshold of its own; A1’s is shown. " : "";
  if (all.length === 0) return `${borrowed}No threshold is known for this window`;
  if (agree(all)) return `${borrowed}${days} days: every source agrees`;
  const said = all.map((t) => `${t.name} ${t.days}`).join("; ");
  return days === null
    ? `${borrowed}Sources conflict, so no threshold is applied: ${said}`
    : `${borrowed}${days} days is official; sources conflict: ${said}`;
}

/** A figure meets a threshold when it is no more than it. The figure is the one shown, in whole days. */
export const meets = (days: number, threshold: number): boolean => days <= threshold;
