import { withKept } from "../domain/scorecard/published/kept-threshold.ts";
import { type Thresholds, thresholdsFor } from "../domain/scorecard/thresholds.ts";
import { INDICATOR_CODES, type IndicatorCode } from "../domain/scorecard/window.ts";
import { loadThresholds } from "../reference/thresholds.ts";
import type { Reader } from "../store/reader.ts";

/** The thresholds that an authority’s figures stand beside: those that come with the product and those that it keeps. */
export interface ThresholdsOf {
  /** Every source’s for the three-year window that ends in March of a year, and the one to judge by. */
  readonly of: (indicator: IndicatorCode, yearEnding: number) => Thresholds;
  /** The same for every indicator. */
  readonly all: (yearEnding: number) => Readonly<Record<IndicatorCode, Thresholds>>;
  /** Whose they are. */
  readonly sources: readonly { readonly source: string; readonly name: string }[];
}

/** The one place where an authority’s thresholds are looked up. */
export async function thresholdsOf(reader: Reader, authority: string): Promise<ThresholdsOf> {
  const table = withKept(loadThresholds(), await reader.keptThresholds(authority));
  const of = (indicator: IndicatorCode, yearEnding: number): Thresholds => thresholdsFor(table, indicator, yearEnding);
  return {
    of,
    all: (yearEnding) => Object.fromEntries(INDICATOR_CODES.map((code) => [code, of(code, yearEnding)])) as Record<IndicatorCode, Thresholds>,
    sources: Object.entries(table.sources).map(([source, { name }]) => ({ source, name })),
  };
}
