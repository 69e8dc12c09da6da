import type { Day } from "../dates/day.ts";
import type { WorkingCalendar } from "../dates/working-days.ts";
import type { SimulationSettings } from "./settings.ts";
import type { SimulatedPopulation } from "./simulated.ts";

export interface SimulationRequest {
  /** The same seed, settings and days give the same children. */
  readonly seed: string;
  /** How many children, the unborn among them. */
  readonly children: number;
  readonly settings: SimulationSettings;
  readonly calendar: WorkingCalendar;
  /** Every child was known to the authority on or after this day. */
  readonly from: Day;
  /** Today: nothing has happened after it. */
  readonly to: Day;
}

/** Invents the children of an authority. Pure: chance comes from the seed, today is `to`. */
export function simulate(_request: SimulationRequest): SimulatedPopulation {
  return { children: [], groups: [] };
}
