import { type ThresholdRow, type Thresholds, type ThresholdTable, thresholdsFor as thresholdsIn } from "../domain/scorecard/thresholds.ts";
import { INDICATOR_CODES, type IndicatorCode } from "../domain/scorecard/window.ts";
import { referenceYaml } from "./read.ts";

let loaded: ThresholdTable | undefined;

/** The thresholds of `reference/thresholds.yaml`, read once. Throws where a row contradicts the file. */
export const loadThresholds = (): ThresholdTable => (loaded ??= checkedThresholds(referenceYaml("thresholds.yaml")));

/** Every source’s threshold for a three-year window, and the one to judge by. */
export const thresholdsFor = (indicator: IndicatorCode, yearEnding: number): Thresholds =>
  thresholdsIn(loadThresholds(), indicator, yearEnding);

/** The same for every indicator. */
export const allThresholds = (yearEnding: number): Readonly<Record<IndicatorCode, Thresholds>> =>
  Object.fromEntries(INDICATOR_CODES.map((code) => [code, thresholdsFor(code, yearEnding)])) as Record<IndicatorCode, Thresholds>;

/** Refuses a row that names no listed source, or whose years or days make no sense. */
export function checkedThresholds(file: unknown): ThresholdTable {
  const table = file as ThresholdTable;
  for (const [indicator, rows] of Object.entries(table.thresholds)) {
    for (const row of rows) {
      const fault = faultIn(row, table);
      if (fault !== undefined) throw new RangeError(`Thresholds: ${indicator}, from ${row.from}: ${fault}`);
    }
  }
  return table;
}

function faultIn(row: ThresholdRow, table: ThresholdTable): string | undefined {
  if (!Object.hasOwn(table.sources, row.source)) return `“${row.source}” is not among the sources`;
  if (!Number.isInteger(row.from) || (row.until !== undefined && row.until < row.from)) return "the years are the wrong way round";
  if (!Number.isInteger(row.days) || row.days <= 0) return "days must be a whole number above zero";
  if (row.confidence !== "stated" && row.confidence !== "remembered") return `“${String(row.confidence)}” is no confidence`;
  return undefined;
}
