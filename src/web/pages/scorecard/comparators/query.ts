import type { ComparatorsQuestion } from "../../../../app/open-comparators.ts";
import { INDICATOR_CODES } from "../../../../domain/scorecard/window.ts";

/** What an address asks to be compared; A1 over three years where it asks nothing that can be. */
export function readComparators(params: Readonly<Record<string, string>>): ComparatorsQuestion {
  const { indicator, "year-ending": ending = "", years, source, threshold } = params;
  return {
    indicator: INDICATOR_CODES.find((code) => code === indicator) ?? "A1", years: years === "1" ? 1 : 3,
    ...(/^20\d\d$/.test(ending) ? { yearEnding: Number(ending) } : {}),
    ...(source === undefined || source === "" ? {} : { source }), ...(threshold === undefined || threshold === "" ? {} : { threshold }),
  };
}
