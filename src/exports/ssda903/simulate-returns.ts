import { day } from "../../domain/dates/day.ts";
import type { WorkingCalendar } from "../../domain/dates/working-days.ts";
import { ORDINARY_SETTINGS } from "../../domain/simulation/settings.ts";
import { simulate } from "../../domain/simulation/simulate.ts";
import { inForce } from "../../domain/simulation/simulated.ts";
import { type WrittenFile, writeReturn } from "./write-return.ts";

export interface SimulatedReturnsRequest {
  readonly children: number;
  readonly years: number;
  /** The last of the years: 2026 is 1 April 2025 to 31 March 2026. */
  readonly yearEnding: number;
  readonly seed: string;
  readonly calendar: WorkingCalendar;
}

export interface YearOfReturns {
  readonly yearEnding: number;
  readonly files: readonly WrittenFile[];
}

/** 903 files of invented children, a set a year, the earliest first. Some were in care before the first year. */
export function simulateReturns({ children, years, yearEnding, seed, calendar }: SimulatedReturnsRequest): YearOfReturns[] {
  const population = simulate({
    seed, children, calendar,
    settings: { ...ORDINARY_SETTINGS, journeys: { ...ORDINARY_SETTINGS.journeys, "early-alert": 0 } },
    from: day(`${yearEnding - years}-04-01`),
    to: day(`${yearEnding}-03-31`),
  });
  const records = population.children.map(({ localId, entries }) => ({ localId, entries: inForce(entries) }));
  return Array.from({ length: years }, (_, i) => yearEnding - years + 1 + i)
    .map((ending) => ({ yearEnding: ending, files: writeReturn(records, ending) }));
}
